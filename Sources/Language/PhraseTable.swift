package import Packed

/// Words and phrases under the names they stand for, matched by their stems.
///
/// Where phrases overlap the longest wins and absorbs the shorter ones inside it; a phrase under no name only absorbs
/// ("oat milk" keeps its "milk" from being dairy).
package struct PhraseTable: Sendable {
  private let blob: Blob
  private let longest: Int
  private let namesAt: Int
  /// The stems with which phrases begin: most words of a line begin none.
  private let starters: PackedFilter
  private let table: PackedTable
  /// Where the table ends in its blob.
  package let end: Int

  /// One name and the phrases that stand for it.
  package struct Entry: Equatable, Sendable {
    package let name: String
    package let phrases: [String]

    package init(name: String, phrases: [String]) {
      self.name = name
      self.phrases = phrases
    }
  }

  /// A phrase found in a line.
  package struct Match: Equatable, Sendable {
    /// Place of the name in `names`.
    package let name: Int
    /// Tokens that the phrase covers, first and last.
    package let first: UInt16
    package let last: UInt16
  }

  package init(in blob: Blob, at offset: Int) {
    self.blob = blob
    (longest, namesAt, starters, table, end) = blob.withBytes { bytes in
      var reader = PackedReader(bytes, at: offset)
      let longest = reader.number()
      let names = reader.offset
      _ = reader.texts()
      let starters = PackedFilter(&reader)
      let table = PackedTable(&reader)
      return (longest, names, starters, table, reader.offset)
    }
  }

  /// Builds a table in memory.
  ///
  /// `hidden`: Phrases that only absorb.
  package init(_ entries: [Entry], hidden: [String] = []) {
    var writer = PackedWriter()
    Self.write(entries, hidden: hidden, to: &writer)
    self.init(in: .owned(writer.bytes), at: 0)
  }

  package var isEmpty: Bool { longest == 0 }

  /// The names, sorted; a match counts places in this list.
  package var names: [String] {
    blob.withBytes { bytes in
      var reader = PackedReader(bytes, at: namesAt)
      return reader.texts()
    }
  }

  /// The phrases of a line, in order.
  package func matches(in stems: [StemPlace]) -> [Match] {
    guard longest > 0 else { return [] }
    return blob.withBytes { bytes in
      var matches: [Match] = []
      var index = 0
      var runs: [UInt64] = []
      while index < stems.count {
        guard starters.mayHold(stems[index].hash, in: bytes) else {
          index += 1
          continue
        }
        var taken = 1
        let run = stems[index..<min(index + longest, stems.count)]
        Self.hashes(of: run, into: &runs)
        for length in stride(from: run.count, through: 1, by: -1) {
          guard let value = table.find(runs[length - 1], in: bytes) else { continue }
          var reader = PackedReader(bytes, at: value.lowerBound)
          for _ in 0..<reader.number() {
            matches.append(
              Match(
                name: reader.number(),
                first: stems[index].token,
                last: stems[index + length - 1].token
              )
            )
          }
          taken = length
          break
        }
        index += taken
      }
      return matches
    }
  }

  package static func write(
    _ entries: [Entry],
    hidden: [String] = [],
    to writer: inout PackedWriter
  ) {
    let reader = StemReader()
    let entries = entries.sorted { $0.name < $1.name }
    var runs: [UInt64: Set<Int>] = [:]
    var firsts: Set<UInt64> = []
    var longest = 0
    func add(_ phrase: String, to name: Int?) {
      let stems = reader.hashes(of: phrase)
      guard let first = stems.first else { return }
      firsts.insert(first)
      longest = max(longest, stems.count)
      runs[hash(of: stems), default: []].formUnion(name.map { [$0] } ?? [])
    }
    for (number, entry) in entries.enumerated() {
      for phrase in entry.phrases { add(phrase, to: number) }
    }
    for phrase in hidden { add(phrase, to: nil) }
    writer.number(longest)
    writer.texts(entries.map(\.name))
    PackedFilter.write(firsts, placesPerKey: placesPerStarter, to: &writer)
    PackedTable.write(
      runs.map { run, names in
        var value = PackedWriter()
        value.list(names.sorted()) { $1.number($0) }
        return (run, value.bytes)
      },
      to: &writer
    )
  }

  private static let placesPerStarter = 8
  private static let seed: UInt64 = 0x1b87_3593_cc9e_2d51

  private static func hash(of stems: some Sequence<UInt64>) -> UInt64 {
    finished(stems.reduce(seed, joined))
  }

  /// The hashes of the runs that begin where `stems` do, the shortest first.
  private static func hashes(of stems: ArraySlice<StemPlace>, into runs: inout [UInt64]) {
    runs.removeAll(keepingCapacity: true)
    var hash = seed
    for stem in stems {
      hash = joined(hash, stem.hash)
      runs.append(finished(hash))
    }
  }

  private static func joined(_ hash: UInt64, _ stem: UInt64) -> UInt64 {
    (hash ^ stem) &* 0x9e37_79b9_7f4a_7c15 ^ hash >> 31
  }

  private static func finished(_ hash: UInt64) -> UInt64 {
    (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
  }
}
