import Synchronization
import Terminal

/// A bar that says how far long work has come, where somebody watches.
enum Progress {
  private static let width = 30

  /// - Returns: Something to call after each piece, or nil when standard error is no terminal.
  static func reporter(isShown: Bool = true) -> (@Sendable (Int, Int) -> Void)? {
    guard isShown, TerminalFacts.isTerminal(TerminalFacts.standardError) else { return nil }
    let counter = Mutex(0)
    return { _, all in
      let done = counter.withLock { count in
        count += 1
        return count
      }
      guard done % 10 == 0 || done == all else { return }
      let filled = min(width, width * done / max(all, 1))
      let bar =
        String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
      let end = done == all ? "\n" : "\r"
      try? OutputGate.write(
        "training [\(bar)] \(done)/\(all)\(end)",
        to: TerminalFacts.standardError
      )
    }
  }
}
