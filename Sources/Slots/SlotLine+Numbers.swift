internal import Knowledge
internal import Language

extension SlotLine {
  /// Years: "I'm 22", "31f", "aged 40", "22 years old", "just turned forty three".
  func age() -> FoundValue? {
    var found: FoundValue?
    for number in numbers
    where !number.isTimes && number.low == number.high && (1...110).contains(number.value) {
      guard let clause = clause(at: number.first), !clause.isAboutOthers, !clause.isHypothetical,
        !clause.isGeneral,
        !clause.isQuestion, !clause.denied.contains(number.first), isAge(number, clause)
      else { continue }
      found = FoundValue(
        value: .number(number.value.rounded(.down)),
        tokens: number.first...number.last
      )
    }
    return found
  }

  private func isAge(_ number: NumberSpan, _ clause: Clause) -> Bool {
    let (before, after) = (word(number.first - 1), word(number.last + 1))
    if ["yo", "y", "yrs", "year", "years", "yr"].contains(after) {
      let next = word(number.last + 2)
      if after == "yo" || after == "y" { return true }
      if next == "old" || (next == "of" && word(number.last + 3) == "age") {
        return before != "my" && word(number.first - 2) != "my"
      }
      // "Sao Paulo, 29 years, oily": alone between other facts, and not behind a condition.
      return clause.tokens.count == number.last - number.first + 2 && clauses.count >= 3
        && (14...99).contains(number.value)
        && !mentions(of: .concern).contains { $0.tokens.upperBound == clause.tokens.lowerBound - 2 }
    }
    if ["f", "m", "male", "female"].contains(after) || ["f", "m", "age", "aged"].contains(before) {
      return true
    }
    if Self.units.contains(after) || Self.units.contains(before) || after == "%" || before == "$" {
      return false
    }
    let isWhole = tokens.list.indices.allSatisfy { index in
      (number.first...number.last).contains(index) || tokens.list[index].kind == .pause
        || Self.fillers.contains(word(index))
        || ["old", "actually", "here", "just", "now"].contains(word(index))
    }
    if asked == .age {
      return isWhole || clause.tokens.count <= 6 || ["am", "turned"].contains(before)
    }
    let isAlone = clause.tokens.allSatisfy {
      (number.first...number.last).contains($0) || ["and", "so", "ok"].contains(word($0))
    }
    if ["am", "turned", "turning", "be", "mine", "mines", "at"].contains(before)
      || (before == "s" && word(number.first - 2) == "it")
    {
      if before == "at", !holds(["now"], in: clause) { return false }
      return number.value >= 10 && !isFollowedByCount(number)
    }
    if before == "actually" || before == "only" || before == "now" {
      return number.value >= 10 && clause.tokens.contains { word($0) == "am" }
    }
    // A number by itself between commas, beside other facts.
    if isAlone, (14...99).contains(number.value) {
      return clauses.count >= 2 || isWordNumber(number)
    }
    return false
  }

  /// "I'm 6 days in", "I'm 20 weeks": the number counts something else.
  private func isFollowedByCount(_ number: NumberSpan) -> Bool {
    let after = word(number.last + 1)
    return TimeSpan.weeks(per: after) != nil || Self.units.contains(after)
  }

  private func isWordNumber(_ number: NumberSpan) -> Bool {
    tokens.list[number.first].kind == .word
  }

  private static let units: Set<String> = [
    "hours", "hour", "hrs", "hr", "h", "days", "day", "weeks", "week", "wks", "wk", "months",
    "month", "times", "drinks",
    "units", "glasses", "pints", "beers", "mg", "g", "kg", "ml", "cans", "cigs", "cigarettes",
    "minutes", "mins", "spots",
    "coffees", "kids", "percent", "x", "servings", "serves", "yoghurts", "lattes", "stone",
    "pounds", "out", "trimester",
    "nights", "sessions", "foods", "th", "st", "nd", "rd", "vegans", "cheese", "redbulls", "/",
    "step", "steps", "forward",
  ]
}

