package import Language

/// The curators' signs word for word: a line that holds one, and does not take it back, is raised.
package struct WholeSigns: Sendable {
  private let phrases: PhraseTable

  package init(_ phrases: PhraseTable) { self.phrases = phrases }

  /// Knows no sign.
  package static let none = WholeSigns(PhraseTable([]))

  /// A sign that stands in a line.
  struct Found {
    let rule: String
    let range: Range<Int>
    /// Denied, imagined, asked in general or long over.
    let isQuiet: Bool
  }

  /// What takes the place of a sign while the words around it are read; it means nothing by itself.
  private static let placeholder = "rash"

  /// The signs in a line, each read by the words around it and not by its own: "cannot breathe" denies nothing.
  func found(in tokens: Tokens, stems: [StemPlace], words: SentenceWords) -> [Found] {
    let matches = phrases.matches(in: stems)
    guard !matches.isEmpty else { return [] }
    let names = phrases.names
    return matches.map { match in
      let range = Int(match.first)..<Int(match.last) + 1
      return Found(
        rule: names[match.name],
        range: range,
        isQuiet: isQuiet(range, tokens, words)
      )
    }
  }

  private func isQuiet(_ range: Range<Int>, _ tokens: Tokens, _ words: SentenceWords) -> Bool {
    let around = tokens.replacing(range, with: Self.placeholder)
    let stems = StemReader().stems(of: around)
    return QuietScopes(around, stems: stems, words: words).places.contains(range.lowerBound)
  }
}
