internal import Knowledge
internal import Language
internal import Packed
internal import Planning

extension Conversation {
  /// "what about step 2", "explain step 2", "when do I start step 2", "change the second one".
  ///
  /// - Returns: Whether the line is about one step by its number.
  func talkAboutStep(_ heard: Heard, _ plan: Plan, _ draft: inout Draft) -> Bool {
    guard let index = stepNumber(heard, in: plan) else { return false }
    let words = Set(heard.words)
    if heard.words.first.map(Self.changing.contains) == true {
      guard plan.items.indices.contains(index) else { return noSuchStep(&draft) }
      swap(index, heard, plan, &draft)
      return true
    }
    guard !words.isDisjoint(with: Self.asking) || words.isSubset(of: Self.stepWords) else {
      return false
    }
    guard plan.items.indices.contains(index) else { return noSuchStep(&draft) }
    if words.contains("when") {
      let item = plan.items[index]
      draft.say(
        .plan,
        "plan.step-starts",
        ["number": String(index + 1), "title": item.action.title, "when": item.starts.words]
      )
    } else {
      tell(index, plan, &draft)
    }
    return true
  }

  /// One step as the plan shows it.
  private func tell(_ index: Int, _ plan: Plan, _ draft: inout Draft) {
    let lines = PlanWords(catalog).lines(plan.items[index]) { _ in "" }
      .map { "- \($0.trimmingEnd)" }
    let title = catalog.say(
      "plan.item",
      ["number": String(index + 1), "title": plan.items[index].action.title]
    )
    draft.replies.append(
      Reply(
        .plan,
        "plan.step",
        (["**\(title)**"] + lines).joined(separator: "\n"),
        sources: plan.items[index].references.prefix(PlanSheet.mostSources).map(\.id)
      )
    )
  }

  private func noSuchStep(_ draft: inout Draft) -> Bool {
    draft.say(.notice, "plan.not-in-it")
    return true
  }

  /// The step that a line names by "step 2", "number 2" or "the second one", from 0, whether or not it is there.
  private func stepNumber(_ heard: Heard, in plan: Plan) -> Int? {
    let words = heard.words
    for (place, word) in words.enumerated() {
      guard let number = Choice.number(word) else { continue }
      let before = place > 0 ? words[place - 1] : ""
      let after = place + 1 < words.count ? words[place + 1] : ""
      let isOrdinal = Self.ordinals.contains(word)
      if ["step", "number"].contains(before)
        || isOrdinal
          && (["one", "step", "thing"].contains(after) || after.isEmpty && before == "the")
      {
        return number - 1
      }
    }
    return nil
  }

  private static let ordinals: Set<String> = ["first", "second", "third", "fourth", "fifth"]
  private static let changing: Set<String> = ["change", "switch", "exchange"]
  private static let asking: Set<String> = [
    "what", "how", "when", "explain", "about", "more", "tell", "show", "describe", "detail",
    "details",
  ]
  private static let stepWords: Set<String> = [
    "step", "number", "the", "one", "please", "first", "second", "third", "1", "2", "3", "two",
    "three", "?", "ok", "and", "thing",
  ]

  /// Whether a line is only about having too much on: "too much", "this plan is too hard for me", not "I worry too much".
  func isAboutLoad(_ heard: Heard) -> Bool {
    let phrases = PlanWish.fewer.phrases(catalog)
    var text = " \(heard.words.joined(separator: " ")) "
    for phrase in phrases { text = text.replacing(" \(phrase) ", with: " ") }
    return text.split(separator: " ").allSatisfy { Self.loadWords.contains(String($0)) }
  }

  private static let loadWords: Set<String> = [
    "it", "is", "this", "that", "s", "the", "my", "plan", "for", "me", "to", "do", "all", "at",
    "once", "steps", "step", "things", "thing", "changes", "a", "bit", "way", "far", "just",
    "feels",
    "looks", "seems", "there", "are", "of", "lot", "sorry", "honestly", "i", "can", "not", "handle",
    "cope", "with", "right", "now", "little", "find", "am", "have", "got", "in", "one", "go", "on",
    "please", "make", "want", "would", "like", "could", "you", "give", "and", "so", "really", "be",
    "has", "will", "here", "ok", "hmm", "think", "whole", "these", "feel", "try", "we", "us",
    "need",
    ",", ".", "!", "?", "…", "also",
  ]

  /// "I hate oats" to a plan without them: nothing to swap.
  func isFoodElsewhere(_ heard: Heard) -> Bool {
    guard !heard.isQuestion, heard.wordCount <= 6, heard.readings.isEmpty else { return false }
    let text = " \(heard.words.joined(separator: " ")) "
    guard let phrase = PlanWish.swap.phrases(catalog).first(where: { text.contains(" \($0) ") }),
      let cut = text.ranges(of: " \(phrase) ").first
    else { return false }
    let reader = StemReader()
    let said = Set(reader.hashes(of: String(text[cut.upperBound...])))
    guard !said.isEmpty else { return false }
    return catalog.actions.all.contains { action in
      let words = ([action.title, action.usual, action.smallest] + action.things).joined(
        separator: " "
      )
      return action.pillar == .diet && said.isSubset(of: reader.hashes(of: words))
    }
  }
}

extension String {
  /// Without the blank that stood before numbers of sources.
  fileprivate var trimmingEnd: String { hasSuffix(" ") ? String(dropLast()) : self }
}
