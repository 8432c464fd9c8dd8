internal import Knowledge
internal import Language

extension SlotLine {
  /// Years: "I'm 22", "31f", "aged 40", "22 years old", "just turned forty three".
  func age() -> FoundValue? {
    var found = decade()
    for number in numbers
    where !number.isTimes && number.low == number.high && (1...110).contains(number.value)
      && !isOfChildren(number)
    {
      guard let clause = clause(at: number.first), !clause.isAboutOthers, !clause.isHypothetical,
        !clause.isGeneral,
        !clause.isQuestion, !clause.denied.contains(number.first), isAge(number, clause)
      else { continue }
      let isAhead = isAhead(number)
      found = FoundValue(
        value: .number(number.value.rounded(.down) - (isAhead ? 1 : 0)),
        tokens: number.first...number.last
      )
    }
    return found
  }

  /// "3 kids aged 4, 7 and 12", "with a 4 year old": somebody else's years.
  private func isOfChildren(_ number: NumberSpan) -> Bool {
    guard !isForOther, let clause = clause(at: number.first) else { return false }
    for index in (clause.tokens.lowerBound..<number.first).reversed() {
      if ["i", "am", "im", "me", "myself"].contains(word(index)) { break }
      if Self.children.contains(word(index)) { return true }
    }
    let isOld = ["year", "years", "yr", "yrs", "yo"].contains(word(number.last + 1))
    return isOld && ["a", "an"].contains(word(number.first - 1))
      && ["have", "has", "with", "got", "for", "of", "had"].contains(word(number.first - 2))
  }

  private static let children: Set<String> = [
    "kids", "kid", "children", "child", "boys", "girls", "sons", "daughters", "twins", "son",
    "daughter", "toddler", "grandkids", "grandchildren", "baby", "dog", "cat",
  ]

  /// Whether a number at the place tells an age, and so no length of time.
  func isAge(at index: Int, _ clause: Clause) -> Bool {
    numbers.contains { $0.first == index && !$0.isTimes && isAge($0, clause) }
  }

  private func isAge(_ number: NumberSpan, _ clause: Clause) -> Bool {
    let (before, after) = (word(number.first - 1), word(number.last + 1))
    if ["yo", "y", "yrs", "year", "years", "yr"].contains(after) {
      let next = word(number.last + 2)
      if after == "yo" || after == "y" { return true }
      if before == "am", (10...99).contains(number.value), next.isEmpty || next == "and" {
        return true
      }
      if ["woman", "man", "male", "female", "guy", "lady"].contains(next) { return true }
      if next == "old" || next == "young" || (next == "of" && word(number.last + 3) == "age") {
        return isForOther || before != "my" && word(number.first - 2) != "my"
      }
      if before == "now", next.isEmpty, (10...99).contains(number.value) { return true }
      // "Sao Paulo, 29 years, oily": alone between other facts, and not behind a condition.
      return clause.tokens.count == number.last - number.first + 2
        && (clauses.count >= 3 || clauses.count == 2 && mentions(of: .concern).isEmpty)
        && (14...99).contains(number.value)
        && !mentions(of: .concern).contains { $0.tokens.upperBound == clause.tokens.lowerBound - 2 }
    }
    if isAgeOf(number) || after == "/" && Self.sexes.contains(word(number.last + 2)) { return true }
    if ["f", "m", "male", "female"].contains(after) || ["f", "m", "age", "aged"].contains(before) {
      return true
    }
    if isNextBirthday(number) || isBirthday(number) { return number.value >= 10 }
    // "nineteen here", "27/m/Leeds"
    let isFirst = number.first == clause.tokens.lowerBound && (10...99).contains(number.value)
    if isFirst, after == "here" || after == "/" && ["m", "f"].contains(word(number.last + 2)) {
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
    if ["am", "turned", "turning", "turn", "be", "mine", "mines", "at"].contains(before)
      || (before == "s" && ["it", "he", "she"].contains(word(number.first - 2)))
      || isForOther && before == "s" && word(number.first - 2) == "who"
      || (isForOther && ["is", "are"].contains(before))
    {
      if before == "be", word(number.first - 3) == "used" { return false }
      if isForOther, number.value < 10 { return !isFollowedByCount(number) }
      if before == "at", !holds(["now", "again", "still"], in: clause),
        !isAgeOfSkin(number, clause)
      {
        return false
      }
      return number.value >= 10 && !isFollowedByCount(number)
    }
    if before == "actually" || before == "only" || before == "now" {
      return number.value >= 10 && clause.tokens.contains { word($0) == "am" }
    }
    if opens(number, clause) || isMeant(number) { return true }
    // A number by itself between commas, beside other facts.
    if isAlone, (14...99).contains(number.value) {
      return clauses.count >= 2 || isWordNumber(number)
    }
    return false
  }

  /// "a nursing mum of 29", "my age is 45 years", "I have 31 years".
  private func isAgeOf(_ number: NumberSpan) -> Bool {
    let before = word(number.first - 1)
    let isYears = ["year", "years", "yrs"].contains(word(number.last + 1))
    let end = clause(at: number.first)?.tokens.upperBound ?? tokens.count
    if before == "have", isYears, number.last + 2 == end { return (14...99).contains(number.value) }
    if ["is", "s"].contains(before), word(number.first - 2) == "age" { return true }
    return before == "of" && Self.persons.contains(word(number.first - 2)) && number.value >= 13
  }

  private static let sexes: Set<String> = ["f", "m", "male", "female", "woman", "man"]
  private static let persons: Set<String> = [
    "woman", "man", "mum", "mom", "mother", "dad", "father", "lady", "guy", "lad", "lass", "girl",
    "bloke", "person", "student", "male", "female", "age", "gran", "smoker",
  ]

  /// "fine lines and dry skin at 45".
  private func isAgeOfSkin(_ number: NumberSpan, _ clause: Clause) -> Bool {
    number.last + 1 == clause.tokens.upperBound && !clause.isPast && !clause.isResolved
      && mentions(of: .concern).contains { clause.tokens.contains($0.tokens.lowerBound) }
      && !holds(["started", "began", "first", "since", "diagnosed", "got", "sorted"], in: clause)
  }

  /// "I said 30, I meant 31".
  private func isMeant(_ number: NumberSpan) -> Bool {
    word(number.first - 1) == "meant" && word(number.last + 1).isEmpty
      && numbers.contains { $0.last < number.first && word($0.first - 1) == "said" }
      && (14...99).contains(number.value)
  }

  /// "fifty-three and through the menopause", "sorry, 45 not 54".
  private func opens(_ number: NumberSpan, _ clause: Clause) -> Bool {
    let lead = clause.tokens.lowerBound..<number.first
    guard lead.allSatisfy({ ["i", "meant", "sorry"].contains(word($0)) }),
      (14...99).contains(number.value)
    else { return false }
    let next = number.last + 2
    let isNumberNext = numbers.contains { $0.first == next }
    switch word(number.last + 1) {
    case "and": return number.first == 0 && !isNumberNext
    case "not": return isNumberNext && next + 1 == clause.tokens.upperBound && tokens.count <= 7
    default: return false
    }
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
