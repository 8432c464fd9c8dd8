internal import Knowledge
internal import Language

extension SlotLine {
  /// How often or how much: days of exercise, servings of ferments, drinks a week; servings of dairy a day.
  func count(of slot: Slot) -> FoundValue? {
    let mentions = mentions(of: slot)
    if let none = noneAtAll(slot, mentions) { return none }
    var parts: [(value: Double, isTotal: Bool, tokens: ClosedRange<Int>)] = []
    let stated = clauses.filter { states($0) && !$0.isResolved || asked == slot }
    let halves = stated.flatMap { halved($0, mentions) }
    for clause in halves {
      // "cider at weekends, three or four": how many each time.
      if let number = bareNumber(clause), let last = parts.popLast() {
        let isCounted = numbers.contains { last.tokens.contains($0.first) }
        parts.append(isCounted ? last : (last.value * number.value, false, last.tokens))
        continue
      }
      let named = mentions.filter {
        $0.name == "about" && clause.tokens.contains($0.tokens.lowerBound)
      }
      // "I drink water and three beers": the beers count.
      let drinks = named.filter { !words($0.tokens).hasPrefix("drink") }
      let own = slot == .alcoholWeekly && !drinks.isEmpty ? drinks : named
      let isNamed = !own.isEmpty
      if holds(["moon"], in: clause) { continue }
      if slot == .alcoholWeekly, isSoftDrink(own, clause) || isOnce(clause) { continue }
      guard isNamed || carriesOn(slot, clause, parts.isEmpty, mentions) else { continue }
      if let part = amount(slot, clause, own, isNamed: isNamed) { parts.append(part) }
    }
    guard let last = parts.last else { return nil }
    if let total = parts.last(where: \.isTotal) {
      return FoundValue(value: .number(bounded(total.value, slot)), tokens: total.tokens)
    }
    let isSum = slot != .alcoholWeekly || halves.count > stated.count
    let value = isSum ? parts.reduce(0) { $0 + $1.value } : last.value
    return FoundValue(value: .number(bounded(value, slot)), tokens: last.tokens)
  }

  /// The number that is all a clause says.
  private func bareNumber(_ clause: Clause) -> NumberSpan? {
    guard let number = numbers.first(where: { clause.tokens.contains($0.first) }), !number.isTimes,
      clause.tokens.allSatisfy({
        (number.first...number.last).contains($0)
          || ["maybe", "about", "or", "so"].contains(word($0))
      })
    else { return nil }
    return number
  }

  /// "yoghurt every day and kimchi twice a week": each half counts by itself.
  private func halved(_ clause: Clause, _ mentions: [SlotLexicon.Mention]) -> [Clause] {
    guard let and = clause.tokens.last(where: { ["and", "plus"].contains(word($0)) }),
      and + 1 < clause.tokens.upperBound
    else { return [clause] }
    let halves = [clause.tokens.lowerBound..<and, (and + 1)..<clause.tokens.upperBound].map {
      var half = Clause(tokens: $0)
      half.denied = clause.denied
      return half
    }
    let isEach = halves.allSatisfy { half in
      rate(in: half, after: nil) != nil
        && mentions.contains { $0.name == "about" && half.tokens.contains($0.tokens.lowerBound) }
    }
    return isEach ? halves : [clause]
  }

  private func bounded(_ value: Double, _ slot: Slot) -> Double {
    guard case .number(let bounds) = slot.kind else { return value }
    let rounded = (value * 10).rounded() / 10
    return min(max(rounded, bounds.lowerBound), bounds.upperBound)
  }

  private func noneAtAll(_ slot: Slot, _ mentions: [SlotLexicon.Mention]) -> FoundValue? {
    for mention in mentions where mention.name == "none" {
      guard let clause = clause(at: mention.tokens.lowerBound), states(clause) || asked == slot,
        !clause.isPast || clause.isStopped || clause.isPresent,
        !continuesOtherwise(after: mention, clause),
        slot != .alcoholWeekly || !isSoftDrink([mention], clause)
      else { continue }
      return FoundValue(value: .number(0), tokens: mention.tokens)
    }
    for mention in mentions where mention.name == "about" {
      if let clause = clause(at: mention.tokens.lowerBound), answer(after: clause) == false {
        return FoundValue(value: .number(0), tokens: mention.tokens)
      }
      if let clause = clause(at: mention.tokens.lowerBound), clause.isAboutOthers,
        speakerDiffers(after: clause)
      {
        return FoundValue(value: .number(0), tokens: mention.tokens)
      }
      guard let clause = clause(at: mention.tokens.lowerBound), states(clause),
        (isDenied(mention.tokens, in: clause) || isNotEaten(mention, clause))
          && isWholeDenial(mention, clause)
          || [.alcoholWeekly, .dairyDaily].contains(slot) && isGivenUp(mention, clause),
        slot != .dairyDaily || isDairyAsAWhole(mention),
        slot != .alcoholWeekly || !isSoftDrink([mention], clause)
      else { continue }
      return FoundValue(value: .number(0), tokens: mention.tokens)
    }
    return nil
  }

