internal import CReadline
internal import Synchronization

/// The line editor: GNU readline, with completion, an in-memory history and Ctrl-C that clears the line.
package struct Prompt: ~Copyable {
  /// What came of asking for a line.
  package enum Input: Equatable, Sendable {
    /// A paste of several lines is one line with line breaks in it.
    case line(String)
    /// Ctrl-D, or the terminal has gone.
    case end
    /// Ctrl-C twice on an empty line.
    case interrupted
  }

  /// Whether the person's key file has lines that readline does not know.
  package let hasUnknownKeys: Bool

  /// - Parameters:
  ///   - name: The name that people's inputrc files know it by.
  ///   - isPlain: Whether the terminal can do nothing but print.
  package init(name: String, isPlain: Bool) {
    hasUnknownKeys = flora_set_up(name, complete, readKey, isPlain ? 1 : 0) != 0
    using_history()
  }

  /// Asks for a line.
  ///
  /// `completions`: What Tab offers now, in groups; the first group that has something fitting counts.
  package func ask(_ prompt: String, completions: [[String]]) -> Input {
    Completions.now.withLock { $0 = completions }
    flora_begin_line()
    guard let bytes = readline(prompt) else { return .end }
    defer { free(bytes) }
    if flora_was_left() != 0 { return .interrupted }
    let line = String(cString: bytes)
    let folded = line.split(whereSeparator: \.isNewline).joined(separator: " ")
    if !folded.isEmpty { add_history(folded) }
    return .line(line)
  }

  deinit { clear_history() }
}

/// What Tab offers: readline's callback must find it by itself.
private enum Completions {
  static let now = Mutex<[[String]]>([])

  /// Those that begin like the text.
  static func fitting(_ text: String) -> [String] {
    let typed = text.lowercased()
    let groups = now.withLock { $0 }
    return groups.lazy.map { $0.filter { $0.lowercased().hasPrefix(typed) } }
      .first { !$0.isEmpty } ?? []
  }
}

/// The keys on their way to readline.
private enum Keys {
  static let filter = Mutex(KeyFilter())
}

/// Readline's reader of keys: the terminal's bytes, through the filter.
private func readKey(_ stream: UnsafeMutablePointer<FILE>?) -> Int32 {
  while true {
    if let byte = Keys.filter.withLock({ $0.next() }) { return Int32(byte) }
    let byte = flora_next_byte(stream)
    guard let byte = UInt8(exactly: byte) else { return byte }
    Keys.filter.withLock { $0.take(byte) }
  }
}

/// Readline's completion: commands, choices and topics that begin like the line; never file names.
private func complete(
  _ text: UnsafePointer<CChar>?,
  _ start: Int32,
  _ end: Int32
) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
  flora_no_file_names()
  flora_no_space_after()
  guard start == 0, let text else { return nil }
  return rl_completion_matches(text, nextCompletion)
}

private func nextCompletion(_ text: UnsafePointer<CChar>?, _ state: Int32) -> UnsafeMutablePointer<
  CChar
>? {
  guard let text else { return nil }
  let fitting = Completions.fitting(String(cString: text))
  let place = Int(state)
  return place < fitting.count ? strdup(fitting[place]) : nil
}
