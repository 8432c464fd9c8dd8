package import Dialogue
internal import Knowledge
internal import Language
package import Planning
internal import Safety
internal import Slots

/// Writes a talk down as a transcript that passes.
///
/// The talk is played again with placeholders for personal words, and what is said then is what the transcript expects.
package struct Recorder: Sendable {
  private let conversation: Conversation
  /// What the heading says.
  private let name: String
  /// The day to write down; nil for the tests' own.
  private let day: CivilDate?
  /// The country that was known before the talk.
  private let region: String?
  private let keepsWords: Bool

  package init(
    _ conversation: Conversation,
    name: String,
    day: CivilDate? = nil,
    region: String? = nil,
    keepsWords: Bool = false
  ) {
    self.conversation = conversation
    self.name = name
    self.day = day
    self.region = region
    self.keepsWords = keepsWords
  }

  package struct Recording: Equatable, Sendable {
    package let text: String
    /// Turns whose messages are others than in the talk, because placeholders stand for the person's words.
    package let changedTurns: Int
  }

  /// Writes down what a person said.
  package func recording(of lines: [String]) -> Recording {
    var real = stage()
    var shown = stage()
    var placeholders = Placeholders(conversation.catalog)
    var out = header
    var changed = 0
    for line in lines {
      let line = Self.plain(line)
      guard !line.isEmpty, !real.hasQuit, !shown.hasQuit else { continue }
      let earlier = real.state
      let turn = real.hear(line)
      let written =
        keepsWords
        ? Placeholders.Line(escaping: line)
        : placeholders.line(
          line,
          from: earlier,
          to: turn.state,
          facts: facts(in: line),
          shown: shown.state
        )
      let before = shown.state
      let said = shown.hear(Template.filled(written.text, placeholders.values))
      if said.replies.map(\.id) != turn.replies.map(\.id) { changed += 1 }
      out += written.sets.map { "@set \($0.name) = \($0.value)" }
      out += message(written.text) + expectations(said) + checks(said, before)
    }
    out.append("```")
    return Recording(text: out.joined(separator: "\n") + "\n", changedTurns: changed)
  }

  /// The words of each fact that a line states.
  private func facts(in line: String) -> [Slot: String] {
    Dictionary(
      conversation.readings(in: line).map { ($0.slot, $0.words) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private func stage() -> Stage {
    var state = State()
    if let region { state.profile.set(.region, .choice(region), from: region) }
    let usual = CivilDate(Runner.defaultDay) ?? CivilDate(daysSince1970: 0)
    return Stage(conversation, state: state, day: day ?? usual)
  }

  private var header: [String] {
    let words = keepsWords ? "The words are as they were typed." : "Personal words stand in braces."
    var lines = ["# \(name)", "", "A recorded talk. \(words)", "", "```chat"]
    if let day { lines.append("@clock \(day.iso)") }
    if let region { lines.append("@region \(region)") }
    return lines
  }

  /// Without what only a terminal understands; a pasted line break stays.
  private static func plain(_ line: String) -> String {
    let lines = ScriptLines.lines(of: line).map { TextCleaner.clean($0).trimmed }
    let text = lines.filter { !$0.isEmpty }.joined(separator: "\n")
    return String(text.drop { $0 == "^" })
  }

  private func message(_ text: String) -> [String] {
    text.split(separator: "\n").enumerated().map { $0 == 0 ? "you: \($1)" : "| \($1)" }
  }

  private func expectations(_ turn: Turn) -> [String] {
    turn.replies.isEmpty ? ["bot: [none]"] : turn.replies.map { "bot: <\($0.id)>" }
  }

  private func checks(_ turn: Turn, _ before: State) -> [String] {
    let catalog = conversation.catalog
    var checks = turn.intents.map { "intent \($0.id.rawValue)" }
    if let danger = turn.safety { checks.append("safety \(danger.rule.rawValue)") }
    if let source = turn.replies.flatMap(\.sources).first {
      checks.append("source \(source.rawValue)")
    }
    let profile = turn.state.profile
    for slot in Slot.allCases where profile[slot] != before.profile[slot] {
      checks.append("slot \(slot.rawValue) \(Self.value(of: slot, profile))")
    }
    let asking = turn.state.asking(catalog)
    if asking != nil || before.asking(catalog) != nil {
      checks.append("asks \(asking ?? "nothing")")
    }
    if let plan = turn.state.plan, plan != before.plan {
      checks += plan.items.map { "plan has \($0.action.id.rawValue)" }
      if plan.items.isEmpty { checks.append("plan empty") }
    }
    for effect in turn.effects {
      switch effect {
      case .save(_, let path, _), .record(let path, _): checks.append("writes \(path)")
      case .quit: checks.append("quits")
      case .forget, .reload: break
      }
    }
    return checks.map { "? \($0)" }
  }

  private static func value(of slot: Slot, _ profile: Profile) -> String {
    switch profile[slot] {
    case nil: "unset"
    case .list(let values): "= \(values.isEmpty ? "none" : values.joined(separator: ","))"
    case .choice(let value): "= \(value)"
    case .flag, .number: "= \(profile.words(for: slot))"
    }
  }
}
