/// How text is to look on one output: how wide, and whether with bold.
package struct Style: Equatable, Sendable {
  /// Columns to wrap at; nil leaves paragraphs in one piece.
  package var columns: Int?
  /// Whether bold may be used.
  ///
  /// Meaning is never in the style alone.
  package var bold: Bool

  package init(columns: Int?, bold: Bool) {
    self.columns = columns
    self.bold = bold
  }

  /// For pipes and files: nothing but text.
  package static let plain = Style(columns: nil, bold: false)

  /// Widest that text is set, however wide the terminal.
  package static let widest = 80
  /// Narrower than this is not wrapped for.
  package static let narrowest = 20
}
