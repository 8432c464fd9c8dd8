internal import Knowledge
internal import Language
internal import Packed
internal import Planning

extension Conversation {
  /// Takes a step out for the next best, or for the one that the line names.
  ///
  /// A visit goes only where that is said plainly.
  func swap(_ index: Int, _ heard: Heard, _ plan: Plan, _ draft: inout Draft) {
    guard plan.items.indices.contains(index) else { return draft.say(.notice, "plan.none-yet") }
    let action = plan.items[index].action
    if let wish = replacement(in: heard) {
      switch standing(of: wish, draft.state) {
      case .no(let why):
        return draft.say(.notice, "plan.put-in-not", ["why": why])
      case .step(let other):
        guard !action.isVisit || other.isVisit else { break }
        return putIn(other, insteadOf: action, plan, &draft)
      case nil: break
      }
    }
    if action.isVisit, !heard.words.contains(where: Self.leavingOut.contains) {
      draft.state.pending = .leaveOut(action.id)
      return draft.say(.question, "plan.ask-leave-out", ["title": action.title])
    }
    leaveOut(action.id, plan, &draft)
  }

  /// Words that can only mean that a step goes.
  private static let leavingOut: Set<String> = ["remove", "drop", "out", "delete"]

  func leaveOut(_ action: ID<PlanAction>, _ plan: Plan, _ draft: inout Draft) {
    keepPlan(without: action, &draft)
    draft.state.wishes.refused.insert(action)
    draft.state.wishes.wanted.removeAll { $0 == action }
    let next = planner().plan(for: draft.state.profile, wishes: wishes(draft.state), on: plan.made)
    draft.say(.notice, next.items.count < plan.items.count ? "plan.no-swap" : "plan.swapped")
    replace(plan, with: next, because: [], &draft)
  }

  private func keepPlan(without action: ID<PlanAction>, _ draft: inout Draft) {
    let title = catalog.actions[action.rawValue]?.title ?? ""
    keep(catalog.say("plan.undo-out", ["title": title]), &draft)
  }

  /// "I have told my midwife already": the step is done and makes room.
  ///
  /// - Returns: Whether the line says so of a medical step, which is done once; any other goes on for weeks.
  func finishes(_ index: Int?, _ heard: Heard, _ plan: Plan, _ draft: inout Draft) -> Bool {
    guard let index, plan.items.indices.contains(index), !heard.isQuestion,
      PlanWish.done.isIn(heard, catalog), plan.items[index].action.pillar == .medical
    else { return false }
    keepPlan(without: plan.items[index].action.id, &draft)
    draft.state.wishes.refused.insert(plan.items[index].action.id)
    draft.say(.notice, "plan.done-step")
    replan(because: [], &draft)
    return true
  }

  /// "swap in the yoghurt", "add adapalene to my plan".
  ///
  /// - Returns: Whether the line names a step, or a thing that a caution speaks against.
  func putsIn(_ heard: Heard, _ plan: Plan, _ draft: inout Draft) -> Bool {
    let text = heard.words.joined(separator: " ")
    guard PlanWish.putIn.isIn(heard, catalog),
      !Self.putting.isDisjoint(with: heard.words) || text.contains("swap in")
        || text.contains("swap it in")
    else { return false }
    let onlyOne = plan.leftOut.filter { $0.caution == nil }
    if heard.words.contains("it"), onlyOne.count == 1, let left = onlyOne.first,
      let action = catalog.actions[left.action.rawValue]
    {
      putIn(action, plan, &draft)
      return true
    }
    switch standing(of: heard.words, draft.state) {
    case .no(let why): draft.say(.notice, "plan.put-in-not", ["why": why])
    case .step(let action): putIn(action, plan, &draft)
    case nil: return false
    }
    return true
  }

  /// Words that ask for something to be put in.
  private static let putting: Set<String> = ["add", "put", "include", "bring"]

  private func putIn(
    _ action: PlanAction,
    insteadOf other: PlanAction? = nil,
    _ plan: Plan,
    _ draft: inout Draft
  ) {
    if let place = plan.items.firstIndex(where: { $0.action.id == action.id }) {
      return draft.say(.notice, "plan.put-in-there", ["number": String(place + 1)])
    }
    keep(catalog.say("plan.undo-in", ["title": action.title]), &draft)
    if let other { draft.state.wishes.refused.insert(other.id) }
    draft.state.wishes.refused.remove(action.id)
    draft.state.wishes.wanted.removeAll { $0 == action.id }
    draft.state.wishes.wanted.append(action.id)
    let next = planner().plan(for: draft.state.profile, wishes: wishes(draft.state), on: plan.made)
    guard next.items.contains(where: { $0.action.id == action.id }) else {
      draft.state.wishes.wanted.removeLast()
      draft.state.earlier.removeLast()
      return draft.say(.notice, "plan.put-in-unfit", ["title": action.title])
    }
    draft.say(.notice, "plan.put-in")
    replace(plan, with: next, because: [], &draft)
  }
}

extension Conversation {
  /// What becomes of a step or thing that a person asks for.
  private enum Standing {
    case step(PlanAction)
    case no(why: String)
  }

  /// The words for what should stand in a step's place: "swap 2 for nuts", "adapalene instead of step 3".
  private func replacement(in heard: Heard) -> [String]? {
    let words = heard.words
    if let cut = words.firstIndex(where: { ["for", "with"].contains($0) }) {
      return Array(words[(cut + 1)...])
    }
    return words.firstIndex(of: "instead").map { Array(words[..<$0]) }
  }

  private func standing(of words: [String], _ state: State) -> Standing? {
    let reader = StemReader()
    let said = Set(reader.hashes(of: words.joined(separator: " ")))
      .subtracting(reader.hashes(of: Self.fillers))
    guard !said.isEmpty else { return nil }
    let forbidding = catalog.cautions.all.filter { caution in
      caution.action != .adapt
        && (caution.when?.holds(for: state.profile) == true || state.noted.contains(caution.id))
        && caution.affects.contains { thing in
          let stems = Set(reader.hashes(of: thing))
          return !stems.isEmpty && stems.isSubset(of: said)
        }
    }
    if let caution = forbidding.max(by: { ($0.action, $1.id) < ($1.action, $0.id) }) {
      return .no(why: caution.text)
    }
    let action =
      catalog.actions.all.first { said.isSubset(of: reader.hashes(of: $0.title)) }
      ?? catalog.actions.all.first { action in
        let words = ([action.title, action.topic.rawValue] + action.things).joined(separator: " ")
        return said.isSubset(of: reader.hashes(of: words))
      }
    guard let action else { return nil }
    return planner().caution(against: action, for: state.profile, wishes: wishes(state))
      .map { .no(why: $0.text) } ?? .step(action)
  }

  /// Words that name no step.
  private static let fillers =
    "swap put add include bring in into to my the a an that this it plan please can could you i want would like step for with me some one two three 1 2 3 also and ?"
}
