import Dialogue
import Intents
import Knowledge
import Testing

/// Talks drawn by number, many thousand lines long in all.
struct WalkTests {
  /// What people may say at any time; facts among them never take another back.
  private static let lines = [
    "make me a plan", "acne", "eczema for a year", "34", "I'm 29", "no", "yes", "none", "nope",
    "1", "2", "3", "1 and 2", "8", "vegan", "vegetarian, no nuts", "everything, no allergies",
    "7 hours, low stress", "I sleep 5 hours", "I said 6 hours, more like 5", "high stress",
    "gentle", "harsh scrubs", "I take warfarin", "I have IBS", "I smoke", "I'm pregnant",
    "change my diet", "change my age", "change an answer", "actually I'm 41",
    "why do you ask", "what for", "why", "skip", "not sure", "back", "so far", "help", "repeat",
    "does milk cause acne", "are probiotics safe?", "more", "sources", "simpler", "thanks",
    "hello", "xqzt blorf", "purple", "%%", "", "ok", "stop", "cancel", "start over",
    "my throat is closing up and I can't breathe", "I want to die", "I am safe", "UK",
    "save my plan", "show my plan", "too much", "make it cheaper", "swap 1", "why 2",
    "what if I don't eat fish", "/why", "/help", "/profile", "/plan",
  ]
  private static let losing: Set<String> = ["start over"]
  private static let rewinding: Set<String> = ["start over", "back", "make me a plan", "/plan"]

  /// A walk of drawn lines.
  private struct Walk {
    var state = State()
    var numbers: SplitMix
    var step = 0
    var prompts: [String] = []

    mutating func next() -> (line: String, turn: Turn) {
      let wanted = lines.randomElement(using: &numbers) ?? ""
      // One line in three answers whatever is asked, so that walks reach the plan.
      let line = UInt8.random(in: 0..<3, using: &numbers) == 0 ? answer ?? wanted : wanted
      let turn = Talk.say(line, in: state)
      guard case .save(_, let path, let overwrite) = turn.effects.first else { return (line, turn) }
      let isThere = UInt8.random(in: 0..<2, using: &numbers) != 0
      let event: Event = isThere && !overwrite ? .exists(path: path) : .saved(path: path)
      return (line, Talk.conversation.respond(to: event, in: turn.state))
    }

    private var answer: String? {
      guard let form = state.form, !form.isReviewing else { return state.form.map { _ in "yes" } }
      return Talk.answers[Talk.questions[form.open].id.rawValue]
    }
  }

  @Test(arguments: 0..<20)
  func `no talk repeats itself, loses a fact or counts backwards`(_ seed: Int) {
    for round in 0..<50 {
      var walk = Walk(numbers: SplitMix(seed: UInt64(seed * 1_000 + round)))
      var said: [String] = []
      for _ in 0..<100 {
        let (line, turn) = walk.next()
        said.append(line)
        if let fault = fault(turn, line, &walk) {
          Issue.record("\(fault): \(said.suffix(12).joined(separator: " | "))")
          return
        }
        walk.state = turn.state
      }
    }
  }

  /// What is wrong with a turn.
  private func fault(_ turn: Turn, _ line: String, _ walk: inout Walk) -> String? {
    if turn.replies.isEmpty { return "silence" }
    if turn.replies.contains(where: { $0.text.isEmpty || $0.text.contains("[form.") }) {
      return "a reply without words"
    }
    let lost = walk.state.profile.known.filter { turn.state.profile[$0] == nil }
    if !lost.isEmpty, !Self.losing.contains(line) { return "lost \(lost)" }
    return repeated(turn, line, &walk) ?? countedBack(turn, line, &walk)
  }

  private func repeated(_ turn: Turn, _ line: String, _ walk: inout Walk) -> String? {
    // Whoever asks for it again gets it again.
    if line == "repeat" {
      walk.prompts = []
      return nil
    }
    guard let last = turn.replies.last, last.kind == .question, !Self.losing.contains(line) else {
      walk.prompts = []
      return nil
    }
    walk.prompts = walk.prompts.last == last.text ? walk.prompts + [last.text] : [last.text]
    return walk.prompts.count > 2 ? "said three times: \(last.text)" : nil
  }

  private func countedBack(_ turn: Turn, _ line: String, _ walk: inout Walk) -> String? {
    if turn.state.form == nil || Self.rewinding.contains(line) { walk.step = 0 }
    guard let step = turn.step else { return nil }
    defer { walk.step = step }
    return step < walk.step ? "from question \(walk.step) to \(step)" : nil
  }

  @Test func `equal arguments give equal turns`() {
    var walk = Walk(numbers: SplitMix(seed: 7))
    for _ in 0..<300 {
      let (line, turn) = walk.next()
      #expect(Talk.say(line, in: walk.state) == Talk.say(line, in: walk.state))
      walk.state = turn.state
    }
  }
}
