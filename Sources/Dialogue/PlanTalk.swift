internal import Intents
internal import Knowledge
internal import Language
internal import Packed
internal import Planning
internal import Slots

extension Conversation {
  func makePlan(_ draft: inout Draft) {
    let plan = planner().plan(for: draft.state.profile, wishes: wishes(draft.state), on: draft.day)
    draft.state.plan = plan
    draft.state.form = nil
    show(plan, &draft)
  }

  private func planner() -> Planner { Planner(catalog) }

  private func wishes(_ state: State) -> Planner.Wishes {
    var wishes = state.wishes
    wishes.noted = state.noted
    if state.profile.choice(.budget) == "low" { wishes.cheap = true }
    return wishes
  }

  private func show(_ plan: Plan, _ draft: inout Draft) {
    let text = PlanText(catalog).text(of: plan)
    draft.replies.append(Reply(.plan, "plan", text, sources: PlanText.references(of: plan)))
    if !plan.items.isEmpty { draft.say(.notice, "plan.after") }
    draft.intents = [Heard.Intent(id: "show-plan", confidence: 1)]
    draft.state.offers = []
  }

  func showPlan(_ draft: inout Draft) {
    if let plan = draft.state.plan {
      show(plan, &draft)
    } else if let form = draft.state.form {
      draft.say(
        .notice,
        "plan.unfinished",
        ["step": String(form.open + 1), "count": String(catalog.questions.ids.count)]
      )
    } else {
      draft.say(.notice, "plan.none-yet")
    }
  }

  /// Asks before anything is written.
  func askToSave(_ draft: inout Draft) {
    guard draft.state.plan != nil else { return showPlan(&draft) }
    let path = Self.planFile
    draft.state.pending = .consent(path: path)
    draft.say(.question, "plan.consent", ["path": path])
  }

  /// Where a plan is written, in the folder that Flora was started in.
  static let planFile = "flora-plan.md"
}

extension Conversation {
  /// Wishes about the plan that stands.
  ///
  /// - Returns: Whether the line was one.
  func talkAboutPlan(_ heard: Heard, _ draft: inout Draft) -> Bool {
    guard let plan = draft.state.plan, draft.state.form == nil, heard.wordCount <= 14 else {
      return false
    }
    let wish = PlanWish(heard, catalog)
    let item = item(named: heard, in: plan)
    switch wish {
    case .why where item != nil || heard.wordCount <= 3 && heard.words.contains("this"):
      explain(item ?? 0, plan, &draft)
    case .swap where item != nil:
      swap(item ?? 0, plan, &draft)
    case .fewer:
      fewer(plan, &draft)
    case .cheaper
    where Policy.outcome(of: heard.classification) != .sure || heard.best?.intent == "cost"
      || heard.wordCount <= 4:
      cheaper(&draft)
    case .whatIf where !imagined(heard).isEmpty:
      whatIf(heard, &draft)
    default:
      return false
    }
    draft.intents = [Heard.Intent(id: "change-answer", confidence: 1)]
    draft.state.misses = 0
    return true
  }

  /// The step that a line names, by number or by a word of its title.
  private func item(named heard: Heard, in plan: Plan) -> Int? {
    if let number = heard.words.compactMap(Choice.number).first(where: {
      (1...max(plan.items.count, 1)).contains($0)
    }) {
      return number - 1
    }
    let reader = StemReader()
    let said = Set(reader.hashes(of: heard.text))
    let common = Set(
      reader.hashes(
        of:
          "a the one two your you of for to add try use and in on or after with this what not me my i"
      )
    )
    return plan.items.indices.first { index in
      let action = plan.items[index].action
      let words = Set(reader.hashes(of: "\(action.title) \(action.topic.rawValue) \(action.usual)"))
        .subtracting(common)
      return !words.isDisjoint(with: said.subtracting(common))
    }
  }

  private func explain(_ index: Int, _ plan: Plan, _ draft: inout Draft) {
    guard plan.items.indices.contains(index) else { return draft.say(.notice, "plan.none-yet") }
    let item = plan.items[index]
    let sure = PlanWords(catalog).sure(item)
    let text =
      "**\(item.action.title)**\n\(catalog.say("plan.why-item", ["why": item.why, "evidence": sure]))"
    draft.replies.append(Reply(.plan, "plan.why", text, sources: item.references.map(\.id)))
  }

