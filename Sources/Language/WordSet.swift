/// A few words to look tokens up in.
///
/// Most tokens are passed by at a glance at their first letter, their last and their length.
package struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private let words: Set<String>
  /// A bit for each glance under which there is a word.
  private let glances: UInt64

  package init(arrayLiteral words: String...) { self.init(words) }

  package init(_ words: some Sequence<String>) {
    self.words = Set(words)
    glances = self.words.reduce(0) { glances, word in
      glances | Array(word.utf8).withUnsafeBufferPointer(Self.glance)
    }
  }

  /// Whether a token's normal form is among the words.
  package func holds(_ index: Int, of tokens: Tokens) -> Bool {
    let isLikely = tokens.bytes.withUnsafeBufferPointer { bytes in
      glances & Self.glance(UnsafeBufferPointer(rebasing: bytes[tokens.list[index].range])) != 0
    }
    return isLikely && words.contains(tokens.text(index))
  }

  private static func glance(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let first = word.first, let last = word.last else { return 1 }
    let mixed = UInt32(first) &* 0x9e37_79b1 ^ UInt32(last) &* 0x85eb_ca77
    return 1 << UInt64((mixed ^ UInt32(word.count) &* 0xc2b2_ae3d) >> 26)
  }
}
