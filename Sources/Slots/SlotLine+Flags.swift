internal import Knowledge
internal import Language

extension SlotLine {
  /// A yes-or-no fact: the last statement in the line counts.
  func flag(_ slot: Slot) -> FoundValue? {
    var found: FoundValue?
    for mention in mentions(of: slot) {
      guard let clause = clause(at: mention.tokens.lowerBound) else { continue }
      if clause.isAboutOthers, mention.name == "yes", speakerDiffers(after: clause) {
        found = FoundValue(value: .flag(false), tokens: mention.tokens)
      }
      let isOwnBaby =
        slot == .breastfeeding && mention.name == "no" && clause.isAboutOthers
        && ["she", "he", "baby"].contains(word(clause.tokens.lowerBound))
      if let isSo = answer(after: clause), mention.name == "yes" {
        found = FoundValue(value: .flag(isSo), tokens: mention.tokens)
      }
      guard states(clause) || asked == slot || isOwnBaby else { continue }
      guard let value = flagValue(slot, mention, clause) else { continue }
      // "I vape but don't smoke": one of the two is enough.
      if slot == .smoker, !value, found?.value == .flag(true), vapes { continue }
      found = FoundValue(value: .flag(value), tokens: mention.tokens)
    }
    return found
  }

  private var vapes: Bool {
    mentions(of: .smoker).contains { mention in
      words(mention.tokens).hasPrefix("vap")
        && clause(at: mention.tokens.lowerBound)?.denied.contains(mention.tokens.lowerBound)
          == false
    }
  }

