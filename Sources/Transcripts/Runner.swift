internal import Dialogue
internal import Dispatch
internal import Foundation
package import Knowledge
internal import Packed
internal import Planning
internal import Synchronization

/// Plays conversations and tells whether they went as written.
///
/// Nothing outside is touched: files are only pretended.
package struct Runner: Sendable {
  private let conversation: Conversation
  /// Today, unless a transcript says otherwise.
  package static let defaultDay = "2026-01-05"

  package init(_ catalog: Catalog) { conversation = Conversation(catalog) }

  private var catalog: Catalog { conversation.catalog }

  /// Plays all cases; results stand in the order of the cases, whatever the order of playing.
  package func run(_ cases: [ScriptCase], jobs: Int = 1, seed: UInt64? = nil) -> [CaseResult] {
    var order = Array(cases.indices)
    if let seed { order = Self.shuffled(order, seed: seed) }
    let shuffled = order
    let results = Mutex([CaseResult?](repeating: nil, count: cases.count))
    let next = Atomic(0)
    let work: @Sendable (Int) -> Void = { _ in
      while true {
        let place = next.add(1, ordering: .relaxed).oldValue
        guard place < shuffled.count else { return }
        let result = run(cases[shuffled[place]])
        results.withLock { $0[shuffled[place]] = result }
      }
    }
    if jobs > 1 {
      DispatchQueue.concurrentPerform(iterations: jobs, execute: work)
    } else {
      work(0)
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  private static func shuffled(_ order: [Int], seed: UInt64) -> [Int] {
    var state = seed
    return order.map { index -> (UInt64, Int) in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 16, index)
    }.sorted { $0 < $1 }.map(\.1)
  }

  /// Plays one case.
  package func run(_ testCase: ScriptCase) -> CaseResult {
    let script = testCase.script
    if let skip = script.directives.first(where: { $0.word == "skip" }) {
      return result(of: testCase, .skipped, reason: skip.value, Play(conversation, testCase))
    }
    var play = Play(conversation, testCase)
    play.playAll()
    let todo = script.directives.first { $0.word == "todo" }
    let status: CaseResult.Status =
      switch (play.failures.isEmpty, todo) {
      case (true, nil): .passed
      case (false, nil): .failed
      case (true, _): .fixed
      case (false, _): .todo
      }
    return result(of: testCase, status, reason: todo?.value ?? "", play)
  }

  private func result(
    of testCase: ScriptCase,
    _ status: CaseResult.Status,
    reason: String,
    _ play: Play
  ) -> CaseResult {
    CaseResult(
      name: testCase.name,
      file: testCase.script.file,
      line: testCase.script.line,
      status: status,
      reason: reason,
      failures: play.failures,
      coverage: play.coverage,
      changes: play.changes
    )
  }
}

/// One conversation while it is played.
struct Play {
  private let conversation: Conversation
  private let testCase: ScriptCase
  private var state = State()
  private var day: CivilDate
  private var values: [String: String]
  private var labelled: [String: [Reply]] = [:]
  private var files: Set<String> = []
  private var before: [String] = []
  private(set) var failures: [CaseResult.Failure] = []
  private(set) var changes: [CaseResult.Change] = []
  private(set) var coverage = Coverage()

  init(_ conversation: Conversation, _ testCase: ScriptCase) {
    self.conversation = conversation
    self.testCase = testCase
    values = testCase.values
    day = CivilDate(Runner.defaultDay) ?? CivilDate(daysSince1970: 0)
  }

  private var script: Script { testCase.script }
  private var catalog: Catalog { conversation.catalog }

  mutating func playAll() {
    for index in script.steps.indices {
      for directive in script.directives where directive.before == index {
        apply(directive, afterStep: index)
      }
      play(script.steps[index])
    }
  }

  private mutating func apply(_ directive: Script.Directive, afterStep index: Int) {
    switch directive.word {
    case "clock":
      if let date = CivilDate(String(directive.value.prefix(10))) {
        day = date
      } else {
        fail(directive, "no day")
      }
    case "advance":
      guard directive.value.hasSuffix("d"), let days = Int(directive.value.dropLast()) else {
        return fail(directive, "a number of days such as 7d")
      }
      day = day.adding(days: days)
    case "region":
      state.profile.set(.region, .choice(directive.value), from: directive.value)
    case "profile":
      setProfile(directive)
    case "set":
      let parts = directive.value.split(separator: "=", maxSplits: 1).map(\.trimmedText)
      if parts.count == 2 { values[parts[0]] = parts[1] }
    case "label":
      labelled[directive.value] = state.lastReplies
    default:
      break
    }
  }

  /// `@profile slot=value slot=value`: what is known before the talk starts.
  private mutating func setProfile(_ directive: Script.Directive) {
    var lists: [Slot: [String]] = [:]
    for pair in directive.value.split(separator: " ") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let slot = Slot(rawValue: parts[0]) else {
        return fail(directive, "slot=value")
      }
      for text in parts[1].split(separator: ",").map(String.init) {
        guard let value = SlotValue(text, for: slot) else {
          return fail(directive, "a value of \(slot.rawValue)")
        }
        if case .list(let items) = value {
          lists[slot, default: []] += items
          state.profile.set(slot, .list(lists[slot] ?? []), from: text)
        } else {
          state.profile.set(slot, value, from: text)
        }
      }
    }
  }

  private mutating func fail(_ directive: Script.Directive, _ wanted: String) {
    failures.append(
      failure(directive.line, "@\(directive.word)", expected: wanted, actual: directive.value)
    )
  }

  private mutating func play(_ step: Script.Step) {
    let message = step.message.map { Pattern.filled($0, values) }.joined(separator: "\n")
    let earlier = state
    var turn = hear(message)
    coverage.note(turn, before: earlier, message: message, catalog)
    state = turn.state
    turn.replies = turn.replies.filter { !$0.text.isEmpty }
    meet(step, turn, message: message)
    let evaluator = CheckEvaluator(turn: turn, catalog: catalog, labelled: labelled, values: values)
    for placed in step.checks {
      if let wrong = evaluator.failure(of: placed.check) {
        failures.append(
          failure(
            placed.line,
            "? \(placed.text)",
            expected: wrong.expected,
            actual: wrong.actual,
            message
          )
        )
      }
    }
    before.append("you: \(message)")
    before.append("bot: \(turn.replies.map(\.id).joined(separator: ", "))")
  }

  /// A line, a key, and whatever files the turn asks for, which are only pretended.
  private mutating func hear(_ message: String) -> Turn {
    if message == "^C" { return Turn(state: state) }
    var turn = conversation.respond(
      to: .line(message == "^D" ? "/quit" : message, on: day),
      in: state
    )
    for effect in turn.effects {
      guard case .save(_, let path, let overwrite) = effect else { continue }
      let event: Event =
        files.contains(path) && !overwrite ? .exists(path: path) : .saved(path: path)
      files.insert(path)
      let next = conversation.respond(to: event, in: turn.state)
      turn.state = next.state
      turn.replies += next.replies
    }
    return turn
  }
}

