package import Knowledge
internal import Packed

/// A catalog with one deliberate mistake in it.
package struct Mutant: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case swappedAnswers = "two answers swapped"
    case relaxedRule = "a rule relaxed"
    case swappedWords = "the words of two facts swapped"
    case swappedMentions = "the everyday words of two topics swapped"
    case droppedDanger = "a danger never raised"
    case changedLine = "a line of wording changed"
    case droppedKeyword = "a keyword dropped, trained anew"
    case droppedSigns = "half of a danger's lines dropped, trained anew"
  }

  package let kind: Kind
  /// What was changed, by the names that curators use.
  package let what: String
  /// Whether a conversation that reached this much may well notice; such are played first.
  package let isNear: @Sendable (Coverage) -> Bool
  /// Makes the changed catalog; nil when it cannot be made.
  package let catalog: @Sendable () -> Catalog?

  package init(
    kind: Kind,
    what: String,
    isNear: @escaping @Sendable (Coverage) -> Bool,
    catalog: @escaping @Sendable () -> Catalog?
  ) {
    self.kind = kind
    self.what = what
    self.isNear = isNear
    self.catalog = catalog
  }
}

extension Catalog {
  /// The same catalog with one part written anew; nothing is trained.
  package func replacing(_ part: Part, with bytes: [UInt8]) -> Catalog {
    var parts: [Part: [UInt8]] = [:]
    for (own, next) in zip(Part.allCases, Part.allCases.dropFirst().map(Optional.some) + [nil]) {
      let range = start(of: own)..<(next.map(start) ?? blob.count)
      parts[own] = own == part ? bytes : blob.withBytes { Array($0[range]) }
    }
    return Catalog(in: .owned(Self.pack(parts)))
  }

  /// The same catalog with some values of a part changed; a value that becomes nil goes.
  func changing<Value: Packable>(
    _ part: Part,
    _ section: PackedSection<Value>,
    _ change: (String, Value) -> Value?
  ) -> Catalog {
    var writer = PackedWriter()
    let values = section.ids.compactMap { id in
      section[id].flatMap { change(id, $0) }.map { (id: id, value: $0) }
    }
    PackedSection.write(values, to: &writer)
    return replacing(part, with: writer.bytes)
  }
}
