internal import Knowledge
internal import Language

/// The phrases that reveal a caution although no slot holds it, ready to be looked for.
struct CautionWords: Sendable {
  /// The words of each phrase, under the first of them.
  private let phrases: [String: [(caution: ID<Caution>, words: [String])]]

  /// "should I take zinc" does not say that zinc is taken.
  private static let askingWords: Set<String> = [
    "should", "can", "could", "may", "must", "do", "shall", "would", "if", "will",
  ]

  init(_ cautions: [Caution]) {
    let all = cautions.flatMap { caution in
      caution.words.map { (caution: caution.id, words: Tokenizer.tokens(in: $0).words) }
    }
    phrases = Dictionary(grouping: all) { $0.words.first ?? "" }
  }

  /// Cautions that a line names, its words in their normal form.
  func named(in words: [String]) -> Set<ID<Caution>> {
    var named: Set<ID<Caution>> = []
    for (place, word) in words.enumerated() {
      guard let begun = phrases[word], place == 0 || !Self.askingWords.contains(words[place - 1])
      else { continue }
      for phrase in begun where words[place...].starts(with: phrase.words) {
        named.insert(phrase.caution)
      }
    }
    return named
  }
}
