internal import Dialogue

extension Play {
  mutating func meet(_ step: Script.Step, _ turn: Turn) {
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
