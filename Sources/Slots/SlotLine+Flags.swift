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
      guard states(clause) || asked == slot else { continue }
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
    let isStopped = clause.isStopped && !holds(Self.ahead, in: clause)
    if isStopped || endedLater(after: clause) { return false }
    if clause.isPast, !clause.isPresent, !isUnderWay(clause), slot != .immunocompromised {
      return nil
    }
    if slot == .immunocompromised, holds(["finished", "ago", "list"], in: clause) { return nil }
    return isTaken(slot, mention, clause) ? true : nil
  }

  /// "my sister is pregnant but I am not".
  private func speakerDiffers(after clause: Clause) -> Bool {
    guard let next = clauses.first(where: { $0.tokens.lowerBound >= clause.tokens.upperBound })
    else { return false }
    return ["but i am not", "but i do not", "i am not", "i do not"]
      .contains(next.tokens.map(word).joined(separator: " "))
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
      if holds(Self.onlyMeant, in: clause) { return false }
      let near = (clause.tokens.lowerBound..<clause.tokens.upperBound).contains {
        Self.taking.contains(word($0))
      }
      return near || isBare([mention]) || (slot == .onIsotretinoin && clause.tokens.count <= 3)
    default:
      return true
    }
  }

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
    "list", "meds", "month", "week", "dose", "had", "getting", "with", "mg",
  ]
}
