internal import Knowledge
internal import Language

extension SlotLine {
  /// Hours of sleep a night.
  func sleepHours() -> FoundValue? {
    let mentions = mentions(of: .sleepHours)
    if let clock = clockSleep() { return clock }
    if let average = averageSleep(mentions) { return average }
    if let told = usualSleep(mentions) ?? changedSleep(mentions) { return told }
    var found: FoundValue?
    for number in numbers where (0...24).contains(number.value) && !number.isTimes {
      guard let clause = clause(at: number.first), !clause.isAboutOthers, !clause.isHypothetical,
        !clause.isGeneral,
        !clause.isQuestion, !clause.denied.contains(number.first) || isBound(number)
      else { continue }
      let after = word(number.last + 1)
      let isHours = ["hour", "hours", "hr", "hrs", "h", "hors", "h30", "h15", "h45"].contains(after)
      let isSleep = mentions.contains { clause.tokens.contains($0.tokens.lowerBound) }
      let isElsewhere = [
        "day", "days", "week", "weeks", "month", "months", "year", "years", "x", "/",
      ].contains(after)
      let isSmall = (2...14).contains(number.value)
      if isHours, !isSleep, asked != .sleepHours, value(of: number, belongsToMoving: clause) {
        continue
      }
      if isHours, holds(Self.onlyWished, in: clause) { continue }
      // "16 tablets in 24 hours"
      if isHours, !isSleep, ["in", "within", "every"].contains(word(number.first - 1)) { continue }
      let fits =
        isHours
        ? (isSleep || asked == .sleepHours || tokens.count <= 8 || isNightly(number)
          || isGot(number, clause)
          || isWholeClause(number, clause)
          || isAboutSleep(before: clause, mentions))
        : isSleep && !isElsewhere && isSmall && isCloseToSleep(number, mentions)
          || (asked == .sleepHours && isSmall && !isElsewhere)
          || (isSmall && !isElsewhere && isEnd(after) && isSleepers(number, clause, mentions))
          || (isCorrection(clause) && isSmall && !isElsewhere && isEnd(after)
            && (tokens.count <= 8 || hasHours(before: number)))
      guard fits, !isSmallTalk(number), word(number.first - 1) != "/", !isNap(clause),
        !["every", "each"].contains(word(number.first - 1))
      else {
        continue
      }
      var value = number.value
      if after.hasPrefix("h"), let minutes = Double(after.dropFirst()) { value += minutes / 60 }
      value += minutes(behind: number) / 60
      if let first = found?.value, case .number(let hours) = first, isHours, isAnother(number) {
        value += hours
      }
      found = FoundValue(
        value: .number(value),
        tokens: number.first...min(number.last + 1, tokens.count - 1)
      )
    }
    return found
  }

  /// "I nap 2 hours a day".
  private func isNap(_ clause: Clause) -> Bool {
    holds(["nap", "naps", "napping"], in: clause) && asked != .sleepHours
  }

  /// "half an hour walk every day": time that is not slept.
  private func value(of number: NumberSpan, belongsToMoving clause: Clause) -> Bool {
    number.value < 2
      || mentions(of: .exerciseDays).contains { clause.tokens.contains($0.tokens.lowerBound) }
  }

  /// "8 hours in theory", "I'm supposed to get 9 hours".
  private static let onlyWished: Set<String> = [
    "would", "dream", "ideal", "wish", "need", "theory", "ideally", "supposed", "aim", "meant",
  ]

  /// Nothing behind the number that it could count: "nearer 5 if im honest".
  private func isEnd(_ after: String) -> Bool {
    ["", "if", "in", "now", "really", "tbh", "honestly", "these", "at", ".", "!", ","].contains(
      after
    )
  }

  /// "never less than nine hours", "not more than 5 hours".
  func isBound(_ number: NumberSpan) -> Bool {
    word(number.first - 1) == "than" && ["less", "fewer", "more"].contains(word(number.first - 2))
      || ["under", "over"].contains(word(number.first - 1))
  }

  /// "6 hrs 30", "6 hours and 45 minutes".
  private func minutes(behind number: NumberSpan) -> Double {
    let start = number.last + (word(number.last + 2) == "and" ? 3 : 2)
    guard let next = numbers.first(where: { $0.first == start }),
      [10, 15, 20, 30, 40, 45, 50].contains(next.value)
    else { return 0 }
    return next.value
  }

  /// "4 hours, then another 2 hours": hours that come on top.
  private func isAnother(_ number: NumberSpan) -> Bool {
    word(number.first - 1) == "another" || word(number.last + 2) == "more"
  }

  /// "five hours a night".
  private func isNightly(_ number: NumberSpan) -> Bool {
    (2...5).contains { ["night", "nite", "nights"].contains(word(number.last + $0)) }
  }

  /// "six and a half hours, give or take": a clause that says how many hours and no more.
  private func isWholeClause(_ number: NumberSpan, _ clause: Clause) -> Bool {
    clause.tokens.allSatisfy {
      (number.first...number.last + 1).contains($0)
        || ["about", "around", "maybe", "roughly", "only", "just", "so", "like"].contains(word($0))
    } && (2...14).contains(number.value) && mentions(of: .exerciseDays).isEmpty
  }

  /// "I work nights, get about six hours in the daytime".
  private func isGot(_ number: NumberSpan, _ clause: Clause) -> Bool {
    !clause.isStopped
      && (1...2).contains {
        ["get", "getting", "manage", "managing"].contains(word(number.first - $0))
      }
      && word(number.last + 2) != "of"
  }

