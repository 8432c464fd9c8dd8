package import Packed

/// Words and phrases under the names they stand for, matched by their stems.
///
/// Where phrases overlap the longest wins and absorbs the shorter ones inside it; a phrase under no name only absorbs
/// ("oat milk" keeps its "milk" from being dairy).
package struct PhraseTable: Sendable {
  private let blob: Blob
  private let longest: Int
  private let namesAt: Int
  private let nameCount: Int
  /// The runs of stems with which phrases begin, and the phrases themselves: most words of a line begin none.
  private let beginnings: PackedFilter
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
    (longest, namesAt, nameCount, beginnings, table, end) = blob.withBytes { bytes in
      var reader = PackedReader(bytes, at: offset)
      let longest = reader.number()
      let names = reader.offset
      let nameCount = reader.texts().count
      let beginnings = PackedFilter(&reader)
      let table = PackedTable(&reader)
      return (longest, names, nameCount, beginnings, table, reader.offset)
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

  /// What a phrase absorbs of the shorter ones that overlap with it.
  package enum Absorbing {
    /// Those under any name.
    case allNames
    /// Those under its own name: each name is looked for as if it were alone.
    case ownName
  }

  /// The phrases of a line, in order.
  package func matches(in stems: [StemPlace], absorbing: Absorbing = .allNames) -> [Match] {
    guard longest > 0 else { return [] }
    return blob.withBytes { bytes in
      var matches: [Match] = []
      /// The phrases that begin at a place, the shortest first: their last stems and their names.
      var phrases: [(last: Int, names: Range<Int>)] = []
      /// Where each name may stand next, by name, or all of them together.
      var free = [Int](repeating: 0, count: absorbing == .ownName ? nameCount : 1)
      for first in stems.indices where absorbing == .ownName || first >= free[0] {
        find(from: first, in: stems, bytes, into: &phrases)
        for (last, names) in phrases.reversed() {
          var reader = PackedReader(bytes, at: names.lowerBound)
          for _ in 0..<reader.number() {
            let name = reader.number()
            let place = absorbing == .ownName ? name : 0
            guard first >= free[place] || absorbing == .allNames else { continue }
            free[place] = last + 1
            matches.append(Match(name: name, first: stems[first].token, last: stems[last].token))
          }
          if absorbing == .allNames {
            free[0] = last + 1
            break
          }
        }
      }
      return matches
    }
  }

  /// The phrases that begin at one place.
  private func find(
    from first: Int,
    in stems: [StemPlace],
    _ bytes: UnsafeBufferPointer<UInt8>,
    into phrases: inout [(last: Int, names: Range<Int>)]
  ) {
    phrases.removeAll(keepingCapacity: true)
    var hash = Self.seed
    for last in first..<min(first + longest, stems.count) {
      hash = Self.joined(hash, stems[last].hash)
      let run = Self.finished(hash)
      guard beginnings.mayHold(run, in: bytes) else { return }
      if let names = table.find(run, in: bytes) { phrases.append((last, names)) }
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
    var beginnings: Set<UInt64> = []
    var longest = 0
    func add(_ phrase: String, to name: Int?) {
      let stems = reader.hashes(of: phrase)
      guard !stems.isEmpty else { return }
      longest = max(longest, stems.count)
      var hash = seed
      for stem in stems {
        hash = joined(hash, stem)
        beginnings.insert(finished(hash))
      }
      runs[finished(hash), default: []].formUnion(name.map { [$0] } ?? [])
    }
    for (number, entry) in entries.enumerated() {
      for phrase in entry.phrases { add(phrase, to: number) }
    }
    for phrase in hidden { add(phrase, to: nil) }
    writer.number(longest)
    writer.texts(entries.map(\.name))
    PackedFilter.write(beginnings, placesPerKey: placesPerBeginning, to: &writer)
    PackedTable.write(
      runs.map { run, names in
        var value = PackedWriter()
        value.list(names.sorted()) { $1.number($0) }
        return (run, value.bytes)
      },
      to: &writer
    )
  }

  private static let placesPerBeginning = 16
  private static let seed: UInt64 = 0x1b87_3593_cc9e_2d51

  private static func joined(_ hash: UInt64, _ stem: UInt64) -> UInt64 {
    (hash ^ stem) &* 0x9e37_79b9_7f4a_7c15 ^ hash >> 31
  }

  private static func finished(_ hash: UInt64) -> UInt64 {
    (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
  }
}
