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

  /// "not much sugar and medium stress": what stands behind "and" has its own amount.
  private func startsAnew(_ mention: SlotLexicon.Mention) -> Bool {
    word(mention.tokens.lowerBound - 1) == "and"
      && ["low", "medium", "high", "moderate", "some", "lots", "plenty", "very", "really"]
        .contains(word(mention.tokens.lowerBound))
  }

  /// What "not stressed", "not gentle" say; nil where a denial says nothing.
  private func opposite(of option: String, for slot: Slot) -> String? {
    switch (slot, option) {
    case (.stress, "high"), (.sugar, "high"), (.fiber, "high"): "low"
    default: nil
    }
  }

  /// A word that only looks like the fact: given up, past, or somewhere one comes from.
  private func isPassing(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    switch slot {
    case .diet:
      return ["being", "from"].contains(word(mention.tokens.lowerBound - 1))
        || (clause.isPast || clause.isStopped) && !clause.isPresent
          && !holds(["am", "full"], in: clause)
    case .region:
      let before = word(mention.tokens.lowerBound - 1)
      let isPlace = ["in", "from", "near", "to", "at", "live", "living", "based", "the"].contains(
        before
      )
      let isLeft =
        before == "from" && holds(["moved", "to", "originally", "but"], in: clause)
        && holds(["to"], in: clause)
      let isShort = tokens.count <= 12 || clause.tokens.count <= 4
      return isLeft || word(mention.tokens.lowerBound - 2) == "originally" || !(isPlace || isShort)
    case .skincare:
      return clause.isStopped
    case .severity:
      return words(mention.tokens) == "several"
        || clause.isPast && !clause.isPresent && !holds(["has", "seen"], in: clause)
    default:
      return clause.isPast && !clause.isPresent && !clause.isStopped
    }
  }
}

extension SlotLine {
  /// "stress? average", "my fibre's middling": the slot's word and an amount close to it.
  func level(of slot: Slot) -> FoundValue? {
    for mention in mentions(of: slot) where mention.name == "about" {
      guard let clause = clause(at: mention.tokens.lowerBound), !clause.isAboutOthers,
        !clause.isHypothetical,
        !clause.isGeneral, !clause.isQuestion || clause.tokens.count <= 2
      else { continue }
      let near = amounts.filter { distance($0.tokens, mention.tokens) <= 4 }
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

  private func distance(_ left: ClosedRange<Int>, _ right: ClosedRange<Int>) -> Int {
    left.lowerBound > right.upperBound
      ? left.lowerBound - right.upperBound : right.lowerBound - left.upperBound
  }
}
