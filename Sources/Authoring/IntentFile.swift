internal import Knowledge

/// One topic as its file in `intents/` says it.
package struct IntentFile: Sendable {
  package let id: String
  package let group: String
  package let place: Place
  package let title: Placed<String>
  package let name: Placed<String>?
  /// The topic that this one is a part of.
  package let partOf: Placed<String>?
  package let strong: [Placed<String>]
  package let normal: [Placed<String>]
  package let weak: [Placed<String>]
  package let needs: [[Placed<String>]]
  package let never: [NamedTexts]
  package let asks: [Placed<String>]
  package let nearMisses: [NamedTexts]
  package let hears: [Hears]
  package let offers: [Offer]
  package let isDraft: Bool

  /// Texts under the name of the topic that they mean.
  package struct NamedTexts: Sendable {
    package let topic: Placed<String>
    package let texts: [Placed<String>]
  }

  /// A fact that a line must fill.
  package struct Hears: Sendable {
    package let say: Placed<String>
    package let slot: Placed<String>
    package let value: Placed<String>
  }

  package struct Offer: Sendable {
    package let ask: Placed<String>
    package let goes: Placed<String>
    package let unless: Placed<String>?
  }

  static let keys = [
    "title", "name", "part-of", "strong", "normal", "weak", "needs", "never", "asks", "not",
    "hears", "offers",
    "status",
  ]

  /// Longest label that a menu shows.
  static let longestTitle = 50

  init?(_ file: SourceFile, _ findings: FindingList) {
    guard let node = YAMLNode.read(file, findings),
      let map = MapReader(node, keys: Self.keys, findings),
      let title = map.text("title")
    else { return nil }
    if title.value.count > Self.longestTitle {
      findings.add(
        .badValue,
        at: title.place,
        "the title has \(title.value.count) characters",
        remedy: "shorten it to \(Self.longestTitle)"
      )
    }
    id = file.stem
    group = file.folder.last ?? ""
    place = Place(file: file.path)
    self.title = title
    name = map.optionalText("name")
    partOf = map.optionalText("part-of")
    strong = map.texts("strong")
    normal = map.texts("normal")
    weak = map.texts("weak")
    needs = Self.groups(map, findings)
    never = map.textsByName("never").map { NamedTexts(topic: $0.name, texts: $0.texts) }
    asks = map.someTexts("asks")
    nearMisses = map.textsByName("not").map { NamedTexts(topic: $0.name, texts: $0.texts) }
    hears = map.maps("hears", keys: ["say", "slot", "value"]).compactMap(Self.hears)
    offers = map.maps("offers", keys: ["ask", "goes", "unless-flag"]).compactMap(Self.offer)
    isDraft = Self.isDraft(map, findings)
  }

  private static func groups(_ map: MapReader, _ findings: FindingList) -> [[Placed<String>]] {
    guard let node = map.node("needs") else { return [] }
    guard case .list(let groups, _) = node else {
      findings.add(
        .wrongShape,
        at: node.place,
        "'needs' is \(node.shape)",
        remedy: "make it a list of lists"
      )
      return []
    }
    return groups.map(map.texts)
  }

  private static func hears(_ map: MapReader) -> Hears? {
    guard let say = map.text("say"), let slot = map.text("slot"), let value = map.text("value")
    else { return nil }
    return Hears(say: say, slot: slot, value: value)
  }

  private static func offer(_ map: MapReader) -> Offer? {
    guard let ask = map.text("ask"), let goes = map.text("goes") else { return nil }
    return Offer(ask: ask, goes: goes, unless: map.optionalText("unless-flag"))
  }

  private static func isDraft(_ map: MapReader, _ findings: FindingList) -> Bool {
    guard let status = map.optionalText("status") else { return false }
    if !["draft", "live"].contains(status.value) {
      findings.add(
        .badValue,
        at: status.place,
        "'\(status.value)' is no status",
        remedy: "write draft or live"
      )
    }
    return status.value != "live"
  }
}
