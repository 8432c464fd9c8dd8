internal import Knowledge

/// What a plan says about what it does not hold.
extension Planner {
  /// Reasons at most for leaving things out on account of a caution, and for lack of room.
  private static let mostRuledOut = 4
  private static let mostRankedLower = 2

  /// What a person might expect and does not find: what is ruled out first, then what they asked about.
  func leftOut(_ judged: [Judged], ranked: [Judged], chosen: [Judged], wishes: Wishes)
    -> [Plan.LeftOut]
  {
    var seenCautions: Set<ID<Caution>> = []
    let ruledOut = judged.compactMap { judged -> Plan.LeftOut? in
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
    }.prefix(Self.mostRankedLower).map { candidate in
      Plan.LeftOut(
        action: candidate.action.id,
        title: candidate.action.title,
        why: catalog.say("plan.ranked-lower"),
        caution: nil
      )
    }
    return Array(ruledOut.prefix(Self.mostRuledOut)) + asked
  }

  /// Facts that would have let something in, in the order of the slots.
  func untold(_ judged: [Judged], _ person: Person) -> [Slot] {
    let slots = judged.reduce(into: Set<Slot>()) { slots, judged in
      if case .untold(let missing) = judged.verdict { slots.formUnion(missing) }
    }
    return Slot.allCases.filter(slots.contains)
  }

  func scores(_ judged: [Judged], chosen: [Judged]) -> [Plan.Score] {
    judged.filter { $0.verdict != .offTopic }.map { judged in
      Plan.Score(
        action: judged.score.action,
        title: judged.score.title,
        evidence: judged.score.evidence,
        fit: judged.score.fit,
        ease: judged.score.ease,
        outcome: outcome(
          judged,
          isChosen: chosen.contains { $0.action.id == judged.action.id }
        )
      )
    }
  }

  private func outcome(_ judged: Judged, isChosen: Bool) -> String {
    switch judged.verdict {
    case .fits where isChosen: "chosen"
    case .fits where judged.reasons.isEmpty: "nothing that was said speaks for it"
    case .fits: "lower, or the same aim or part of life as one above"
    case .refused: "not wanted"
    case .ruledOut(let caution): "ruled out: \(caution.id.rawValue)"
    case .untold(let slots):
      "not told: \(slots.map(\.rawValue).sorted().joined(separator: ", "))"
    case .offTopic: ""
    }
  }
}
