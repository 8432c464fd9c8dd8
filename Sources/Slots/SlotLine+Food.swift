internal import Knowledge
internal import Language

/// Words for food that name no way of eating.
extension SlotLine {
  /// "I eat fish twice a week", "I only eat chicken": a food, and not a way of eating.
  func isSomeFood(_ mention: SlotLexicon.Mention) -> Bool {
    let said = words(mention.tokens)
    if ["i eat fish", "do eat fish", "still eat fish"].contains(said) {
      return !tokens.list.indices.contains {
        ["meat", "vegetarian", "veggie", "vegan", "chicken"].contains(word($0))
      }
    }
    // The words for "veggie" are also those for vegetables: "loads of veggies".
    if said == "veggies" { return true }
    if said == "no other meat",
      mentions(of: .diet).contains(where: { $0.name == "pescatarian" })
        || tokens.list.indices.contains(where: {
          word($0) != "meat" && Self.meat.contains(word($0))
        })
    {
      return true
    }
    let isDenied = ["not", "no", "nor", "never"].contains(word(mention.tokens.lowerBound - 1))
    if isDenied, mention.name == "omnivore" { return true }
    guard asked != .diet, let clause = clause(at: mention.tokens.lowerBound) else { return false }
    return ["eat chicken", "eat beef", "chicken and rice", "eat steak", "eat burgers", "eat bacon"]
      .contains(said) && isTheOnlyFood(mention.tokens.lowerBound, clause)
  }

  /// "gave up meat", "no longer eat gluten": what was given up is what the words are about.
  func tellsOfGivingUp(_ mention: SlotLexicon.Mention) -> Bool {
    ["gave", "given", "stopped", "quit", "cut", "ditched", "off", "longer"].contains {
      mention.tokens.map(word).contains($0)
    }
  }

  /// "meat again after ten years as a veggie".
  func isAfterYears(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    (clause.tokens.lowerBound..<max(mention.tokens.lowerBound, clause.tokens.lowerBound)).contains {
      word($0) == "after" && TimeSpan.weeks(per: word($0 + 2)) != nil
        || word($0) == "after" && ["being", "years", "ages"].contains(word($0 + 1))
    }
  }

  /// "trying to go vegan": not yet.
  func isOnlyTried(_ mention: SlotLexicon.Mention, _ clause: Clause) -> Bool {
    let start = mention.tokens.lowerBound
    return ["go", "going", "become", "becoming", "turn", "turning"].contains(word(start - 1))
      && holds(["trying", "want", "wants", "might", "should", "try", "will", "soon"], in: clause)
  }
}
