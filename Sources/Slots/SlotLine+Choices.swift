internal import Knowledge
internal import Language

extension SlotLine {
  /// One of a slot's options: the last that is stated; a denial takes an option away.
  func choice(of slot: Slot) -> FoundValue? {
    var found: FoundValue?
    for mention in mentions(of: slot) where mention.name != "about" {
      guard let clause = clause(at: mention.tokens.lowerBound) else { continue }
      guard states(clause) || asked == slot else { continue }
      if isDenied(mention.tokens, in: clause), !startsAnew(mention) {
        if let opposite = opposite(of: mention.name, for: slot) {
          found = FoundValue(value: .choice(opposite), tokens: mention.tokens)
        }
        continue
      }
      if isPassing(slot, mention, clause) { continue }
      found = FoundValue(value: .choice(mention.name), tokens: mention.tokens)
    }
    return found
  }

  /// "I've never used any skincare in my life".
  func noSkincare() -> FoundValue? {
    mentions(of: .skincare).first { mention in
      guard mention.name == "about", let clause = clause(at: mention.tokens.lowerBound) else {
        return false
      }
      return states(clause) && isDenied(mention.tokens, in: clause)
        && holds(["use", "used", "own", "put", "bother", "buy", "wear"], in: clause)
    }
    .map { FoundValue(value: .choice("none"), tokens: $0.tokens) }
  }

  /// "not much sugar and medium stress": what stands behind "and" has its own amount.
  private func startsAnew(_ mention: SlotLexicon.Mention) -> Bool {
    word(mention.tokens.lowerBound - 1) == "and"
      && ["low", "medium", "high", "moderate", "some", "lots", "plenty", "very", "really"]
        .contains(word(mention.tokens.lowerBound))
  }

  /// What "not stressed", "not gentle" say; nil where a denial says nothing.
  private func opposite(of option: String, for slot: Slot) -> String? {
    switch (slot, option) {
    case (.stress, "high"), (.sugar, "high"), (.fiber, "high"), (.budget, "high"): "low"
    default: nil
    }
  }

  /// "severe nut allergy", "stress levels: moderate", "terrible wind": not how bad the skin is.
  private func isOfSomethingElse(_ clause: Clause) -> Bool {
    guard asked != .severity else { return false }
    func holdsMention(of slots: [Slot], in range: Range<Int>) -> Bool {
      slots.contains { mentions(of: $0).contains { range.contains($0.tokens.lowerBound) } }
    }
    let line = 0..<tokens.count
    if !holdsMention(of: [.concern], in: line),
      holdsMention(of: [.stress, .fiber, .sugar, .budget], in: line)
    {
      return true
    }
    return !holdsMention(of: [.concern], in: clause.tokens)
      && (holds(["allergy", "allergic", "anxiety", "asthma", "migraine", "migraines"], in: clause)
        || holdsMention(of: [.gutSymptoms, .conditions, .sleepHours], in: clause.tokens))
  }

  /// "a friend in Sydney" lives there, not the one who types.
  private static let folk: Set<String> = [
    "friend", "friends", "mate", "sister", "brother", "cousin", "mum", "dad", "mother", "father",
    "family", "aunt", "uncle", "boyfriend", "girlfriend", "son", "daughter", "girl", "guy",
  ]

  /// A word that only looks like the fact: given up, past, or somewhere one comes from.
  private func isPassing(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    switch slot {
    case .diet:
      if isSomeFood(mention) { return true }
      if word(mention.tokens.upperBound + 1) == "since" { return false }
      let isRest = holds(["otherwise", "otherwize"], in: clause) && mention.name != "omnivore"
      return isRest
        || ["being", "from", "tried", "gave"].contains(word(mention.tokens.lowerBound - 1))
        || (clause.isPast || clause.isStopped) && !clause.isPresent
          && !holds(["am", "full"], in: clause)
    case .region:
      let article = word(mention.tokens.lowerBound - 1) == "the" ? 1 : 0
      let before = word(mention.tokens.lowerBound - 1 - article)
      let isPlace = ["in", "from", "near", "to", "at", "live", "living", "based", "the"].contains(
        before
      )
      if Self.folk.contains(word(mention.tokens.lowerBound - 2)), !holds(["am"], in: clause),
        before == "in" || before == "from"
      {
        return true
      }
      let livesElsewhere = mentions(of: .region).contains {
        $0.name != mention.name && word($0.tokens.lowerBound - 1) == "in"
          && ["live", "living", "based", "now", "am", "been", "settled"].contains(
            word($0.tokens.lowerBound - 2)
          )
      }
      let isBorn = ["by", "born"].contains(word(mention.tokens.upperBound + 1))
      if livesElsewhere, before == "from" || isBorn { return true }
      let isLeft =
        before == "from" && holds(["moved", "to", "originally", "but"], in: clause)
        && holds(["to"], in: clause)
      let isShort = tokens.count <= 12 || clause.tokens.count <= 4
      return isLeft || word(mention.tokens.lowerBound - 2) == "originally"
        || !(isPlace || isShort || article == 1)
    case .skincare:
      return clause.isStopped
    case .severity:
      return words(mention.tokens) == "several" || isOfSomethingElse(clause)
        || clause.isPast && !clause.isPresent && !holds(["has", "seen"], in: clause)
    case .stress where words(mention.tokens) == "stress":
      return true
    default:
      return clause.isPast && !clause.isPresent && !clause.isStopped
    }
  }
}

extension SlotLine {
  /// "I eat fish twice a week", "I only eat chicken": a food, and not a way of eating.
  private func isSomeFood(_ mention: SlotLexicon.Mention) -> Bool {
    let said = words(mention.tokens)
    if ["i eat fish", "do eat fish", "still eat fish"].contains(said) {
      return !tokens.list.indices.contains {
        ["meat", "vegetarian", "veggie", "vegan", "chicken"].contains(word($0))
      }
    }
    return asked != .diet && ["eat chicken", "eat beef"].contains(said)
      && ["only", "just"].contains(word(mention.tokens.lowerBound - 1))
      && !tokens.list.indices.contains { word($0) == "meat" }
  }

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
  private func outOfTen(in clause: Clause) -> String? {
    for number in numbers where clause.tokens.contains(number.first) && number.value <= 10 {
      let isOut = word(number.last + 1) == "out" && word(number.last + 2) == "of"
      let ten = word(number.last + (isOut ? 3 : 2))
      guard isOut || word(number.last + 1) == "/", ten == "10" || ten == "ten" else { continue }
      return number.value <= 3 ? "low" : number.value < 7 ? "medium" : "high"
    }
    return nil
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
