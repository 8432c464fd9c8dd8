package import Knowledge

/// The notes of `seeds/plan/care.yml` and where they stand.
package struct CareEntry: Sendable {
  package let note: CareNote
  package let place: Place
  let claims: [Placed<String>]

  /// - Returns: The notes by concern, and the line that stands in every plan.
  static func read(_ file: SourceFile, _ findings: FindingList) -> (
    notes: [CareEntry], always: String
  ) {
    guard let node = YAMLNode.read(file, findings), let map = MapReader(node, keys: nil, findings)
    else {
      return ([], "")
    }
    let notes = map.entries.filter { $0.key.value != "always" }.compactMap {
      key,
      node -> CareEntry? in
      guard let entry = MapReader(node, keys: ["see", "treatment", "claims", "instead"], findings),
        let treatment = entry.text("treatment")
      else { return nil }
      let claims = entry.someTexts("claims")
      let others = entry.maps("instead", keys: ["when", "say", "claims"]).compactMap {
        Self.treatment($0, findings)
      }
      let note = CareNote(
        concern: key.value,
        see: entry.visits("see", findings),
        treatments: others.map(\.treatment) + [
          CareNote.Treatment(
            when: nil,
            say: treatment.value,
            claims: claims.map { ID($0.value) }
          )
        ]
      )
      return CareEntry(note: note, place: key.place, claims: claims + others.flatMap(\.claims))
    }
    return (notes, map.text("always")?.value ?? "")
  }

  private static func treatment(_ map: MapReader, _ findings: FindingList) -> (
    treatment: CareNote.Treatment, claims: [Placed<String>]
  )? {
    let claims = map.someTexts("claims")
    guard map.text("when") != nil, let say = map.text("say"),
      let when = map.condition("when", findings)
    else { return nil }
    let ids = claims.map { ID<Claim>($0.value) }
    return (CareNote.Treatment(when: when, say: say.value, claims: ids), claims)
  }
}

extension MapReader {
  /// A list that must be there, each item a text or a map of `when` and `say`.
  fileprivate func visits(_ key: String, _ findings: FindingList) -> [CareNote.Visit] {
    guard case .list(let items, _) = node(key) else {
      return someTexts(key).map { CareNote.Visit(when: nil, say: $0.value) }
    }
    return items.compactMap { item in
      guard case .map = item else {
        return text(item).map { CareNote.Visit(when: nil, say: $0.value) }
      }
      guard let map = MapReader(item, keys: ["when", "say"], findings),
        map.text("when") != nil, let say = map.text("say"),
        let when = map.condition("when", findings)
      else { return nil }
      return CareNote.Visit(when: when, say: say.value)
    }
  }
}
