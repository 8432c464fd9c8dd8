internal import Knowledge

/// Puts a person's own figures into a reason.
package enum ReasonWords {
  /// `{slot}` gives way to the slot's value, and `{duration_weeks} weeks` to weeks, months or years.
  static func filled(_ text: String, _ profile: Profile) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let slot = Slot(rawValue: String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
      if slot == .durationWeeks, let weeks = profile.number(.durationWeeks),
        rest.hasPrefix(unit)
      {
        result += duration(weeks)
        rest = rest.dropFirst(unit.count)
      } else {
        result += slot.map { profile.words(for: $0) } ?? ""
      }
    }
    return result + rest
  }

  private static let unit = " weeks"

  /// "3 weeks", "5 months", "2 years": rounded to what a person would say.
  package static func duration(_ weeks: Double) -> String {
    let months = Int((weeks * 12 / 52).rounded())
    return switch weeks {
    case ..<9: counted(Int(weeks.rounded()), "week")
    case ..<78: months == 12 ? counted(1, "year") : counted(months, "month")
    default: counted(Int((weeks / 52).rounded()), "year")
    }
  }

  private static func counted(_ count: Int, _ unit: String) -> String {
    count == 1 ? "1 \(unit)" : "\(count) \(unit)s"
  }
}
