internal import Language
package import Packed

/// The curators' signs: a few stems that mean danger when they stand in one clause, in any order.
package struct SignTable: Sendable {
  private let blob: Blob
  private let names: [String]
  private let table: PackedTable

  /// A sign that a line may hold.
  package struct Entry: Equatable, Sendable {
    package let rule: String
    /// Its telling stems, the rarest first.
    package let stems: [UInt64]

    package init(rule: String, stems: [UInt64]) {
      self.rule = rule
      self.stems = stems
    }
  }

  package init(in blob: Blob, at offset: Int) {
    self.blob = blob
    (names, table) = blob.withBytes { bytes in
      var reader = PackedReader(bytes, at: offset)
      return (reader.list { $0.text() }, PackedTable(&reader))
    }
  }

  /// The rules whose signs stand among the stems of one clause.
  package func rules(in stems: some Collection<UInt64>) -> Set<String> {
    lazy var shorts = Set(stems.map(Self.short))
    return blob.withBytes { bytes in
      var found: Set<String> = []
      for stem in stems {
        guard let row = table.find(stem, in: bytes) else { continue }
        var reader = PackedReader(bytes, at: row.lowerBound)
        for _ in 0..<reader.number() {
          let rule = reader.number()
          let others = reader.list { $0.fixed(width: Self.shortWidth) }
          if others.allSatisfy(shorts.contains) { found.insert(names[rule]) }
        }
      }
      return found
    }
  }

  private static let shortWidth = 5

  /// A stem's number, short enough for the table.
  private static func short(_ stem: UInt64) -> Int { Int(stem >> 29) }

  package static func packed(_ entries: [Entry]) -> [UInt8] {
    let names = Set(entries.map(\.rule)).sorted()
    let byKey = Dictionary(grouping: entries.filter { !$0.stems.isEmpty }) { $0.stems[0] }
    var writer = PackedWriter()
    writer.list(names) { $1.text($0) }
    PackedTable.write(
      byKey.map { key, entries in
        var value = PackedWriter()
        let sorted = entries.map {
          (names.firstIndex(of: $0.rule) ?? 0, $0.stems.dropFirst().map(short))
        }
        .sorted { ($0.0, $0.1.map(String.init).joined()) < ($1.0, $1.1.map(String.init).joined()) }
        value.list(sorted) { entry, value in
          value.number(entry.0)
          value.list(entry.1) { $1.fixed($0, width: shortWidth) }
        }
        return (key, value.bytes)
      },
      to: &writer
    )
    return writer.bytes
  }
}