  /// "I don't eat any fermented food": no denial in the eyes of the safety screen, but one here.
  private func isNotEaten(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    clause.tokens.contains {
      word($0) == "not" && word($0 + 1).hasPrefix("eat") && word($0 - 1) != "can"
        && (1...6).contains(mention.tokens.lowerBound - $0)
    }
  }

  /// "no dairy" denies all of it, "no milk" does not.
  private func isDairyAsAWhole(_ mention: SlotLexicon.Mention) -> Bool {
    words(mention.tokens) == "dairy"
  }

  /// Denied without a number beside it, and nothing else claimed.
  private func isWholeDenial(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    let hasNumber = numbers.contains { clause.tokens.contains($0.first) && $0.value > 0 }
    let isOther = (clause.tokens.lowerBound..<mention.tokens.lowerBound).contains {
      word($0) == "other"
    }
    return !hasNumber && !isOther && !isCountedElsewhere(mention, clause)
  }

  /// "hardly any exercise, maybe one walk a week": a little, then.
  private func isCountedElsewhere(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    ["hardly", "barely", "rarely"].contains(word(clause.denied.min().map { $0 - 1 } ?? 0))
      && numbers.contains { $0.value > 0 && $0.first > clause.tokens.upperBound }
  }

  /// "no other dairy", "don't drink much": not nothing after all.
  private func continuesOtherwise(after mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    ["much", "often", "a", "lot", "alone", "during"].contains(word(mention.tokens.upperBound + 1))
      || word(mention.tokens.upperBound + 1) == "at"
        && ["home", "work"].contains(word(mention.tokens.upperBound + 2))
      || numbers.contains {
        clause.tokens.contains($0.first) && $0.value > 0 && $0.first > mention.tokens.upperBound
          && $0.value < 1_900 && TimeSpan.weeks(per: word($0.last + 1)) == nil
      }
  }

  /// "gave up the booze in 2020": given up, not cut down.
  private func isGivenUp(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    let start = mention.tokens.lowerBound
    let isStopped =
      (max(clause.tokens.lowerBound, start - 3)..<max(start, clause.tokens.lowerBound))
      .contains { ["gave", "given", "quit", "stopped", "ditched", "off"].contains(word($0)) }
    return clause.isStopped && isStopped && !continuesOtherwise(after: mention, clause)
  }

  /// A clause that goes on about the same thing: "so like 6 a week", "maybe 8 a week".
  private func carriesOn(
    _ slot: Slot,
    _ clause: Clause,
    _ isFirst: Bool,
    _ mentions: [SlotLexicon.Mention]
  ) -> Bool {
    if asked == slot { return true }
    let isNear = mentions.contains {
      $0.tokens.upperBound < clause.tokens.lowerBound
        && clause.tokens.lowerBound - $0.tokens.upperBound <= 6
    }
    return isNear
      && holds(
        ["so", "like", "maybe", "more", "about", "roughly", "thrice", "normally", "usually"],
        in: clause
      )
      && !holds(["sleep", "hours", "hrs"], in: clause) || comesBefore(clause, mentions)
      || isNear && isFrequency(clause)
  }

  /// "kimchi, once or twice a week": a clause that says how often and no more.
  private func isFrequency(_ clause: Clause) -> Bool {
    guard let number = numbers.first(where: { $0.first == clause.tokens.lowerBound }),
      number.isTimes, let rate = TimeSpan.perWeek(at: number.last + 1, in: tokens)
    else { return false }
    return rate.last == clause.tokens.upperBound - 1
  }

  /// "make that 4 days, not 3, for the gym": what is counted follows.
  private func comesBefore(_ clause: Clause, _ mentions: [SlotLexicon.Mention]) -> Bool {
    holds(["make", "meant", "mean", "actually", "sorry"], in: clause)
      && mentions.contains {
        $0.name == "about" && $0.tokens.lowerBound >= clause.tokens.upperBound
      }
  }

