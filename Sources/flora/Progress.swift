import Synchronization
import Terminal

/// A line that says how far long work has come, where somebody watches.
enum Progress {
  /// - Returns: Something to call after each piece, or nil when standard error is no terminal.
  static func reporter(isShown: Bool) -> (@Sendable (Int, Int) -> Void)? {
    guard isShown, TerminalFacts.isTerminal(TerminalFacts.standardError) else { return nil }
    let counter = Mutex(0)
    return { _, all in
      let done = counter.withLock { count in
        count += 1
        return count
      }
      let end = done == all ? "\n" : "\r"
      if done % 10 == 0 || done == all {
        try? OutputGate.write("training \(done) of \(all)\(end)", to: TerminalFacts.standardError)
      }
    }
  }
}
