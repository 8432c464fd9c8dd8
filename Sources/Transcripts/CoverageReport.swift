package import Knowledge
internal import Language

/// How much of the content some conversations reached, and what they missed.
package struct CoverageReport: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    package let kind: Coverage.Kind
    package let reached: Int
    package let all: Int
    /// Names that nothing reached, sorted.
    package let missed: [String]

    /// Whole per cent, rounded down so that 100 means all.
    package var percent: Int { all == 0 ? 100 : reached * 100 / all }
  }

  package let rows: [Row]

  package init(of coverage: Coverage, in catalog: Catalog) {
    let everything = Coverage.everything(in: catalog)
    rows = Coverage.Kind.allCases.map { kind in
      let all = everything[kind] ?? []
      let reached = all.intersection(coverage.reached[kind] ?? [])
      return Row(
        kind: kind,
        reached: reached.count,
        all: all.count,
        missed: all.subtracting(reached).sorted()
      )
    }
  }

  package var text: String {
    var lines = ["Coverage:"]
    for row in rows {
      lines.append("  \(row.kind.rawValue): \(row.reached) of \(row.all) (\(row.percent) %)")
    }
    for row in rows where !row.missed.isEmpty {
      lines.append("Missed \(row.kind.rawValue):")
      lines += row.missed.map { "  \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What falls short of the least that is wanted.
  package func shortfalls(_ least: [Coverage.Kind: Int]) -> [String] {
    rows.compactMap { row in
      guard let wanted = least[row.kind], row.percent < wanted else { return nil }
      return "coverage of \(row.kind.rawValue) is \(row.percent) %, and \(wanted) % is wanted"
    }
  }

  /// Reads `topics=100,rules=90`.
  ///
  /// - Throws: What is wrong, in words.
  package static func minimums(_ text: String) throws(Check.Mistake) -> [Coverage.Kind: Int] {
    var least: [Coverage.Kind: Int] = [:]
    for pair in text.split(separator: ",") {
      let parts = pair.split(separator: "=").map(\.trimmed)
      guard parts.count == 2, let kind = Coverage.Kind(rawValue: parts[0]),
        let percent = Int(parts[1]), (0...100).contains(percent)
      else {
        throw Check.Mistake(
          problem: "'\(pair)' is no minimum",
          remedy:
            "write KIND=PERCENT with one of \(Coverage.Kind.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
      least[kind] = percent
    }
    return least
  }
}
