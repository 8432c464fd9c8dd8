internal import Dispatch
internal import Synchronization

/// Tells which deliberate mistakes the conversations notice.
package struct MutationRun: Sendable {
  private let cases: [ScriptCase]
  private let coverage: [Coverage]

  /// `results`: The results of the same cases on the right catalog; cases that fail there say nothing and are left out.
  package init(_ cases: [ScriptCase], _ results: [CaseResult]) {
    let sound = zip(cases, results).filter { $1.status == .passed }
    self.cases = sound.map(\.0)
    coverage = sound.map(\.1.coverage)
  }

  package struct Outcome: Equatable, Sendable {
    package let kind: Mutant.Kind
    package let what: String
    /// The first conversation that failed, by file and line; nil when none did.
    package let noticedBy: String?

    package init(kind: Mutant.Kind, what: String, noticedBy: String?) {
      self.kind = kind
      self.what = what
      self.noticedBy = noticedBy
    }
  }

  /// Plays the conversations against each mistake until one fails, the likeliest first.
  ///
  /// - Parameters:
  ///   - mutants: The mistakes.
  ///   - jobs: Threads to play on.
  ///   - progress: Told how many are done and how many there are, from any thread.
  /// - Returns: One outcome a mistake that could be made, in their order.
  package func run(
    _ mutants: [Mutant],
    jobs: Int,
    progress: (@Sendable (Int, Int) -> Void)? = nil
  ) -> [Outcome] {
    let outcomes = Mutex([Outcome?](repeating: nil, count: mutants.count))
    let next = Atomic(0)
    let finished = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, jobs)) { _ in
      while true {
        let place = next.add(1, ordering: .relaxed).oldValue
        guard place < mutants.count else { return }
        let outcome = outcome(of: mutants[place])
        outcomes.withLock { $0[place] = outcome }
        progress?(finished.add(1, ordering: .relaxed).newValue, mutants.count)
      }
    }
    return outcomes.withLock { $0.compactMap(\.self) }
  }

  private func outcome(of mutant: Mutant) -> Outcome? {
    guard let catalog = mutant.catalog() else { return nil }
    let runner = Runner(catalog)
    let near = cases.indices.filter { mutant.isNear(coverage[$0]) }
    let rest = cases.indices.filter { !mutant.isNear(coverage[$0]) }
    let first = (near + rest).first { runner.run(cases[$0]).isFailure }
    return Outcome(
      kind: mutant.kind,
      what: mutant.what,
      noticedBy: first.map { "\(cases[$0].script.file):\(cases[$0].script.line)" }
    )
  }

  /// What nobody noticed, and the share that somebody did.
  package static func text(of outcomes: [Outcome]) -> String {
    var lines: [String] = []
    for kind in Mutant.Kind.allCases {
      let own = outcomes.filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      let noticed = own.count { $0.noticedBy != nil }
      lines.append("\(kind.rawValue): \(noticed) of \(own.count) noticed")
      lines += own.filter { $0.noticedBy == nil }.map { "  no test notices: \($0.what)" }
    }
    let noticed = outcomes.count { $0.noticedBy != nil }
    let percent = outcomes.isEmpty ? 0 : noticed * 100 / outcomes.count
    lines.append("\(noticed) of \(outcomes.count) mistakes noticed (\(percent) %)")
    return lines.joined(separator: "\n") + "\n"
  }
}
