internal import Knowledge
internal import Language

extension SlotLine {
  /// Several of a slot's options; an empty list where all were denied.
  func list(of slot: Slot) -> FoundValue? {
    var stated: [String] = []
    var denied: Set<String> = []
    var place: ClosedRange<Int>?
    for mention in mentions(of: slot) {
      guard let clause = clause(at: mention.tokens.lowerBound), isHeard(slot, mention, clause)
      else { continue }
      if isDenied(mention.tokens, in: clause) || isCorrected(mention, clause)
        || isGone(slot, mention, clause)
      {
        denied.insert(mention.name)
        stated.removeAll { $0 == mention.name }
        continue
      }
      guard !isOver(slot, mention, clause) else { continue }
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
    guard let place, !stated.isEmpty else { return noneOfAll(slot) }
    return FoundValue(value: .list(slot.options.filter(stated.contains)), tokens: place)
  }

  /// "no allergies", "no medicines": an empty list is knowledge too.
  private func noneOfAll(_ slot: Slot) -> FoundValue? {
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
    guard !clause.isAboutOthers, !clause.isHypothetical else { return false }
    let isOwn = (1...3).contains { word(mention.tokens.lowerBound - $0) == "my" }
    if clause.isQuestion || clause.isGeneral { return isOwn && slot == .concern }
    if isEitherOr(mention) || !isForOther && isOfWho(mention, clause) { return false }
    switch slot {
    case .allergies: return isAllergy(mention, clause)
    case .medicines: return isMedicine(mention, clause)
    default: return true
    }
  }

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

  /// A food is an allergy only beside a word that says so.
  private func isAllergy(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    if clause.isResolved,
      let next = next(after: clause),
      next.isStopped
    {
      return false
    }
    let said = words(mention.tokens)
    if said.contains("lactose intol") || said.contains("histamine intol") { return true }
    if showsAllergy(clause) { return !holds(Self.harmless, in: clause) }
    // "soy, sesame, milk. all on my allergy card"; "cant have soya or salmon, both allergic"
    let isListed = clauses.contains {
      showsAllergy($0) && !$0.isAboutOthers && $0.denied.isEmpty
    }
    let isShort = clause.tokens.count <= 6 || holds(["have", "eat"], in: clause)
    return isListed && isShort && !holds(Self.harmless.union(["just"]), in: clause)
  }

  /// Whether the clause speaks of a body that does not bear something.
  func showsAllergy(_ clause: Clause) -> Bool {
    holds(Self.signs, in: clause) || isBarred(clause)
      || holds(["makes", "make", "gives", "give"], in: clause)
        && holds(["rash", "itch"], in: clause)
      || clause.tokens.contains {
        word($0 + 1) == "me"
          && (["set", "sets", "setting"].contains(word($0)) && word($0 + 2) == "off"
            || ["bring", "brings", "brought"].contains(word($0))
              && ["out", "up"].contains(word($0 + 2)))
      }
  }

  /// "I can't have milk", "can't eat nuts".
  private func isBarred(_ clause: Clause) -> Bool {
    let line = Set(tokens.list.indices.map(word))
    guard line.isDisjoint(with: Self.otherBars),
      !holds(["enough", "much", "lot", "many"], in: clause)
    else { return false }
    return clause.tokens.contains {
      word($0) == "not" && word($0 - 1) == "can"
        && ["have", "eat", "drink", "tolerate", "stomach", "touch"].contains(word($0 + 1))
    }
  }

  /// What keeps somebody from a food without an allergy.
  private static let otherBars: Set<String> = [
    "vegan", "vegetarian", "pregnant", "kosher", "halal", "muslim", "ramadan", "lent", "afford",
    "stand", "diet",
  ]

  private static let signs: Set<String> = [
    "allergy", "allergic", "allergies", "intolerant", "intolerance", "intolerances",
    "intollerent", "anaphylaxis", "anaphylactic", "epipen", "react", "reacts", "reaction", "agree",
    "agrees", "alergic", "alergy", "swells", "swell", "swelled", "swelling", "tolerate",
    "sensitivity", "upsets",
  ]
  private static let harmless: Set<String> = ["fine", "ok", "okay", "outgrew", "good", "grew"]

  private func isMedicine(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    if clause.isPast, !clause.isPresent,
      !holds(["put", "been", "started", "given", "since"], in: clause)
    {
      return false
    }
    if isTakenOff(mention) || isStillToCome(clause) || isRefused(mention, clause)
      || holds(["allergic", "allergy"], in: clause)
    {
      return false
    }
    return word(mention.tokens.lowerBound) != "immunosuppressed"
      && !holds(Self.onlyMeant.union(["need", "cream", "gel"]), in: clause)
  }

  /// "I thought it was IBS but it turned out to be colitis": the first was wrong.
  func isCorrected(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    holds(["thought", "tested", "clear"], in: clause) && !holds(["turned"], in: clause)
      || word(mention.tokens.lowerBound - 1) == "as"
        && ["started", "began"].contains(word(mention.tokens.lowerBound - 2))
  }

  /// "my acne has cleared up", "my eczema is gone": so no longer.
  func isGone(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    guard [.concern, .gutSymptoms, .conditions].contains(slot),
      !holds(Self.partly, in: clause), !holds(["want", "need", "wish", "hope"], in: clause),
      !clauses.contains(where: {
        $0.tokens.lowerBound >= clause.tokens.upperBound
          && holds(["back", "returned"], in: $0)
      })
    else { return false }
    return
      (mention.tokens.upperBound + 1..<max(mention.tokens.upperBound + 1, clause.tokens.upperBound))
      .contains { index in
        let before = word(index - 1)
        switch word(index) {
        case "gone" where !Self.afterGone.contains(word(index + 1)): return false
        case "gone", "cleared", "vanished", "disappeared", "healed", "sorted":
          return Self.gone.contains(before) || word(index) == "cleared" && word(index + 1) == "up"
        case "went": return word(index + 1) == "away"
        default: return false
        }
      }
  }

  private static let gone: Set<String> = [
    "is", "has", "have", "s", "are", "all", "just", "finally", "completely", "totally", "fully",
    "now", "had",
  ]
  /// "gone", and not "gone from mild to severe".
  private static let afterGone: Set<String> = [
    "", "now", "completely", "away", "for", "since", "thanks", "thank", "by", "after", "at",
    "fully",
    "entirely", "finally", ",", ".", "!", "and", "totally", "already", "again", "these",
  ]
  private static let partly: Set<String> = [
    "bit", "mostly", "nearly", "almost", "partly", "half", "not", "never", "until", "then", "if",
    "once", "when", "before", "but",
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
        && !holds(["got", "been", "since", "started", "put", "ever"], in: clause)
    default:
      return false
    }
  }
}
