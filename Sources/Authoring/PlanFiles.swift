package import Knowledge

/// A plan action and where it stands.
package struct ActionEntry: Sendable {
  package let action: PlanAction
  package let place: Place
  let claimPlaces: [(claim: ID<Claim>, place: Place)]
  let swaps: [Placed<String>]
  let things: [Placed<String>]

  private static let keys = [
    "id", "title", "pillar", "things", "fits", "when", "unless", "reasons", "because", "cue",
    "smallest", "usual",
    "obstacle", "coping", "cost", "cost-note", "effort", "wait", "look", "stop", "adapt",
    "restricts", "limit", "back",
    "swaps", "topic",
  ]

  /// Reads `seeds/plan/actions.yml`.
  static func read(_ file: SourceFile, _ findings: FindingList) -> [ActionEntry] {
    guard let node = YAMLNode.read(file, findings),
      let map = MapReader(node, keys: ["actions"], findings)
    else {
      return []
    }
    return map.maps("actions", keys: keys).compactMap { ActionEntry($0, findings) }
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

  private static func restriction(_ map: MapReader, _ findings: FindingList) -> PlanAction
    .Restriction?
  {
    guard map.optionalText("restricts") != nil, let limit = map.number("limit", findings),
      let back = map.text("back")
    else { return nil }
    return PlanAction.Restriction(limit: limit, back: back.value)
  }
}

/// The notes of `seeds/plan/care.yml` and where they stand.
package struct CareEntry: Sendable {
  package let note: CareNote
  package let place: Place
  let claims: [Placed<String>]

  /// - Returns: The notes by concern, and the line that stands in every plan.
  static func read(_ file: SourceFile, _ findings: FindingList) -> (
    notes: [CareEntry], always: String
  ) {
    guard let node = YAMLNode.read(file, findings), let map = MapReader(node, keys: nil, findings)
    else {
      return ([], "")
    }
    let notes = map.entries.filter { $0.key.value != "always" }.compactMap {
      key,
      node -> CareEntry? in
      guard let entry = MapReader(node, keys: ["see", "treatment", "claims"], findings),
        let treatment = entry.text("treatment")
      else { return nil }
      let claims = entry.someTexts("claims")
      let note = CareNote(
        concern: key.value,
        see: entry.someTexts("see").map(\.value),
        treatment: treatment.value,
        claims: claims.map { ID($0.value) }
      )
      return CareEntry(note: note, place: key.place, claims: claims)
    }
    return (notes, map.text("always")?.value ?? "")
  }
}

/// A question of the onboarding form and where it stands.
package struct QuestionEntry: Sendable {
  package let question: FormQuestion
  package let place: Place

  private static let keys = [
    "id", "fills", "when", "ask", "why", "several", "hint", "choices", "must", "yes", "no",
  ]

  /// Reads `seeds/plan/onboarding.yml`.
  static func read(_ file: SourceFile, _ findings: FindingList) -> [QuestionEntry] {
    guard let node = YAMLNode.read(file, findings),
      let map = MapReader(node, keys: ["questions"], findings)
    else {
      return []
    }
    return map.maps("questions", keys: keys).compactMap { QuestionEntry($0, findings) }
  }

  private init?(_ map: MapReader, _ findings: FindingList) {
    guard let id = map.text("id"), let ask = map.text("ask"), let why = map.text("why"),
      let hint = map.text("hint")
    else { return nil }
    let slots = map.someTexts("fills").compactMap { Self.slot($0, findings) }
    let choices = map.maps("choices", keys: ["label", "sets"]).compactMap {
      choice -> FormQuestion.Choice? in
      guard let label = choice.text("label") else { return nil }
      let sets = choice.someTexts("sets").compactMap { Self.setting($0, findings) }
      return FormQuestion.Choice(label: label.value, sets: sets)
    }
    question = FormQuestion(
      id: ID(id.value),
      slots: slots,
      ask: ask.value,
      why: why.value,
      choices: choices,
      takesSeveral: map.optionalText("several") != nil,
      when: map.condition("when", findings),
      must: Self.rest(map, findings),
      yes: map.texts("yes").compactMap { Self.setting($0, findings) },
      no: map.texts("no").compactMap { Self.setting($0, findings) },
      hint: hint.value
    )
    place = id.place
  }

  private static func rest(_ map: MapReader, _ findings: FindingList) -> [FormQuestion.Rest] {
    guard let node = map.node("must"), let rest = MapReader(node, keys: nil, findings) else {
      return []
    }
    return rest.entries.compactMap { key, node in
      guard let slot = slot(key, findings), let ask = map.text(node) else { return nil }
      return FormQuestion.Rest(slot: slot, ask: ask.value)
    }
  }

  private static func slot(_ text: Placed<String>, _ findings: FindingList) -> Slot? {
    if let slot = Slot(rawValue: text.value) { return slot }
    let names = Slot.allCases.map(\.rawValue)
    findings.add(
      .badValue,
      at: text.place,
      "no slot is named '\(text.value)'",
      remedy: Suggestion.remedy(
        for: text.value,
        among: names,
        otherwise: "see the slots in seeds/README.md"
      )
    )
    return nil
  }

  /// `slot=value`.
  private static func setting(_ text: Placed<String>, _ findings: FindingList) -> FormQuestion
    .Setting?
  {
    let parts = text.value.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let slot = slot(Placed(parts[0], at: text.place), findings) else {
      if parts.count != 2 {
        findings.add(
          .badValue,
          at: text.place,
          "'\(text.value)' sets nothing",
          remedy: "write slot=value"
        )
      }
      return nil
    }
    guard SlotValue(parts[1], for: slot) != nil else {
      findings.add(
        .badValue,
        at: text.place,
        "'\(parts[1])' is no value of \(slot.rawValue)",
        remedy: Suggestion.remedy(
          for: parts[1],
          among: slot.options,
          otherwise: "see the slots in seeds/README.md"
        )
      )
      return nil
    }
    return FormQuestion.Setting(slot: slot, value: parts[1])
  }
}

extension MapReader {
  /// A condition; nil, with a finding, when the text is none.
  func condition(_ key: String, _ findings: FindingList) -> Condition? {
    guard let text = optionalText(key) else { return nil }
    guard let condition = Condition(text.value) else {
      findings.add(.badCondition(text))
      return nil
    }
    return condition
  }

  /// A whole number that must be there.
  func number(_ key: String, _ findings: FindingList) -> Int? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text.value), number >= 0 else {
      findings.add(
        .badValue,
        at: text.place,
        "'\(text.value)' is no whole number",
        remedy: "write digits"
      )
      return nil
    }
    return number
  }
}
