internal import Dialogue
internal import Knowledge
internal import Packed
internal import Planning

/// One conversation while it is played.
struct Play {
  private let conversation: Conversation
  private let testCase: ScriptCase
  private var stage: Stage
  var values: [String: String]
  private var labelled: [String: [Reply]] = [:]
  private var lastReplies: [Reply] = []
  private var width = CheckEvaluator.defaultWidth
  private var before: [String] = []
  private var said: [String] = []
  private(set) var failures: [CaseResult.Failure] = []
  var changes: [CaseResult.Change] = []
  private(set) var coverage = Coverage()
  private(set) var turns: [CaseResult.Spoken] = []

  init(_ conversation: Conversation, _ testCase: ScriptCase) {
    self.conversation = conversation
    self.testCase = testCase
    values = testCase.values
    let day = CivilDate(Runner.defaultDay) ?? CivilDate(daysSince1970: 0)
    stage = Stage(conversation, day: day)
  }

  var script: Script { testCase.script }
  private var catalog: Catalog { conversation.catalog }

  mutating func playAll() {
    for index in script.steps.indices {
      for directive in script.directives where directive.before == index { apply(directive) }
      let step = script.steps[index]
      if stage.hasQuit {
        turns.append(
          CaseResult.Spoken(line: step.line, message: step.message.joined(separator: " "))
        )
        add(step, step.line, "you: …", expected: "a talk that goes on", actual: "it has ended")
        return
      }
      play(step)
    }
  }

  /// Values were checked when the file was read.
  private mutating func apply(_ directive: Script.Directive) {
    switch directive.word {
    case "clock": if let day = DirectiveRules.day(directive.value) { stage.day = day }
    case "advance":
      if let days = DirectiveRules.days(directive.value) {
        stage.day = stage.day.adding(days: days)
      }
    case "seed":
      guard let seed = DirectiveRules.seed(directive.value) else { return }
      let ids = catalog.wording.ids
      stage.change { state in for id in ids { state.uses[id] = seed } }
    case "region":
      let code = directive.value.uppercased()
      stage.change { $0.profile.set(.region, .choice(code), from: code) }
    case "profile":
      let facts = DirectiveRules.facts(directive.value) ?? []
      stage.change { state in
        for fact in facts { state.profile.set(fact.slot, fact.value, from: fact.words) }
      }
    case "width": width = DirectiveRules.width(directive.value) ?? width
    case "set":
      if let set = DirectiveRules.assignment(directive.value) { values[set.name] = set.value }
    case "label": labelled[directive.value] = lastReplies
    default: break
    }
  }

  private mutating func play(_ step: Script.Step) {
    let message = step.message.map { Template.filled($0, values) }.joined(separator: "\n")
    let earlier = stage.state
    said.append(message)
    turns.append(CaseResult.Spoken(line: step.line, message: message))
    let turn = stage.hear(message)
    coverage.note(turn, before: earlier, message: message, catalog)
    lastReplies = turn.replies
    meet(step, turn)
    let evaluator = CheckEvaluator(
      turn: turn,
      catalog: catalog,
      labelled: labelled,
      values: values,
      width: width
    )
    for placed in step.checks {
      if let wrong = evaluator.failure(of: placed.check) {
        add(
          step,
          placed.line,
          "? \(placed.text)",
          expected: wrong.expected,
          actual: wrong.actual
        )
      }
    }
    before.append("you: \(message)")
    before.append("bot: \(turn.replies.map { "<\($0.id)>" }.joined(separator: " "))")
  }
}

extension Play {
  mutating func add(
    _ step: Script.Step,
    _ line: Int,
    _ what: String,
    expected: String,
    actual: String,
    _ difference: String? = nil
  ) {
    failures.append(
      CaseResult.Failure(
        file: step.file,
        line: line,
        turn: step.line,
        place: turns.count - 1,
        what: what,
        expected: expected,
        actual: actual,
        difference: difference,
        before: before.suffix(6).map(Self.brief),
        why: why,
        replay: replay
      )
    )
  }

  private static func brief(_ line: String) -> String {
    let line = line.replacing("\n", with: " ")
    return line.count > 110 ? String(line.prefix(107)) + "…" : line
  }

  /// The reading of the turn: topic, runner-up, margin, the words that counted, the safety screen.
  private var why: String {
    guard let trace = stage.state.lastTrace, let topic = trace.topic else {
      return "nothing understood"
    }
    var parts = ["\(topic.rawValue) (\(trace.outcome.rawValue))"]
    if let next = trace.runnerUp {
      let margin = (trace.gap * 100).rounded() / 100
      parts.append("next \(next.rawValue), \(margin) behind")
    }
    if !trace.counted.isEmpty { parts.append("for \(trace.counted.joined(separator: ", "))") }
    if !trace.against.isEmpty { parts.append("against \(trace.against.joined(separator: ", "))") }
    if !trace.repairs.isEmpty { parts.append("read \(trace.repairs.joined(separator: ", "))") }
    if let followUp = trace.followUp { parts.append("as a follow-up: \(followUp)") }
    parts.append("safety \(trace.safety)")
    return parts.joined(separator: "; ")
  }

  private var replay: String {
    let quoted = said.filter { $0 != "^C" }.map {
      "'\($0.replacing("'", with: "'\\''").replacing("\n", with: " "))'"
    }
    let day = stage.day.iso
    let region = script.values(of: "region").first.map { " --region \($0)" } ?? ""
    return "printf '%s\\n' \(quoted.joined(separator: " ")) | flora chat --today \(day)\(region)"
  }
}
