internal import Knowledge
internal import Language

extension SlotLine {
  /// Several of a slot's options; an empty list where all were denied.
  func list(of slot: Slot) -> FoundValue? {
    var stated: [String] = []
    var denied: Set<String> = []
    var place: ClosedRange<Int>?
    for mention in mentions(of: slot) where mention.name != "about" {
      guard let clause = clause(at: mention.tokens.lowerBound), isHeard(slot, mention, clause)
      else { continue }
      if isDenied(mention.tokens, in: clause) && !isOwnConcern(slot, mention)
        && !isAvoided(slot, clause)
        || isCorrected(mention, clause)
        || isGone(slot, mention, clause)
      {
        denied.insert(mention.name)
        stated.removeAll { $0 == mention.name }
        continue
      }
      guard clause.isAboutOthers || !isOver(slot, mention, clause) else { continue }
      if !stated.contains(mention.name) { stated.append(mention.name) }
      place =
        place.map {
          min(
            $0.lowerBound,
            mention.tokens.lowerBound
          )...max($0.upperBound, mention.tokens.upperBound)
        }
        ?? mention.tokens
    }
    if slot == .medicines, stated.contains("maoi") { stated.removeAll { $0 == "other" } }
    if slot == .gutSymptoms, stated.count > 1 { stated.removeAll { $0 == "none" } }
    if slot == .concern, stated.count > 1 { stated.removeAll { $0 == "general" } }
    if slot == .concern, stated.isEmpty, denied.isEmpty, let dry = drySkin() { return dry }
    guard let place, !stated.isEmpty else { return noneOfAll(slot) }
    return FoundValue(value: .list(slot.options.filter(stated.contains)), tokens: place)
  }

  /// "no allergies", "no medicines": an empty list is knowledge too.
  private func noneOfAll(_ slot: Slot) -> FoundValue? {
    if slot == .gutSymptoms { return noGutTrouble() }
    guard let nouns = Self.kinds[slot] else { return nil }
    for clause in clauses where !clause.isAboutOthers && !clause.isHypothetical && !clause.isGeneral
    {
      guard
        let index = clause.tokens.first(where: {
          nouns.contains(word($0)) && clause.denied.contains($0)
        })
      else { continue }
      // "not allergic to nuts" says nothing of other foods.
      let isNarrow = mentions(of: slot).contains { clause.denied.contains($0.tokens.lowerBound) }
      if isNarrow { continue }
      return FoundValue(value: .list([]), tokens: index...index)
    }
    return nil
  }

  /// "never had a day's gut trouble in my life".
  private func noGutTrouble() -> FoundValue? {
    mentions(of: .gutSymptoms).first { mention in
      guard mention.name == "about", let clause = clause(at: mention.tokens.lowerBound) else {
        return false
      }
      return states(clause) && isDenied(mention.tokens, in: clause)
    }
    .map { FoundValue(value: .list(["none"]), tokens: $0.tokens) }
  }

  private static let kinds: [Slot: Set<String>] = [
    .allergies: ["allergies", "allergy", "allergic", "intolerances", "intolerance"],
    .medicines: [
      "medicines", "medicine", "medication", "medications", "meds", "tablets", "pills", "drugs",
      "prescriptions",
    ],
    .conditions: ["conditions", "condition", "illness", "illnesses", "diseases", "disease"],
  ]

  private func isHeard(
    _ slot: Slot,
    _ mention: SlotLexicon.Mention,
    _ clause: Clause
  ) -> Bool {
    if asked == slot { return !clause.isAboutOthers }
    let isOwn = (1...3).contains { word(mention.tokens.lowerBound - $0) == "my" }
    if clause.isAboutOthers, [.concern, .conditions].contains(slot), isShared(after: clause) {
      return true
    }
    let isOwnWish = slot == .concern && clause.isThought && isOwn && !clause.isQuestion
    guard !clause.isAboutOthers, !clause.isHypothetical || isOwnWish else { return false }
    if let isSo = answer(after: clause) { return isSo }
    if slot == .allergies, clause.isQuestion, isAllergic(to: clause) { return true }
    if clause.isQuestion || clause.isGeneral {
      return slot == .concern && (isOwn || isMine(next(after: clause)))
    }
    if isEitherOr(mention) || !isForOther && isOfWho(mention, clause) { return false }
    switch slot {
    case .allergies: return isAllergy(mention, clause)
    case .medicines: return isMedicine(mention, clause)
    default: return true
    }
  }

  /// "mum had psoriasis and now I've got it too".
  private func isShared(after clause: Clause) -> Bool {
    clauses.contains { later in
      later.tokens.lowerBound >= clause.tokens.upperBound && !later.isAboutOthers
        && holds(["too", "also", "aswell"], in: later) && holds(["i", "me", "my"], in: later)
        && holds(["it", "same"], in: later)
    }
  }

  /// "it does nothing for my spots": what is denied is the help.
  private func isOwnConcern(_ slot: Slot, _ mention: SlotLexicon.Mention) -> Bool {
    slot == .concern && word(mention.tokens.lowerBound - 1) == "my"
      && !["not", "no", "have"].contains(word(mention.tokens.lowerBound - 2))
  }

