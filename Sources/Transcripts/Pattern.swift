/// Expected words: exact but for spaces, with `[...]` for any words, `{name}` for a value and `{name=}` to keep one.
struct Pattern {
  enum Part: Equatable {
    case gap
    case word([Template.Piece])
  }

  let parts: [Part]

  /// A pattern as `bot:` lines write it.
  init(_ text: String, values: [String: String] = [:]) {
    var parts: [Part] = []
    var word: [Template.Piece] = []
    func flush() {
      guard !word.isEmpty else { return }
      parts.append(Self.part(word))
      word = []
    }
    for piece in Template.pieces(of: text.replacing("**", with: "")) {
      switch piece {
      case .capture: word.append(piece)
      case .text(let words): add(words)
      case .value(let name): add(values[name] ?? "{\(name)}")
      }
    }
    func add(_ words: String) {
      let pieces = words.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
      for (number, piece) in pieces.enumerated() {
        if number > 0 { flush() }
        if !piece.isEmpty { word.append(.text(String(piece))) }
      }
    }
    flush()
    self.parts = parts
  }

  /// Words that mean nothing but themselves.
  init(literal text: String) {
    parts = Self.words(text).map { .word([.text($0)]) }
  }

  private static func part(_ word: [Template.Piece]) -> Part {
    if word == [.text("[...]")] { return .gap }
    return .word(
      word.map { piece in
        guard case .text(let text) = piece else { return piece }
        return .text(text.replacing("[[", with: "[").replacing("]]", with: "]"))
      }
    )
  }

  var hasGaps: Bool { parts.contains(.gap) }

  /// The words of a message; emphasis and spaces do not count.
  static func words(_ text: String) -> [String] {
    text.replacing("**", with: "").split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Matches a message.
  ///
  /// - Returns: The values captured, or nil when the words do not match.
  func match(_ message: String) -> [String: String]? {
    let words = Self.words(message)
    var dead: Set<[Int]> = []
    return match(0, 0, words, &dead)
  }

  /// Whether a part can begin at a word depends on these two places alone, so a dead end is met once.
  private func match(_ part: Int, _ word: Int, _ words: [String], _ dead: inout Set<[Int]>)
    -> [String: String]?
  {
    guard part < parts.count else { return word == words.count ? [:] : nil }
    if dead.contains([part, word]) { return nil }
    switch parts[part] {
    case .gap:
      for start in word...words.count {
        if let rest = match(part + 1, start, words, &dead) { return rest }
      }
    case .word(let pieces):
      if word < words.count, let own = Self.match(pieces[...], words[word][...]),
        let rest = match(part + 1, word + 1, words, &dead)
      {
        return own.merging(rest) { $1 }
      }
    }
    dead.insert([part, word])
    return nil
  }

  /// `({n=})` against `(3)`: what stands around the braces must match.
  static func match(_ pieces: ArraySlice<Template.Piece>, _ word: Substring) -> [String: String]? {
    guard let piece = pieces.first else { return word.isEmpty ? [:] : nil }
    switch piece {
    case .text(let text):
      return word.hasPrefix(text) ? match(pieces.dropFirst(), word.dropFirst(text.count)) : nil
    case .value:
      return nil
    case .capture(let name):
      for length in stride(from: word.count, to: 0, by: -1) {
        if let rest = match(pieces.dropFirst(), word.dropFirst(length)) {
          return [name: String(word.prefix(length))].merging(rest) { $1 }
        }
      }
      return nil
    }
  }
}
