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

  private let phrases: PhraseTable

  package init(_ phrases: [Role: [String]]) {
    var writer = PackedWriter()
    Self.write(phrases, to: &writer)
    self.init(in: .owned(writer.bytes), at: 0)
  }

  package init(in blob: Blob, at offset: Int) { phrases = PhraseTable(in: blob, at: offset) }

  package static func write(_ phrases: [Role: [String]], to writer: inout PackedWriter) {
    PhraseTable.write(
      Role.inOrder.map { PhraseTable.Entry(name: $0.rawValue, phrases: phrases[$0] ?? []) },
      to: &writer
    )
  }

  /// Where the words of every role stand; those of one role do not overlap.
  package func places(in stems: [StemPlace]) -> Places {
    var places = Places()
    for match in phrases.matches(in: stems, absorbing: .ownName) {
      places.byRole[match.name].append(Int(match.first)...Int(match.last))
    }
    return places
  }

  /// Where the words of each role stand in a line, as ranges of tokens.
  package struct Places {
    /// In the order in which a table of phrases keeps names.
    fileprivate var byRole = [[ClosedRange<Int>]](repeating: [], count: Role.inOrder.count)

    package subscript(role: Role) -> [ClosedRange<Int>] { byRole[role.place] }
  }
}

extension SentenceWords.Role {
  /// In the order in which a table of phrases keeps names.
  fileprivate static let inOrder = allCases.sorted { $0.rawValue < $1.rawValue }

  fileprivate var place: Int {
    guard let place = Self.inOrder.firstIndex(of: self) else {
      preconditionFailure("every role has its place")
    }
    return place
  }
}
