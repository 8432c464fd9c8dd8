/// A stem of a line: a number that stands for it, and where it stands.
package struct StemPlace: Equatable, Sendable {
  /// Equal stems have equal numbers, in every line and every program.
  package let hash: UInt64
  package let token: UInt16

  package init(hash: UInt64, token: UInt16) {
    self.hash = hash
    self.token = token
  }
}

/// Finds the stems of lines.
///
/// One reader serves one thread.
package struct StemReader: ~Copyable {
  /// Tokens beyond this many are not read; a line is capped long before.
  package static let mostTokens = 20_000

  private let stemmer = Stemmer()

  package init() {}

  /// The stems of words, numbers and marks.
  ///
  /// All numbers are one stem, single digits another.
  package func stems(of tokens: Tokens) -> [StemPlace] {
    var stems: [StemPlace] = []
    stems.reserveCapacity(tokens.count)
    tokens.bytes.withUnsafeBufferPointer { bytes in
      for (index, token) in tokens.list.prefix(Self.mostTokens).enumerated() {
        guard token.kind != .pause else { continue }
        let word = UnsafeBufferPointer(rebasing: bytes[token.range])
        stems.append(StemPlace(hash: hash(of: word, kind: token.kind), token: UInt16(index)))
      }
    }
    return stems
  }

  /// The stem of one token.
  package func hash(of index: Int, in tokens: Tokens) -> UInt64 {
    let token = tokens.list[index]
    return tokens.bytes.withUnsafeBufferPointer { bytes in
      hash(of: UnsafeBufferPointer(rebasing: bytes[token.range]), kind: token.kind)
    }
  }

  /// The stems of a text, without their places.
  package func hashes(of text: String) -> [UInt64] {
    stems(of: Tokenizer.tokens(in: text)).map(\.hash)
  }

  private func hash(of word: UnsafeBufferPointer<UInt8>, kind: Token.Kind) -> UInt64 {
    switch kind {
    case .number: return word.count == 1 ? Self.digit : Self.number
    case .mark, .pause: return Self.hash(word)
    case .word: return stemmer.withStem(of: word, Self.hash)
    }
  }

  private static let digit: UInt64 = 0xd161_7000_0000_0001
  private static let number: UInt64 = 0x9b3e_4000_0000_0002

  /// FNV-1a, mixed.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
    return hash ^ hash >> 29
  }
}
