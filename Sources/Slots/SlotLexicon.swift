package import Knowledge
package import Language
package import Packed

/// The words from which facts about a person are read: see `seeds/plan/slots.yml`.
package struct SlotLexicon: Sendable {
  /// The words of one slot: names are options, "yes" and "no" for flags, "about" and "none" for counts.
  private let tables: [Slot: PhraseTable]

  package init(in blob: Blob, at offset: Int) {
    var offset = offset
    var tables: [Slot: PhraseTable] = [:]
    for slot in Slot.allCases {
      let table = PhraseTable(in: blob, at: offset)
      tables[slot] = table
      offset = table.end
    }
    self.tables = tables
  }

  /// Phrases under this name hold one of the slot's words and mean something else.
  package static let hiddenName = "not"

  package static func write(_ entries: [Slot: [PhraseTable.Entry]], to writer: inout PackedWriter) {
    for slot in Slot.allCases {
      let own = entries[slot] ?? []
      let hidden = own.filter { $0.name == hiddenName }.flatMap(\.phrases)
      PhraseTable.write(own.filter { $0.name != hiddenName }, hidden: hidden, to: &writer)
    }
  }

  /// A word of a slot, found in a line.
  struct Mention {
    /// An option, or "yes", "no", "about", "none".
    let name: String
    let tokens: ClosedRange<Int>
  }

  func mentions(of slot: Slot, in stems: [StemPlace]) -> [Mention] {
    guard let table = tables[slot], !table.isEmpty else { return [] }
    let matches = table.matches(in: stems)
    guard !matches.isEmpty else { return [] }
    let names = table.names
    return matches.map { Mention(name: names[$0.name], tokens: Int($0.first)...Int($0.last)) }
  }
}
