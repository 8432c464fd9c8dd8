internal import Knowledge
internal import Language

extension SlotLine {
  /// Weeks that it has lasted: "for 12 weeks", "about half a year", "6 months now".
  func duration() -> FoundValue? {
    var found: FoundValue?
    for clause in clauses
    where states(clause)
      && !holds(["pregnant", "along", "preggo", "gone", "old", "clear"], in: clause)
    {
      for index in clause.tokens {
        guard isOfTheConcern(clause), let length = length(at: index), isDuration(length, clause)
        else { continue }
        found = FoundValue(value: .number(length.weeks), tokens: length.tokens)
      }
    }
    return found
  }

  /// A length of time counts when the line names a concern, or speaks of "this" or "it".
  private func isOfTheConcern(_ clause: Clause) -> Bool {
    asked == .durationWeeks || !mentions(of: .concern).isEmpty
      || holds(["this", "it", "skin", "flare", "flaring"], in: clause)
  }

  private func length(at index: Int) -> (weeks: Double, tokens: ClosedRange<Int>)? {
    if let number = numbers.first(where: { $0.first == index }),
      let unit = TimeSpan.weeks(per: word(number.last + 1))
    {
      return (round(number.value * unit), index...(number.last + 1))
    }
    if numbers.contains(where: { ($0.first...$0.last).contains(index) }) { return nil }
    if word(index) == "a" || word(index) == "an", let unit = TimeSpan.weeks(per: word(index + 1)) {
      return (round(unit), index...(index + 1))
    }
    if word(index) == "fortnight", word(index - 1) != "a" { return (2, index...index) }
    return nil
  }

  /// To a whole week from two weeks up, to a tenth below.
  private func round(_ weeks: Double) -> Double {
    weeks >= 2 ? weeks.rounded() : (weeks * 10).rounded() / 10
  }

  private func isDuration(_ length: (weeks: Double, tokens: ClosedRange<Int>), _ clause: Clause)
    -> Bool
  {
    let (before, after) = (word(length.tokens.lowerBound - 1), word(length.tokens.upperBound + 1))
    if after == "ago" {
      return holds(["started", "began", "since"], in: clause) && mentions(of: .medicines).isEmpty
    }
    if ["old", "off", "challenge", "trial"].contains(after) { return false }
    if length.weeks < 1, !["for", "of", "since"].contains(before), !["of", "now"].contains(after) {
      return false
    }
    if ["per", "every", "each"].contains(before) || isPerWeek(before, length) { return false }
    if asked == .durationWeeks { return true }
    if clause.isPast, !clause.isPresent, !holds(["for", "been", "since"], in: clause) {
      return false
    }
    let signs: Set<String> = [
      "for", "since", "about", "been", "now", "of", "lasted", "over", "nearly", "almost", "exactly",
      "around", "roughly", "last", "past",
    ]
    let isAlone = clause.tokens.count <= 4
    return signs.contains(before) || signs.contains(after) || isAlone
      || (before.isEmpty && signs.contains(after))
      || holds(["been"], in: clause) || hasCondition(before: length.tokens.lowerBound, clause)
  }

  /// "3 times a week": the unit belongs to a frequency.
  private func isPerWeek(_ before: String, _ length: (weeks: Double, tokens: ClosedRange<Int>))
    -> Bool
  {
    word(length.tokens.lowerBound) == "a"
      && (before == "times" || before == "once" || before == "twice" || before == "x"
        || numbers.contains {
          $0.last == length.tokens.lowerBound - 1 || $0.last == length.tokens.lowerBound - 2
        })
      || word(length.tokens.upperBound + 1) == "a"
  }

  private func hasCondition(before index: Int, _ clause: Clause) -> Bool {
    Set(["acne", "eczema", "rosacea", "psoriasis", "hives", "spots"]).contains(word(index - 1))
  }
}
