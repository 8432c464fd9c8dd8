internal import Intents
internal import Knowledge
internal import Language
internal import Packed
internal import Planning
internal import Safety
internal import Slots

/// A turn while it is being made.
struct Draft {
  var state: State
  let day: CivilDate
  let catalog: Catalog
  var replies: [Reply] = []
  var effects: [Effect] = []
  var intents: [Heard.Intent] = []
  var safety: Verdict.Raised?

  init(state: State, day: CivilDate, catalog: Catalog) {
    self.state = state
    self.day = day
    self.catalog = catalog
  }

  /// Adds a line of wording; lines with several wordings take turns.
  mutating func say(_ kind: Reply.Kind, _ id: String, _ values: [String: String] = [:]) {
    replies.append(Reply(kind, id, phrase(id, values)))
  }

  /// A line of wording as text, counted as said.
  mutating func phrase(_ id: String, _ values: [String: String] = [:]) -> String {
    let use = state.uses[id] ?? 0
    state.uses[id] = use + 1
    return catalog.say(id, use: use, values)
  }

  /// Offers topics, one of which a bare number then picks; the topic answers the line, where there is one.
  ///
  /// - Returns: The numbered lines to show.
  mutating func offer(_ topics: [ID<Topic>], answering line: String? = nil) -> [String] {
    state.offers = topics.map { State.Offer(text: catalog.title(of: $0), topic: $0, line: line) }
    return state.offers.map(\.text).numbered
  }

  /// Reports what the line is taken for, beyond doubt; the count of lines not understood starts again.
  mutating func understood(as intent: ID<Topic>) {
    intents = [Heard.Intent(id: intent, confidence: 1)]
    state.misses = 0
  }

  /// The finished turn.
  ///
  /// What was said is kept for "repeat".
  func turn() -> Turn {
    var state = state
    if !replies.isEmpty { state.lastReplies = replies }
    if state.trace?.topic != nil || state.trace?.safety != "none" { state.lastTrace = state.trace }
    state.trace = nil
    return Turn(state: state, replies: replies, effects: effects, intents: reported, safety: safety)
  }

  /// What the replies act on, a narrow topic by the wider one that it is a part of.
  private var reported: [Heard.Intent] {
    var reported: [Heard.Intent] = []
    for intent in intents {
      let id = catalog.topics[intent.id.rawValue]?.partOf ?? intent.id
      if !reported.contains(where: { $0.id == id }) {
        reported.append(Heard.Intent(id: id, confidence: intent.confidence))
      }
    }
    return reported
  }
}

extension Draft {
  /// Keeps how a line was understood, for "/why".
  mutating func remember(_ heard: Heard) {
    state.trace?.told = heard.readings.map(\.slot)
    guard let best = heard.best else { return }
    state.trace?.topic = ID(best.intent)
    state.trace?.outcome = Policy.outcome(of: heard.classification)
    state.trace?.repairs = heard.classification.repairs.map { "\($0.typed) → \($0.assumed)" }
    if let second = heard.classification.ranked.dropFirst().first {
      state.trace?.runnerUp = ID(second.intent)
      state.trace?.gap = best.margin - second.margin
    }
    guard let sum = catalog.model.explain(heard.classification, as: best.intent) else { return }
    let words = sum.byWord
    state.trace?.counted = words.filter { $0.weight > 0.02 }.prefix(6).map(Self.term)
    state.trace?.against = words.filter { $0.weight < -0.02 }.prefix(3).map(Self.term)
  }

  private static func term(_ part: Explanation.Part) -> String {
    let kind = part.block == .letters ? "letters of " : ""
    return "\(kind)\"\(part.term)\" \(part.weight < 0 ? "−" : "+")\(Figures.two(abs(part.weight)))"
  }
}
