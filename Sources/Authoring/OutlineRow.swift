internal import Language

/// A point that the starting article makes, and the topics that answer it.
package struct OutlineRow: Sendable {
  package let point: String
  package let topics: [Placed<String>]
  package let place: Place

  /// Reads the table rows of `seeds/outline.md`: `| point | topic, topic |`.
  static func read(_ file: SourceFile, _ findings: FindingList) -> [OutlineRow] {
    var rows: [OutlineRow] = []
    for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let place = Place(file: file.path, line: number + 1)
      let cells = line.split(separator: "|").map(\.trimmed)
      guard line.hasPrefix("|"), cells.count >= 2, cells[0] != "point", !cells[0].hasPrefix("-")
      else { continue }
      let topics = cells[1].split(separator: ",").map { Placed($0.trimmed, at: place) }
      if topics.isEmpty {
        findings.add(
          .outline,
          at: place,
          "the row names no topic",
          remedy: "name one that answers it"
        )
      }
      rows.append(OutlineRow(point: cells[0], topics: topics, place: place))
    }
    return rows
  }
}
