/// How hard a text reads: the Flesch–Kincaid grade, by counted words, sentences and estimated syllables.
package struct Readability: Sendable {
  /// Words of the field that do not count against a text; each counts as two syllables.
  private let glossary: PhraseTable
  private static let maskedSyllables = 2

  package init(glossary: [String]) {
    self.glossary = PhraseTable([PhraseTable.Entry(name: "term", phrases: glossary)])
  }

  /// The school grade of some sentences; 0 where there are no words.
  ///
  /// 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid et al. 1975).
  package func grade(of sentences: [String]) -> Double {
    var (words, syllables) = (0, 0)
    for sentence in sentences {
      let counts = count(sentence)
      words += counts.words
      syllables += counts.syllables
    }
    guard words > 0, !sentences.isEmpty else { return 0 }
    return 0.39 * Double(words) / Double(sentences.count) + 11.8 * Double(syllables) / Double(words)
      - 15.59
  }

  private func count(_ sentence: String) -> (words: Int, syllables: Int) {
    let tokens = Tokenizer.tokens(in: sentence, keepingForms: true)
    let stems = StemReader().stems(of: tokens)
    let masked = glossary.matches(in: stems).map { Int($0.first)...Int($0.last) }
    var (words, syllables) = (masked.count, masked.count * Self.maskedSyllables)
    for (index, token) in tokens.list.enumerated() {
      guard token.kind == .word || token.kind == .number,
        !masked.contains(where: { $0.contains(index) })
      else { continue }
      words += 1
      syllables += token.kind == .number ? 1 : Self.syllables(in: tokens.text(index))
    }
    return (words, syllables)
  }

  /// Groups of vowels, less endings that are not spoken.
  package static func syllables(in word: String) -> Int {
    let letters = Array(word.lowercased().utf8).filter { (97...122).contains($0) }
    var count = 0
    var wasVowel = false
    for letter in letters {
      let isVowel = vowels.contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    return max(1, count - silentEndings(letters))
  }

  private static let vowels = Set("aeiouy".utf8)

  private static func silentEndings(_ letters: [UInt8]) -> Int {
    let word = String(decoding: letters, as: UTF8.self)
    guard letters.count > 2 else { return 0 }
    let third = letters[letters.count - 3]
    if word.hasSuffix("e") {
      let before = letters[letters.count - 2]
      return vowels.contains(before) || (before == UInt8(ascii: "l") && !vowels.contains(third))
        ? 0 : 1
    }
    if word.hasSuffix("ed") { return vowels.contains(third) || "td".utf8.contains(third) ? 0 : 1 }
    if word.hasSuffix("es") {
      return vowels.contains(third) || "szxcghl".utf8.contains(third) ? 0 : 1
    }
    return 0
  }
}
