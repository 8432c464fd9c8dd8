package import Packed

/// Words that spelling repair must leave alone: ordinary English and the names of medicines.
///
/// A Bloom filter: it never forgets a word, and takes about one unknown word in a thousand for a known one, which costs
/// no more than a repair not made.
package struct WordGuard: Sendable {
  /// Bits kept for each word; with seven probes about 0.07% of unknown words pass for known.
  private static let bitsPerWord = 16
  private static let probes = 7

  private let blob: Blob
  private let start: Int
  private let bits: UInt64

  /// A guard that knows no word.
  package static let none = WordGuard(blob: .owned([]), at: 0, bits: 0)

  private init(blob: Blob, at start: Int, bits: UInt64) {
    self.blob = blob
    self.start = start
    self.bits = bits
  }

  /// Reads a guard that stands in `blob`.
  package init(in blob: Blob, at offset: Int) {
    (start, bits) = blob.withBytes { bytes in
      var reader = PackedReader(bytes, at: offset)
      let bits = reader.number()
      return (reader.offset, UInt64(bits))
    }
    self.blob = blob
  }

  /// Whether the word, as a token's normal form, is one to leave alone.
  package func knows(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bits > 0 else { return false }
    return blob.withBytes { bytes in
      Self.places(of: word, bits: bits).allSatisfy { place in
        bytes[start + Int(place / 7)] >> UInt8(place % 7) & 1 == 1
      }
    }
  }

  package func knows(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { knows($0) }
  }

  /// Writes a guard that knows `words`, each folded and cut as a line would be.
  package static func write(_ words: [String], to writer: inout PackedWriter) {
    let forms = Set(words.flatMap(normalForms))
    let bits = UInt64(max(forms.count * bitsPerWord, 7))
    var filter = [UInt8](repeating: 0, count: Int(bits / 7) + 1)
    for form in forms {
      form.withUnsafeBufferPointer { form in
        for place in places(of: form, bits: bits) {
          filter[Int(place / 7)] |= 1 << UInt8(place % 7)
        }
      }
    }
    writer.number(Int(bits))
    for byte in filter { writer.byte(byte) }
  }

  /// The words that an entry makes: one, or the parts of "O'Neil's".
  private static func normalForms(_ entry: String) -> [[UInt8]] {
    let tokens = Tokenizer.tokens(in: entry)
    return tokens.list.filter { $0.kind == .word }.map { Array(tokens.bytes[$0.range]) }
  }

  /// The bits of a word, by double hashing.
  private static func places(of word: UnsafeBufferPointer<UInt8>, bits: UInt64)
    -> some Sequence<UInt64>
  {
    var first: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { first = (first ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    let second = (first ^ first >> 31) &* 0x9e37_79b9_7f4a_7c15 | 1
    return (0..<UInt64(probes)).lazy.map { [first] in (first &+ $0 &* second) % bits }
  }
}
