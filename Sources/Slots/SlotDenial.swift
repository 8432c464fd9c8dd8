package import Knowledge
internal import Language

/// One thing that a line says is not so, is over, or was said of the wrong person.
package struct SlotDenial: Equatable, Sendable {
  package let slot: Slot
  /// An option of the slot; "yes" for a flag.
  package let option: String
  /// The words it was read from.
  package let words: String
  /// Whether it was so until it was given up.
  package let isStopped: Bool
  /// Whether it went away by itself.
  package let isGone: Bool
}

extension SlotLine {
  /// Everything that the line takes back or rules out, in the order of the slots.
  func denials() -> [SlotDenial] {
    Slot.allCases.flatMap { slot in
      mentions(of: slot).compactMap { denial(of: slot, $0) }
    }
  }

  private func denial(of slot: Slot, _ mention: SlotLexicon.Mention) -> SlotDenial? {
    guard let clause = clause(at: mention.tokens.lowerBound), !clause.isQuestion,
      !clause.isHypothetical, !clause.isGeneral, !Self.noOption.contains(mention.name)
    else { return nil }
    let isStopped = isGivenUp(slot, mention, clause)
    let isGone = isGone(slot, mention, clause)
    let isNamed = slot.kind == .flag ? mention.name == "yes" : slot.options.contains(mention.name)
    guard isNamed else { return nil }
    if clause.isAboutOthers {
      guard putsRight else { return nil }
    } else {
      guard slot.kind != .flag, Self.deniable.contains(slot),
        isStopped || isGone || isDenied(mention.tokens, in: clause) && !isOnlyWished(clause)
          || isCorrected(mention, clause)
      else { return nil }
    }
    return SlotDenial(
      slot: slot,
      option: mention.name,
      words: words(mention.tokens),
      isStopped: isStopped,
      isGone: isGone
    )
  }

  private static let noOption: Set<String> = ["about", "none", "no", "not"]
  private static let deniable: Set<Slot> = [
    .concern, .conditions, .medicines, .allergies, .gutSymptoms, .diet, .skincare,
  ]

  /// "I came off methotrexate", "I stopped doxycycline last week", "I gave up being vegan".
  private func isGivenUp(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    guard [.medicines, .diet, .skincare].contains(slot) else { return false }
    return (isTakenOff(mention) || clause.isStopped)
      && !holds(["tomorrow", "until", "till"], in: clause)
      && !isStillToCome(clause)
  }

  /// "I don't want acne": no word on whether it is there.
  private func isOnlyWished(_ clause: Clause) -> Bool {
    holds(["want", "need", "like", "hope", "care", "mind", "sure", "know"], in: clause)
  }

  /// "sorry I meant my sister", "that was my sister, not me": what was said belongs to somebody else.
  private var putsRight: Bool {
    tokens.list.indices.contains { index in
      ["meant", "mistake", "wrong", "sorry"].contains(word(index))
        || word(index) == "not" && ["me", "mine"].contains(word(index + 1))
        || index == 0 && ["no", "actually"].contains(word(index))
    }
  }
}
