internal import Knowledge
internal import Packed

extension Planner {
  func judge(_ known: KnownAction, _ person: Person) -> Judged {
    let action = known.action
    let fit =
      person.concerns.lazy.compactMap { concern in
        action.fits.firstIndex { $0.concern == concern }
      }.first ?? action.fits.firstIndex { $0.concern == "any" }
    let hits = known.touching.filter { person.cautions[$0] == .yes }.map { cautions[$0] }
    let verdict = verdict(known, person, hits, hasFit: fit != nil)
    let isOffTopic = verdict == .offTopic
    let reasons = isOffTopic ? [] : reasons(for: action, person.profile)
    return Judged(
      known: known,
      verdict: verdict,
      fit: fit,
      reasons: reasons,
      adaptations: hits.compactMap { caution in
        action.adaptations.first { $0.caution == caution.id }?.say
      },
      score: score(
        action,
        fit.map { known.grades[$0] } ?? .none,
        isNamed: fit.map { known.areOwn[$0] } ?? false,
        reasons: reasons.count,
        wishes: person.wishes
      )
    )
  }

  /// Reasons that are true of a person, each about other facts than those before it.
  private func reasons(for action: PlanAction, _ profile: Profile) -> [String] {
    var spoken: Set<Slot> = []
    return action.reasons.compactMap { reason in
      let slots = reason.when.slots
      guard spoken.isDisjoint(with: slots), reason.when.holds(for: profile) else { return nil }
      spoken.formUnion(slots)
      return ReasonWords.filled(reason.say, profile)
    }
  }

  private func verdict(_ known: KnownAction, _ person: Person, _ hits: [Caution], hasFit: Bool)
    -> Judged.Verdict
  {
    let (action, profile) = (known.action, person.profile)
    let unless = action.unless?.truth(for: profile, open: person.open) ?? .no
    if !hasFit || action.when?.holds(for: profile) == false || unless == .yes { return .offTopic }
    if let hit = hits.first(where: { !$0.isMet(by: action) }) { return .ruledOut(hit) }
    if person.wishes.refused.contains(action.id) { return .refused }
    var untold: Set<Slot> = []
    for place in known.touching where person.cautions[place] == .maybe {
      untold.formUnion(cautions[place].when?.slots ?? [])
    }
    if unless == .maybe { untold.formUnion(action.unless?.slots ?? []) }
    untold.formIntersection(person.open.slots)
    return untold.isEmpty ? .fits : .untold(untold)
  }

  private func score(
    _ action: PlanAction,
    _ grade: Grade,
    isNamed: Bool,
    reasons: Int,
    wishes: Wishes
  ) -> Plan.Score {
    let effort: Double =
      switch action.effort {
      case .free, .low: 1
      case .medium: 0.85
      case .high: 0.65
      }
    let cost: Double =
      switch action.cost {
      case .free: 1
      case .low: wishes.cheap ? 0.8 : 0.95
      case .medium: wishes.cheap ? 0.4 : 0.8
      case .high: wishes.cheap ? 0.2 : 0.6
      }
    let interest = wishes.interests.contains(action.topic) ? 0.5 : 0
    return Plan.Score(
      action: action.id,
      title: action.title,
      evidence: Double(grade.rank + 1),
      fit: 1 + 0.5 * Double(min(reasons, 3)) + (isNamed ? 0.5 : 0) + interest,
      ease: effort * cost,
      outcome: ""
    )
  }
}

extension Caution {
  /// Whether a step says how it is done under this caution; a step that does not is left out.
  fileprivate func isMet(by action: PlanAction) -> Bool {
    self.action == .adapt && action.adaptations.contains { $0.caution == id }
  }
}
