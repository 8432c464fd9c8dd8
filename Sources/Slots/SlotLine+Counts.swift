internal import Knowledge
internal import Language

extension SlotLine {
  /// How often or how much: days of exercise, servings of ferments, drinks a week; servings of dairy a day.
  func count(of slot: Slot) -> FoundValue? {
    let mentions = mentions(of: slot)
    if let none = noneAtAll(slot, mentions) { return none }
    var days = 0
    var parts: [(value: Double, isTotal: Bool, tokens: ClosedRange<Int>)] = []
    let stated = clauses.filter { states($0) && !$0.isResolved || asked == slot }
    let halves = stated.flatMap { halved($0, mentions) }
    for clause in halves {
      if let last = parts.last, let value = corrected(last, by: clause) {
        parts = [(value, true, last.tokens)]
        continue
      }
      // "cider at weekends, three or four": how many each time.
      if let number = bareNumber(clause), parts.isEmpty, isPutRight(before: clause, mentions) {
        parts.append((number.value, false, number.first...number.last))
        continue
      }
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
      let isOpen = isNamed || !namesAnother(than: slot, clause)
      if slot == .fermentedWeekly, !isNamed, self.mentions(of: .dairyDaily).count > mentions.count {
        continue
      }
      guard isOpen, isNamed || carriesOn(slot, clause, parts.isEmpty, mentions) else { continue }
      if let part = amount(slot, clause, own, isNamed: isNamed) {
        let isSum = part.isTotal || !parts.isEmpty && holds(["servings", "portions"], in: clause)
        parts.append((part.value, isSum, part.tokens))
        days += holds(TimeSpan.weekdays, in: clause) ? 1 : 0
      }
    }
    guard let last = parts.last else { return nil }
    if let total = parts.last(where: \.isTotal) {
      return FoundValue(value: .number(bounded(total.value, slot)), tokens: total.tokens)
    }
    let isSum = slot != .alcoholWeekly || halves.count > stated.count || days == parts.count
    let value = isSum ? parts.reduce(0) { $0 + $1.value } : last.value
    return FoundValue(value: .number(bounded(value, slot)), tokens: last.tokens)
  }

  /// "I said 4 days at the gym but it's really 2": the number behind takes the place of the one before.
  private func corrected(
    _ part: (value: Double, isTotal: Bool, tokens: ClosedRange<Int>),
    by clause: Clause
  ) -> Double? {
    guard let number = numbers.first(where: { clause.tokens.contains($0.first) }),
      let old = numbers.first(where: { part.tokens.contains($0.first) && $0.value > 0 }),
      clause.tokens.contains(where: { Self.corrections.contains(word($0)) }),
      clause.tokens.allSatisfy({
        (number.first...number.last).contains($0) || Self.correcting.contains(word($0))
          || Self.corrections.contains(word($0))
      })
    else { return nil }
    return number.value * part.value / old.value
  }

  private static let corrections: Set<String> = [
    "really", "actually", "nearer", "closer", "probably", "honestly", "meant", "truth", "fact",
  ]
  /// Words that may stand in a clause that only corrects a number.
  private static let correcting: Set<String> = [
    "but", "it", "is", "s", "more", "like", "to", "i", "mean", "no", "in", "make", "that", "well",
    "days", "times", "drinks", "about",
  ]

  /// Whether a clause is about something else that is counted.
  private func namesAnother(than slot: Slot, _ clause: Clause) -> Bool {
    let counted: [Slot] = [.exerciseDays, .fermentedWeekly, .alcoholWeekly, .dairyDaily]
    return asked != slot
      && counted.contains { other in
        other != slot
          && mentions(of: other).contains { clause.tokens.contains($0.tokens.lowerBound) }
      }
  }

  /// The number that is all a clause says.
  private func bareNumber(_ clause: Clause) -> NumberSpan? {
    guard let number = numbers.first(where: { clause.tokens.contains($0.first) }), !number.isTimes,
      clause.tokens.allSatisfy({
        (number.first...number.last).contains($0)
          || Self.beside.contains(word($0))
      })
    else { return nil }
    return number
  }

  /// "not 4 days at the gym, 3".
  private func isPutRight(before clause: Clause, _ mentions: [SlotLexicon.Mention]) -> Bool {
    guard let before = clauses.last(where: { $0.tokens.upperBound <= clause.tokens.lowerBound })
    else { return false }
    return mentions.contains { before.tokens.contains($0.tokens.lowerBound) }
      && numbers.contains { before.denied.contains($0.first) }
  }

  /// Words that may stand beside a number that is all a clause says.
  private static let beside: Set<String> = [
    "maybe", "about", "or", "so", "glasses", "glass", "pints", "cans", "drinks", "of", "it", "each",
    "time", "usually",
  ]

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

  /// A clause that goes on about the same thing: "so like 6 a week", "maybe 8 a week".
  private func carriesOn(
    _ slot: Slot,
    _ clause: Clause,
    _ isFirst: Bool,
    _ mentions: [SlotLexicon.Mention]
  ) -> Bool {
    if asked == slot { return true }
    func isWithin(_ reach: Int) -> Bool {
      mentions.contains {
        (1...reach).contains(clause.tokens.lowerBound - $0.tokens.upperBound)
      }
    }
    let isNear = isWithin(6)
    return isNear
      && holds(
        [
          "so", "like", "maybe", "more", "about", "roughly", "thrice", "normally", "usually",
          "call", "now",
        ],
        in: clause
      )
      && !holds(["sleep", "hours", "hrs"], in: clause) || comesBefore(clause, mentions)
      || isNear && slot == .alcoholWeekly && isVessels(clause)
      || word(clause.tokens.lowerBound - 1) == ":" && isWithin(2)
      || isNear && isExcepted(clause, slot) && rate(in: clause, after: nil) != nil
      || isWithin(9) && isFrequency(clause)
  }

  /// "I drink too much, it's 4 cans a night".
  private func isVessels(_ clause: Clause) -> Bool {
    numbers.contains { number in
      clause.tokens.contains(number.first)
        && ["cans", "bottles", "glasses", "pints", "tins", "units"].contains(word(number.last + 1))
        && rate(in: clause, after: nil) != nil && !isOfSoftDrinks(number)
    }
  }

  /// "kimchi, once or twice a week": a clause that says how often and no more.
  private func isFrequency(_ clause: Clause) -> Bool {
    let lead: Set<String> = ["then", "now", "it", "s", "is", "about", "maybe", "only", "just"]
    let first = clause.tokens.first { !lead.contains(word($0)) } ?? clause.tokens.lowerBound
    guard let number = numbers.first(where: { $0.first == first }),
      let rate = TimeSpan.perWeek(at: number.last + 1, in: tokens)
    else { return false }
    return (rate.last + 1..<clause.tokens.upperBound).allSatisfy {
      ["if", "that", "max", "tops", "at", "most", "or", "so", "usually", "maybe", "now", "ish"]
        .contains(word($0))
    }
  }

  /// "make that 4 days, not 3, for the gym": what is counted follows.
  private func comesBefore(_ clause: Clause, _ mentions: [SlotLexicon.Mention]) -> Bool {
    holds(["make", "meant", "mean", "actually", "sorry"], in: clause)
      && mentions.contains {
        $0.name == "about" && $0.tokens.lowerBound >= clause.tokens.upperBound
      }
  }
}