  private func swap(_ index: Int, _ plan: Plan, _ draft: inout Draft) {
    guard plan.items.indices.contains(index) else { return draft.say(.notice, "plan.none-yet") }
    draft.state.wishes.refused.insert(plan.items[index].action.id)
    let next = planner().plan(for: draft.state.profile, wishes: wishes(draft.state), on: plan.made)
    draft.say(.notice, next.items.count < plan.items.count ? "plan.no-swap" : "plan.swapped")
    replace(plan, with: next, because: [], &draft)
  }

  private func fewer(_ plan: Plan, _ draft: inout Draft) {
    guard plan.items.count > 1 else { return draft.say(.notice, "plan.fewer-least") }
    draft.state.wishes.most = plan.items.count - 1
    draft.say(.notice, "plan.fewer")
    replan(because: [], &draft)
  }

  private func cheaper(_ draft: inout Draft) {
    draft.state.wishes.cheap = true
    draft.say(.notice, "plan.cheaper")
    replan(because: [], &draft)
  }

  /// "what if I don't eat fish": the plan that would be, without changing the one that is.
  private func whatIf(_ heard: Heard, _ draft: inout Draft) {
    var profile = draft.state.profile
    let facts = imagined(heard)
    for reading in facts { profile.set(reading.slot, reading.value) }
    let plan = planner().plan(for: profile, wishes: wishes(draft.state), on: draft.day)
    let words = facts.map { ProfileWords(catalog).phrase($0.slot, profile) }.joined(separator: "; ")
    draft.say(.notice, "plan.what-if", ["reason": words])
    let text = PlanText(catalog).text(of: plan)
    draft.replies.append(Reply(.plan, "plan.what-if", text, sources: PlanText.references(of: plan)))
  }

  /// The facts behind "what if I": read as if they were told.
  private func imagined(_ heard: Heard) -> [SlotReading] {
    let text = heard.text.lowercased()
    guard let cut = text.ranges(of: "what if ").first ?? text.ranges(of: "suppose ").first else {
      return []
    }
    let rest = text[cut.upperBound...].replacing("?", with: "")
    return slots.read(catalog.model.classify(String(rest)).tokens)
  }
}

extension Conversation {
  /// Makes the plan again after something changed, and says in words what did.
  func replan(because facts: [String], _ draft: inout Draft) {
    guard let plan = draft.state.plan else { return }
    let next = planner().plan(for: draft.state.profile, wishes: wishes(draft.state), on: plan.made)
    replace(plan, with: next, because: facts, &draft)
  }

  private func replace(_ plan: Plan, with next: Plan, because facts: [String], _ draft: inout Draft)
  {
    draft.state.plan = next
    let (old, new) = (plan.items.map(\.action), next.items.map(\.action))
    let added = new.filter { action in !old.contains { $0.id == action.id } }.map(\.title)
    let removed = old.filter { action in !new.contains { $0.id == action.id } }.map(\.title)
    guard !added.isEmpty || !removed.isEmpty else {
      if !facts.isEmpty {
        draft.say(.notice, "understand.noted", ["facts": facts.joined(separator: "; ")])
      }
      return draft.say(.notice, "plan.changed-none")
    }
    var changes: [String] = []
    if !facts.isEmpty {
      changes.append(catalog.say("plan.change-because", ["reason": facts.joined(separator: "; ")]))
    }
    if !removed.isEmpty {
      changes.append(
        catalog.say("plan.change-removed", ["titles": removed.joined(separator: "; ")])
      )
    }
    if !added.isEmpty {
      changes.append(catalog.say("plan.change-added", ["titles": added.joined(separator: "; ")]))
    }
    draft.say(.notice, "plan.changed", ["changes": changes.joined(separator: " ")])
    show(next, &draft)
  }
}

/// A wish about the plan: see `seeds/plan/talk.yml`.
enum PlanWish: String, CaseIterable {
  case why, whatIf = "what-if", cheaper, fewer, swap

  init?(_ heard: Heard, _ catalog: Catalog) {
    let text = " \(heard.words.joined(separator: " ")) "
    let found = Self.allCases.first { wish in
      (catalog.wording["plan-talk.\(wish.rawValue)"]?.variants ?? []).contains { phrase in
        text.contains(" \(Tokenizer.tokens(in: phrase).joined) ")
      }
    }
    guard let found else { return nil }
    self = found
  }
}
