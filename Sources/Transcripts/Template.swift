/// Text with names in braces: `{name}` stands for a value, `{name=}` keeps one, `{{` and `}}` are plain braces.
enum Template {
  enum Piece: Equatable {
    case text(String)
    case value(String)
    case capture(String)
  }

  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var plain = ""
    var rest = text[...]
    while let first = rest.first {
      if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
        plain.append(first)
        rest = rest.dropFirst(2)
      } else if first == "{", let (piece, after) = named(rest) {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces.append(piece)
        rest = after
      } else {
        plain.append(first)
        rest = rest.dropFirst()
      }
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
    return pieces
  }

  private static func named(_ text: Substring) -> (Piece, Substring)? {
    guard let close = text.firstIndex(of: "}") else { return nil }
    let inner = text[text.index(after: text.startIndex)..<close]
    let name = inner.hasSuffix("=") ? inner.dropLast() : inner
    guard isName(name) else { return nil }
    let piece: Piece = inner.hasSuffix("=") ? .capture(String(name)) : .value(String(name))
    return (piece, text[text.index(after: close)...])
  }

  /// Whether a text may be the name of a value: a letter, then letters, digits, `_` and `-`.
  static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.first, first.isLetter else { return false }
    return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
  }

  /// Puts values in their places; a name without one stays as it is written.
  static func filled(_ text: String, _ values: [String: String]) -> String {
    pieces(of: text).map { piece in
      switch piece {
      case .text(let words): words
      case .value(let name): values[name] ?? "{\(name)}"
      case .capture(let name): "{\(name)=}"
      }
    }.joined()
  }

  /// The names whose values a text wants.
  static func names(in text: String) -> [String] {
    pieces(of: text).compactMap { if case .value(let name) = $0 { name } else { nil } }
  }

  /// The names that a text captures.
  static func captures(in text: String) -> [String] {
    pieces(of: text).compactMap { if case .capture(let name) = $0 { name } else { nil } }
  }
}
