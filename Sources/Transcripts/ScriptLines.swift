/// A file's lines, whichever way they end.
enum ScriptLines {
  /// The lines without their ends; a byte order mark goes.
  static func lines(of text: String) -> [String] {
    var lines = withEnds(text).map { $0.last == "\r" ? String($0.dropLast()) : $0 }
    if lines[0].unicodeScalars.first == "\u{FEFF}" {
      lines[0] = String(String.UnicodeScalarView(lines[0].unicodeScalars.dropFirst()))
    }
    return lines
  }

  /// The lines of the front matter, between its dashes; none where there is no front matter.
  static func settings(in lines: [String]) -> Range<Int> {
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
      return 0..<0
    }
    return 1..<end
  }

  /// The lines with a "\r" that stands before the line break.
  ///
  /// "\r\n" is one letter to Swift, so the text is cut scalar by scalar.
  static func withEnds(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(String.UnicodeScalarView($0)) }
  }
}
