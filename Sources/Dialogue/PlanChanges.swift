internal import Intents
internal import Knowledge
internal import Language
internal import Packed
internal import Planning
internal import Slots

extension Conversation {
  /// Makes the plan again after something changed, and says in words what did.
  func replan(because facts: [String], _ draft: inout Draft) {
    guard let plan = draft.state.plan else { return }
    let next = planner().plan(for: draft.state.profile, wishes: wishes(draft.state), on: plan.made)
    replace(plan, with: next, because: facts, &draft)
  }

  func replace(_ plan: Plan, with next: Plan, because facts: [String], _ draft: inout Draft) {
    draft.state.plan = next
    let changes = changes(from: plan, to: next)
    guard !changes.isEmpty else {
      if !facts.isEmpty {
        draft.say(.notice, "understand.noted", ["facts": facts.joined(separator: "; ")])
      }
      return draft.say(.notice, "plan.changed-none")
    }
    let reason = facts.joined(separator: "; ")
    let because = facts.isEmpty ? [] : [catalog.say("plan.change-because", ["reason": reason])]
    let text = (because + changes).joined(separator: " ")
    draft.say(.notice, "plan.changed", ["changes": text])
    show(next, &draft)
  }

  /// What one plan has and the other has not, and why.
  func changes(from plan: Plan, to next: Plan) -> [String] {
    let removed = plan.items.filter { item in
      !next.items.contains { $0.action.id == item.action.id }
    }
    let added = next.items.filter { item in
      !plan.items.contains { $0.action.id == item.action.id }
    }
    return removed.map { item in
      let reason = next.leftOut.first { $0.action == item.action.id && $0.caution != nil }?.why
      return catalog.say(
        reason == nil ? "plan.change-removed" : "plan.change-removed-why",
        ["title": item.action.title, "why": reason ?? ""]
      )
    }
      + added.map {
        catalog.say("plan.change-added", ["title": $0.action.title, "why": $0.why])
      }
  }
}

extension Conversation {
  /// "what if I was vegan": what the plan would be, without changing the one that is.
  ///
  /// - Returns: Whether the line imagines something that a plan can be made for.
  func whatIf(_ heard: Heard, _ plan: Plan, _ draft: inout Draft) -> Bool {
    guard let line = imagined(heard) else { return false }
    let readings = slots.read(catalog.model.classify(line).tokens)
    var profile = draft.state.profile
    for reading in readings { profile.set(reading.slot, reading.value) }
    var wishes = wishes(draft.state)
    var reasons = readings.map { ProfileWords(catalog).phrase($0.slot, profile) }
    if readings.isEmpty, let food = food(in: line) {
      wishes.refused.formUnion(actions(with: food))
      reasons = [catalog.say("plan.without", ["food": food])]
    }
    guard !reasons.isEmpty else { return false }
    let next = planner().plan(for: profile, wishes: wishes, on: plan.made)
    let reason = reasons.joined(separator: "; ")
    let changes = changes(from: plan, to: next)
    draft.say(
      .notice,
      changes.isEmpty ? "plan.what-if-none" : "plan.what-if",
      ["reason": reason, "changes": changes.joined(separator: " ")]
    )
    return true
  }

  /// The line behind "what if", as if it were told.
  private func imagined(_ heard: Heard) -> String? {
    let text = heard.words.joined(separator: " ")
    for start in ["what if ", "suppose ", "what would change if "] {
      guard let cut = text.ranges(of: start).first else { continue }
      var line = " \(text[cut.upperBound...].replacing("?", with: "")) "
      for past in [" i was ", " i were ", " i went ", " i became ", " i become ", " i go "] {
        line = line.replacing(past, with: " i am ")
      }
      return line.replacing(" i did not eat ", with: " i do not eat ")
    }
    return nil
  }

  /// "I don't eat fish": takes out every step that needs it.
  ///
  /// - Returns: Whether a food is named that some step needs.
  func goWithout(_ heard: Heard, _ plan: Plan, _ draft: inout Draft) -> Bool {
    guard let food = food(in: heard.words.joined(separator: " ")) else { return false }
    let refused = actions(with: food)
    guard !refused.isEmpty else { return false }
    keep(catalog.say("plan.without", ["food": food]), &draft)
    draft.state.wishes.refused.formUnion(refused)
    replan(because: [catalog.say("plan.without", ["food": food])], &draft)
    return true
  }

  /// The food behind "I don't eat".
  private func food(in line: String) -> String? {
    let text = " \(line) "
    for phrase in PlanWish.without.phrases(catalog) {
      guard let cut = text.ranges(of: " \(phrase) ").first else { continue }
      let words = text[cut.upperBound...].split(separator: " ").prefix {
        !["and", "but", ",", ".", "?", "!", "or", "at", "because"].contains($0)
      }
      let food = words.filter { !["any", "much", "the", "anymore"].contains($0) }
      if !food.isEmpty { return food.joined(separator: " ") }
    }
    return nil
  }

  /// Steps that name a food.
  private func actions(with food: String) -> Set<ID<PlanAction>> {
    let reader = StemReader()
    let wanted = reader.hashes(of: food)
    let found = catalog.actions.all.filter { action in
      let text = "\(action.title) \(action.usual) \(action.smallest)"
      return Set(reader.hashes(of: text)).isSuperset(of: wanted)
        || action.things.contains { reader.hashes(of: $0) == wanted }
    }
    return Set(found.map(\.id))
  }
}