  private func flagValue(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool? {
    let isDenied = isDenied(mention.tokens, in: clause)
    if slot == .pregnant, isPregnancyOnlyMeant(mention, clause) { return nil }
    if mention.name == "no" {
      if slot == .tryingToConceive, words(mention.tokens) == "not trying" {
        let isEnd = mention.tokens.upperBound == clause.tokens.upperBound - 1
        return isEnd && isBabyTalk ? false : nil
      }
      let isOpen = slot == .immunocompromised || slot == .eatingDisorder
      return isOpen && !isDenied && needsDenial(mention) ? nil : false
    }
    if isDenied || carriesDenialOn(slot, mention, clause) { return false }
    if slot == .eatingDisorder { return true }
    if Self.takenOnes.contains(slot), isRefused(mention, clause) { return false }
    if Self.takenOnes.contains(slot), isTakenOff(mention) || isLastOne(mention) { return false }
    let isStopped =
      clause.isStopped && !holds(Self.ahead, in: clause) && !isOccasion(mention, clause)
      && !(Self.aboutBabies.contains(slot) && isAfterAnd(mention, clause))
    if isStopped || endedLater(after: clause) { return false }
    if clause.isPast, !clause.isPresent, !isUnderWay(clause), slot != .immunocompromised {
      return nil
    }
    if slot == .immunocompromised, holds(["finished", "ago", "list"], in: clause) { return nil }
    return isTaken(slot, mention, clause) ? true : nil
  }

  /// "I look pregnant", "trying to get pregnant", "I might be pregnant", "lost a baby years ago".
  private func isPregnancyOnlyMeant(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    if mention.name == "no" {
      return clause.isResolved
        && tokens.list.indices.contains {
          Self.losses.contains(word($0)) && clause.tokens.contains($0)
        }
    }
    let start = mention.tokens.lowerBound
    let before = (max(clause.tokens.lowerBound, start - 6)..<start).map(word)
    if ["get", "getting", "fall", "falling", "become", "becoming"].contains(word(start - 1)) {
      return true
    }
    if !Set(before).isDisjoint(with: [
      "look", "looks", "looking", "looked", "feel", "might", "could", "may", "whether", "if",
      "possibly",
    ]) {
      return true
    }
    return before.contains("sure") && before.contains("not")
  }

  private static let losses: Set<String> = [
    "lost", "miscarried", "miscarriage", "abortion", "termination", "birth", "stillbirth",
    "ectopic", "born",
  ]

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
  private func isOnSkin(_ mention: SlotLexicon.Mention) -> Bool {
    word(mention.tokens.lowerBound - 1) == "topical"
      || (1...2).contains {
        [
          "gel", "cream", "lotion", "ointment", "drops", "solution", "foam", "wipes", "pads",
          "wash",
        ]
        .contains(word(mention.tokens.upperBound + $0))
      }
  }

  /// "smoker? no", "fermented stuff? never": a short question that the person answers.
  func answer(after clause: Clause) -> Bool? {
    guard clause.isQuestion, clause.tokens.count <= 4,
      word(clause.tokens.upperBound - 1) == "?",
      let next = clauses.first(where: { $0.tokens.lowerBound >= clause.tokens.upperBound })
    else { return nil }
    switch word(next.tokens.lowerBound) {
    case "no", "nope", "never", "none", "nah": return false
    case "yes", "yep", "yeah", "yup": return true
    default: return nil
    }
  }

  /// "not pregnant, not trying": what "trying" is about.
  private var isBabyTalk: Bool {
    !mentions(of: .pregnant).isEmpty || !mentions(of: .breastfeeding).isEmpty
  }

  /// "my sister is pregnant but I am not".
  func speakerDiffers(after clause: Clause) -> Bool {
    guard let next = clauses.first(where: { $0.tokens.lowerBound >= clause.tokens.upperBound })
    else { return false }
    return ["but i am not", "but i do not", "i am not", "i do not"]
      .contains(next.tokens.map(word).joined(separator: " "))
  }

  /// "immune problems" says nothing by itself; "no immune problems" does.
  private func needsDenial(_ mention: SlotLexicon.Mention) -> Bool {
    let said = mention.tokens.map(word)
    return !Set(said).isDisjoint(with: ["problem", "problems", "issue", "issues", "trouble"])
      && Set(said).isDisjoint(with: ["no", "never", "not", "without"])
  }

  /// The next clause takes it back: "but not any more", "but nothing at the minute", "gave up".
  private func endedLater(after clause: Clause) -> Bool {
    guard let next = clauses.first(where: { $0.tokens.lowerBound >= clause.tokens.upperBound })
    else { return false }
    let isShort = next.tokens.count <= 13
    let takesBack =
      next.tokens.map(word) == ["not"]
      || word(next.tokens.upperBound - 2) == "said" && word(next.tokens.upperBound - 1) == "no"
      || !next.denied.isEmpty
        && !deniesItsOwn(next)
        && (next.isPresent
          || holds(["on", "any", "anymore", "started", "yet", "begun", "since"], in: next))
    return isShort && (takesBack || (next.isStopped && !holds(["i", "my"], in: next)))
  }

  /// "pregnant, on no medicines": a no to a thing of its own takes nothing back.
  private func deniesItsOwn(_ clause: Clause) -> Bool {
    guard let first = clause.denied.min() else { return false }
    return word(first - 1) == "no" && !["longer", "more"].contains(word(first))
  }

  /// "not pregnant, breastfeeding or trying": a list goes on being denied.
  private func carriesDenialOn(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause)
    -> Bool
  {
    guard Self.aboutBabies.contains(slot),
      let before = clauses.last(where: { $0.tokens.upperBound <= clause.tokens.lowerBound })
    else { return false }
    let lead = clause.tokens.lowerBound..<max(clause.tokens.lowerBound, mention.tokens.lowerBound)
    return lead.allSatisfy { !Self.subjects.contains(word($0)) }
      && Self.aboutBabies.contains { other in
        mentions(of: other).contains { before.denied.contains($0.tokens.upperBound) }
      }
  }

  /// Words with which a statement of its own begins.
  private static let subjects: Set<String> = ["i", "am", "we", "are", "but", "now", "currently"]

  /// "I stopped smoking and want a baby": what was stopped stands before the "and".
  private func isAfterAnd(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    (clause.tokens.lowerBound..<max(mention.tokens.lowerBound, clause.tokens.lowerBound))
      .contains { word($0) == "and" }
  }

  private static let aboutBabies: Set<Slot> = [.pregnant, .breastfeeding, .tryingToConceive]

  /// "have been for a decade", "since easter": begun in the past and still so.
  private func isUnderWay(_ clause: Clause) -> Bool {
    holds(["been", "since", "month", "week", "day"], in: clause)
  }

  /// Medicines and probiotics must be taken, not only named.
  private func isTaken(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    switch slot {
    case .onAntibiotics, .probioticNow, .onIsotretinoin:
      if holds(Self.onlyMeant.union(["allergic", "allergy"]), in: clause)
        || isStillToCome(clause) || isOnSkin(mention)
      {
        return false
      }
      let near = (clause.tokens.lowerBound..<clause.tokens.upperBound).contains {
        Self.taking.contains(word($0))
      }
      return near || isBare([mention]) || (slot == .onIsotretinoin && clause.tokens.count <= 3)
    default:
      return true
    }
  }

  /// "gave up the fags when I got pregnant": what was given up stands before.
  private func isOccasion(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    (clause.tokens.lowerBound..<max(mention.tokens.lowerBound, clause.tokens.lowerBound))
      .contains { ["when", "because", "since", "cos"].contains(word($0)) }
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
  private func isLastOne(_ mention: SlotLexicon.Mention) -> Bool {
    let start = mention.tokens.lowerBound
    return word(start - 1) == "last"
      || word(start - 1) == "of" && word(start - 3) == "last" && word(start - 2) != "week"
  }

  /// "I start roaccutane next week": not yet.
  func isStillToCome(_ clause: Clause) -> Bool {
    holds(["start", "starting", "begin", "beginning"], in: clause)
      && holds(["next", "tomorrow", "soon", "about", "going", "will"], in: clause)
      || holds(["waiting"], in: clause)
  }

  private static let takenOnes: Set<Slot> = [.onAntibiotics, .onIsotretinoin, .probioticNow]

  /// "finish tomorrow": still going on.
  private static let ahead: Set<String> = ["tomorrow", "tonight", "soon", "until", "till"]

  /// "my dermatologist wants me on it": not yet.
  static let onlyMeant: Set<String> = [
    "wants", "suggested", "suggests", "recommended", "recommends", "offered", "considering",
  ]

  private static let taking: Set<String> = [
    "on", "take", "takes", "taking", "took", "been", "started", "start", "using", "use", "having",
    "have", "prescribed",
    "put", "given", "gave", "course", "day", "daily", "swallow", "popping", "finishing",
    "currently", "am", "every",
    "list", "meds", "month", "week", "dose", "had", "getting", "with", "mg", "months", "weeks",
    "years", "days", "into", "swallowing", "tablets", "tablet", "capsule", "capsules",
  ]
}
