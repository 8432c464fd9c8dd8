package import Knowledge

/// A question of the onboarding form and where it stands.
package struct QuestionEntry: Sendable {
  package let question: FormQuestion
  package let place: Place

  private static let keys = [
    "id", "fills", "when", "ask", "why", "several", "hint", "choices", "must", "yes", "no",
  ]

  /// Reads `seeds/plan/onboarding.yml`.
  static func read(_ file: SourceFile, _ findings: FindingList) -> [QuestionEntry] {
    MapReader.list("questions", of: file, keys: keys, findings).compactMap {
      QuestionEntry($0, findings)
    }
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
    findings.value(
      text,
      problem: "no slot is named '\(text.value)'",
      otherwise: "see the slots in seeds/README.md"
    )
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
