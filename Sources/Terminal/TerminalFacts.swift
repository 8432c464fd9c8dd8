#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What is known of the terminal, asked anew before each reply.
package enum TerminalFacts {
  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  package static var standardInput: Int32 { STDIN_FILENO }
  package static var standardOutput: Int32 { STDOUT_FILENO }
  package static var standardError: Int32 { STDERR_FILENO }

  /// Columns of the terminal, or nil where there is none or it does not say.
  package static var columns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Whether the terminal can do nothing but print.
  package static func isDumb(_ environment: [String: String]) -> Bool {
    ["", "dumb"].contains(environment["TERM"] ?? "")
  }

  /// Whether bold may be used: a terminal that can, and nobody asked for plain text.
  package static func allowsBold(_ environment: [String: String]) -> Bool {
    isTerminal(STDOUT_FILENO) && !isDumb(environment) && (environment["NO_COLOR"] ?? "").isEmpty
  }
}
