internal import Knowledge
internal import Language

/// The phrases that reveal a caution although no slot holds it, ready to be looked for.
struct CautionWords: Sendable {
  private let phrases: [(caution: ID<Caution>, phrase: String)]

  /// "should I take zinc" does not say that zinc is taken.
  private static let askingWords: Set<String> = [
    "should", "can", "could", "may", "must", "do", "shall", "would", "if", "will",
  ]

  init(_ cautions: [Caution]) {
    phrases = cautions.flatMap { caution in
      caution.words.map { (caution.id, " \(Tokenizer.tokens(in: $0).joined) ") }
    }
  }

  /// Cautions that a line names, its words in their normal form.
  func named(in words: [String]) -> Set<ID<Caution>> {
    let text = " \(words.joined(separator: " ")) "
    let named = phrases.filter { _, phrase in
      text.ranges(of: phrase).contains { place in
        let before = text[..<place.lowerBound].split(separator: " ").last.map(String.init)
        return !Self.askingWords.contains(before ?? "")
      }
    }
    return Set(named.map(\.caution))
  }
}
