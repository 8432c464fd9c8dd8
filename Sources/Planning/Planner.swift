package import Knowledge
internal import Packed

/// Builds a plan from what is known about a person.
///
/// Equal answers give equal plans.
package struct Planner: Sendable {
  private let catalog: Catalog
  private let actions: [PlanAction]
  private let cautions: CautionCheck

  /// Days between the starts of two actions: one change at a time, so that an effect could be seen.
  package static let stagger = 14
  /// Weeks until the first look back, at least and at most.
  package static let reviewWeeks = 4...12

  package init(_ catalog: Catalog) {
    self.catalog = catalog
    actions = catalog.actions.all
    cautions = CautionCheck(catalog)
  }

  /// What a person asked for beyond the facts.
  package struct Wishes: Equatable, Sendable {
    /// Actions they do not want.
    package var refused: Set<ID<PlanAction>> = []
    /// Topics they asked about.
    package var interests: [ID<Topic>] = []
    /// Cautions that their words revealed.
    package var noted: Set<ID<Caution>> = []
    /// Fewer actions than usual.
    package var most = Plan.mostActions
    /// Free actions first.
    package var cheap = false

    package init() {}
  }

  package func plan(for profile: Profile, wishes: Wishes = Wishes(), on day: CivilDate) -> Plan {
    let concerns = self.concerns(of: profile)
    let judged = actions.map { judge($0, profile, wishes, concerns) }
    let ranked = judged.filter { $0.verdict == .fits }.sorted {
      ($1.score.total, $0.action.id) < ($0.score.total, $1.action.id)
    }
    let chosen = choose(from: ranked, most: min(wishes.most, Plan.mostActions))
    let items = chosen.enumerated().map { number, judged in
      item(judged, starts: day.adding(days: number * Self.stagger), profile: profile)
    }
    let care = concerns.compactMap { catalog.careNotes[$0] }
    return Plan(
      concerns: concerns,
      made: day,
      items: items,
      leftOut: leftOut(judged, ranked: ranked, chosen: chosen, wishes: wishes),
      see: care.flatMap(\.see),
      treatment: care.map(\.treatment),
      careReferences: references(of: care.flatMap(\.claims)),
      always: catalog.say("plan.always"),
      scores: scores(judged, chosen: chosen),
      isGeneral: profile.known.allSatisfy { $0 == .concern || $0 == .region }
    )
  }

  private func concerns(of profile: Profile) -> [String] {
    let named = profile.list(.concern) ?? []
    return named.isEmpty ? ["general"] : named
  }
}

/// An action weighed for one person.
struct Judged {
  enum Verdict: Equatable {
    case fits
    /// Pointless or not meant for this person; nothing to say about it.
    case offTopic
    case refused
    case ruledOut(Caution)
  }

  let action: PlanAction
  let verdict: Verdict
  let claims: [Claim]
  let reasons: [String]
  let adaptations: [String]
  let score: Plan.Score
}

extension Planner {
  private func judge(
    _ action: PlanAction,
    _ profile: Profile,
    _ wishes: Wishes,
    _ concerns: [String]
  ) -> Judged {
    let fit =
      concerns.compactMap { concern in action.fits.first { $0.concern == concern } }.first
      ?? action.fits.first { $0.concern == "any" }
    let claims = catalog.claims(fit?.claims ?? [])
    let reasons = action.reasons.filter { $0.when.holds(for: profile) }.map {
      filled($0.say, profile)
    }
    let hits = cautions.findings(on: action, profile: profile, noted: wishes.noted)
    let adaptations = hits.filter { $0.action == .adapt }.map { caution in
      action.adaptations.first { $0.caution == caution.id }?.say ?? caution.text
    }
    return Judged(
      action: action,
      verdict: verdict(action, profile, wishes, hits, hasFit: fit != nil),
      claims: claims,
      reasons: reasons,
      adaptations: adaptations,
      score: score(action, claims, reasons: reasons.count, wishes: wishes)
    )
  }

  private func verdict(
    _ action: PlanAction,
    _ profile: Profile,
    _ wishes: Wishes,
    _ hits: [Caution],
    hasFit: Bool
  ) -> Judged.Verdict {
    if !hasFit || action.when?.holds(for: profile) == false
      || action.unless?.holds(for: profile) == true
    {
      return .offTopic
    }
    if let hit = hits.first(where: { $0.action != .adapt }) { return .ruledOut(hit) }
    return wishes.refused.contains(action.id) ? .refused : .fits
  }

