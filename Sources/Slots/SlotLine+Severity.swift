internal import Knowledge
internal import Language

/// How bad the skin is.
extension SlotLine {
  /// "severe nut allergy", "stress levels: moderate", "terrible wind": not how bad the skin is.
  func isOfSomethingElse(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    guard asked != .severity else { return false }
    if !isOfSkin(clause), !isPlainGrade(mention) { return true }
    func holdsMention(of slots: [Slot], in range: Range<Int>) -> Bool {
      slots.contains { mentions(of: $0).contains { range.contains($0.tokens.lowerBound) } }
    }
    let line = 0..<tokens.count
    if !holdsMention(of: [.concern], in: line),
      holdsMention(of: [.stress, .fiber, .sugar, .budget], in: line)
    {
      return true
    }
    return !holdsMention(of: [.concern], in: clause.tokens)
      && (holds(["allergy", "allergic", "anxiety", "asthma", "migraine", "migraines"], in: clause)
        || holdsMention(of: [.gutSymptoms, .conditions, .sleepHours], in: clause.tokens))
  }

  /// "sorry, I meant mild": a grade by its name, in a short line.
  private func isPlainGrade(_ mention: SlotLexicon.Mention) -> Bool {
    tokens.count <= 8
      && ["mild", "mildly", "moderate", "severe", "severely"].contains(words(mention.tokens))
  }

  /// "the weather is awful": how bad something else is, where nothing in the line speaks of skin.
  private func isOfSkin(_ clause: Clause) -> Bool {
    clause.tokens.count <= 4 && !clause.tokens.contains { ["my", "the"].contains(word($0)) }
      || !mentions(of: .concern).isEmpty
      || tokens.list.indices.contains { Self.ofSkin.contains(word($0)) }
  }

  private static let ofSkin: Set<String> = [
    "skin", "face", "it", "its", "mine", "flare", "flares", "flaring", "rash", "rashes", "patches",
    "redness", "breakout", "cheeks", "hands", "arms", "scalp", "back", "chest", "legs", "elbows",
    "they", "them", "itch", "itching", "itchy", "cysts", "bumps", "lumps", "plaques", "covered",
    "condition", "head", "forehead", "chin", "eyelids", "neck", "body",
  ]

  /// "acne, five out of ten I suppose", "back acne, bad".
  func severityInBrief() -> FoundValue? {
    for clause in clauses where states(clause) {
      let said = words(clause.tokens.lowerBound...clause.tokens.upperBound - 1)
      if ["bad", "it is bad", "it s bad"].contains(said), !mentions(of: .concern).isEmpty {
        let place = clause.tokens.lowerBound...clause.tokens.upperBound - 1
        return FoundValue(value: .choice("severe"), tokens: place)
      }
      let isNear =
        !mentions(of: .concern).isEmpty && mentions(of: .stress).isEmpty
        || holds(["severity", "severe", "bad"], in: clause)
      guard isNear, let level = outOfTen(in: clause) else { continue }
      let severity = ["low": "mild", "medium": "moderate", "high": "severe"][level] ?? "moderate"
      let first = clause.tokens.lowerBound
      return FoundValue(value: .choice(severity), tokens: first...clause.tokens.upperBound - 1)
    }
    return nil
  }
}
