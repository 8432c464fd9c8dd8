internal import Intents
internal import Knowledge
internal import Slots

/// Each line of `hears` fills its slot with its value.
struct HearsRule {
  private let facts: LintFacts
  private let model: Model
  private let reader: SlotReader

  init(_ facts: LintFacts, _ model: Model, _ reader: SlotReader) {
    self.facts = facts
    self.model = model
    self.reader = reader
  }

  func check(_ findings: FindingList) {
    for hears in facts.content.intents.flatMap(\.hears) {
      guard let slot = Slot(rawValue: hears.slot.value) else {
        findings.add(
          .badValue,
          at: hears.slot.place,
          "no slot is named '\(hears.slot.value)'",
          remedy: Suggestion.remedy(
            for: hears.slot.value,
            among: Slot.allCases.map(\.rawValue),
            otherwise: "see the slots in seeds/README.md"
          )
        )
        continue
      }
      guard let value = SlotValue(hears.value.value, for: slot) else {
        findings.add(
          .badValue,
          at: hears.value.place,
          "'\(hears.value.value)' is no value of \(slot.rawValue)",
          remedy: Suggestion.remedy(
            for: hears.value.value,
            among: slot.options,
            otherwise: "see the slots in seeds/README.md"
          )
        )
        continue
      }
      let readings = reader.read(model.classify(hears.say.value).tokens)
      let read = readings.first { $0.slot == slot }?.value
      if !Self.fits(read, value) { findings.add(finding(hears, read, slot)) }
    }
  }

  /// Whether the value read is the one wanted; a list may hold more.
  private static func fits(_ read: SlotValue?, _ wanted: SlotValue) -> Bool {
    if case .list(let all) = read, case .list(let some) = wanted {
      return some.isEmpty ? all.isEmpty : some.allSatisfy(all.contains)
    }
    return read == wanted
  }

  private func finding(_ hears: IntentFile.Hears, _ read: SlotValue?, _ slot: Slot) -> Finding {
    var profile = Profile()
    profile.set(slot, read)
    let words = read == nil ? "nothing" : "'\(profile.words(for: slot))'"
    return Finding(
      .hears,
      at: hears.say.place,
      "'\(hears.say.value)' fills \(slot.rawValue) with \(words), not '\(hears.value.value)'",
      remedy: "add its words to seeds/plan/slots.yml, or say it otherwise"
    )
  }
}
