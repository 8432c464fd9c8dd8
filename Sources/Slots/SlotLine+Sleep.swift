internal import Knowledge
internal import Language

extension SlotLine {
  /// Hours of sleep a night.
  func sleepHours() -> FoundValue? {
    let mentions = mentions(of: .sleepHours)
    if let clock = clockSleep() { return clock }
    if let average = averageSleep(mentions) { return average }
    var found: FoundValue?
    for number in numbers where (0...24).contains(number.value) && !number.isTimes {
      guard let clause = clause(at: number.first), !clause.isAboutOthers, !clause.isHypothetical,
        !clause.isGeneral,
        !clause.isQuestion, !clause.denied.contains(number.first) || isAtLeast(number)
      else { continue }
      let after = word(number.last + 1)
      let isHours = ["hour", "hours", "hr", "hrs", "h", "hors", "h30", "h15", "h45"].contains(after)
      let isSleep = mentions.contains { clause.tokens.contains($0.tokens.lowerBound) }
      let isElsewhere = [
        "day", "days", "week", "weeks", "month", "months", "year", "years", "x", "/",
      ].contains(after)
      let isSmall = (2...14).contains(number.value)
      if isHours, holds(["would", "dream", "ideal", "wish", "need"], in: clause) { continue }
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
      guard fits, !isSmallTalk(number), !["every", "each"].contains(word(number.first - 1)) else {
        continue
      }
      var value = number.value
      if after.hasPrefix("h"), let minutes = Double(after.dropFirst()) { value += minutes / 60 }
      found = FoundValue(
        value: .number(value),
        tokens: number.first...min(number.last + 1, tokens.count - 1)
      )
    }
    return found
  }

  /// Nothing behind the number that it could count: "nearer 5 if im honest".
  private func isEnd(_ after: String) -> Bool {
    ["", "if", "now", "really", "tbh", "honestly", "these", "at", ".", "!", ","].contains(after)
  }

  /// "never less than nine hours".
  private func isAtLeast(_ number: NumberSpan) -> Bool {
    word(number.first - 1) == "than" && ["less", "under", "fewer"].contains(word(number.first - 2))
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

  /// "I'd love 8 hours but it's more like 6": hours that no other slot counts.
  private func hasHours(before number: NumberSpan) -> Bool {
    (max(0, number.first - 14)..<number.first).contains { ["hours", "hrs"].contains(word($0)) }
      && [Slot.exerciseDays, .alcoholWeekly, .dairyDaily].allSatisfy { mentions(of: $0).isEmpty }
  }

  private func isCorrection(_ clause: Clause) -> Bool {
    holds(["more", "nearer", "like", "actually"], in: clause)
  }

  /// "bed at 11, up at 6": from the clock.
  private func clockSleep() -> FoundValue? {
    let down: Set<String> = ["bed", "asleep", "sleep", "nod", "lights", "drop", "crash"]
    let up: Set<String> = ["up", "alarm", "alarms", "awake", "wake"]
    guard let start = tokens.list.indices.first(where: { down.contains(word($0)) }),
      let end = tokens.list.indices.first(where: { $0 > start && up.contains(word($0)) })
        ?? tokens.list.indices.first(where: { up.contains(word($0)) }),
      let from = time(from: start, to: end > start ? end : tokens.count),
      let until = time(from: end, to: end > start ? tokens.count : start)
    else { return nil }
    let evening = from.value <= 12 && from.value >= 7 ? from.value + 12 : from.value
    let hours = (until.value + 24 - evening).truncatingRemainder(dividingBy: 24)
    guard (2...14).contains(hours) else { return nil }
    return FoundValue(value: .number(hours), tokens: min(start, end)...max(from.token, until.token))
  }

  /// "6.30" on a clock is half past six.
  private func clockTime(_ value: Double) -> Double {
    let minutes = ((value - value.rounded(.down)) * 100).rounded()
    return [15, 30, 45].contains(minutes) ? value.rounded(.down) + minutes / 60 : value
  }

  /// "half five" and "half past five", "quarter to six".
  private func partOfHour(at index: Int) -> (value: Double, token: Int)? {
    let isPast = word(index + 1) == "past"
    let isTo = word(index + 1) == "to"
    guard let part = ["half": 0.5, "quarter": 0.25][word(index)],
      let hour = numbers.first(where: { $0.first == index + (isPast || isTo ? 2 : 1) })
    else { return nil }
    return (hour.value + (isTo ? -part : part), hour.last)
  }

  private func time(from start: Int, to end: Int) -> (value: Double, token: Int)? {
    for index in start..<end {
      if word(index) == "midnight" { return (12, index) }
      if let part = partOfHour(at: index) { return part }
      if let number = numbers.first(where: { $0.first == index }) {
        let next = number.last + (word(number.last + 1) == ":" ? 2 : 1)
        if let minutes = numbers.first(where: { $0.first == next }),
          [15, 30, 45].contains(minutes.value)
        {
          return (number.value + minutes.value / 60, minutes.last)
        }
        return (clockTime(number.value), number.last)
      }
    }
    return nil
  }
}
