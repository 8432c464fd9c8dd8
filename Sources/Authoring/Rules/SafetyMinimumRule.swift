internal import Knowledge

/// Each red flag has lines enough to be learned, and near misses enough to stay quiet.
enum SafetyMinimumRule {
  private static let leastSigns = 12
  private static let leastNearMisses = 6

  static func check(_ facts: LintFacts, _ findings: FindingList) {
    for entry in facts.content.redFlags {
      for (key, count, least) in [
        ("signs", entry.signs.count, leastSigns),
        ("not-this", entry.notThis.count, leastNearMisses),
      ] where count < least {
        findings.add(
          .tooFewSigns,
          at: entry.place,
          "'\(key)' has \(count) lines",
          remedy: "write \(least) or more"
        )
      }
    }
  }
}
