internal import Knowledge
internal import Language

/// What is said not to be eaten, drunk or done at all.
extension SlotLine {
  func noneAtAll(_ slot: Slot, _ mentions: [SlotLexicon.Mention]) -> FoundValue? {
    for mention in mentions where mention.name == "none" {
      guard let clause = clause(at: mention.tokens.lowerBound), states(clause) || asked == slot,
        !clause.isPast || clause.isStopped || clause.isPresent,
        !continuesOtherwise(slot, after: mention, clause),
        slot != .alcoholWeekly || !isSoftDrink([mention], clause)
      else { continue }
      return FoundValue(value: .number(0), tokens: mention.tokens)
    }
    for mention in mentions where mention.name == "about" {
      if let clause = clause(at: mention.tokens.lowerBound),
        answer(after: clause) == false || doesNone(after: clause)
      {
        return FoundValue(value: .number(0), tokens: mention.tokens)
      }
      if let clause = clause(at: mention.tokens.lowerBound), clause.isAboutOthers,
        speakerDiffers(after: clause)
      {
        return FoundValue(value: .number(0), tokens: mention.tokens)
      }
      guard let clause = clause(at: mention.tokens.lowerBound), states(clause),
        (isDenied(mention.tokens, in: clause) || isNotEaten(mention, clause))
          && isWholeDenial(mention, clause)
          || [.alcoholWeekly, .dairyDaily].contains(slot) && isGivenUp(slot, mention, clause),
        slot != .dairyDaily || isDairyAsAWhole(mention), !isDoneOtherwise(mention, mentions),
        slot != .alcoholWeekly || !isSoftDrink([mention], clause)
      else { continue }
      return FoundValue(value: .number(0), tokens: mention.tokens)
    }
    return nil
  }

  /// "I don't run any more but I swim twice a week".
  private func isDoneOtherwise(
    _ mention: SlotLexicon.Mention,
    _ mentions: [SlotLexicon.Mention]
  ) -> Bool {
    mentions.contains { other in
      guard other.name == "about", let clause = clause(at: other.tokens.lowerBound),
        !clause.tokens.contains(mention.tokens.lowerBound), states(clause), !clause.isPast,
        !isDenied(other.tokens, in: clause), !clause.isResolved
      else { return false }
      return rate(in: clause, after: nil) != nil
    }
  }

  /// "exercise is a dirty word, I do none".
  private func doesNone(after clause: Clause) -> Bool {
    guard states(clause), let next = next(after: clause) else { return false }
    let said = next.tokens.map(word).joined(separator: " ")
    return ["i do none", "i do not do any", "i have none", "i eat none", "none"].contains(said)
      || said.hasPrefix("nothing since") || said.hasPrefix("i have not had any")
      || said.hasPrefix("not had any") || said.hasPrefix("i have not touched")
  }

  /// "I don't eat any fermented food": no denial in the eyes of the safety screen, but one here.
  private func isNotEaten(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    clause.tokens.contains {
      word($0) == "not"
        && (word($0 + 1).hasPrefix("eat") && word($0 - 1) != "can"
          || ["stand", "bear"].contains(word($0 + 1)))
        && (1...6).contains(mention.tokens.lowerBound - $0)
        || ["hate", "loathe", "detest", "dislike"].contains(word($0))
          && words(mention.tokens).hasPrefix("ferment")
          && (1...6).contains(mention.tokens.lowerBound - $0)
    }
  }

  /// "no dairy" denies all of it, "no milk" does not.
  private func isDairyAsAWhole(_ mention: SlotLexicon.Mention) -> Bool {
    words(mention.tokens) == "dairy"
  }

  /// Denied without a number beside it, and nothing else claimed.
  private func isWholeDenial(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    let hasNumber = numbers.contains {
      clause.tokens.contains($0.first) && $0.value > 0
        && !["in", "for", "since"].contains(word($0.first - 1))
    }
    let isOther = (clause.tokens.lowerBound..<mention.tokens.lowerBound).contains {
      word($0) == "other"
    }
    return !hasNumber && !isOther && !isCountedElsewhere(mention, clause)
  }

  /// "hardly any exercise, maybe one walk a week": a little, then.
  private func isCountedElsewhere(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    ["hardly", "barely", "rarely"].contains(word(clause.denied.min().map { $0 - 1 } ?? 0))
      && numbers.contains { $0.value > 0 && $0.first > clause.tokens.upperBound }
  }

  /// "no other dairy", "don't drink much": not nothing after all.
  private func continuesOtherwise(
    _ slot: Slot,
    after mention: SlotLexicon.Mention,
    _ clause: Clause
  ) -> Bool {
    ["much", "often", "a", "lot", "alone", "during"].contains(word(mention.tokens.upperBound + 1))
      || word(mention.tokens.upperBound + 1) == "at"
        && ["home", "work"].contains(word(mention.tokens.upperBound + 2))
      || numbers.contains {
        clause.tokens.contains($0.first) && $0.value > 0 && $0.first > mention.tokens.upperBound
          && $0.value < 1_900 && TimeSpan.weeks(per: word($0.last + 1)) == nil
      }
      || continues(slot, in: next(after: clause)) || isOnlySomeDays(after: mention)
  }

  /// "I don't drink in the week, but have five at the weekend".
  private func continues(_ slot: Slot, in clause: Clause?) -> Bool {
    guard let clause, states(clause), rate(in: clause, after: nil) != nil,
      numbers.contains(where: { clause.tokens.contains($0.first) && $0.value > 0 })
    else { return false }
    return isExcepted(clause, slot)
  }

  /// "I don't drink midweek", "no drinks on weekdays": on other days, then.
  private func isOnlySomeDays(after mention: SlotLexicon.Mention) -> Bool {
    let next = mention.tokens.upperBound + 1
    let isIn = ["in", "on"].contains(word(next))
    let day = isIn ? next + (["the", "a", "my"].contains(word(next + 1)) ? 2 : 1) : next
    return ["midweek", "weekdays", "weekday", "weeknights", "weeknight", "week", "school", "work"]
      .contains(word(day))
  }

  /// "but have three a week out": goes on about what was denied, and about nothing else.
  func isExcepted(_ clause: Clause, _ own: Slot) -> Bool {
    let opening = ["but", "except", "only", "just", "apart", "then", "although"]
    return opening.contains(word(clause.tokens.lowerBound))
      && Self.told.allSatisfy { slot in
        slot == own
          || !mentions(of: slot).contains { clause.tokens.contains($0.tokens.lowerBound) }
      }
  }

  private static let told: [Slot] = [
    .exerciseDays, .fermentedWeekly, .alcoholWeekly, .dairyDaily, .sleepHours, .smoker, .concern,
    .medicines,
  ]

  /// "gave up the booze in 2020": given up, not cut down.
  private func isGivenUp(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    let start = mention.tokens.lowerBound
    let isStopped =
      (max(clause.tokens.lowerBound, start - 3)..<max(start, clause.tokens.lowerBound))
      .contains { ["gave", "given", "quit", "stopped", "ditched", "off"].contains(word($0)) }
    return clause.isStopped && isStopped && !continuesOtherwise(slot, after: mention, clause)
  }
}
