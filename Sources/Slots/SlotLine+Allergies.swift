internal import Knowledge
internal import Language

/// Which foods a body is said not to bear.
extension SlotLine {
  /// A food is an allergy only beside a word that says so.
  func isAllergy(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    if clause.isResolved,
      let next = next(after: clause),
      next.isStopped
    {
      return false
    }
    let said = words(mention.tokens)
    if said.contains("lactose intol") || said == "lactose free" || said.contains("histamine intol")
    {
      return true
    }
    if showsAllergy(clause) { return !holds(Self.harmless, in: clause) }
    // "soy, sesame, milk. all on my allergy card"; "cant have soya or salmon, both allergic"
    let isListed = clauses.contains {
      showsAllergy($0) && !$0.isAboutOthers && $0.denied.isEmpty
    }
    let isShort = clause.tokens.count <= 6 || holds(["have", "eat"], in: clause)
    return isListed && isShort && !holds(Self.harmless.union(["just"]), in: clause)
  }

  /// "what about fish? I'm allergic".
  func isAllergic(to clause: Clause) -> Bool {
    guard let next = next(after: clause), states(next), next.denied.isEmpty else { return false }
    return ["i am allergic", "i am allergic to it", "i am intolerant", "i am allergic to that"]
      .contains(next.tokens.map(word).joined(separator: " "))
  }

  /// "no nuts for me, I swell up": left out because the body does not bear it.
  func isAvoided(_ slot: Slot, _ clause: Clause) -> Bool {
    guard slot == .allergies, !showsAllergy(clause), clause.tokens.count <= 6,
      let next = next(after: clause), states(next), next.denied.isEmpty
    else { return false }
    return showsAllergy(next)
      && !mentions(of: .allergies).contains {
        next.tokens.contains($0.tokens.lowerBound)
      }
  }

  /// Whether the clause speaks of a body that does not bear something.
  func showsAllergy(_ clause: Clause) -> Bool {
    holds(Self.signs, in: clause) || isBarred(clause)
      || holds(["makes", "make", "gives", "give"], in: clause)
        && holds(["rash", "itch", "itchy", "vomit", "sick"], in: clause)
      || holds(["throat", "lips", "mouth"], in: clause)
        && holds(["close", "closes", "closed", "tingle", "tingles", "itch", "itches"], in: clause)
      || clause.tokens.contains {
        word($0 + 1) == "me"
          && (["set", "sets", "setting"].contains(word($0)) && word($0 + 2) == "off"
            || ["bring", "brings", "brought"].contains(word($0))
              && ["out", "up"].contains(word($0 + 2)))
      }
  }

  /// "I can't have milk", "can't eat nuts".
  private func isBarred(_ clause: Clause) -> Bool {
    let line = Set(tokens.words)
    guard line.isDisjoint(with: Self.otherBars),
      !holds(["enough", "much", "lot", "many"], in: clause)
    else { return false }
    return clause.tokens.contains {
      word($0) == "not" && word($0 - 1) == "can"
        && ["have", "eat", "drink", "tolerate", "stomach", "touch"].contains(word($0 + 1))
    }
  }

  /// What keeps somebody from a food without an allergy.
  private static let otherBars: Set<String> = [
    "vegan", "vegetarian", "pregnant", "kosher", "halal", "muslim", "ramadan", "lent", "afford",
    "stand", "diet",
  ]

  private static let signs: Set<String> = [
    "allergy", "allergic", "allergies", "intolerant", "intolerance", "intolerances",
    "intollerent", "anaphylaxis", "anaphylactic", "epipen", "react", "reacts", "reaction", "agree",
    "agrees", "alergic", "alergy", "swells", "swell", "swelled", "swelling", "tolerate",
    "sensitivity", "upsets", "hives", "epipens", "intolerent",
    "intollerant",
  ]
  private static let harmless: Set<String> = ["fine", "ok", "okay", "outgrew", "good", "grew"]
}