  /// "does sun help psoriasis? mine is moderate".
  private func isMine(_ clause: Clause?) -> Bool {
    guard let clause else { return false }
    return ["mine", "mines"].contains(word(clause.tokens.lowerBound))
      || word(clause.tokens.lowerBound) == "i" && clause.denied.isEmpty
        && holds(["had", "have", "got", "get"], in: clause) && holds(["it", "them"], in: clause)
  }

  /// "skin thin and dry", "my hands are dry and cracked": skin and what it is like, words apart.
  private func drySkin() -> FoundValue? {
    for index in tokens.list.indices where Self.dry.contains(word(index)) {
      guard let clause = clause(at: index), states(clause), !clause.denied.contains(index),
        !clause.isPast || clause.isPresent
      else { continue }
      let lead = (clause.tokens.lowerBound..<index).reversed().prefix {
        Self.betweenDry.contains(word($0))
      }
      let part = index - lead.count - 1
      guard part >= clause.tokens.lowerBound, Self.parts.contains(word(part)) else { continue }
      return FoundValue(value: .list(["dry-sensitive-skin"]), tokens: part...index)
    }
    return nil
  }

  private static let parts: Set<String> = ["skin", "face", "hands", "cheeks", "legs", "arms"]
  private static let dry: Set<String> = [
    "dry", "flaky", "sensitive", "chapped", "cracked", "parched", "tight",
  ]
  private static let betweenDry: Set<String> = [
    "is", "are", "s", "so", "very", "thin", "and", "gets", "get", "feels", "feel", "really", "a",
    "bit", "too", "itchy", "red", "always", "quite", "has", "been", "gone", "goes", "super",
    "rough", "sore", "have", "dry", "all", "got", "extremely", "looks", "bad",
  ]

  /// "my sister who has eczema".
  private func isOfWho(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    clause.tokens.contains {
      $0 < mention.tokens.lowerBound && word($0) == "who"
        && ["has", "had", "s"].contains(word($0 + 1))
        && !["someone", "somebody", "person", "one"].contains(word($0 - 1))
    }
  }

  /// "sibo or ibs, how would I tell": a question that only names them.
  private func isEitherOr(_ mention: SlotLexicon.Mention) -> Bool {
    let hasOr =
      word(mention.tokens.lowerBound - 1) == "or" || word(mention.tokens.upperBound + 1) == "or"
    return hasOr && clauses.contains(where: \.isQuestion)
  }

  private func isMedicine(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    if clause.isPast, !clause.isPresent,
      !holds(["put", "been", "started", "given", "since"], in: clause)
    {
      return false
    }
    if isTakenOff(mention) || isStillToCome(clause) || isRefused(mention, clause)
      || isOnSkin(mention) || isToldAsPast(mention)
      || holds(["allergic", "allergy"], in: clause)
    {
      return false
    }
    return word(mention.tokens.lowerBound) != "immunosuppressed"
      && !holds(Self.onlyMeant.union(["need", "cream", "gel"]), in: clause)
  }

  /// "I thought it was IBS but it turned out to be colitis": the first was wrong.
  func isCorrected(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    if clause.isPast, holds(["told", "said", "diagnosed"], in: clause),
      let next = next(after: clause), word(next.tokens.lowerBound) == "but",
      holds(["actually", "turned", "turns", "really"], in: next)
    {
      return true
    }
    return (holds(["thought", "tested"], in: clause) || isFoundClear(clause))
      && !holds(["turned", "positive", "steer"], in: clause)
      || word(mention.tokens.lowerBound - 1) == "as"
        && ["started", "began"].contains(word(mention.tokens.lowerBound - 2))
  }

  /// "celiac test was clear", and not "clear up my acne" or "I want clear skin".
  private func isFoundClear(_ clause: Clause) -> Bool {
    clause.tokens.contains { index in
      word(index) == "clear" && word(index - 1) != "to"
        && (clause.isQuestion
          || !["up", "skin", "my", "this", "these", "the", "it"].contains(word(index + 1)))
    }
  }

  /// Words by which what began in the past is still so.
  private static let begun: Set<String> = [
    "got", "been", "since", "started", "put", "ever", "diagnosed", "began", "developed", "flared",
    "appeared",
  ]

  /// "I have acne and used to be anorexic": only what stands behind is over.
  private func isBeforePast(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    let isPastBefore = (clause.tokens.lowerBound..<mention.tokens.lowerBound).contains {
      word($0) == "used"
    }
    return !isPastBefore
      && clause.tokens.contains { index in
        index > mention.tokens.upperBound && word(index) == "used" && word(index + 1) == "to"
          && (word(index - 1) == "and" || word(index - 2) == "and")
      }
  }

  private func isOver(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    if clause.isStopped, [.medicines, .gutSymptoms, .allergies].contains(slot), !clause.isPresent {
      return true
    }
    switch slot {
    case .concern, .gutSymptoms:
      return !isBeforePast(mention, clause) && clause.isPast && !clause.isPresent
        && !isOpenPerfect(clause)
        && !holds(Self.begun, in: clause)
    case .conditions:
      return mention.name == "sibo" && holds(["had"], in: clause) && !clause.isPresent
        && !isOpenPerfect(clause)
    default:
      return false
    }
  }
}
