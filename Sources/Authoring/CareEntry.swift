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
      guard let entry = MapReader(node, keys: ["see", "treatment", "claims"], findings),
        let treatment = entry.text("treatment")
      else { return nil }
      let claims = entry.someTexts("claims")
      let note = CareNote(
        concern: key.value,
        see: entry.someTexts("see").map(\.value),
        treatment: treatment.value,
        claims: claims.map { ID($0.value) }
      )
      return CareEntry(note: note, place: key.place, claims: claims)
    }
    return (notes, map.text("always")?.value ?? "")
  }
}
