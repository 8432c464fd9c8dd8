import Foundation
import Synchronization
import Terminal

/// A line that says how far a long run has come, where somebody watches.
enum TestProgress {
  /// Seconds before anything is said; short runs say nothing.
  private static let patience = 1.0

  /// - Parameter verb: What is done to the things counted, such as "played".
  /// - Returns: Something to call after each thing, or nil when standard error is no terminal.
  static func reporter(_ verb: String) -> (@Sendable (Int, Int) -> Void)? {
    guard TerminalFacts.isTerminal(TerminalFacts.standardError) else { return nil }
    let start = ProcessInfo.processInfo.systemUptime
    let shown = Mutex(0.0)
    return { done, all in
      let now = ProcessInfo.processInfo.systemUptime
      guard now - start > patience else { return }
      let isDue = shown.withLock { last in
        guard now - last > 0.1 || done == all else { return false }
        last = now
        return true
      }
      guard isDue else { return }
      let end = done == all ? "\n" : "\r"
      try? OutputGate.write("\(verb) \(done) of \(all)\(end)", to: TerminalFacts.standardError)
    }
  }
}
