package import Knowledge

/// A plan action and where it stands.
package struct ActionEntry: Sendable {
  package let action: PlanAction
  package let place: Place
  let claimPlaces: [(claim: ID<Claim>, place: Place)]
  let swaps: [Placed<String>]
  let things: [Placed<String>]

  private static let keys = [
    "id", "title", "pillar", "first", "visit", "things", "fits", "when", "unless", "reasons",
    "because", "cue",
    "smallest", "usual",
    "obstacle", "coping", "cost", "cost-note", "effort", "wait", "look", "stop", "adapt",
    "restricts", "limit", "back",
    "swaps", "topic",
  ]

  /// Reads `seeds/plan/actions.yml`.
  static func read(_ file: SourceFile, _ findings: FindingList) -> [ActionEntry] {
    MapReader.list("actions", of: file, keys: keys, findings).compactMap {
      ActionEntry($0, findings)
    }
  }

  private init?(_ map: MapReader, _ findings: FindingList) {
    things = map.texts("things")
    swaps = map.texts("swaps")
    let fits = map.textsByName("fits")
    let reasons = map.maps("reasons", keys: ["when", "say"]).compactMap {
      Self.reason($0, findings)
    }
    let restriction = Self.restriction(map, findings)
    let adaptations = map.node("adapt").flatMap { MapReader($0, keys: nil, findings) }?.entries
      .compactMap { key, node in
        map.text(node).map { PlanAction.Adaptation(caution: ID(key.value), say: $0.value) }
      }
    guard let id = map.text("id"), let title = map.text("title"),
      let pillar: PlanAction.Pillar = map.value("pillar"),
      let because = map.text("because"), let cue = map.text("cue"),
      let smallest = map.text("smallest"),
      let usual = map.text("usual"), let obstacle = map.text("obstacle"),
      let coping = map.text("coping"),
      let cost: PlanAction.Amount = map.value("cost"), let costNote = map.text("cost-note"),
      let effort: PlanAction.Amount = map.value("effort"), let wait = map.number("wait", findings),
      let look = map.text("look"), let stop = map.text("stop"), let topic = map.text("topic")
    else { return nil }
    action = PlanAction(
      id: ID(id.value),
      title: title.value,
      pillar: pillar,
      comesFirst: Self.isTrue("first", map, findings),
      isVisit: Self.isTrue("visit", map, findings),
      things: things.map(\.value),
      fits: fits.map { fit in
        PlanAction.Fit(concern: fit.name.value, claims: fit.texts.map { ID($0.value) })
      },
      when: map.condition("when", findings),
      unless: map.condition("unless", findings),
      reasons: reasons,
      because: because.value,
      cue: cue.value,
      smallest: smallest.value,
      usual: usual.value,
      obstacle: obstacle.value,
      coping: coping.value,
      cost: cost,
      costNote: costNote.value,
      effort: effort,
      wait: wait,
      look: look.value,
      stop: stop.value,
      adaptations: adaptations ?? [],
      restriction: restriction,
      swaps: swaps.map { ID($0.value) },
      topic: ID(topic.value)
    )
    place = id.place
    claimPlaces = fits.flatMap { fit in fit.texts.map { (ID($0.value), $0.place) } }
  }

  private static func reason(_ map: MapReader, _ findings: FindingList) -> PlanAction.Reason? {
    guard map.text("when") != nil, let say = map.text("say"),
      let when = map.condition("when", findings)
    else {
      return nil
    }
    return PlanAction.Reason(when: when, say: say.value)
  }

  private static func isTrue(_ key: String, _ map: MapReader, _ findings: FindingList) -> Bool {
    guard let text = map.optionalText(key) else { return false }
    if text.value != "true" {
      findings.add(
        .badValue,
        at: text.place,
        "'\(text.value)' stands under \(key)",
        remedy: "write \"true\" or remove the key"
      )
    }
    return true
  }

  private static func restriction(_ map: MapReader, _ findings: FindingList) -> PlanAction
    .Restriction?
  {
    guard map.optionalText("restricts") != nil, let limit = map.number("limit", findings),
      let back = map.text("back")
    else { return nil }
    return PlanAction.Restriction(limit: limit, back: back.value)
  }
}
