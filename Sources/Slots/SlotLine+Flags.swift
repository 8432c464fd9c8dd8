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
      let isOwnBaby = isOwnBaby(slot, mention, clause)
      if let isSo = answer(after: clause), mention.name == "yes" {
        found = FoundValue(value: .flag(isSo), tokens: mention.tokens)
        continue
      }
      let isHoped =
        slot == .tryingToConceive && clause.isThought && !clause.isAboutOthers
        && !clause.isQuestion && !holds(["thinking", "considering", "one"], in: clause)
      guard states(clause) || asked == slot || isOwnBaby || isHoped else { continue }
      guard let value = flagValue(slot, mention, clause) else { continue }
      // "I vape but don't smoke": one of the two is enough.
      if slot == .smoker, !value, found?.value == .flag(true), vapes { continue }
      found = FoundValue(value: .flag(value), tokens: mention.tokens)
    }
    if slot == .eatingDisorder, asked == slot, found == nil, isOnceSo {
      return FoundValue(value: .flag(true), tokens: 0...tokens.count - 1)
    }
    return found ?? (slot == .pregnant ? weeksGone() : nil)
  }

  /// "not any more", "used to", "only as a teenager": yes to a question that asks whether it ever was so.
  private var isOnceSo: Bool {
    let said = " \(tokens.joined) "
    return !tokens.isEmpty && Self.once.contains { said.contains(" \($0) ") }
  }

  private static let once = [
    "any more", "anymore", "not now", "no longer", "not since", "used to", "in the past",
    "as a teen", "as a teenager", "as a kid", "when i was", "years ago", "long ago", "at school",
    "recovered", "in recovery", "worries me", "worry me", "a bit", "a little", "sometimes",
  ]

  /// "she's on formula now", "my baby's due in June": said of the baby, and so of the mother.
  private func isOwnBaby(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    guard clause.isAboutOthers, !clause.isQuestion, !clause.isHypothetical else { return false }
    let first = clause.tokens.lowerBound
    let subject = word(first) == "my" || word(first) == "our" ? word(first + 1) : word(first)
    let isBaby = ["baby", "babies", "twins", "newborn", "bub"].contains(subject)
    switch slot {
    case .breastfeeding:
      let isFed = mention.name == "no" || first == 0 && words(mention.tokens) == "breastfed"
      return isBaby || isFed && ["she", "he"].contains(subject)
    case .pregnant: return mention.name == "yes" && isBaby && words(mention.tokens).contains("due")
    default: return false
    }
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
    if slot == .smoker, clause.isStopped, hasResumed(after: clause) { return true }
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
    if slot == .immunocompromised, words(mention.tokens).contains("immun") { return true }
    if slot == .immunocompromised, isStopped || endedLater(after: clause) {
      return holds(["chemo", "chemotherapy"], in: clause) ? nil : false
    }
    if isStopped || endedLater(after: clause) || wasUntil(mention, clause)
      || isEnded(slot, mention, clause)
    {
      return false
    }
    if clause.isPast, !clause.isPresent, !isUnderWay(clause), slot != .immunocompromised {
      return nil
    }
    if slot == .immunocompromised, holds(["finished", "ago", "list"], in: clause),
      holds(["list"], in: clause) || !holds(["transplant", "spleen"], in: clause)
    {
      return nil
    }
    return isTaken(slot, mention, clause) ? true : nil
  }

  /// "smoker? no", "smoker: no", "fermented stuff? never": a short question that the person answers.
  func answer(after clause: Clause) -> Bool? {
    guard clause.tokens.count <= 4, let next = next(after: clause),
      clause.isQuestion && word(clause.tokens.upperBound - 1) == "?"
        || [":", "-"].contains(word(clause.tokens.upperBound)) && next.tokens.count == 1
    else { return nil }
    if next.isStopped, next.tokens.count <= 4 { return false }
    switch word(next.tokens.lowerBound) {
    case "no", "nope", "never", "none", "nah": return false
    case "yes", "yep", "yeah", "yup": return true
    default: return nil
    }
  }

  /// "my sister is pregnant but I am not".
  func speakerDiffers(after clause: Clause) -> Bool {
    guard let next = next(after: clause)
    else { return false }
    return ["not me", "but not me", "but i am not", "but i do not", "i am not", "i do not"]
      .contains(next.tokens.map(word).joined(separator: " "))
  }

  /// "immune problems" says nothing by itself; "no immune problems" does.
  private func needsDenial(_ mention: SlotLexicon.Mention) -> Bool {
    let said = mention.tokens.map(word)
    return !Set(said).isDisjoint(with: ["problem", "problems", "issue", "issues", "trouble"])
      && Set(said).isDisjoint(with: ["no", "never", "not", "without"])
  }

  /// "gave up two years ago, took it up again last month".
  private func hasResumed(after clause: Clause) -> Bool {
    clauses.contains { later in
      later.tokens.lowerBound >= clause.tokens.upperBound && later.denied.isEmpty
        && holds(["again", "back", "relapsed"], in: later)
        && holds(["started", "took", "relapsed", "on", "am", "fell", "smoking"], in: later)
    }
  }

  /// The next clause takes it back: "but not any more", "but nothing at the minute", "gave up".
  private func endedLater(after clause: Clause) -> Bool {
    guard let next = next(after: clause)
    else { return false }
    if next.isResolved, ["that", "this", "it"].contains(word(next.tokens.lowerBound + 1)),
      holds(["was"], in: next)
    {
      return true
    }
    let isShort = next.tokens.count <= 13
    let takesBack =
      next.tokens.map(word) == ["not"]
      || word(next.tokens.upperBound - 2) == "said" && word(next.tokens.upperBound - 1) == "no"
      || !next.denied.isEmpty
        && !deniesItsOwn(next)
        && (next.isPresent
          || holds(
            ["on", "any", "anymore", "started", "yet", "begun", "since", "touched"],
            in: next
          ))
    let isOfIt = holds(["it", "them", "that"], in: next)
    return isShort && (takesBack || (next.isStopped && (isOfIt || !holds(["i", "my"], in: next))))
  }

  /// "pregnant, on no medicines": a no to a thing of its own takes nothing back.
  private func deniesItsOwn(_ clause: Clause) -> Bool {
    guard let first = clause.denied.min() else { return false }
    return word(first - 1) == "no" && !["longer", "more", "thanks", "thank"].contains(word(first))
  }

  /// "my isotretinoin course ended in June".
  private func isEnded(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    Self.takenOnes.contains(slot)
      && clause.tokens.contains {
        $0 > mention.tokens.upperBound && $0 <= mention.tokens.upperBound + 4
          && ["ended", "over", "done", "completed", "complete"].contains(word($0))
      }
  }

  /// "I was on lymecycline till last week".
  private func wasUntil(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    clause.isPast && !clause.isPresent
      && clause.tokens.contains {
        $0 > mention.tokens.upperBound && ["till", "until", "til"].contains(word($0))
      }
  }

  /// "have been for a decade", "since easter": begun in the past and still so.
  private func isUnderWay(_ clause: Clause) -> Bool {
    holds(["been", "since", "month", "week", "day"], in: clause)
  }

  /// "gave up the fags when I got pregnant": what was given up stands before.
  private func isOccasion(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    (clause.tokens.lowerBound..<max(mention.tokens.lowerBound, clause.tokens.lowerBound))
      .contains { ["when", "because", "since", "cos"].contains(word($0)) }
  }

  /// "finish tomorrow": still going on.
  private static let ahead: Set<String> = ["tomorrow", "tonight", "soon", "until", "till"]
}
