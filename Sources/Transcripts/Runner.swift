internal import Dialogue
internal import Dispatch
package import Knowledge
internal import Packed
internal import Synchronization

/// Plays conversations and tells whether they went as written.
///
/// Nothing outside is touched: files are only pretended.
package struct Runner: Sendable {
  private let conversation: Conversation
  /// Today, unless a transcript says otherwise.
  package static let defaultDay = "2026-01-05"

  package init(_ catalog: Catalog) { conversation = Conversation(catalog) }

  /// Plays all cases; results stand in the order of the cases, whatever the order of playing.
  ///
  /// - Parameters:
  ///   - cases: What to play.
  ///   - jobs: Threads to play on.
  ///   - seed: Makes a shuffled order of playing.
  ///   - progress: Told how many are done and how many there are, from any thread.
  /// - Returns: One result a case.
  package func run(
    _ cases: [ScriptCase],
    jobs: Int = 1,
    seed: UInt64? = nil,
    progress: (@Sendable (Int, Int) -> Void)? = nil
  ) -> [CaseResult] {
    let order = seed.map { Shuffle.order(of: cases.count, seed: $0) } ?? Array(cases.indices)
    let results = Mutex([CaseResult?](repeating: nil, count: cases.count))
    let next = Atomic(0)
    let finished = Atomic(0)
    let work: @Sendable (Int) -> Void = { _ in
      while true {
        let place = next.add(1, ordering: .relaxed).oldValue
        guard place < order.count else { return }
        let result = run(cases[order[place]])
        results.withLock { $0[order[place]] = result }
        progress?(finished.add(1, ordering: .relaxed).newValue, cases.count)
      }
    }
    if jobs > 1 {
      DispatchQueue.concurrentPerform(iterations: jobs, execute: work)
    } else {
      work(0)
    }
    return results.withLock { $0.compactMap(\.self) }
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
      turns: play.turns,
      coverage: play.coverage,
      changes: play.changes
    )
  }
}

/// Orders made from a number: the same number gives the same order everywhere.
package enum Shuffle {
  package static func order(of count: Int, seed: UInt64) -> [Int] {
    var state = seed
    return (0..<count).map { index -> (UInt64, Int) in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let mixed = (state ^ state >> 31) &* 0x9e37_79b9_7f4a_7c15
      return (mixed ^ mixed >> 29, index)
    }.sorted { $0 < $1 }.map(\.1)
  }
}
