package import Packed

/// A word put right: what was typed, what was assumed.
package struct Repair: Equatable, Sendable {
  /// Which token of the line.
  package let token: Int
  package let typed: String
  package let assumed: String
}

/// Finds the known word that a slip of the fingers turned into an unknown one.
///
/// Symmetric deletion (SymSpell): a known word and its misspelling meet where the same letters are left after some are
/// taken away, so that a look-up costs the same whatever the size of the vocabulary. The first letter is trusted.
package struct SpellingIndex: Sendable {
  /// Words shorter than this are never repaired.
  package static let shortest = 4
  /// Words from this length may hold two slips.
  package static let twoEdits = 7
  /// Letters of a word that deletions are taken from.
  private static let prefix = 7
  /// How many times as common the better of two equally cheap repairs must be.
  private static let clearlyMoreCommon = 8

  private let blob: Blob
  private let wordStarts: Int
  private let wordCount: Int
  private let buckets: Int
  private let bucketBits: Int
  private let entries: Int
  private let letters: Int

  package static let empty: SpellingIndex = {
    var writer = PackedWriter()
    write([], to: &writer)
    return SpellingIndex(in: .owned(writer.bytes), at: 0)
  }()

  /// Reads an index that stands in `blob`.
  package init(in blob: Blob, at offset: Int) {
    self.blob = blob
    (wordCount, bucketBits, wordStarts) = blob.withBytes { bytes in
      var reader = PackedReader(bytes, at: offset)
      let (words, bits) = (reader.number(), reader.number())
      return (words, bits, reader.offset)
    }
    buckets = wordStarts + (wordCount + 1) * Self.startWidth
    let bucketCount = 1 << bucketBits
    entries = buckets + (bucketCount + 1) * Self.startWidth
    let (bucketsAt, entriesAt) = (buckets, entries)
    letters = blob.withBytes { bytes in
      var reader = PackedReader(bytes, at: bucketsAt + bucketCount * Self.startWidth)
      return entriesAt + reader.fixed(width: Self.startWidth) * Self.wordWidth
    }
  }

  private static let startWidth = 4
  private static let wordWidth = 3

  /// A known word and how many examples hold it.
  package struct Entry: Sendable {
    package let word: String
    package let count: Int

    package init(word: String, count: Int) {
      self.word = word
      self.count = count
    }
  }

  /// Writes an index over the words, each a token's normal form.
  package static func write(_ words: [Entry], to writer: inout PackedWriter) {
    let words = words.filter { $0.word.utf8.count >= shortest - 1 && $0.word.utf8.count < 40 }
      .sorted { ($1.count, $0.word) < ($0.count, $1.word) }
    var keys: [(hash: UInt64, word: Int)] = []
    for (number, entry) in words.enumerated() {
      let hashes = Array(entry.word.utf8).withUnsafeBufferPointer(deletions)
      for key in Set(hashes) { keys.append((key, number)) }
    }
    let bits = max(1, Int.bitWidth - keys.count.leadingZeroBitCount)
    keys.sort { ($0.hash >> UInt64(64 - bits), $0.word) < ($1.hash >> UInt64(64 - bits), $1.word) }
    writer.number(words.count)
    writer.number(bits)
    writeStarts(of: words.map { $0.word.utf8.count + countWidth }, to: &writer)
    var counts = [Int](repeating: 0, count: 1 << bits)
    for key in keys { counts[Int(key.hash >> UInt64(64 - bits))] += 1 }
    writeStarts(of: counts, to: &writer)
    for key in keys { writer.fixed(key.word, width: wordWidth) }
    for entry in words {
      writer.fixed(min(entry.count, 1 << 14 - 1), width: countWidth)
      for byte in entry.word.utf8 { writer.byte(byte & 0x7F) }
    }
  }

  private static let countWidth = 2

  private static func writeStarts(of lengths: [Int], to writer: inout PackedWriter) {
    var start = 0
    for length in lengths {
      writer.fixed(start, width: startWidth)
      start += length
    }
    writer.fixed(start, width: startWidth)
  }
}

extension SpellingIndex {
  var isEmpty: Bool { wordCount == 0 }

