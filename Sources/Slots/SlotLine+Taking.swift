internal import Knowledge
internal import Language

/// Whether a medicine or a probiotic that a line names is taken now.
extension SlotLine {
  /// "my mum won't let me have antibiotics", "they refused to put me on roaccutane".
  func isRefused(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    let before = clause.tokens.lowerBound..<max(clause.tokens.lowerBound, mention.tokens.lowerBound)
    return before.contains { index in
      let isGiving = ["let", "give", "prescribe", "allow", "put"].contains(word(index))
      return ["refused", "refuses", "refusing"].contains(word(index))
        || isGiving && (word(index - 1) == "not" || word(index - 2) == "not")
          && !["i", "we"].contains(word(index - 3))
    }
  }

  /// "metronidazole gel", "topical clindamycin": on the skin, not swallowed.
  func isOnSkin(_ mention: SlotLexicon.Mention) -> Bool {
    guard let clause = clause(at: mention.tokens.lowerBound) else { return false }
    let (first, last) = (mention.tokens.lowerBound, mention.tokens.upperBound)
    let end = min(clause.tokens.upperBound, last + 7)
    let after = (last + 1..<max(end, last + 1)).prefix { !["and", "plus"].contains(word($0)) }
    let isSpread = after.contains { index in
      let isFace = ["my", "the"].contains(word(index)) && Self.skin.contains(word(index + 1))
      return Self.spread.contains(word(index)) || word(index - 1) == "on" && isFace
    }
    return word(first - 1) == "topical" || isSpread
      || word(first - 1) == "of" && Self.spread.contains(word(first - 2))
  }

  private static let spread: Set<String> = [
    "gel", "cream", "lotion", "ointment", "drops", "solution", "foam", "wipes", "pads", "wash",
    "topically", "spray", "shampoo", "serum",
  ]
  private static let skin: Set<String> = [
    "face", "skin", "cheeks", "nose", "spots", "forehead", "scalp", "hands", "chin", "eyelids",
  ]

  /// "isotretinoin sorted it at 19": what it did, and not what is taken now.
  func isToldAsPast(_ mention: SlotLexicon.Mention) -> Bool {
    ["sorted", "cleared", "worked", "fixed", "did", "ruined", "wrecked", "saved"].contains(
      word(mention.tokens.upperBound + 1)
    )
  }

  /// Medicines and probiotics must be taken, not only named.
  func isTaken(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    switch slot {
    case .onAntibiotics, .probioticNow, .onIsotretinoin:
      if holds(Self.onlyMeant.union(["allergic", "allergy"]), in: clause)
        || isStillToCome(clause) || isOnSkin(mention) || isToldAsPast(mention)
      {
        return false
      }
      // "the only thing I take now is lymecycline" is cut at "now".
      let start = clause.tokens.lowerBound
      let isCut = start > 0 && tokens.list[start - 1].kind != .pause
      let near = (max(0, isCut ? start - 3 : start)..<clause.tokens.upperBound).contains {
        Self.taking.contains(word($0))
      }
      return near || isFor(mention, clause) || isBare([mention])
        || (slot == .onIsotretinoin && clause.tokens.count <= 3)
    default:
      return true
    }
  }

  /// "antibiotics for a chest infection".
  private func isFor(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    let next = mention.tokens.upperBound + 1
    return mention.tokens.lowerBound == clause.tokens.lowerBound && word(next) == "for"
      && ["a", "an", "my"].contains(word(next + 1)) && clause.tokens.count <= 8
  }

  /// "took me off citalopram".
  func isTakenOff(_ mention: SlotLexicon.Mention) -> Bool {
    let start = mention.tokens.lowerBound
    return word(start - 1) == "off"
      || word(start - 2) == "off" && ["my", "the", "all"].contains(word(start - 1))
      || word(start - 1) == "from"
        && ["switched", "swapped", "changed", "moved"].contains(word(start - 2))
  }

  /// "took my last antibiotic yesterday", "the last dose of doxycycline".
  func isLastOne(_ mention: SlotLexicon.Mention) -> Bool {
    let start = mention.tokens.lowerBound
    return word(start - 1) == "last"
      || word(start - 1) == "of" && word(start - 3) == "last"
        && TimeSpan.weeks(per: word(start - 2)) == nil
  }

  /// "I start roaccutane next week": not yet.
  func isStillToCome(_ clause: Clause) -> Bool {
    holds(["start", "starting", "begin", "beginning"], in: clause)
      && holds(["next", "tomorrow", "soon", "about", "going", "will"], in: clause)
      || holds(["waiting"], in: clause)
  }

  static let takenOnes: Set<Slot> = [.onAntibiotics, .onIsotretinoin, .probioticNow]

  /// "my dermatologist wants me on it": not yet.
  static let onlyMeant: Set<String> = [
    "wants", "suggested", "suggests", "recommended", "recommends", "offered", "considering",
  ]

  private static let taking: Set<String> = [
    "on", "take", "takes", "taking", "been", "started", "start", "using", "use", "having",
    "have", "prescribed",
    "put", "given", "gave", "course", "day", "daily", "swallow", "popping", "finishing",
    "currently", "am", "every",
    "list", "meds", "month", "week", "dose", "had", "getting", "with", "mg", "months", "weeks",
    "years", "days", "into", "swallowing", "tablets", "tablet", "capsule", "capsules",
    "doing", "helping", "working", "round", "box", "packet", "prescription", "stint",
  ]
}
