package import Knowledge

/// A claim and where it stands.
package struct ClaimEntry: Sendable {
  package let claim: Claim
  package let place: Place
  /// The places of its text and of each of its references and topics, for findings.
  let textPlace: Place
  let referencePlaces: [Place]
  let aboutPlaces: [Place]

  private static let keys = ["id", "text", "grade", "direction", "refs", "about", "checked"]

  /// Reads one of `seeds/claims/*.yml`: lists of claims under their topics' ids.
  static func read(_ file: SourceFile, _ findings: FindingList) -> [ClaimEntry] {
    guard let node = YAMLNode.read(file, findings), let map = MapReader(node, keys: nil, findings)
    else { return [] }
    return map.entries.flatMap { topic, _ in
      map.maps(topic.value, keys: keys).compactMap { ClaimEntry($0, topic: topic.value) }
    }
  }

  private init?(_ map: MapReader, topic: String) {
    let references = map.someTexts("refs")
    let about = map.texts("about")
    guard let id = map.text("id"), let text = map.text("text"),
      let grade: Grade = map.value("grade"),
      let direction: Direction = map.value("direction"), let checked = map.text("checked")
    else { return nil }
    claim = Claim(
      id: ID(id.value),
      topic: ID(topic),
      text: text.value,
      grade: grade,
      direction: direction,
      references: references.map { ID($0.value) },
      about: about.map { ID($0.value) },
      checked: checked.value
    )
    place = id.place
    textPlace = text.place
    referencePlaces = references.map(\.place)
    aboutPlaces = about.map(\.place)
  }
}

/// A reference and where it stands.
package struct ReferenceEntry: Sendable {
  package let reference: Reference
  package let place: Place

  private static let keys = [
    "authors", "year", "title", "published", "doi", "kind", "read", "checked",
  ]

  /// Reads `seeds/references.yml`.
  static func read(_ file: SourceFile, _ findings: FindingList) -> [ReferenceEntry] {
    guard let node = YAMLNode.read(file, findings), let map = MapReader(node, keys: nil, findings)
    else { return [] }
    return map.entries.compactMap { id, node in
      guard let map = MapReader(node, keys: keys, findings), let title = map.text("title"),
        let published = map.text("published"), let kind: Reference.Kind = map.value("kind"),
        let checked = map.text("checked")
      else { return nil }
      let reference = Reference(
        id: ID(id.value),
        authors: map.optionalText("authors")?.value,
        year: map.optionalText("year")?.value,
        title: title.value,
        published: published.value,
        doi: map.optionalText("doi")?.value,
        kind: kind,
        checked: checked.value
      )
      return ReferenceEntry(reference: reference, place: id.place)
    }
  }
}

/// A concept: everyday words that mean one thing.
package struct ConceptEntry: Sendable {
  package let name: String
  package let words: [Placed<String>]
  package let butNot: [Placed<String>]
  package let place: Place

  /// Reads `seeds/concepts.yml`.
  static func read(_ file: SourceFile, _ findings: FindingList) -> [ConceptEntry] {
    guard let node = YAMLNode.read(file, findings), let map = MapReader(node, keys: nil, findings)
    else { return [] }
    return map.entries.compactMap { name, node in
      guard let map = MapReader(node, keys: ["words", "but-not"], findings) else { return nil }
      return ConceptEntry(
        name: name.value,
        words: map.someTexts("words"),
        butNot: map.texts("but-not"),
        place: name.place
      )
    }
  }
}

/// A line of Flora's own and where it stands.
package struct WordingEntry: Sendable {
  package let line: WordingLine
  package let place: Place

  /// Reads `seeds/wording.yml`: groups of lines, each one text or a list of texts that take turns.
  static func read(_ file: SourceFile, _ findings: FindingList) -> [WordingEntry] {
    guard let node = YAMLNode.read(file, findings),
      let groups = MapReader(node, keys: nil, findings)
    else { return [] }
    return groups.entries.flatMap { group, node -> [WordingEntry] in
      guard let lines = MapReader(node, keys: nil, findings) else { return [] }
      return lines.entries.map { name, node in
        let variants: [Placed<String>] =
          if case .list = node { lines.texts(node) } else { lines.text(node).map { [$0] } ?? [] }
        return WordingEntry(
          line: WordingLine(id: "\(group.value).\(name.value)", variants: variants.map(\.value)),
          place: name.place
        )
      }
    }
  }

  /// Reads `seeds/plan/talk.yml`: what people say to a plan and its form, like wording under `plan-talk`.
  static func readTalk(_ file: SourceFile, _ findings: FindingList) -> [WordingEntry] {
    let keys = [
      "swap", "fewer", "cheaper", "why", "what-if", "without", "so-far", "why-ask", "change",
      "start", "put-in", "done", "loss", "undo", "proof",
    ]
    guard let node = YAMLNode.read(file, findings),
      let map = MapReader(node, keys: keys, findings)
    else { return [] }
    return map.entries.map { key, node in
      WordingEntry(
        line: WordingLine(id: "plan-talk.\(key.value)", variants: map.texts(node).map(\.value)),
        place: key.place
      )
    }
  }
}
