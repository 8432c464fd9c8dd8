package import Packed

/// Words that shape a sentence, by what they do: see `seeds/language.yml`.
package struct SentenceWords: Sendable {
  /// What a word or phrase does.
  package enum Role: String, CaseIterable, Sendable {
    case negators
    case notDenials = "not-denials"
    case contrast, people
    case onBehalf = "on-behalf"
    case hypothetical, thoughts, general, resolved, stopped, past, present, idioms, low, medium,
      high
  }

  /// In the order of `Role`.
  private let tables: [PhraseTable]
  private static let order = Role.allCases

  package init(_ phrases: [Role: [String]]) {
    var writer = PackedWriter()
    Self.write(phrases, to: &writer)
    self.init(in: .owned(writer.bytes), at: 0)
  }

  package init(in blob: Blob, at offset: Int) {
    var offset = offset
    tables = Role.allCases.map { _ in
      let table = PhraseTable(in: blob, at: offset)
      offset = table.end
      return table
    }
  }

  package static func write(_ phrases: [Role: [String]], to writer: inout PackedWriter) {
    for role in Role.allCases {
      PhraseTable.write(
        [PhraseTable.Entry(name: role.rawValue, phrases: phrases[role] ?? [])],
        to: &writer
      )
    }
  }

  /// Where words of a role stand, as ranges of tokens.
  package func places(of role: Role, in stems: [StemPlace]) -> [ClosedRange<Int>] {
    let place = Self.order.firstIndex(of: role) ?? 0
    return tables[place].matches(in: stems).map { Int($0.first)...Int($0.last) }
  }
}
