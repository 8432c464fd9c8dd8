internal import Dispatch
internal import Synchronization

/// Does independent pieces of work on several threads; the results stand in the order of the pieces.
package func parallelMap<Result: Sendable>(
  _ count: Int,
  threads: Int,
  _ work: @Sendable (Int) -> Result
) -> [Result] {
  guard threads > 1, count > 1 else { return (0..<count).map(work) }
  let results = Mutex([Result?](repeating: nil, count: count))
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: threads) { _ in
    while true {
      let piece = next.add(1, ordering: .relaxed).oldValue
      guard piece < count else { return }
      let result = work(piece)
      results.withLock { $0[piece] = result }
    }
  }
  return results.withLock { $0.compactMap(\.self) }
}