  private func score(
    _ action: PlanAction,
    _ claims: [Claim],
    reasons: Int,
    wishes: Wishes
  ) -> Plan.Score {
    let grade = claims.first?.grade ?? .none
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
    var result = text
    for slot in Slot.allCases where result.contains("{\(slot.rawValue)}") {
      result = result.replacing("{\(slot.rawValue)}", with: profile.words(for: slot))
    }
    return result
  }
}

extension Planner {
  /// Takes the best, never two with the same aim, at most one from each part of life but food and skin care.
  private func choose(from ranked: [Judged], most: Int) -> [Judged] {
    var chosen: [Judged] = []
    for judged in ranked where chosen.count < most {
      let isSame = chosen.contains { other in
        other.action.swaps.contains(judged.action.id)
          || judged.action.swaps.contains(other.action.id)
          || other.action.topic == judged.action.topic
      }
      let isCrowded = chosen.contains { $0.action.pillar == judged.action.pillar }
      if !isSame, !isCrowded { chosen.append(judged) }
    }
    // A visit to book comes first: it costs nothing else and waits for nothing.
    return chosen.filter { $0.action.pillar == .medical }
      + chosen.filter { $0.action.pillar != .medical }
  }

  private func item(_ judged: Judged, starts: CivilDate, profile: Profile) -> Plan.Item {
    let action = judged.action
    let weeks = min(max(action.wait, Self.reviewWeeks.lowerBound), Self.reviewWeeks.upperBound)
    let reasons = judged.reasons.prefix(2)
    let why = reasons.isEmpty ? action.because : reasons.joined(separator: ", and ")
    return Plan.Item(
      action: action,
      why: catalog.say("plan.why", ["reason": why]),
      evidence: evidence(judged.claims),
      references: references(of: judged.claims.map(\.id)),
      adaptations: judged.adaptations,
      starts: starts,
      review: starts.adding(days: weeks * 7)
    )
  }

  private func evidence(_ claims: [Claim]) -> String {
    guard let first = claims.first else { return catalog.say("evidence.none") }
    return EvidenceWords(catalog).phrase(for: first)
  }

  private func references(of claims: [ID<Claim>]) -> [Reference] {
    var seen: Set<ID<Reference>> = []
    return catalog.claims(claims).flatMap(\.references).filter { seen.insert($0).inserted }
      .compactMap { catalog.references[$0.rawValue] }
  }
}

extension Planner {
  /// What a person might expect and does not find: what is ruled out first, then what they asked about.
  private func leftOut(
    _ judged: [Judged],
    ranked: [Judged],
    chosen: [Judged],
    wishes: Wishes
  ) -> [Plan.LeftOut] {
    var seenCautions: Set<ID<Caution>> = []
    let ruledOut = judged.sorted { ($1.score.total, $0.action.id) < ($0.score.total, $1.action.id) }
      .compactMap { judged -> Plan.LeftOut? in
        guard case .ruledOut(let caution) = judged.verdict, seenCautions.insert(caution.id).inserted
        else { return nil }
        return Plan.LeftOut(
          action: judged.action.id,
          title: judged.action.title,
          why: caution.text,
          caution: caution.id
        )
      }
    let asked = ranked.filter { candidate in
      wishes.interests.contains(candidate.action.topic)
        && !chosen.contains { $0.action.id == candidate.action.id }
        && !chosen.contains { $0.action.topic == candidate.action.topic }
    }.prefix(2).map { candidate in
      Plan.LeftOut(
        action: candidate.action.id,
        title: candidate.action.title,
        why: catalog.say("plan.ranked-lower"),
        caution: nil
      )
    }
    return Array(ruledOut.prefix(4)) + asked
  }

  private func scores(_ judged: [Judged], chosen: [Judged]) -> [Plan.Score] {
    judged.filter { $0.verdict != .offTopic }
      .sorted { ($1.score.total, $0.action.id) < ($0.score.total, $1.action.id) }
      .map { judged in
        let isChosen = chosen.contains { $0.action.id == judged.action.id }
        let outcome =
          switch judged.verdict {
          case .fits: isChosen ? "chosen" : "lower, or the same aim or part of life as one above"
          case .refused: "not wanted"
          case .ruledOut(let caution): "ruled out: \(caution.id.rawValue)"
          case .offTopic: ""
          }
        return Plan.Score(
          action: judged.score.action,
          title: judged.score.title,
          evidence: judged.score.evidence,
          fit: judged.score.fit,
          ease: judged.score.ease,
          outcome: outcome
        )
      }
  }
}
