internal import Knowledge
internal import Language

/// How much a clause says: of numbers, rates and units.
extension SlotLine {
  func amount(
    _ slot: Slot,
    _ clause: Clause,
    _ own: [SlotLexicon.Mention],
    isNamed: Bool
  ) -> (value: Double, isTotal: Bool, tokens: ClosedRange<Int>)? {
    let inClause = numbers.filter { number in
      clause.tokens.contains(number.first) && !isOfSomethingElse(number, slot)
        && (!clause.denied.contains(number.first) || isBound(number)) && !isOutOf(number)
        && !isSeldom(number)
    }
    let rate = rate(in: clause, after: own.first?.tokens.lowerBound)
    let isTotal =
      !inClause.isEmpty
      && (isSum(clause) || holds(["call"], in: clause)
        || !isNamed && holds(["normally", "usually"], in: clause))
    let place = (inClause.first?.first ?? own.first?.tokens.lowerBound ?? clause.tokens.lowerBound)
    let tokens = place...max(place, rate?.last ?? inClause.last?.last ?? place)
    switch slot {
    case .dairyDaily:
      guard let value = daily(inClause, own, rate, clause) else { return nil }
      return (value, isTotal, tokens)
    case .exerciseDays:
      guard let value = exerciseDays(inClause, rate, clause) else { return nil }
      return (value, isTotal, tokens)
    default:
      guard let value = weekly(inClause, rate, clause, slot) else { return nil }
      return (value, isTotal, tokens)
    }
  }

  private static let otherUnits: Set<String> = [
    "hours", "hour", "hrs", "hr", "h", "mg", "g", "year", "years", "yrs", "months", "month",
    "weeks", "wks", "minutes", "mins", "km", "miles", "am", "pm", "kg", "cigs", "redbulls",
    "calories", "calorie", "kcal", "cal", "cals", "steps", "iu", "mcg", "ml", "rollies", "fags",
    "ciggies", "cigarettes", "smokes", "rest", "off",
  ]

  /// A number with a unit of its own that this slot does not count in.
  private func isOfSomethingElse(_ number: NumberSpan, _ slot: Slot) -> Bool {
    let after = word(number.last + 1)
    if isOfAnotherSlot(number, slot) { return true }
    if slot == .alcoholWeekly, isOfSoftDrinks(number) { return true }
    if Self.otherUnits.contains(after) || Self.coins.contains(after) { return true }
    if ["every", "each"].contains(word(number.first - 1)) { return true }
    if after == "days" || after == "day" { return slot != .exerciseDays }
    return false
  }

  /// "so eight in all", "that's three": the number is the sum of what was said before.
  private func isSum(_ clause: Clause) -> Bool {
    let first = clause.tokens.lowerBound
    return holds(["so", "total", "altogether", "makes"], in: clause)
      || word(first) == "that" && ["s", "is"].contains(word(first + 1))
  }

  /// "5 days out of 7".
  private func isOutOf(_ number: NumberSpan) -> Bool {
    word(number.first - 1) == "of" && word(number.first - 2) == "out"
  }

  /// "once in a while", "once in a blue moon".
  private func isSeldom(_ number: NumberSpan) -> Bool {
    word(number.last + 1) == "in" && word(number.last + 2) == "a"
      && ["while", "blue", "lifetime"].contains(word(number.last + 3))
  }

  /// "a beer or two a week": between one and two.
  private func orMore(_ number: NumberSpan) -> Double {
    let isOr =
      word(number.first - 1) == "or" && ["a", "an", "one"].contains(word(number.first - 3))
      && number.low == number.high
    return isOr ? (number.value + 1) / 2 : number.value
  }

  /// "I drink about 8 a week and I cycle five days": the eight stand behind what they count.
  private func isTold(_ number: NumberSpan, of other: Slot, not slot: Slot) -> Bool {
    guard let clause = clause(at: number.first) else { return false }
    let half = clause.tokens.lowerBound..<number.first
    let start = half.last { ["and", "plus"].contains(word($0)) } ?? half.lowerBound
    func isNamed(_ slot: Slot, in range: Range<Int>) -> Bool {
      mentions(of: slot).contains { $0.name == "about" && range.contains($0.tokens.lowerBound) }
    }
    let end = clause.tokens.first { $0 > number.last && ["and", "plus"].contains(word($0)) }
    return isNamed(other, in: start..<number.first)
      && !isNamed(slot, in: start..<(end ?? clause.tokens.upperBound))
  }

  private func isWeekends(_ rate: (times: Double, last: Int)) -> Bool {
    word(rate.last) == "weekends" && rate.times == 2
  }