  /// "8 hours would be a dream, I get 4", "sleep is fine, 7ish".
  private func isSleepers(
    _ number: NumberSpan,
    _ clause: Clause,
    _ mentions: [SlotLexicon.Mention]
  ) -> Bool {
    let isNear =
      isAboutSleep(before: clause, mentions)
      || (max(0, clause.tokens.lowerBound - 8)..<clause.tokens.lowerBound).contains {
        ["hours", "hrs"].contains(word($0))
      }
    let isRange =
      number.low < number.high && holds(["between", "anything", "anywhere"], in: clause)
    let isAlone = isRange || number.first == clause.tokens.lowerBound && tokens.count <= 8
    return isNear
      && (isAlone || ["get", "manage", "do"].contains(word(number.first - 1))
        || word(number.first - 1) == "s" && word(number.first - 2) == "it")
  }

  /// "6 on weekdays and 9 at weekends": the mean of a week's nights, to half an hour.
  private func averageSleep(_ mentions: [SlotLexicon.Mention]) -> FoundValue? {
    guard numbers.count == 2,
      !mentions.isEmpty || ["hours", "hrs"].contains(word(numbers[0].last + 1)),
      (2...14).contains(numbers[0].value),
      (2...14).contains(numbers[1].value), let clause = clause(at: numbers[0].first),
      states(clause),
      let week = tokens.list.indices.first(where: {
        ["weekday", "weekdays", "weeknights", "week", "work"].contains(word($0))
          && $0 > numbers[0].last
      }),
      let weekend = tokens.list.indices.first(where: {
        ["weekend", "weekends"].contains(word($0)) && $0 > numbers[1].last
      }), week < numbers[1].first, weekend - numbers[1].last <= 5
    else { return nil }
    let mean = (numbers[0].value * 5 + numbers[1].value * 2) / 7
    return FoundValue(
      value: .number((mean * 2).rounded() / 2),
      tokens: numbers[0].first...numbers[1].last
    )
  }

  /// "usually 7, sometimes 6 hours a night": the usual night counts.
  private func usualSleep(_ mentions: [SlotLexicon.Mention]) -> FoundValue? {
    guard let usual = numbers.first(where: { isUsual($0) }), (2...14).contains(usual.value),
      let clause = clause(at: usual.first), states(clause), let next = next(after: clause),
      numbers.contains(where: { next.tokens.contains($0.first) }),
      holds(["sometimes", "occasionally", "but", "or", "rarely", "less", "more"], in: next),
      !mentions.isEmpty || isInHours(usual)
    else { return nil }
    let isCounted = isInHours(usual) || usual.last + 1 == clause.tokens.upperBound
    return isCounted
      ? FoundValue(value: .number(usual.value), tokens: usual.first...usual.last) : nil
  }

  /// "went from 8 hours to 5 since the move".
  private func changedSleep(_ mentions: [SlotLexicon.Mention]) -> FoundValue? {
    for (from, until) in zip(numbers, numbers.dropFirst()) {
      guard word(from.first - 1) == "from", word(until.first - 1) == "to",
        ["went", "gone", "dropped", "down", "cut", "came"].contains(word(from.first - 2)),
        let clause = clause(at: from.first), states(clause), clause.tokens.contains(until.last),
        (2...14).contains(until.value),
        !mentions.isEmpty
          && mentions.contains(where: {
            clause.tokens.contains($0.tokens.lowerBound)
          }) || isInHours(from) || isInHours(until)
      else { continue }
      return FoundValue(value: .number(until.value), tokens: from.first...until.last)
    }
    return nil
  }

  private func isInHours(_ number: NumberSpan) -> Bool {
    ["hours", "hour", "hrs", "hr", "h"].contains(word(number.last + 1))
  }

  private func isUsual(_ number: NumberSpan) -> Bool {
    (1...3).contains {
      ["usually", "normally", "mostly", "typically", "generally", "average"].contains(
        word(number.first - $0)
      )
    }
  }

  /// "3 coffees", "10 lagers": a number of things beside the word "night".
  private func isSmallTalk(_ number: NumberSpan) -> Bool {
    ["drinks", "beers", "pints", "glasses", "coffees", "cigs", "glass", "beer", "pint", "times"]
      .contains(word(number.last + 1))
  }

  private func isCloseToSleep(_ number: NumberSpan, _ mentions: [SlotLexicon.Mention]) -> Bool {
    mentions.contains {
      clause(at: $0.tokens.lowerBound)?.denied.contains($0.tokens.lowerBound) != true
        && word(number.last + 1) != "small"
        && (abs($0.tokens.lowerBound - number.last) <= 5
          || abs(number.first - $0.tokens.upperBound) <= 5)
    }
  }

  private func isAboutSleep(before clause: Clause, _ mentions: [SlotLexicon.Mention]) -> Bool {
    mentions.contains { abs($0.tokens.lowerBound - clause.tokens.lowerBound) <= 10 }
  }

  /// "I'd love 8 hours but it's more like 6": hours that no other slot counts.
  private func hasHours(before number: NumberSpan) -> Bool {
    (max(0, number.first - 14)..<number.first).contains { ["hours", "hrs"].contains(word($0)) }
      && [Slot.exerciseDays, .alcoholWeekly, .dairyDaily].allSatisfy { mentions(of: $0).isEmpty }
  }

  private func isCorrection(_ clause: Clause) -> Bool {
    holds(["more", "nearer", "like", "actually"], in: clause)
  }

}
