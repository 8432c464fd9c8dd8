internal import Language
internal import Knowledge

extension SlotLine {
  /// A yes-or-no fact: the last statement in the line counts.
  func flag(_ slot: Slot) -> FoundValue? {
    var found: FoundValue?
    for mention in mentions(of: slot) {
      guard let clause = clause(at: mention.tokens.lowerBound), states(clause) || asked == slot
      else { continue }
      guard let value = flagValue(slot, mention, clause) else { continue }
      found = FoundValue(value: .flag(value), tokens: mention.tokens)
    }
    return found
  }

  private func flagValue(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool? {
    let isDenied = isDenied(mention.tokens, in: clause)
    if mention.name == "no" {
      return slot == .immunocompromised && !isDenied && needsDenial(mention) ? nil : false
    }
    if isDenied { return false }
    if slot == .eatingDisorder { return true }
    if clause.isStopped || endedLater(after: clause) { return false }
    if clause.isPast, !clause.isPresent, !isUnderWay(clause), slot != .immunocompromised {
      return nil
    }
    if slot == .immunocompromised, holds(["finished", "ago", "list"], in: clause) { return nil }
    return isTaken(slot, mention, clause) ? true : nil
  }

  /// "immune problems" says nothing by itself; "no immune problems" does.
  private func needsDenial(_ mention: SlotLexicon.Mention) -> Bool {
    words(mention.tokens).hasSuffix("problems") || words(mention.tokens).hasSuffix("issues")
      || words(mention.tokens).hasSuffix("trouble")
  }

  /// The next clause takes it back: "but not any more", "but nothing at the minute", "gave up".
  private func endedLater(after clause: Clause) -> Bool {
    guard let next = clauses.first(where: { $0.tokens.lowerBound >= clause.tokens.upperBound })
    else { return false }
    let isShort = next.tokens.count <= 13
    let takesBack =
      !next.denied.isEmpty && (next.isPresent || holds(["on", "any", "anymore"], in: next))
    return isShort && (takesBack || (next.isStopped && !holds(["i", "my"], in: next)))
  }

  /// "have been for a decade", "since easter": begun in the past and still so.
  private func isUnderWay(_ clause: Clause) -> Bool {
    holds(["been", "since", "month", "week", "day"], in: clause)
  }

  /// Medicines and probiotics must be taken, not only named.
  private func isTaken(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    switch slot {
    case .onAntibiotics, .probioticNow, .onIsotretinoin:
      let near = (clause.tokens.lowerBound..<clause.tokens.upperBound).contains {
        Self.taking.contains(word($0))
      }
      return near || isBare([mention]) || (slot == .onIsotretinoin && clause.tokens.count <= 3)
    default:
      return true
    }
  }

  private static let taking: Set<String> = [
    "on", "take", "takes", "taking", "took", "been", "started", "start", "using", "use", "having",
    "have", "prescribed",
    "put", "given", "gave", "course", "day", "daily", "swallow", "popping", "finishing",
    "currently", "am", "every",
    "list", "meds", "month", "week", "dose", "had", "getting", "with", "mg",
  ]
}

extension SlotLine {
  /// One of a slot's options: the last that is stated; a denial takes an option away.
  func choice(of slot: Slot) -> FoundValue? {
    var found: FoundValue?
    for mention in mentions(of: slot) where mention.name != "about" {
      guard let clause = clause(at: mention.tokens.lowerBound) else { continue }
      guard states(clause) || asked == slot else { continue }
      if isDenied(mention.tokens, in: clause) {
        if let opposite = opposite(of: mention.name, for: slot, mention) {
          found = FoundValue(value: .choice(opposite), tokens: mention.tokens)
        }
        continue
      }
      if isPassing(slot, mention, clause) { continue }
      found = FoundValue(value: .choice(mention.name), tokens: mention.tokens)
    }
    return found
  }

  /// What "not stressed", "not gentle" say; nil where a denial says nothing.
  private func opposite(of option: String, for slot: Slot, _ mention: SlotLexicon.Mention)
    -> String?
  {
    switch (slot, option) {
    case (.stress, "high"), (.sugar, "high"), (.fiber, "high"): "low"
    default: nil
    }
  }

  /// A word that only looks like the fact: given up, past, or somewhere one comes from.
  private func isPassing(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    switch slot {
    case .diet:
      return (clause.isPast || clause.isStopped) && !clause.isPresent
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
      return clause.isPast && !clause.isPresent && !holds(["has", "seen"], in: clause)
    default:
      return clause.isPast && !clause.isPresent && !clause.isStopped
    }
  }
}

extension SlotLine {
  /// Several of a slot's options; an empty list where all were denied.
  func list(of slot: Slot) -> FoundValue? {
    var stated: [String] = []
    var denied: Set<String> = []
    var place: ClosedRange<Int>?
    for mention in mentions(of: slot) {
      guard let clause = clause(at: mention.tokens.lowerBound), isHeard(slot, mention, clause)
      else { continue }
      if isDenied(mention.tokens, in: clause) || isCorrected(mention, clause) {
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
    if isEitherOr(mention) { return false }
    switch slot {
    case .allergies: return isAllergy(mention, clause)
    case .medicines: return isMedicine(mention, clause)
    default: return true
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
    let said = words(mention.tokens)
    if said.contains("lactose intol") || said.contains("histamine intol") { return true }
    let signs: Set<String> = [
      "allergy", "allergic", "allergies", "intolerant", "intolerance", "intolerances",
      "intollerent", "anaphylaxis",
      "anaphylactic", "epipen", "react", "reacts", "reaction", "agree", "alergic", "alergy",
    ]
    if holds(signs, in: clause) {
      let isFine = holds(["fine", "ok", "okay", "outgrew", "good"], in: clause)
      return !isFine
    }
    // "soy, sesame, milk. all on my allergy card"; "cant have soya or salmon, both allergic"
    let isListed = clauses.contains {
      holds(signs, in: $0) && !$0.isAboutOthers && $0.denied.isEmpty
    }
    let isShort = clause.tokens.count <= 4 || holds(["have", "eat"], in: clause)
    return isListed && isShort && !holds(["fine", "ok", "okay", "outgrew", "just"], in: clause)
  }

  private func isMedicine(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    if clause.isPast, !clause.isPresent, !holds(["put", "been", "started", "given"], in: clause) {
      return false
    }
    return !holds(["offered", "need", "cream", "gel"], in: clause)
  }

  /// "I thought it was IBS but it turned out to be colitis": the first was wrong.
  private func isCorrected(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    holds(["thought", "tested", "clear"], in: clause) && !holds(["turned"], in: clause)
  }

  private func isOver(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    if clause.isStopped, [.medicines, .gutSymptoms, .allergies].contains(slot), !clause.isPresent {
      return true
    }
    switch slot {
    case .concern, .gutSymptoms:
      return clause.isPast && !clause.isPresent
        && !holds(["got", "been", "since", "started", "put", "ever"], in: clause)
    case .conditions:
      return false
    default:
      return false
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
      let isDenied = clause.denied.contains(amount.tokens.lowerBound)
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