  /// "two glasses of milk" counts no ferments: the next thing named belongs to another slot only.
  private func isOfAnotherSlot(_ number: NumberSpan, _ slot: Slot) -> Bool {
    let end = number.last + 4
    func first(in slot: Slot) -> Int? {
      mentions(of: slot).first {
        $0.name == "about" && $0.tokens.lowerBound > number.last && $0.tokens.lowerBound <= end
          && clause(at: number.first)?.tokens.contains($0.tokens.lowerBound) == true
      }?
      .tokens.lowerBound
    }
    let others: [Slot] = [.exerciseDays, .fermentedWeekly, .alcoholWeekly, .dairyDaily].filter {
      $0 != slot
    }
    if others.contains(where: { isTold(number, of: $0, not: slot) }) { return true }
    guard let nearest = others.compactMap(first).min() else { return false }
    return first(in: slot).map { $0 > nearest } ?? true
  }

  private func daily(
    _ numbers: [NumberSpan],
    _ own: [SlotLexicon.Mention],
    _ rate: (times: Double, last: Int)?,
    _ clause: Clause
  ) -> Double? {
    let perDay =
      rate.map { $0.times / 7 }
      ?? (!own.isEmpty && (meals(in: clause) > 0 || isDailyInAll) ? 1 : nil)
    if numbers.isEmpty {
      guard let perDay, perDay > 0 else { return nil }
      let named = Double(max(own.count, meals(in: clause), 1))
      return perDay >= 0.5 ? named * min(perDay, 3) : nil
    }
    let isServings = holds(
      ["servings", "serving", "serves", "portions", "glasses", "cups", "pints", "lattes", "bowl"],
      in: clause
    )
    guard perDay != nil || isServings || isSum(clause) && !own.isEmpty || asked == .dairyDaily
    else { return nil }
    var sum = numbers.reduce(0) { $0 + $1.value }
    let singles = own.filter { mention in
      (1...3).contains { word(mention.tokens.lowerBound - $0) == "a" }
    }
    if numbers.count < own.count, !isSum(clause) { sum += Double(singles.count) }
    if isSum(clause), let last = numbers.last { sum = last.value }
    let value = sum * (perDay.map { min($0, 1) } ?? 1)
    return value >= 0.5 || sum == 0 ? value : nil
  }

  /// "milk on cereal, latte at work, each day": the line ends in what holds for all of it.
  private var isDailyInAll: Bool {
    clauses.contains { clause in
      TimeSpan.perWeek(at: clause.tokens.lowerBound, in: tokens)
        .map { $0.times == 7 && $0.last == clause.tokens.upperBound - 1 } ?? false
    }
  }

  /// "a glass of milk at breakfast and another at bedtime": how many meals are named.
  private func meals(in clause: Clause) -> Int {
    clause.tokens.count { index in
      ["at", "before", "with", "for"].contains(word(index))
        && ["bedtime", "bed", "breakfast", "lunch", "dinner", "supper"].contains(word(index + 1))
    }
  }

  private func exerciseDays(
    _ numbers: [NumberSpan],
    _ rate: (times: Double, last: Int)?,
    _ clause: Clause
  ) -> Double? {
    if isSum(clause), let last = numbers.last { return last.value }
    if let number = numbers.last, number.value <= 14 {
      if let rate, rate.times >= 5, number.isTimes { return 7 }
      if let rate, rate.times > 1, number.isTimes == false, word(number.last + 1) != "days" {
        return min(7, rate.times)
      }
      return numbers.filter { $0.value <= 14 }.reduce(0) { $0 + orMore($1) }
    }
    return rate?.times
  }

  private func weekly(
    _ numbers: [NumberSpan],
    _ rate: (times: Double, last: Int)?,
    _ clause: Clause,
    _ slot: Slot
  ) -> Double? {
    if let last = numbers.last, isSum(clause),
      rate?.times ?? 1 == 1 || numbers.count > 1
    {
      return last.value * (rate.map { max($0.times, 1) } ?? 1)
    }
    // "five at weekends" is five a weekend.
    let rate = rate.map {
      slot == .alcoholWeekly && !numbers.isEmpty && isWeekends($0) ? (times: 1, last: $0.last) : $0
    }
    guard let rate else {
      guard let number = numbers.last else { return nil }
      let isCorrection = holds(["more", "nearer", "actually", "call"], in: clause)
      let isCounted =
        number.isTimes || asked == slot || isCorrection
        || slot == .alcoholWeekly && isDrinks(number)
      return isCounted ? number.value : nil
    }
    guard let first = numbers.first else { return rate.times * drinks(in: clause, slot) }
    if numbers.count > 1, numbers.allSatisfy(\.isTimes) {
      return numbers.reduce(0) { $0 + $1.value } * rate.times
    }
    if numbers.count > 1, numbers[0].isTimes, !numbers[1].isTimes {
      return numbers[0].value * numbers[1].value * rate.times
    }
    // "eight cans over Friday and Saturday night"
    if holds(["over", "across"], in: clause) { return first.value * drinks(in: clause, slot) }
    let days = clause.tokens.filter { TimeSpan.weekdays.contains(word($0)) }.count
    if days > 1, numbers.count >= days { return numbers.reduce(0) { $0 + $1.value } }
    return orMore(first) * rate.times * drinks(in: clause, slot)
  }
}
