internal import Intents
internal import Knowledge

extension Conversation {
  /// "make me a plan for my 8 year old": the facts are that person's, and what is known of the speaker stays out.
  ///
  /// - Returns: Whether the line wants a plan for somebody else.
  func plansForOther(_ heard: Heard, _ draft: inout Draft) -> Bool {
    guard draft.state.form == nil, !heard.classification.isOutOfScope || says(.start, heard),
      Dialogue(heard) == .startPlan || says(.start, heard) || heard.words.contains("plan"),
      let person = beneficiary(of: heard)
    else { return false }
    draft.understood(as: "start-plan")
    if person == .small {
      draft.say(.notice, "form.too-young")
      draft.say(.notice, "form.too-young-ask")
      return true
    }
    let known = draft.state.profile
    if !known.isEmpty {
      keep(ProfileWords(catalog).facts(of: known), &draft)
      draft.state.profile = Profile()
      draft.state.profile.set(.region, known[.region], from: known.source(of: .region))
      draft.state.noted = []
    }
    noteCautions(heard, &draft)
    storeReadings(heard.readings, open: nil, &draft)
    if isTooYoung(&draft) { return true }
    draft.say(.notice, "form.for-other")
    startForm(&draft)
    draft.state.form?.isForOther = true
    return true
  }

  private enum Beneficiary {
    /// A baby or a toddler.
    case small
    case other
  }

  /// Whom a plan is for, when that is plainly somebody else.
  private func beneficiary(of heard: Heard) -> Beneficiary? {
    let words = heard.words
    guard let plan = words.firstIndex(of: "plan"),
      let start = words.indices.first(where: {
        $0 > plan && $0 <= plan + 2 && words[$0] == "for" && $0 + 1 < words.count
          && ["my", "our", "a", "an", "the"].contains(words[$0 + 1])
      })
    else { return nil }
    let after = words[(start + 2)...].prefix(Self.nameReach)
    let stop = after.firstIndex {
      ["with", "who", "that", ",", ".", "and", "because"].contains($0)
    }
    let name = after[..<(stop ?? after.endIndex)]
    let isPerson = name.contains { Self.people.contains($0) } || isAge(name)
    guard isPerson else { return nil }
    let isSmall =
      name.contains { Self.small.contains($0) }
      || name.contains("old") && name.contains { Self.smallUnits.contains($0) }
    return isSmall ? .small : .other
  }

  /// "8 year old".
  private func isAge(_ name: ArraySlice<String>) -> Bool {
    name.contains("old") || name.contains("yo")
  }

  private static let nameReach = 6
  private static let small: Set<String> = [
    "baby", "babies", "newborn", "infant", "toddler", "bub", "bubba",
  ]
  private static let smallUnits: Set<String> = [
    "month", "months", "week", "weeks", "wk", "wks", "day", "days", "mth", "mths",
  ]
  private static let people: Set<String> = small.union([
    "son", "daughter", "child", "kid", "boy", "girl", "teen", "teenager", "mum", "mom", "mam",
    "mother", "dad", "father", "sister", "brother", "wife", "husband", "partner", "boyfriend",
    "girlfriend", "friend", "mate", "nan", "gran", "grandma", "grandad", "niece", "nephew",
    "grandson", "granddaughter", "grandchild", "cousin", "aunt", "uncle", "patient", "client",
  ])
}
