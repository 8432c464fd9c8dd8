internal import Language

/// Rewrites `bot*` lines, and nothing else.
package enum Snapshots {
  /// The text of a file with changed snapshots, from the last line up so that lines above keep their numbers.
  ///
  /// - Parameters:
  ///   - text: The file as it stands.
  ///   - edits: New lines for ranges of lines, counted from 1; ranges do not overlap.
  /// - Returns: The file's new text.
  package static func text(_ text: String, with edits: [ClosedRange<Int>: [String]]) -> String {
    var lines = ScriptLines.withEnds(text)
    for (range, new) in edits.sorted(by: { $0.key.lowerBound > $1.key.lowerBound }) {
      guard range.lowerBound >= 1, range.upperBound <= lines.count else { continue }
      let old = lines[range.lowerBound - 1]
      let end = old.last == "\r" ? "\r" : ""
      let indent = String(old.prefix { $0 == " " || $0 == "\t" })
      lines.replaceSubrange(
        (range.lowerBound - 1)...(range.upperBound - 1),
        with: new.map { indent + $0 + end }
      )
    }
    return lines.joined(separator: "\n")
  }

  /// A snapshot as lines of a transcript.
  package static func lines(for words: String) -> [String] {
    let lines = words.split(separator: "\n", omittingEmptySubsequences: false).map(\.trimmed)
    return lines.enumerated().map { number, line in
      number == 0 ? "bot* \(line)" : line.isEmpty ? "|" : "| \(line)"
    }
  }

  /// Changes that may be made at once, and those that may not.
  package struct Plan: Equatable, Sendable {
    /// New lines by file and range.
    package var edits: [String: [ClosedRange<Int>: [String]]] = [:]
    /// Conversations that are locked or about safety: changed one by one, by hand.
    package var locked: [CaseResult.Change] = []
    /// Snapshots that say different things for different values of `@each`.
    package var torn: [CaseResult.Change] = []
  }

  /// What update would do with the changes of a run.
  package static func plan(_ changes: [CaseResult.Change]) -> Plan {
    var plan = Plan()
    for places in places(of: changes) {
      guard let change = places.first else { continue }
      if places.contains(where: \.isLocked) {
        plan.locked.append(change)
      } else if Set(places.map(\.new)).count > 1 {
        plan.torn.append(change)
      } else {
        plan.edits[change.file, default: [:]][change.lines] = lines(for: change.new)
      }
    }
    return plan
  }

  /// Changes of the same lines, together, in the order of the files.
  static func places(of changes: [CaseResult.Change]) -> [[CaseResult.Change]] {
    let byPlace = Dictionary(grouping: changes) { "\($0.file):\($0.lines.lowerBound)" }
    return byPlace.values.sorted {
      ($0[0].file, $0[0].lines.lowerBound) < ($1[0].file, $1[0].lines.lowerBound)
    }
  }
}
