internal import Knowledge
internal import Language

/// Pregnancy, feeding and trying: facts that often come denied, meant or in a list.
extension SlotLine {
  /// "I look pregnant", "trying to get pregnant", "I might be pregnant", "lost a baby years ago".
  func isPregnancyOnlyMeant(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    if mention.name == "no" {
      return clause.isResolved
        && tokens.list.indices.contains {
          Self.losses.contains(word($0)) && clause.tokens.contains($0)
        }
    }
    if mentions(of: .tryingToConceive).contains(where: { $0.tokens.overlaps(mention.tokens) }) {
      return true
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

  /// "are probiotics safe in pregnancy? I'm 12 weeks": how far along, and so pregnant.
  func weeksGone() -> FoundValue? {
    guard mentions(of: .pregnant).contains(where: { $0.name == "yes" }) else { return nil }
    for number in numbers where word(number.first - 1) == "am" {
      let next = word(number.last + 2)
      guard ["weeks", "wks", "months"].contains(word(number.last + 1)),
        next.isEmpty || ["today", "now", "along", "gone", "and", ",", "."].contains(next),
        let clause = clause(at: number.first), states(clause)
      else { continue }
      return FoundValue(value: .flag(true), tokens: number.first...(number.last + 1))
    }
    return nil
  }

  private static let losses: Set<String> = [
    "lost", "miscarried", "miscarriage", "abortion", "termination", "birth", "stillbirth",
    "ectopic", "born",
  ]

  /// "not pregnant, not trying": what "trying" is about.
  var isBabyTalk: Bool {
    !mentions(of: .pregnant).isEmpty || !mentions(of: .breastfeeding).isEmpty
  }

  /// "not pregnant, breastfeeding or trying": a list goes on being denied.
  func carriesDenialOn(_ slot: Slot, _ mention: SlotLexicon.Mention, _ clause: Clause)
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
  func isAfterAnd(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    (clause.tokens.lowerBound..<max(mention.tokens.lowerBound, clause.tokens.lowerBound))
      .contains { word($0) == "and" } || word(mention.tokens.lowerBound - 1) == "to"
  }

  static let aboutBabies: Set<Slot> = [.pregnant, .breastfeeding, .tryingToConceive]
}
