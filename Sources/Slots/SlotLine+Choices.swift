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
        } else if slot == .diet, mention.name == "vegetarian", found == nil {
          found = FoundValue(value: .choice("omnivore"), tokens: mention.tokens)
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
      if isOnlyTried(mention, clause) || isAfterYears(mention, clause) { return true }
      let isRest = holds(["otherwise", "otherwize"], in: clause) && mention.name != "omnivore"
      return isRest
        || ["being", "from", "tried", "gave"].contains(word(mention.tokens.lowerBound - 1))
        || (clause.isPast || clause.isStopped) && !clause.isPresent && !tellsOfGivingUp(mention)
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
      return ["several", "severity"].contains(words(mention.tokens))
        || isOfSomethingElse(mention, clause)
        || clause.isPast && !clause.isPresent && !holds(["has", "seen"], in: clause)
    case .stress where words(mention.tokens) == "stress":
      return true
    default:
      return clause.isPast && !clause.isPresent && !clause.isStopped
    }
  }
}
