internal import Knowledge
internal import Packed

extension Planner {
  /// Takes what comes first, what was asked for and then the best: never two with the same aim, and at most one from each
  /// part of life besides what comes first.
  func choose(from ranked: [Judged], wanted: [ID<PlanAction>], most: Int) -> [Judged] {
    let asked = wanted.reversed().compactMap { id in ranked.first { $0.action.id == id } }
    var chosen: [Judged] = []
    for judged in ranked.filter(\.action.comesFirst) + asked + ranked where chosen.count < most {
      let isSame = chosen.contains { other in
        other.action.swaps.contains(judged.action.id)
          || judged.action.swaps.contains(other.action.id)
          || other.action.topic == judged.action.topic || other.action.id == judged.action.id
      }
      let isCrowded = chosen.contains {
        !$0.action.comesFirst && $0.action.pillar == judged.action.pillar
      }
      if !isSame, !isCrowded { chosen.append(judged) }
    }
    // A visit to book comes before what takes weeks: it costs nothing else and waits for nothing.
    return chosen.filter(\.action.comesFirst)
      + chosen.filter { !$0.action.comesFirst && $0.action.pillar == .medical }
      + chosen.filter { !$0.action.comesFirst && $0.action.pillar != .medical }
  }

  func items(of chosen: [Judged], on day: CivilDate) -> [Plan.Item] {
    // What comes first is for this week, however much of it there is.
    let urgent = max(chosen.count { $0.action.comesFirst } - 1, 0)
    return chosen.enumerated().map { number, judged in
      item(judged, made: day, starts: day.adding(days: max(number - urgent, 0) * Self.stagger))
    }
  }

  /// Weeks from the first day to the last look back, within the bounds of a plan.
  func weeks(of items: [Plan.Item], on day: CivilDate) -> Int {
    let days = items.map { $0.review.daysSince1970 - day.daysSince1970 }.max() ?? 0
    return min(max((days + 6) / 7, Plan.length.lowerBound), Plan.length.upperBound)
  }

  private func item(_ judged: Judged, made: CivilDate, starts: CivilDate) -> Plan.Item {
    let action = judged.action
    let fit = judged.fit.map { action.fits[$0] }
    let claims = catalog.claims(fit?.claims ?? [])
    let shows = starts.adding(days: max(action.wait, Self.firstReview) * 7)
    let last = made.adding(days: Plan.length.upperBound * 7)
    let reasons = judged.reasons.prefix(2)
    let why = reasons.isEmpty ? action.because : reasons.joined(separator: ". Also, ")
    return Plan.Item(
      action: action,
      why: catalog.say("plan.why", ["reason": why]),
      evidence: evidence(claims),
      concern: judged.fit.flatMap { judged.known.areOwn[$0] ? action.fits[$0].concern : nil },
      known: claims.first?.text,
      references: references(of: claims.map(\.id)),
      adaptations: judged.adaptations,
      week: (starts.daysSince1970 - made.daysSince1970) / 7 + 1,
      starts: starts,
      review: min(shows, last),
      decide: shows > last ? shows : nil,
      bringBack: action.restriction.map { starts.adding(days: $0.limit * 7) }
    )
  }

  private func evidence(_ claims: [Claim]) -> String {
    guard let first = claims.first else { return catalog.say("evidence.none") }
    return EvidenceWords(catalog).phrase(for: first)
  }

  func references(of claims: [ID<Claim>]) -> [Reference] {
    var seen: Set<ID<Reference>> = []
    return catalog.claims(claims).flatMap(\.references).filter { seen.insert($0).inserted }
      .compactMap { catalog.references[$0.rawValue] }
  }
}