extension SlotLine {
  /// Hours of sleep a night.
  func sleepHours() -> FoundValue? {
    let mentions = mentions(of: .sleepHours)
    if let clock = clockSleep() { return clock }
    var found: FoundValue?
    for number in numbers where (0...24).contains(number.value) && !number.isTimes {
      guard let clause = clause(at: number.first), !clause.isAboutOthers, !clause.isHypothetical,
        !clause.isGeneral,
        !clause.isQuestion, !clause.denied.contains(number.first)
      else { continue }
      let after = word(number.last + 1)
      let isHours = ["hour", "hours", "hr", "hrs", "h", "hors", "h30", "h15", "h45"].contains(after)
      let isSleep = mentions.contains { clause.tokens.contains($0.tokens.lowerBound) }
      let isElsewhere = [
        "day", "days", "week", "weeks", "month", "months", "year", "years", "x", "/",
      ].contains(after)
      let isSmall = (2...14).contains(number.value)
      let fits =
        isHours
        ? (isSleep || asked == .sleepHours || tokens.count <= 8 || isNightly(number)
          || isAboutSleep(before: clause, mentions))
        : isSleep && !isElsewhere && isSmall && isCloseToSleep(number, mentions)
          || (asked == .sleepHours && isSmall && !isElsewhere)
          || (isCorrection(clause) && isSmall && tokens.count <= 8 && !isElsewhere && after.isEmpty)
      guard fits, !isSmallTalk(number) else { continue }
      var value = number.value
      if after.hasPrefix("h"), let minutes = Double(after.dropFirst()) { value += minutes / 60 }
      found = FoundValue(
        value: .number(value),
        tokens: number.first...min(number.last + 1, tokens.count - 1)
      )
    }
    return found
  }

  /// "five hours a night".
  private func isNightly(_ number: NumberSpan) -> Bool {
    ["a", "per", "each", "every"].contains(word(number.last + 2))
      && ["night", "nite"].contains(word(number.last + 3))
  }

  /// "3 coffees", "10 lagers": a number of things beside the word "night".
  private func isSmallTalk(_ number: NumberSpan) -> Bool {
    ["drinks", "beers", "pints", "glasses", "coffees", "cigs", "glass", "beer", "pint", "times"]
      .contains(word(number.last + 1))
  }

  private func isCloseToSleep(_ number: NumberSpan, _ mentions: [SlotLexicon.Mention]) -> Bool {
    mentions.contains {
      abs($0.tokens.lowerBound - number.last) <= 5 || abs(number.first - $0.tokens.upperBound) <= 5
    }
  }

  private func isAboutSleep(before clause: Clause, _ mentions: [SlotLexicon.Mention]) -> Bool {
    mentions.contains { abs($0.tokens.lowerBound - clause.tokens.lowerBound) <= 10 }
  }

  private func isCorrection(_ clause: Clause) -> Bool {
    holds(["more", "nearer", "like", "actually"], in: clause)
  }

  /// "bed at 11, up at 6": from the clock.
  private func clockSleep() -> FoundValue? {
    let down: Set<String> = ["bed", "asleep", "sleep"]
    let up: Set<String> = ["up", "alarm", "alarms", "awake", "wake"]
    guard let start = tokens.list.indices.first(where: { down.contains(word($0)) }),
      let end = tokens.list.indices.first(where: { $0 > start && up.contains(word($0)) }),
      let from = time(from: start, to: end), let until = time(from: end, to: tokens.count)
    else { return nil }
    let evening = from.value <= 12 && from.value >= 7 ? from.value + 12 : from.value
    let hours = (until.value + 24 - evening).truncatingRemainder(dividingBy: 24)
    guard (2...14).contains(hours) else { return nil }
    return FoundValue(value: .number(hours), tokens: start...until.token)
  }

  private func time(from start: Int, to end: Int) -> (value: Double, token: Int)? {
    for index in start..<end {
      if word(index) == "midnight" { return (12, index) }
      if word(index) == "half", let number = numbers.first(where: { $0.first == index + 1 }) {
        return (number.value + 0.5, number.last)
      }
      if let number = numbers.first(where: { $0.first == index }) {
        return (number.value, number.last)
      }
    }
    return nil
  }
}

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
      "around", "roughly",
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
