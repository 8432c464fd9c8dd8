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
        guard isOfTheConcern(clause), !isAge(at: index, clause), let length = length(at: index),
          isDuration(length, clause)
        else { continue }
        found = FoundValue(value: .number(length.weeks), tokens: length.tokens)
      }
    }
    return found.map(corrected) ?? sinceAge()
  }

  /// "a good few years of rosacea, call it seven": the same unit, another number.
  private func corrected(_ found: FoundValue) -> FoundValue {
    let unit = found.tokens.lazy.compactMap { TimeSpan.weeks(per: word($0)) }.first
    guard let unit,
      let clause = clauses.first(where: { $0.tokens.lowerBound > found.tokens.upperBound }),
      let number = numbers.first(where: { $0.last == clause.tokens.upperBound - 1 }),
      clause.tokens.dropLast(number.last - number.first + 1).allSatisfy({
        ["call", "it", "make", "that", "or", "nearer", "more", "like", "actually", "no"]
          .contains(word($0))
      }), number.first > clause.tokens.lowerBound
    else { return found }
    return FoundValue(
      value: .number(round(number.value * unit)),
      tokens: found.tokens.lowerBound...number.last
    )
  }

  /// "acne since I was 15 and I'm 25 now", "eczema since birth": from an age up to today's.
  private func sinceAge() -> FoundValue? {
    guard !mentions(of: .concern).isEmpty, let age = age(), case .number(let years) = age.value
    else { return nil }
    for index in tokens.list.indices where ["since", "from"].contains(word(index)) {
      guard let clause = clause(at: index), states(clause) else { continue }
      let isBirth =
        ["birth", "newborn"].contains(word(index + 1))
        || word(index + 1) == "a" && word(index + 2) == "baby"
      if isBirth { return FoundValue(value: .number(years * 52), tokens: index...index + 1) }
      let number = numbers.first { (index + 2...index + 5).contains($0.first) }
      guard let number, number.value < years,
        (index + 1..<number.first).allSatisfy({
          ["i", "was", "am", "age", "the", "of", "aged", "about", "around"].contains(word($0))
        })
      else { continue }
      return FoundValue(value: .number((years - number.value) * 52), tokens: index...number.last)
    }
    return nil
  }

  /// A length of time counts when the line names a concern, or speaks of "this" or "it".
  private func isOfTheConcern(_ clause: Clause) -> Bool {
    asked == .durationWeeks || !mentions(of: .concern).isEmpty
      || holds(["this", "it", "skin", "flare", "flaring"], in: clause)
  }

  private func length(at index: Int) -> (weeks: Double, tokens: ClosedRange<Int>)? {
    if let number = numbers.first(where: { $0.first == index }) {
      let place = number.last + (Self.fullness.contains(word(number.last + 1)) ? 2 : 1)
      guard let unit = TimeSpan.weeks(per: word(place)) else { return nil }
      let more = halfMore(after: place)
      return (round((number.value + more.value) * unit), index...more.last)
    }
    if numbers.contains(where: { ($0.first...$0.last).contains(index) }) { return nil }
    if word(index) == "a" || word(index) == "an", let unit = TimeSpan.weeks(per: word(index + 1)) {
      let more = halfMore(after: index + 1)
      return (round((1 + more.value) * unit), index...more.last)
    }
    if word(index) == "fortnight", word(index - 1) != "a" { return (2, index...index) }
    return nil
  }

  /// "10+ years", "six long months".
  private static let fullness: Set<String> = [
    "+", "plus", "odd", "long", "whole", "full", "solid", "good", "more", "bloody", "horrible",
  ]

  /// "a month and a half": what stands behind the unit.
  private func halfMore(after unit: Int) -> (value: Double, last: Int) {
    word(unit + 1) == "and" && word(unit + 2) == "a" && word(unit + 3) == "half"
      ? (0.5, unit + 3) : (0, unit)
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
      return holds(Self.onsets, in: clause) && mentions(of: .medicines).isEmpty
    }
    if ["old", "off", "challenge", "trial"].contains(after) { return false }
    if after == "so", word(length.tokens.upperBound + 2) == "far" { return true }
    if length.weeks < 1, !["for", "of", "since"].contains(before), !["of", "now"].contains(after) {
      return false
    }
    if ["per", "every", "each"].contains(before) || isPerWeek(before, length) { return false }
    if asked == .durationWeeks || isStretch(length, clause) { return true }
    if isOfLife(clause) { return false }
    if isOpenPerfect(clause) || isStillHad(clause) { return true }
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

  /// "psoriasis on my elbows going on six years": a length beside the concern itself.
  private func isStretch(_ length: (weeks: Double, tokens: ClosedRange<Int>), _ clause: Clause)
    -> Bool
  {
    let isNamed = mentions(of: .concern).contains { clause.tokens.contains($0.tokens.lowerBound) }
    let isMedicine = mentions(of: .medicines).contains {
      clause.tokens.contains($0.tokens.lowerBound)
    }
    return isNamed && !isMedicine && length.weeks >= 1 && !clause.isPast && !clause.isStopped
      && !["before", "after", "later", "into", "until", "older", "younger"].contains(
        word(length.tokens.upperBound + 1)
      )
  }

  /// "I've had them 2 weeks".
  private func isStillHad(_ clause: Clause) -> Bool {
    clause.tokens.contains {
      word($0) == "have" && word($0 + 1) == "had"
        && ["it", "them", "this", "these"].contains(word($0 + 2))
    }
  }

  /// "I've been a nurse for 15 years": how long something else has been so.
  private func isOfLife(_ clause: Clause) -> Bool {
    holds(Self.life, in: clause)
      || clause.tokens.contains { word($0) == "been" && ["a", "an"].contains(word($0 + 1)) }
  }

  private static let life: Set<String> = [
    "married", "worked", "working", "lived", "living", "smoked", "smoking", "together", "teaching",
    "sober", "vegan", "vegetarian", "veggie", "retired",
  ]

  /// Words by which something begins.
  private static let onsets: Set<String> = [
    "started", "began", "since", "flared", "appeared", "developed", "erupted", "came", "broke",
    "diagnosed", "got", "noticed", "begun", "start", "arrived", "popped", "kicked", "returned",
  ]

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
