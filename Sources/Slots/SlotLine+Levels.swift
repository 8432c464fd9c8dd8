internal import Knowledge
internal import Language

/// Low, medium and high, and marks out of ten.
extension SlotLine {
  /// "stress? average", "my fibre's middling": the slot's word and an amount close to it.
  func level(of slot: Slot) -> FoundValue? {
    for mention in mentions(of: slot) where mention.name == "about" {
      guard let clause = clause(at: mention.tokens.lowerBound), !clause.isAboutOthers,
        !clause.isHypothetical,
        !clause.isGeneral, !clause.isQuestion || clause.tokens.count <= 2
      else { continue }
      if let option = outOfTen(in: clause) {
        return FoundValue(value: .choice(option), tokens: mention.tokens)
      }
      let near = amounts.filter {
        distance($0.tokens, mention.tokens) <= 4 && (isPlain(mention) || isQuantity($0.tokens))
      }
      if slot == .sugar, isPlain(mention), holds(["cut", "gave", "quit", "ditched"], in: clause) {
        return FoundValue(value: .choice("low"), tokens: mention.tokens)
      }
      if near.isEmpty, [.sugar, .fiber].contains(slot), isLeftOut(mention, clause) {
        return FoundValue(value: .choice("low"), tokens: mention.tokens)
      }
      if near.isEmpty, slot == .sugar, let rate = rate(in: clause, after: nil), rate.times >= 5,
        !isDenied(mention.tokens, in: clause)
      {
        return FoundValue(value: .choice("high"), tokens: mention.tokens)
      }
      if near.isEmpty, let option = howOften(slot, mention, clause) {
        return FoundValue(value: .choice(option), tokens: mention.tokens)
      }
      guard
        let amount = near.min(by: {
          distance($0.tokens, mention.tokens) < distance($1.tokens, mention.tokens)
        })
      else {
        continue
      }
      let isDenied =
        self.clause(at: amount.tokens.lowerBound)?.denied.contains(amount.tokens.lowerBound) == true
      let option = isDenied ? (amount.option == "high" ? "low" : "medium") : amount.option
      return FoundValue(value: .choice(option), tokens: mention.tokens)
    }
    guard asked == slot, let amount = amounts.first else { return nil }
    return FoundValue(value: .choice(amount.option), tokens: amount.tokens)
  }

  /// "dessert twice a week", "veg every night": how often tells how much.
  private func howOften(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause) -> String? {
    guard [.sugar, .fiber].contains(slot), !isDenied(mention.tokens, in: clause),
      let rate = rate(in: clause, after: nil)
    else { return nil }
    let count = numbers.first { clause.tokens.contains($0.first) && $0.isTimes }?.value ?? 1
    switch rate.times * count {
    case ..<1: return "low"
    case ..<6: return "medium"
    default: return "high"
    }
  }

  /// "I don't really do sweet stuff", "never touch vegetables".
  private func isLeftOut(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    let start = mention.tokens.lowerBound
    return (max(clause.tokens.lowerBound, start - 5)..<start).contains { index in
      ["not", "never"].contains(word(index))
        && (index + 1..<start).contains {
          ["eat", "do", "have", "touch", "like", "buy", "add", "take"].contains(word($0))
        }
    }
  }

  /// "stress is 8 out of 10", "3/10".
  func outOfTen(in clause: Clause) -> String? {
    for number in numbers where clause.tokens.contains(number.first) && number.value <= 10 {
      // "my stress is a 7"
      let isScore =
        word(number.first - 1) == "a" && ["is", "s"].contains(word(number.first - 2))
        && number.last + 1 == clause.tokens.upperBound
      if isScore { return Self.levels(number.value) }
      let isOut = word(number.last + 1) == "out" && word(number.last + 2) == "of"
      let ten = word(number.last + (isOut ? 3 : 2))
      guard isOut || word(number.last + 1) == "/", ten == "10" || ten == "ten" else { continue }
      return Self.levels(number.value)
    }
    return nil
  }

  private static func levels(_ score: Double) -> String {
    score <= 3 ? "low" : score < 7 ? "medium" : "high"
  }

  /// "sugar" and "fibre" may be good or poor; of chocolate or beans one eats much or little.
  private func isPlain(_ mention: SlotLexicon.Mention) -> Bool {
    ["sugar", "fibre", "fiber", "stress", "budget"]
      .contains { words(mention.tokens).hasPrefix($0) }
  }

  private func isQuantity(_ place: ClosedRange<Int>) -> Bool {
    Self.quantities.contains(words(place))
  }

  private static let quantities: Set<String> = [
    "lots", "loads", "plenty", "a lot", "alot", "tons", "too much", "heaps", "masses", "little",
    "minimal",
    "barely", "hardly", "rarely", "occasional", "occasionally", "the odd", "now and then",
    "now and again", "in moderation", "sometimes", "bit of", "not have much", "not eat much",
    "not eat a lot", "not many", "not eat many",
    "not have a lot", "not much", "next to no", "not a lot", "not enough", "zero",
  ]

  private func distance(_ left: ClosedRange<Int>, _ right: ClosedRange<Int>) -> Int {
    left.lowerBound > right.upperBound
      ? left.lowerBound - right.upperBound : right.lowerBound - left.upperBound
  }
}
