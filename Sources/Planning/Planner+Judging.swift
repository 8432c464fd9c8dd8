internal import Knowledge
internal import Packed

extension Planner {
  func judge(_ action: PlanAction, _ person: Person) -> Judged {
    let fit =
      person.concerns.compactMap { concern in action.fits.first { $0.concern == concern } }.first
      ?? action.fits.first { $0.concern == "any" }
    let touching = self.touching[action.id] ?? []
    let hits = person.inForce.filter { touching.contains($0.id) }
    let verdict = verdict(action, person, hits, hasFit: fit != nil)
    let isOffTopic = verdict == .offTopic
    let reasons =
      isOffTopic
      ? []
      : action.reasons.filter { $0.when.holds(for: person.profile) }.map {
        filled($0.say, person.profile)
      }
    return Judged(
      action: action,
      verdict: verdict,
      fit: fit,
      reasons: reasons,
      adaptations: hits.filter { $0.action == .adapt }.map { caution in
        action.adaptations.first { $0.caution == caution.id }?.say ?? caution.text
      },
      score: score(
        action,
        isOffTopic ? .none : grade(of: fit),
        reasons: reasons.count,
        wishes: person.wishes
      )
    )
  }

  private func verdict(_ action: PlanAction, _ person: Person, _ hits: [Caution], hasFit: Bool)
    -> Judged.Verdict
  {
    let profile = person.profile
    let unless = action.unless?.truth(for: profile, open: person.open) ?? .no
    if !hasFit || action.when?.holds(for: profile) == false || unless == .yes { return .offTopic }
    if let hit = hits.first(where: { $0.action != .adapt }) { return .ruledOut(hit) }
    if person.wishes.refused.contains(action.id) { return .refused }
    let touching = self.touching[action.id] ?? []
    let possible = person.possible.filter { touching.contains($0.id) }
    var untold = possible.reduce(into: Set<Slot>()) { $0.formUnion($1.when?.slots ?? []) }
    if unless == .maybe { untold.formUnion(action.unless?.slots ?? []) }
    untold = untold.intersection(person.open.slots)
    return untold.isEmpty ? .fits : .untold(untold)
  }

  private func grade(of fit: PlanAction.Fit?) -> Grade {
    fit.flatMap { catalog.claims(Array($0.claims.prefix(1))).first?.grade } ?? .none
  }

  private func score(_ action: PlanAction, _ grade: Grade, reasons: Int, wishes: Wishes)
    -> Plan.Score
  {
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
      fit: 1 + 0.5 * Double(min(reasons, 3)) + interest,
      ease: effort * cost,
      outcome: ""
    )
  }

  /// A reason with the person's own figures in its braces.
  private func filled(_ text: String, _ profile: Profile) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var result = text
    for slot in Slot.allCases where result.contains("{\(slot.rawValue)}") {
      result = result.replacing("{\(slot.rawValue)}", with: profile.words(for: slot))
    }
    return result
  }
}