  private func amount(
    _ slot: Slot,
    _ clause: Clause,
    _ own: [SlotLexicon.Mention],
    isNamed: Bool
  ) -> (value: Double, isTotal: Bool, tokens: ClosedRange<Int>)? {
    let inClause = numbers.filter { number in
      clause.tokens.contains(number.first) && !isOfSomethingElse(number, slot)
        && !clause.denied.contains(number.first) && !isOutOf(number)
    }
    let rate = rate(in: clause, after: own.first?.tokens.lowerBound)
    let isTotal =
      !inClause.isEmpty
      && (holds(["so", "total", "altogether"], in: clause)
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

  /// A number with a unit of its own that this slot does not count in.
  private func isOfSomethingElse(_ number: NumberSpan, _ slot: Slot) -> Bool {
    let after = word(number.last + 1)
    if isOfAnotherSlot(number, slot) { return true }
    if slot == .alcoholWeekly, isOfSoftDrinks(number) { return true }
    let others: Set<String> = [
      "hours", "hour", "hrs", "hr", "h", "mg", "g", "year", "years", "yrs", "months", "month",
      "weeks", "wks", "minutes", "mins", "km", "miles", "am", "pm", "kg", "cigs", "redbulls",
      "rollies", "fags", "ciggies", "cigarettes", "smokes",
    ]
    if others.contains(after) { return true }
    if after == "days" || after == "day" { return slot != .exerciseDays }
    return false
  }

  /// "5 days out of 7".
  private func isOutOf(_ number: NumberSpan) -> Bool {
    word(number.first - 1) == "of" && word(number.first - 2) == "out"
  }

  /// "two glasses of milk" counts no ferments: the next thing named belongs to another slot only.
  private func isOfAnotherSlot(_ number: NumberSpan, _ slot: Slot) -> Bool {
    let end = number.last + 4
    func first(in slot: Slot) -> Int? {
      mentions(of: slot).first {
        $0.name == "about" && $0.tokens.lowerBound > number.last && $0.tokens.lowerBound <= end
      }?
      .tokens.lowerBound
    }
    let others: [Slot] = [.exerciseDays, .fermentedWeekly, .alcoholWeekly, .dairyDaily].filter {
      $0 != slot
    }
    guard let nearest = others.compactMap(first).min() else { return false }
    return first(in: slot).map { $0 > nearest } ?? true
  }

  private func daily(
    _ numbers: [NumberSpan],
    _ own: [SlotLexicon.Mention],
    _ rate: (times: Double, last: Int)?,
    _ clause: Clause
  ) -> Double? {
    let perDay = rate.map { $0.times / 7 }
    if numbers.isEmpty {
      guard let perDay, perDay > 0 else { return nil }
      let named = own.isEmpty ? 1 : Double(own.count)
      return perDay >= 0.5 ? named * min(perDay, 3) : nil
    }
    let isServings = holds(
      ["servings", "serving", "serves", "portions", "glasses", "cups", "pints", "lattes", "bowl"],
      in: clause
    )
    guard rate != nil || isServings || asked == .dairyDaily else { return nil }
    var sum = numbers.reduce(0) { $0 + $1.value }
    let singles = own.filter { mention in
      (1...3).contains { word(mention.tokens.lowerBound - $0) == "a" }
    }
    if numbers.count < own.count, !holds(["so"], in: clause) { sum += Double(singles.count) }
    if holds(["so"], in: clause), let last = numbers.last { sum = last.value }
    let value = sum * (perDay.map { min($0, 1) } ?? 1)
    return value >= 0.5 || sum == 0 ? value : nil
  }

  private func exerciseDays(
    _ numbers: [NumberSpan],
    _ rate: (times: Double, last: Int)?,
    _ clause: Clause
  ) -> Double? {
    if holds(["so"], in: clause), let last = numbers.last { return last.value }
    if let number = numbers.last, number.value <= 14 {
      if let rate, rate.times >= 5, number.isTimes { return 7 }
      if let rate, rate.times > 1, number.isTimes == false, word(number.last + 1) != "days" {
        return min(7, rate.times)
      }
      return numbers.filter { $0.value <= 14 }.reduce(0) { $0 + $1.value }
    }
    return rate?.times
  }

  private func weekly(
    _ numbers: [NumberSpan],
    _ rate: (times: Double, last: Int)?,
    _ clause: Clause,
    _ slot: Slot
  ) -> Double? {
    if let last = numbers.last, holds(["so"], in: clause),
      rate?.times ?? 1 == 1 || numbers.count > 1
    {
      return last.value * (rate.map { max($0.times, 1) } ?? 1)
    }
    guard let rate else {
      guard let number = numbers.last else { return nil }
      let isCorrection = holds(["more", "nearer", "actually"], in: clause)
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
    let days = clause.tokens.filter { TimeSpan.weekdays.contains(word($0)) }.count
    if days > 1, numbers.count >= days { return numbers.reduce(0) { $0 + $1.value } }
    return first.value * rate.times * drinks(in: clause, slot)
  }
}
