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
      let named = own.filter { $0.name != hiddenName }.map { entry in
        PhraseTable.Entry(name: entry.name, phrases: entry.phrases.flatMap(spoken))
      }
      PhraseTable.write(named, hidden: hidden.flatMap(spoken), to: &writer)
    }
  }

  /// A phrase as people say it: "gut is fine" is also "gut's fine" and "gut is really fine".
  private static func spoken(_ phrase: String) -> [String] {
    let words = phrase.split(separator: " ")
    guard let verb = words.firstIndex(of: "is"), verb > 0, verb + 1 < words.count else {
      return [phrase]
    }
    let (head, tail) = (words[..<verb].joined(separator: " "), words[(verb + 1)...])
    let rest = tail.joined(separator: " ")
    return ["is", "s"].flatMap { verb in
      [[head, verb, rest].joined(separator: " ")]
        + (tail.first == "not" || tail.first == "no" ? [] : shades).map {
          [head, verb, $0, rest].joined(separator: " ")
        }
    }
  }

  private static let shades = [
    "so", "very", "really", "quite", "pretty", "too", "just", "always", "totally", "mostly",
    "usually", "super", "perfectly", "completely", "absolutely", "generally", "a bit", "all",
  ]

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
