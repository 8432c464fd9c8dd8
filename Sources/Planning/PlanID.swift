package import Knowledge

/// Tells one saved plan from another, in files and in calendars.
package struct PlanID: Hashable, Sendable {
  package let rawValue: String

  /// - Returns: nil unless it is made of 1 to 64 small letters, digits and hyphens.
  package init?(_ rawValue: String) {
    guard (1...64).contains(rawValue.utf8.count),
      rawValue.utf8.allSatisfy({
        (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
      })
    else { return nil }
    self.rawValue = rawValue
  }

  /// An id that follows from a plan's words: equal plans get equal ids.
  package init(of plan: Plan, _ catalog: Catalog) {
    rawValue = "plan-\(TextHash.hex(plan.markdown(catalog)))"
  }
}

/// A short fingerprint of a text (FNV-1a, 64 bits).
enum TextHash {
  static func hex(_ text: String) -> String {
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
