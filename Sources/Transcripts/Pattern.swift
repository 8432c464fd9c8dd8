/// Expected words: exact but for spaces, with `[...]` for any words, `{name}` for a value and `{name=}` to keep one.
enum Pattern {
  private enum Part: Equatable {
    case word(String)
    case gap
    case capture(String)
  }

  /// Matches a message.
  ///
  /// - Returns: The values captured, or nil when the words do not match.
  static func match(_ pattern: String, _ message: String, values: [String: String]) -> [String:
    String]?
  {
    let parts = parts(of: filled(pattern, values))
    let words = message.replacing("**", with: "").split(whereSeparator: \.isWhitespace).map(
      String.init
    )
    return match(parts[...], words[...], [:])
  }

  /// Puts values in their places.
  static func filled(_ text: String, _ values: [String: String]) -> String {
    values.sorted { $0.key < $1.key }.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  /// The names that a text captures.
  static func captures(in text: String) -> [String] {
    text.ranges(of: "=}").compactMap { range in
      let before = text[..<range.lowerBound]
      return before.lastIndex(of: "{").map { String(before[before.index(after: $0)...]) }
    }
  }

  private static func parts(of pattern: String) -> [Part] {
    pattern.replacing("**", with: "").split(whereSeparator: \.isWhitespace).map(String.init).map {
      word in
      if word == "[...]" { return .gap }
      if word.contains("=}") { return .capture(word) }
      return .word(word.replacing("[[", with: "[").replacing("]]", with: "]"))
    }
  }

  private static func match(
    _ parts: ArraySlice<Part>,
    _ words: ArraySlice<String>,
    _ captured: [String: String]
  ) -> [String: String]? {
    guard let part = parts.first else { return words.isEmpty ? captured : nil }
    switch part {
    case .gap:
      for skip in 0...words.count {
        if let result = match(parts.dropFirst(), words.dropFirst(skip), captured) { return result }
      }
      return nil
    case .word(let expected):
      guard words.first == expected else { return nil }
      return match(parts.dropFirst(), words.dropFirst(), captured)
    case .capture(let text):
      guard let word = words.first, let (name, value) = capture(text, word) else { return nil }
      return match(parts.dropFirst(), words.dropFirst(), captured.merging([name: value]) { $1 })
    }
  }

  /// `({n=})` against `(3)`: the letters around the braces must match.
  private static func capture(_ pattern: String, _ word: String) -> (name: String, value: String)? {
    guard let open = pattern.firstIndex(of: "{"), let close = pattern.firstIndex(of: "}") else {
      return nil
    }
    let (head, tail) = (pattern[..<open], pattern[pattern.index(after: close)...])
    guard word.hasPrefix(head), word.hasSuffix(tail), word.count > head.count + tail.count else {
      return nil
    }
    let name = String(pattern[pattern.index(after: open)..<close].dropLast())
    return (name, String(word.dropFirst(head.count).dropLast(tail.count)))
  }

  /// The words of a message, for diffs.
  static func words(_ text: String) -> [String] {
    text.replacing("**", with: "").split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
