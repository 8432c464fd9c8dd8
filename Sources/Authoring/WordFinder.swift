internal import Language

/// Finds the words and phrases of a closed list in a text, as they are spelled.
///
/// `stem*` stands for every word that starts so.
struct WordFinder: Sendable {
  private struct Phrase: Sendable {
    let words: [String]
    let isHidden: Bool
  }

  /// Phrases by their first word, the longest first.
  private var phrases: [String: [Phrase]] = [:]
  private var stems: [String] = []

  /// `butNot`: Phrases that hold one of the words and mean something else.
  init(_ list: [String], butNot: [String] = []) {
    for (entries, isHidden) in [(list, false), (butNot, true)] {
      for entry in entries {
        if entry.hasSuffix("*") {
          stems.append(String(entry.dropLast()))
          continue
        }
        let words = Self.words(of: entry)
        guard let first = words.first else { continue }
        phrases[first, default: []].append(Phrase(words: words, isHidden: isHidden))
      }
    }
    phrases = phrases.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// The words of a text in lower case; signs that end or divide a clause are left out.
  static func words(of text: String) -> [String] {
    let tokens = Tokenizer.tokens(in: text, keepingForms: true)
    return tokens.list.indices.filter { tokens.list[$0].kind != .pause }.map(tokens.text)
  }

  /// The first word or phrase of the list that stands in a text; nil where none does.
  func first(in text: String) -> String? { first(in: Self.words(of: text)) }

  func first(in words: [String]) -> String? {
    var index = 0
    while index < words.count {
      if let phrase = phrase(at: index, in: words) {
        if !phrase.isHidden { return phrase.words.joined(separator: " ") }
        index += phrase.words.count
        continue
      }
      if stems.contains(where: words[index].hasPrefix) { return words[index] }
      index += 1
    }
    return nil
  }

  private func phrase(at index: Int, in words: [String]) -> Phrase? {
    phrases[words[index]]?.first { words[index...].starts(with: $0.words) }
  }
}
