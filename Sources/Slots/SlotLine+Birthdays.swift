internal import Knowledge
internal import Language

/// Ages told by a birthday or a decade.
extension SlotLine {
  /// "I turn 18 next month", "I'll be 18 in June": not yet.
  func isAhead(_ number: NumberSpan) -> Bool {
    let before = word(number.first - 1)
    if isNextBirthday(number) { return true }
    if isBirthday(number), let clause = clause(at: number.first) {
      return holds(
        ["off", "until", "till", "before", "away", "coming", "next", "soon"],
        in: clause
      )
    }
    if before == "be" { return ["will", "ll", "to"].contains(word(number.first - 2)) }
    if before == "am", word(number.last + 1) == "next",
      TimeSpan.weeks(per: word(number.last + 2)) != nil
    {
      return true
    }
    if before == "am", TimeSpan.weekdays.contains(word(number.last + 2)),
      ["on", "next", "this"].contains(word(number.last + 1))
    {
      return true
    }
    return ["turn", "turning"].contains(before)
      && ["in", "next", "soon", "on", "this", "tomorrow"].contains(word(number.last + 1))
  }

  /// "sixty next birthday", "40 next month".
  func isNextBirthday(_ number: NumberSpan) -> Bool {
    let time = word(number.last + 2)
    if word(number.last + 1) == "next", ["week", "month", "year"].contains(time),
      let clause = clause(at: number.first)
    {
      return clause.tokens == number.first..<number.last + 3
    }
    return ["next", "this", "on"].contains(word(number.last + 1))
      && ["birthday", "bday"].contains(time)
  }

  /// "my 50th birthday", "just had my 30th".
  func isBirthday(_ number: NumberSpan) -> Bool {
    guard ["th", "st", "nd", "rd"].contains(word(number.last + 1)),
      word(number.first - 1) == "my"
    else { return false }
    let isHad = ["had", "celebrated"].contains(word(number.first - 2))
    return ["birthday", "bday"].contains(word(number.last + 2))
      || isHad && clause(at: number.first)?.tokens.upperBound == number.last + 2
  }

  /// "I'm in my early forties": the middle of the years that the words leave open.
  func decade() -> FoundValue? {
    if let alone = decadeAlone() { return alone }
    for index in tokens.list.indices where word(index) == "my" && word(index - 1) == "in" {
      let part = Self.decadeParts.firstIndex(of: word(index + 1))
      let last = index + (part == nil ? 1 : 2)
      guard let start = Self.decades[word(last)] ?? decadeInFigures(last),
        let clause = clause(at: index), states(clause) || asked == .age,
        asked == .age || ["am", "still", "now", "well"].contains(word(index - 2))
          || clause.tokens.lowerBound == index - 1 && clause.tokens.count <= 4
      else { continue }
      let years = part.map { Self.partsOfDecade[$0] } ?? 5
      return FoundValue(value: .number(start + years), tokens: (index - 1)...last)
    }
    return nil
  }

  /// "late forties, dry skin": part of a decade that is all a clause says.
  private func decadeAlone() -> FoundValue? {
    for clause in clauses where clause.tokens.count <= 3 && states(clause) {
      let first = clause.tokens.lowerBound
      guard let part = Self.decadeParts.firstIndex(of: word(first)),
        let start = Self.decades[word(first + 1)] ?? decadeInFigures(first + 1)
      else { continue }
      return FoundValue(value: .number(start + Self.partsOfDecade[part]), tokens: first...first + 1)
    }
    return nil
  }

  /// "40s", "40's".
  private func decadeInFigures(_ index: Int) -> Double? {
    if let years = Double(word(index).dropLast()), word(index).hasSuffix("s") {
      return years.truncatingRemainder(dividingBy: 10) == 0 ? years : nil
    }
    guard let number = numbers.first(where: { $0.first == index }), word(number.last + 1) == "s",
      number.value.truncatingRemainder(dividingBy: 10) == 0, (20...90).contains(number.value)
    else { return nil }
    return number.value
  }

  private static let decadeParts = ["early", "mid", "late", "middle"]
  /// Years into the decade: early, mid, late, middle.
  private static let partsOfDecade = [2.0, 5, 8, 5]
  private static let decades: [String: Double] = [
    "twenties": 20, "thirties": 30, "forties": 40, "fourties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80,
  ]
}