  /// The word meant by `typed`, or nil when nothing fits or two words fit equally well.
  package func nearest(to typed: UnsafeBufferPointer<UInt8>) -> String? {
    guard typed.count >= Self.shortest, typed.count < 40, typed.allSatisfy({ $0 < 0x80 }) else {
      return nil
    }
    let most = typed.count >= Self.twoEdits ? 2 : 1
    return blob.withBytes { bytes in
      var candidates: [Candidate] = []
      var seen: Set<Int> = []
      for key in Self.deletions(of: typed) {
        for place in words(under: key, in: bytes) {
          let word = word(at: place, in: bytes)
          guard seen.insert(word).inserted,
            let candidate = candidate(word, for: typed, most: most, in: bytes)
          else { continue }
          candidates.append(candidate)
        }
      }
      guard let best = candidates.min(by: { $0.order < $1.order }),
        candidates.allSatisfy({ $0.word == best.word || best.isClearlyBetter(than: $0) })
      else { return nil }
      return text(of: best.word, in: bytes)
    }
  }

  private struct Candidate {
    let word: Int
    let distance: EditDistance
    let count: Int

    /// The best has the lowest.
    var order: (Int, Int, Int, Int) { (distance.edits, distance.cost, -count, word) }

    func isClearlyBetter(than other: Candidate) -> Bool {
      if distance.edits != other.distance.edits { return distance.edits < other.distance.edits }
      if distance.cost != other.distance.cost { return distance.cost < other.distance.cost }
      return count >= other.count * SpellingIndex.clearlyMoreCommon
    }
  }

  private func candidate(
    _ word: Int,
    for typed: UnsafeBufferPointer<UInt8>,
    most: Int,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Candidate? {
    let range = range(of: word, in: bytes)
    let letters = UnsafeBufferPointer(rebasing: bytes[range.dropFirst(Self.countWidth)])
    guard letters.first == typed.first,
      letters.count >= Self.shortest || typed.count == Self.shortest,
      let distance = EditDistance.between(typed, letters, most: most)
    else { return nil }
    var reader = PackedReader(bytes, at: range.lowerBound)
    return Candidate(word: word, distance: distance, count: reader.fixed(width: Self.countWidth))
  }

  /// Places of the words under a key.
  private func words(under key: UInt64, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let bucket = Int(key >> UInt64(64 - bucketBits))
    var reader = PackedReader(bytes, at: buckets + bucket * Self.startWidth)
    let start = reader.fixed(width: Self.startWidth)
    return start..<reader.fixed(width: Self.startWidth)
  }

  private func word(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var reader = PackedReader(bytes, at: entries + place * Self.wordWidth)
    return reader.fixed(width: Self.wordWidth)
  }

  private func range(of word: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var reader = PackedReader(bytes, at: wordStarts + word * Self.startWidth)
    let (start, end) = (reader.fixed(width: Self.startWidth), reader.fixed(width: Self.startWidth))
    return letters + start..<letters + end
  }

  private func text(of word: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: bytes[range(of: word, in: bytes).dropFirst(Self.countWidth)], as: UTF8.self)
  }

  /// Hashes of what is left of a word's first letters with none, one or two of them taken away, never the first.
  ///
  /// The same letters may be left more than once.
  private static func deletions(of word: UnsafeBufferPointer<UInt8>) -> [UInt64] {
    let letters = UnsafeBufferPointer(rebasing: word.prefix(prefix))
    var hashes = [hash(letters)]
    for first in 1..<letters.count where letters.count > 2 {
      hashes.append(hash(letters, without: first))
      guard word.count >= twoEdits - 1, letters.count > 3 else { continue }
      for second in (first + 1)..<letters.count {
        hashes.append(hash(letters, without: first, second))
      }
    }
    return hashes
  }

  private static func hash(
    _ letters: UnsafeBufferPointer<UInt8>,
    without first: Int = -1,
    _ second: Int = -1
  ) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for place in letters.indices where place != first && place != second {
      hash = (hash ^ UInt64(letters[place])) &* 0x0000_0100_0000_01b3
    }
    return (hash ^ hash >> 32) &* 0x9e37_79b9_7f4a_7c15
  }
}
