package import Knowledge

/// A red-flag rule with the lines that teach and test it.
package struct RedFlagEntry: Sendable {
  package let redFlag: RedFlag
  package let signs: [Placed<String>]
  package let says: [Placed<String>]
  package let notThis: [Placed<String>]
  package let referencePlaces: [Place]
  package let place: Place

  private static let keys = [
    "title", "level", "category", "call", "advice", "check", "refs", "signs", "says", "not-this",
  ]

  /// Reads one of `seeds/safety/red-flags/*.yml`; the file name is the rule's id.
  init?(_ file: SourceFile, _ findings: FindingList) {
    guard let node = YAMLNode.read(file, findings),
      let map = MapReader(node, keys: Self.keys, findings)
    else {
      return nil
    }
    let references = map.someTexts("refs")
    let advice = map.someTexts("advice")
    signs = map.someTexts("signs")
    says = map.someTexts("says")
    notThis = map.someTexts("not-this")
    guard let title = map.text("title"), let level: Level = map.value("level"),
      let category = map.text("category"),
      let contact: RedFlag.Contact = map.value("call"), let check = map.text("check")
    else { return nil }
    redFlag = RedFlag(
      id: ID(file.stem),
      title: title.value,
      level: level,
      category: ID(category.value),
      contact: contact,
      advice: advice.map(\.value),
      check: check.value,
      references: references.map { ID($0.value) }
    )
    referencePlaces = references.map(\.place)
    place = Place(file: file.path)
  }
}

/// A caution and where it stands.
package struct CautionEntry: Sendable {
  package let caution: Caution
  package let affects: [Placed<String>]
  package let referencePlaces: [Place]
  package let place: Place

  private static let keys = ["id", "when", "words", "affects", "do", "say", "refs"]

  /// Reads `seeds/safety/cautions.yml`.
  static func read(_ file: SourceFile, _ findings: FindingList) -> [CautionEntry] {
    MapReader.list("cautions", of: file, keys: keys, findings).compactMap {
      CautionEntry($0, findings)
    }
  }

  private init?(_ map: MapReader, _ findings: FindingList) {
    let references = map.someTexts("refs")
    affects = map.someTexts("affects")
    let words = map.texts("words")
    guard let id = map.text("id"), let action: Caution.Action = map.value("do"),
      let say = map.text("say")
    else {
      return nil
    }
    let when = map.optionalText("when")
    let condition = when.flatMap { Condition($0.value) }
    if let when, condition == nil { findings.add(.badCondition(when)) }
    if when == nil, words.isEmpty {
      findings.add(
        .missingKey,
        at: id.place,
        "the caution has neither 'when' nor 'words'",
        remedy: "say whom it is for"
      )
    }
    caution = Caution(
      id: ID(id.value),
      when: condition,
      words: words.map(\.value),
      affects: affects.map(\.value),
      action: action,
      text: say.value,
      references: references.map { ID($0.value) }
    )
    referencePlaces = references.map(\.place)
    place = id.place
  }
}

/// A thing that cautions speak of, with what it touches.
package struct AffectedEntry: Sendable {
  package let thing: AffectedThing
  package let topics: [Placed<String>]
  package let place: Place

  /// Reads `seeds/safety/affects.yml`: under each thing the topics whose answers speak of it.
  static func read(_ file: SourceFile, _ findings: FindingList) -> [AffectedEntry] {
    guard let node = YAMLNode.read(file, findings), let map = MapReader(node, keys: nil, findings)
    else { return [] }
    return map.entries.map { name, node in
      let topics = map.texts(node)
      return AffectedEntry(
        thing: AffectedThing(name: name.value, topics: topics.map { ID($0.value) }),
        topics: topics,
        place: name.place
      )
    }
  }
}

/// The crisis lines of one region.
package struct CrisisEntry: Sendable {
  package let lines: CrisisLines
  package let place: Place

  private static let keys = ["kind", "name", "contact", "hours", "refs", "checked"]

  /// Reads `seeds/safety/crisis-lines.yml`: under each region's code its country and its lines.
  static func read(_ file: SourceFile, _ findings: FindingList) -> [CrisisEntry] {
    guard let node = YAMLNode.read(file, findings), let map = MapReader(node, keys: nil, findings)
    else { return [] }
    return map.entries.compactMap { region, node in
      guard let entry = MapReader(node, keys: ["country", "lines"], findings),
        let country = entry.text("country")
      else {
        return nil
      }
      let lines = entry.maps("lines", keys: keys).compactMap(line)
      return CrisisEntry(
        lines: CrisisLines(region: region.value, country: country.value, lines: lines),
        place: region.place
      )
    }
  }

  private static func line(_ map: MapReader) -> CrisisLines.Line? {
    let references = map.someTexts("refs")
    guard let kind: RedFlag.Contact = map.value("kind"), let name = map.text("name"),
      let contact = map.text("contact"),
      let checked = map.text("checked")
    else { return nil }
    return CrisisLines.Line(
      kind: kind,
      name: name.value,
      contact: contact.value,
      hours: map.optionalText("hours")?.value,
      references: references.map { ID($0.value) },
      checked: checked.value
    )
  }
}

extension Finding {
  static func badCondition(_ text: Placed<String>) -> Finding {
    Finding(
      .badCondition,
      at: text.place,
      "'\(text.value)' is no condition",
      remedy:
        "write, for example, 'pregnant', 'age < 18', 'allergies has milk', joined by 'and', 'or', 'not'"
    )
  }
}
