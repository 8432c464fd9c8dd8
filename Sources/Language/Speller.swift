/// Puts unknown words right before a line is understood, and says what it assumed.
package struct Speller: Sendable {
  private let index: SpellingIndex
  private let wordGuard: WordGuard

  package static let off = Speller(index: .empty, wordGuard: .none)

  package init(index: SpellingIndex, wordGuard: WordGuard) {
    self.index = index
    self.wordGuard = wordGuard
  }

  /// Repairs words that are neither known to the vocabulary nor guarded.
  ///
  /// `isKnown`: Whether the vocabulary holds the stem of the token at a place; asked of words that are not guarded alone.
  /// Returns the line's tokens with the words put right, and each change made.
  package func repair(
    _ tokens: Tokens,
    isKnown: (Int) -> Bool
  ) -> (tokens: Tokens, repairs: [Repair]) {
    guard !index.isEmpty else { return (tokens, []) }
    var repairs: [Repair] = []
    for (number, token) in tokens.list.enumerated()
    where token.kind == .word && token.range.count >= SpellingIndex.shortest {
      let assumed: String? = tokens.bytes.withUnsafeBufferPointer { bytes in
        let word = UnsafeBufferPointer(rebasing: bytes[token.range])
        return wordGuard.knows(word) || isKnown(number) ? nil : index.nearest(to: word)
      }
      if let assumed {
        repairs.append(Repair(token: number, typed: tokens.text(number), assumed: assumed))
      }
    }
    return (repairs.isEmpty ? tokens : tokens.replacing(repairs), repairs)
  }
}

extension Tokens {
  /// The same tokens with some words put right.
  func replacing(_ repairs: [Repair]) -> Tokens {
    var changed = selecting([])
    var rest = repairs[...]
    for (number, token) in list.enumerated() {
      if let repair = rest.first, repair.token == number {
        rest.removeFirst()
        changed.append(token.kind, Array(repair.assumed.utf8), source: token.source)
      } else {
        changed.list.append(token)
      }
    }
    return changed
  }
}
