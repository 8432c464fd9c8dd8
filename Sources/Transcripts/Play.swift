internal import Dialogue
internal import Knowledge
internal import Packed
internal import Planning

/// One conversation while it is played.
struct Play {
  private let conversation: Conversation
  private let testCase: ScriptCase
  private var stage: Stage
  private var values: [String: String]
  private var labelled: [String: [Reply]] = [:]
  private var lastReplies: [Reply] = []
  private var width = CheckEvaluator.defaultWidth
  private var before: [String] = []
  private var said: [String] = []
  private(set) var failures: [CaseResult.Failure] = []
  private(set) var changes: [CaseResult.Change] = []
  private(set) var coverage = Coverage()
  private(set) var turns: [CaseResult.Spoken] = []

  init(_ conversation: Conversation, _ testCase: ScriptCase) {
    self.conversation = conversation
    self.testCase = testCase
    values = testCase.values
    let day = CivilDate(Runner.defaultDay) ?? CivilDate(daysSince1970: 0)
    stage = Stage(conversation, day: day)
  }

  private var script: Script { testCase.script }
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
  private mutating func meet(_ step: Script.Step, _ turn: Turn) {
    if let none = step.expectations.first(where: { $0.kind == .none }) {
      guard !turn.replies.isEmpty else { return }
      return add(
        step,
        none.line,
        "bot: [none]",
        expected: "silence",
        actual: turn.replies.map { "<\($0.id)> \($0.text)" }.joined(separator: " ")
      )
    }
    if script.isStrict { meetAll(step, turn) } else { meetSome(step, turn) }
  }

  /// Meets each expectation with one message, in order; what is left over on either side is a failure.
  private mutating func meetAll(_ step: Script.Step, _ turn: Turn) {
    for (expectation, reply) in zip(step.expectations, turn.replies) {
      compare(step, expectation, reply)
    }
    for extra in turn.replies.dropFirst(step.expectations.count) {
      add(
        step,
        step.expectations.last?.lastLine ?? step.line,
        "one more message",
        expected: "no more",
        actual: "<\(extra.id)> \(extra.text)"
      )
    }
    for missing in step.expectations.dropFirst(turn.replies.count) {
      add(step, missing.line, "no message", expected: missing.kind.words, actual: "nothing")
    }
  }

  /// Meets each expectation with some later message than the one before; other messages may come too.
  private mutating func meetSome(_ step: Script.Step, _ turn: Turn) {
    var rest = turn.replies[...]
    for expectation in step.expectations {
      if case .unlike(let text) = expectation.kind {
        if let reply = turn.replies.first(where: { Wildcard(text).isIn($0.text) }) {
          add(
            step,
            expectation.line,
            "not this message",
            expected: "not \(text)",
            actual: "<\(reply.id)> \(reply.text)"
          )
        }
      } else if let place = rest.firstIndex(where: { match(expectation.kind, $0) != nil }) {
        values.merge(match(expectation.kind, rest[place]) ?? [:]) { $1 }
        rest = rest[(place + 1)...]
      } else {
        add(
          step,
          expectation.line,
          "no message like it",
          expected: Template.filled(expectation.kind.words, values),
          actual: turn.replies.isEmpty
            ? "nothing" : turn.replies.map { "<\($0.id)> \($0.text)" }.joined(separator: " ")
        )
      }
    }
  }

  /// What a message captures when it is as expected; nil when it is not.
  private func match(_ kind: Script.Expectation.Kind, _ reply: Reply) -> [String: String]? {
    switch kind {
    case .any: [:]
    case .none, .unlike: nil
    case .id(let id): reply.id == Template.filled(id, values) ? [:] : nil
    case .text(let text): Pattern(text, values: values).match(reply.text)
    case .snapshot(let text): Pattern(literal: text).match(reply.text)
    case .like(let text): Wildcard(text).isIn(reply.text) ? [:] : nil
    }
  }

  private mutating func compare(
    _ step: Script.Step,
    _ expectation: Script.Expectation,
    _ reply: Reply
  ) {
    if let captured = match(expectation.kind, reply) {
      values.merge(captured) { $1 }
      return
    }
    let line = expectation.line
    switch expectation.kind {
    case .id(let id):
      let wanted = "<\(Template.filled(id, values))>"
      add(
        step,
        line,
        "bot: \(wanted)",
        expected: wanted,
        actual: "<\(reply.id)> \(reply.text)"
      )
    case .text(let text):
      add(
        step,
        line,
        "bot: …",
        expected: Template.filled(text, values),
        actual: reply.text,
        WordDiff.text(Pattern(text, values: values), reply.text)
      )
    case .snapshot(let text):
      add(
        step,
        line,
        "bot* …",
        expected: text,
        actual: reply.text,
        WordDiff.text(text, reply.text)
      )
      changes.append(
        CaseResult.Change(
          file: step.file,
          lines: line...expectation.lastLine,
          old: text,
          new: reply.text,
          cause: reply.id,
          isLocked: script.isLocked
        )
      )
    case .any, .none, .like, .unlike: break
    }
  }

  private mutating func add(
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

extension Script.Expectation.Kind {
  var words: String {
    switch self {
    case .text(let text), .snapshot(let text), .like(let text): text
    case .unlike(let text): "not \(text)"
    case .id(let id): "<\(id)>"
    case .any: "some message"
    case .none: "silence"
    }
  }
}
