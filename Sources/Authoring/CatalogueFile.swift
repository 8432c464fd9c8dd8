/// A topic that there must be, and its group: `seeds/catalog.yml`.
package struct CatalogueEntry: Sendable {
  package let group: String
  package let topic: Placed<String>

  static func read(_ file: SourceFile, _ findings: FindingList) -> [CatalogueEntry] {
    guard let node = YAMLNode.read(file, findings), let map = MapReader(node, keys: nil, findings)
    else { return [] }
    return map.entries.flatMap { group, node in
      map.texts(node).map { CatalogueEntry(group: group.value, topic: $0) }
    }
  }
}
