internal import Knowledge
internal import Language

/// What a line says has gone away by itself.
extension SlotLine {
  /// "my acne has cleared up", "my eczema is gone": so no longer.
  func isGone(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    guard [.concern, .gutSymptoms, .conditions].contains(slot),
      !holds(Self.partly, in: clause), !holds(["want", "need", "wish", "hope"], in: clause),
      !clauses.contains(where: { isBack(slot, mention.name, $0, after: clause) })
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

  /// "my acne cleared up but it is back", and not "my acne is gone but my eczema is back".
  private func isBack(_ slot: Slot, _ name: String, _ later: Clause, after clause: Clause) -> Bool {
    later.tokens.lowerBound >= clause.tokens.upperBound && holds(["back", "returned"], in: later)
      && !mentions(of: slot).contains {
        $0.name != name && later.tokens.contains($0.tokens.lowerBound)
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
    "but", "though",
  ]
  private static let partly: Set<String> = [
    "bit", "mostly", "nearly", "almost", "partly", "half", "not", "never", "until", "then", "if",
    "once", "when", "before", "but",
  ]
}
