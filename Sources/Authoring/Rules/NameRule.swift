internal import Knowledge

/// Names that plans and cautions use exist.
///
/// `ReferenceCheck` looks at the rest of the content.
enum NameRule {
  static func check(_ facts: LintFacts, _ findings: FindingList) {
    let content = facts.content
    let things = Set(content.affected.map(\.thing.name))
    for caution in content.cautions {
      for thing in caution.affects where !things.contains(thing.value) {
        findings.add(
          .unmappedThing,
          at: thing.place,
          "no thing is named '\(thing.value)'",
          remedy: Suggestion.remedy(
            for: thing.value,
            among: things,
            otherwise: "add it, and the topics that speak of it, to seeds/safety/affects.yml"
          )
        )
      }
    }
    for action in content.actions {
      for (claim, place) in action.claimPlaces { checkClaim(claim, at: place, facts, findings) }
      checkTopic(action.action.topic, at: action.place, facts, findings)
    }
    for note in content.careNotes {
      for claim in note.claims { checkClaim(ID(claim.value), at: claim.place, facts, findings) }
    }
  }

  private static func checkClaim(
    _ claim: ID<Claim>,
    at place: Place,
    _ facts: LintFacts,
    _ findings: FindingList
  ) {
    guard facts.claims[claim] == nil else { return }
    findings.add(
      .unknownClaim,
      at: place,
      "no claim is named '\(claim.rawValue)'",
      remedy: Suggestion.remedy(
        for: claim.rawValue,
        among: facts.claims.keys.map(\.rawValue),
        otherwise: "add it to seeds/claims"
      )
    )
  }

  private static func checkTopic(
    _ topic: ID<Topic>,
    at place: Place,
    _ facts: LintFacts,
    _ findings: FindingList
  ) {
    let topics = facts.content.intents.map(\.id)
    guard !topics.contains(topic.rawValue) else { return }
    findings.add(
      .unknownTopic,
      at: place,
      "no topic is named '\(topic.rawValue)'",
      remedy: Suggestion.remedy(
        for: topic.rawValue,
        among: topics,
        otherwise: "add its file under intents/"
      )
    )
  }
}
