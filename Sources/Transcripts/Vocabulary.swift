internal import Dialogue
package import Knowledge
internal import Packed

/// Every name that a transcript may use, so that a slip is told as a slip and not as a wrong answer.
package struct Vocabulary: Sendable {
  private let topics: Set<String>
  private let replies: Set<String>
  private let asks: Set<String>
  private let actions: Set<String>
  private let safety: Set<String>
  private let references: Set<String>
  private let grades: Set<String>

  /// Views of an answer; each is a message of its own.
  static let views = ["short", "fuller", "plain", "why", "sources"]
  /// Messages that are put together and stand in no content file.
  private static let madeReplies = [
    "plan", "plan.why", "plan.step", "plan.what-if", "why", "form.review", "form.choices",
    "commands.topics",
  ]

  package init(_ catalog: Catalog) {
    let flags = catalog.redFlags.all
    topics = Set(catalog.topics.ids)
    asks = Set(
      Slot.allCases.map(\.rawValue) + ["nothing", "region", "consent", "clarify", "review"]
        + flags.map { "check:\($0.id.rawValue)" }
    )
    actions = Set(catalog.actions.ids)
    safety = Set(
      ["none"] + flags.map(\.id.rawValue) + flags.map(\.category.rawValue)
        + Level.allCases.map(\.rawValue)
    )
    references = Set(catalog.references.ids)
    let lines = catalog.wording.ids
    grades = Set(
      lines.filter { $0.hasPrefix("evidence.") }.map { String($0.dropFirst("evidence.".count)) }
    ).subtracting(["line", "line-two", "against"])
    let answers = catalog.answers.ids.flatMap { id in Self.views.map { "\(id).\($0)" } }
    let forms = catalog.questions.ids.map { "form.\($0)" }
    let dangers = catalog.redFlags.ids.flatMap { [$0, "\($0).numbers"] }
    replies = Set(answers + forms + dangers + lines + Self.madeReplies)
  }

  /// Names in some conversations that nothing goes by.
  package func errors(in scripts: [Script]) -> [ScriptError] {
    scripts.filter { script in !script.directives.contains { $0.word == "skip" } }
      .flatMap(\.steps).flatMap { step in
        step.expectations.compactMap { expectation -> ScriptError? in
          guard case .id(let id) = expectation.kind else { return nil }
          return mistake(inReply: id).map { Self.error(step, expectation.line, $0) }
        }
          + step.checks.compactMap { placed in
            mistake(in: placed.check.inner).map { Self.error(step, placed.line, $0) }
          }
      }
  }

  private static func error(_ step: Script.Step, _ line: Int, _ mistake: Check.Mistake)
    -> ScriptError
  {
    ScriptError(file: step.file, line: line, problem: mistake.problem, remedy: mistake.remedy)
  }

  private func mistake(in check: Check) -> Check.Mistake? {
    switch check {
    case .intent(let id, _): unknown(id, "topic", topics, "see 'flora topics'")
    case .answer(let id): mistake(inReply: id)
    case .asks(let name): name.flatMap { unknown($0, "question", asks, "name the slot it fills") }
    case .slot(let name, let value): mistake(inSlot: name, value)
    case .planHas(let id), .planLacks(let id, _), .planConsiders(let id):
      unknown(id, "plan action", actions, "see seeds/plan/actions.yml")
    case .safety(let name): unknown(name, "rule of the safety screen", safety, "see SAFETY.md")
    case .source(let id): unknown(id, "reference", references, "see seeds/references.yml")
    case .evidence(let grade):
      unknown(grade, "grade", grades, "use one of \(grades.sorted().joined(separator: ", "))")
    default: nil
    }
  }

  /// Two topics answered at once go by both ids, with a plus between them.
  private func mistake(inReply id: String) -> Check.Mistake? {
    let parts = id.split(separator: "+").map(String.init)
    if parts.count == 2, parts.allSatisfy(topics.contains) { return nil }
    return unknown(id, "message", replies, "see the ids in 'flora chat --json'")
  }

  private func mistake(inSlot name: String, _ value: String?) -> Check.Mistake? {
    guard let slot = Slot(rawValue: name) else {
      return unknown(name, "slot", Set(Slot.allCases.map(\.rawValue)), "see docs/commands.md")
    }
    guard let value, Template.names(in: value).isEmpty, SlotValue(listing: value, for: slot) == nil
    else { return nil }
    return Check.Mistake(
      problem: "'\(value)' is no value of the slot '\(name)'",
      remedy: "write \(Self.values(of: slot))"
    )
  }

  private static func values(of slot: Slot) -> String {
    switch slot.kind {
    case .flag: "yes or no"
    case .number(let bounds): "a number from \(Int(bounds.lowerBound)) to \(Int(bounds.upperBound))"
    case .choice(let options): "one of \(options.joined(separator: ", "))"
    case .list(let options): "one or more of \(options.joined(separator: ", ")), or none"
    }
  }

  private func unknown(_ name: String, _ kind: String, _ known: Set<String>, _ else: String)
    -> Check.Mistake?
  {
    guard !known.contains(name), Template.names(in: name).isEmpty else { return nil }
    return Check.Mistake(
      problem: "no \(kind) is named '\(name)'",
      remedy: Nearest.name(to: name, in: known.sorted()).map { "did you mean '\($0)'?" } ?? `else`
    )
  }
}
