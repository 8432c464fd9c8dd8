internal import Intents
internal import Knowledge
internal import Language
internal import Packed
internal import Planning

extension Conversation {
  func makePlan(_ draft: inout Draft) {
    let plan = planner().plan(for: draft.state.profile, wishes: wishes(draft.state), on: draft.day)
    draft.state.form = nil
    if let old = draft.state.plan, !changes(from: old, to: plan).isEmpty {
      return replace(old, with: plan, because: [], &draft)
    }
    draft.state.plan = plan
    show(plan, &draft)
  }

  func planner() -> Planner { Planner(catalog) }

  func wishes(_ state: State) -> Planner.Wishes {
    var wishes = state.wishes
    wishes.noted = state.noted
    if state.profile.choice(.budget) == "low" { wishes.cheap = true }
    return wishes
  }

  func show(_ plan: Plan, _ draft: inout Draft) {
    let text = PlanText(catalog).text(of: plan)
    draft.replies.append(Reply(.plan, "plan", text, sources: PlanText.references(of: plan)))
    if !plan.items.isEmpty { draft.say(.notice, "plan.after") }
    draft.intents = [Heard.Intent(id: "show-plan", confidence: 1)]
    draft.state.offers = []
  }

  func showPlan(_ draft: inout Draft) {
    if let plan = draft.state.plan {
      show(plan, &draft)
    } else if let form = draft.state.form, form.isReviewing {
      draft.say(.notice, "plan.unmade")
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
    if saysOnly(.undo, heard), !draft.state.earlier.isEmpty {
      undo(&draft)
      draft.intents = [Heard.Intent(id: "change-answer", confidence: 1)]
      return true
    }
    let wish = PlanWish(heard, catalog)
    let item = item(named: heard, in: plan)
    if heard.asksWhy, let number = numbered(heard, in: plan) {
      explain(number, plan, &draft)
      draft.state.misses = 0
      return true
    }
    if wish == nil, talkAboutStep(heard, plan, &draft) {
      draft.state.misses = 0
      return true
    }
    if finishes(item, heard, plan, &draft) || putsIn(heard, plan, &draft) {
      draft.understood(as: "change-answer")
      return true
    }
    switch wish {
    case .why where item != nil || heard.wordCount <= 3 && heard.words.contains("this"):
      explain(item ?? 0, plan, &draft)
    case .swap where item != nil:
      swap(item ?? 0, heard, plan, &draft)
    case .swap where heard.words.first.map(Self.swapping.contains) ?? false:
      draft.say(.notice, "plan.not-in-it")
    case .swap where item == nil && isFoodElsewhere(heard):
      draft.say(.notice, "plan.not-in-it")
    case .fewer where isAboutLoad(heard):
      fewer(plan, &draft)
    case .cheaper
    where Policy.outcome(of: heard.classification) != .sure || heard.best?.intent == "cost"
      || heard.wordCount <= 4:
      cheaper(&draft)
    case .whatIf:
      guard whatIf(heard, plan, &draft) else { return false }
    case .without where heard.readings.isEmpty:
      guard goWithout(heard, plan, &draft) else { return false }
    default:
      return false
    }
    draft.understood(as: "change-answer")
    return true
  }

  /// First words of lines that can only mean a step of the plan.
  private static let swapping: Set<String> = ["swap", "replace", "remove", "drop"]

  /// The step that a line names by number.
  private func numbered(_ heard: Heard, in plan: Plan) -> Int? {
    heard.words.compactMap(Choice.number).first { (1...max(plan.items.count, 1)).contains($0) }
      .map { $0 - 1 }
  }

  /// The step that a line names, by number or by a word of its title.
  private func item(named heard: Heard, in plan: Plan) -> Int? {
    if let number = numbered(heard, in: plan) { return number }
    let reader = StemReader()
    let said = Set(reader.hashes(of: heard.text))
    let wishes = PlanWish.swap.phrases(catalog).joined(separator: " ")
    let common = Set(
      reader.hashes(
        of:
          "\(wishes) \(Self.anyStep)"
      )
    )
    return plan.items.indices.first { index in
      let action = plan.items[index].action
      let words = Set(reader.hashes(of: "\(action.title) \(action.topic.rawValue) \(action.usual)"))
        .subtracting(common)
      return !words.isDisjoint(with: said.subtracting(common))
    }
  }

  /// Words that name no step.
  private static let anyStep =
    "a the one two your you of for to add try use and in on or after with this what not me my i it skin gut face body acne eczema rosacea psoriasis day days week weeks feel how life job work time"

  private func explain(_ index: Int, _ plan: Plan, _ draft: inout Draft) {
    guard plan.items.indices.contains(index) else { return draft.say(.notice, "plan.none-yet") }
    let item = plan.items[index]
    let sure = PlanWords(catalog).sure(item)
    let text =
      "**\(item.action.title)**\n\(catalog.say("plan.why-item", ["why": item.why, "evidence": sure]))"
    draft.replies.append(Reply(.plan, "plan.why", text, sources: item.references.map(\.id)))
  }

  private func fewer(_ plan: Plan, _ draft: inout Draft) {
    guard plan.items.count > 1 else { return draft.say(.notice, "plan.fewer-least") }
    keep(catalog.say("plan.undo-fewer"), &draft)
    draft.state.wishes.most = plan.items.count - 1
    draft.say(.notice, "plan.fewer")
    replan(because: [], &draft)
  }

  private func cheaper(_ draft: inout Draft) {
    keep(catalog.say("plan.undo-cheaper"), &draft)
    draft.state.wishes.cheap = true
    draft.say(.notice, "plan.cheaper")
    replan(because: [], &draft)
  }
}

/// A wish about the plan: see `seeds/plan/talk.yml`.
enum PlanWish: String, CaseIterable {
  case why, whatIf = "what-if", done, putIn = "put-in", cheaper, fewer, without, swap

  init?(_ heard: Heard, _ catalog: Catalog) {
    let found = Self.allCases.first { $0 != .done && $0 != .putIn && $0.isIn(heard, catalog) }
    guard let found else { return nil }
    self = found
  }

  /// Whether a line says it.
  func isIn(_ heard: Heard, _ catalog: Catalog) -> Bool {
    let text = " \(heard.words.joined(separator: " ")) "
    return phrases(catalog).contains { text.contains(" \($0) ") }
  }

  /// Ways of saying it, the longest first.
  func phrases(_ catalog: Catalog) -> [String] {
    (catalog.wording["plan-talk.\(rawValue)"]?.variants ?? [])
      .map { Tokenizer.tokens(in: $0).joined }.sorted { ($1.count, $0) < ($0.count, $1) }
  }
}
