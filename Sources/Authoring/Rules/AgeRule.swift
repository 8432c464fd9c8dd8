internal import Knowledge

/// Claims, references, contacts and answers have been looked at within three years of the release.
enum AgeRule {
  private static let mostYears = 3

  static func check(_ facts: LintFacts, _ findings: FindingList) {
    let content = facts.content
    for entry in content.claims {
      check(entry.claim.checked, "checked", at: entry.place, facts.released, findings)
    }
    for entry in content.references {
      check(entry.reference.checked, "checked", at: entry.place, facts.released, findings)
    }
    for entry in content.crisisLines {
      for line in entry.lines.lines {
        check(line.checked, "checked", at: entry.place, facts.released, findings)
      }
    }
    for answer in content.answers {
      let reviewed = answer.reviewed
      check(reviewed.value, "read through", at: reviewed.place, facts.released, findings)
    }
  }

  private static func check(
    _ day: String,
    _ verb: String,
    at place: Place,
    _ released: String,
    _ findings: FindingList
  ) {
    guard let parts = parts(of: day) else {
      findings.add(.badValue, at: place, "'\(day)' is no day", remedy: "write it as 2026-11-23")
      return
    }
    guard let release = self.parts(of: released) else { return }
    let last = [parts[0] + mostYears, parts[1], parts[2]]
    guard last.lexicographicallyPrecedes(release) else { return }
    findings.add(
      .stale,
      at: place,
      "last \(verb) on \(day), over \(mostYears) years before the release",
      remedy: "look at it again and change the date"
    )
  }

  /// Year, month and day.
  private static func parts(of day: String) -> [Int]? {
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3, (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) else {
      return nil
    }
    return numbers
  }
}
