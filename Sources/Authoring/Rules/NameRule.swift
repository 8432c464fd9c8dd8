internal import Knowledge

/// Names that plans and cautions use exist.
///
/// Part of `ReferenceCheck`, and so of each build.
struct NameRule {
  private let content: Content
  private let findings: FindingList
  private let topics: Set<String>
  private let claims: Set<String>

  init(_ content: Content, _ findings: FindingList) {
    self.content = content
    self.findings = findings
    topics = Set(content.intents.map(\.id))
    claims = Set(content.claims.map(\.claim.id.rawValue))
  }

  func check() {
    let things = Set(content.affected.map(\.thing.name))
    for thing in content.cautions.flatMap(\.affects) {
      check(
        thing,
        among: things,
        .unmappedThing,
        "thing",
        otherwise: "add it, and the topics that speak of it, to seeds/safety/affects.yml"
      )
    }
    content.actions.forEach(checkAction)
    for claim in content.careNotes.flatMap(\.claims) { checkClaim(claim) }
  }

  private func checkAction(_ entry: ActionEntry) {
    for (claim, place) in entry.claimPlaces { checkClaim(Placed(claim.rawValue, at: place)) }
    check(
      Placed(entry.action.topic.rawValue, at: entry.place),
      among: topics,
      .unknownTopic,
      "topic",
      otherwise: "add its file under intents/"
    )
    let steps = Set(content.actions.map(\.action.id.rawValue))
    for swap in entry.swaps {
      check(swap, among: steps, .unknownStep, "step", otherwise: "add it to seeds/plan/actions.yml")
    }
    let cautions = Set(content.cautions.map(\.caution.id.rawValue))
    for adaptation in entry.action.adaptations {
      check(
        Placed(adaptation.caution.rawValue, at: entry.place),
        among: cautions,
        .unknownCaution,
        "caution",
        otherwise: "add it to seeds/safety/cautions.yml"
      )
    }
  }

  private func checkClaim(_ claim: Placed<String>) {
    check(claim, among: claims, .unknownClaim, "claim", otherwise: "add it to seeds/claims")
  }

  private func check(
    _ name: Placed<String>,
    among known: Set<String>,
    _ rule: Rule,
    _ kind: String,
    otherwise: String
  ) {
    guard !known.contains(name.value) else { return }
    findings.add(
      rule,
      at: name.place,
      "no \(kind) is named '\(name.value)'",
      remedy: Suggestion.remedy(for: name.value, among: known, otherwise: otherwise)
    )
  }
}