extension Play {
  /// Meets each expectation with one message, in order; what is left over on either side is a failure.
  private mutating func meet(_ step: Script.Step, _ turn: Turn, message: String) {
    let expectations = step.expectations.filter { $0.kind != .none }
    if step.expectations.contains(where: { $0.kind == .none }), !turn.replies.isEmpty {
      let line = step.expectations.first { $0.kind == .none }?.line ?? step.line
      failures.append(
        failure(line, "bot: [none]", expected: "silence", actual: words(of: turn.replies), message)
      )
      return
    }
    for (expectation, reply) in zip(expectations, turn.replies) {
      compare(expectation, reply, message)
    }
    for extra in turn.replies.dropFirst(expectations.count) {
      let line = step.expectations.last?.lastLine ?? step.line
      failures.append(
        failure(
          line,
          "one more message",
          expected: "no more",
          actual: "<\(extra.id)> \(extra.text)",
          message
        )
      )
    }
    for missing in expectations.dropFirst(turn.replies.count) {
      failures.append(
        failure(
          missing.line,
          "no message",
          expected: words(of: missing),
          actual: "nothing",
          message
        )
      )
    }
  }

  private mutating func compare(
    _ expectation: Script.Expectation,
    _ reply: Reply,
    _ message: String
  ) {
    switch expectation.kind {
    case .any, .none: return
    case .id(let id):
      let wanted = Pattern.filled(id, values)
      if reply.id != wanted {
        failures.append(
          failure(
            expectation.line,
            "bot: <\(wanted)>",
            expected: "<\(wanted)>",
            actual: "<\(reply.id)> \(reply.text)",
            message
          )
        )
      }
    case .text(let text):
      if let captured = Pattern.match(text, reply.text, values: values) {
        values.merge(captured) { $1 }
      } else {
        failures.append(
          failure(
            expectation.line,
            "bot: …",
            expected: Pattern.filled(text, values),
            actual: reply.text,
            message
          )
        )
      }
    case .snapshot(let text):
      guard Pattern.match(text, reply.text, values: values) == nil else { return }
      failures.append(
        failure(expectation.line, "bot* …", expected: text, actual: reply.text, message)
      )
      changes.append(
        CaseResult.Change(
          file: script.file,
          lines: expectation.line...expectation.lastLine,
          old: text,
          new: reply.text,
          cause: reply.id,
          isLocked: script.isLocked
        )
      )
    }
  }

  private func words(of replies: [Reply]) -> String { replies.map(\.text).joined(separator: " ") }

  private func words(of expectation: Script.Expectation) -> String {
    switch expectation.kind {
    case .text(let text), .snapshot(let text): text
    case .id(let id): "<\(id)>"
    case .any: "some message"
    case .none: "silence"
    }
  }

  private func failure(
    _ line: Int,
    _ what: String,
    expected: String,
    actual: String,
    _ message: String = ""
  ) -> CaseResult.Failure {
    let trace = state.lastTrace
    let why = trace.flatMap { trace in
      trace.topic.map {
        "\($0.rawValue) (\(trace.outcome.rawValue)), next \(trace.runnerUp?.rawValue ?? "none")"
      }
    }
    let lines = before.filter { $0.hasPrefix("you: ") }.map { String($0.dropFirst(5)) } + [message]
    let quoted = lines.filter { !$0.isEmpty }.map {
      "'\($0.replacing("'", with: "'\\''").replacing("\n", with: " "))'"
    }
    return CaseResult.Failure(
      line: line,
      what: what,
      expected: expected,
      actual: actual,
      before: before.suffix(6).map { $0.count > 110 ? String($0.prefix(107)) + "…" : $0 },
      why: why ?? "nothing understood",
      replay: "printf '%s\\n' \(quoted.joined(separator: " ")) | flora"
    )
  }
}
