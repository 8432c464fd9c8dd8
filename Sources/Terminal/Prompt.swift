internal import CReadline
internal import Synchronization

/// The line editor: GNU readline, with completion, an in-memory history and Ctrl-C that clears the line.
package struct Prompt: ~Copyable {
  /// - Parameters:
  ///   - name: The name that people's inputrc files know it by.
  ///   - isPlain: Whether the terminal can do nothing but print.
  package init(name: String, isPlain: Bool) {
    flora_set_up(name, complete, isPlain ? 1 : 0)
    using_history()
  }

  /// Asks for a line; nil at the end of input.
  ///
  /// A paste of several lines is one line with line breaks in it.
  ///
  /// `completions`: What Tab offers now.
  package func ask(_ prompt: String, completions: [String]) -> String? {
    Completions.now.withLock { $0 = completions }
    flora_reset_screen()
    guard let bytes = readline(prompt) else { return nil }
    defer { free(bytes) }
    let line = String(cString: bytes)
    let folded = line.split(whereSeparator: \.isNewline).joined(separator: " ")
    if !folded.isEmpty { add_history(folded) }
    return line
  }

  deinit { clear_history() }
}

/// What Tab offers: the one thing that readline's callback must find by itself.
private enum Completions {
  static let now = Mutex<[String]>([])
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
  let typed = String(cString: text).lowercased()
  let fitting = Completions.now.withLock { all in all.filter { $0.lowercased().hasPrefix(typed) } }
  let place = Int(state)
  return place < fitting.count ? strdup(fitting[place]) : nil
}
