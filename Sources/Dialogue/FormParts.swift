internal import Intents
internal import Knowledge
internal import Language
internal import Slots

extension Conversation {
  /// What a line answers to the open question: the facts in it, and those that only this question makes plain.
  ///
  /// "everything, no nuts" is a choice and something left out; "7, low" is a number and a bare amount.
  func ownReadings(_ heard: Heard, _ question: FormQuestion) -> [SlotReading] {
    var found: [Slot: SlotReading] = [:]
    let parts = heard.isQuestion ? [] : FormParts.parts(of: heard.words)
    for part in parts where parts.count > 1 {
      for reading in labelled(part, question) { found[reading.slot] = reading }
    }
    for reading in heard.readings where question.slots.contains(reading.slot) {
      found[reading.slot] = reading
    }
    for part in parts where part.count == 1 && parts.count > 1 {
      for rest in question.must where found[rest.slot] == nil {
        found[rest.slot] = reading(of: rest.slot, in: part)
      }
    }
    if question.slots.contains(.allergies), let none = leftOut(parts, found[.allergies]) {
      found[.allergies] = none
    }
    return Slot.allCases.compactMap { found[$0] }
  }

  /// What the choice stores that a part of the line names in its own words.
  private func labelled(_ part: [String], _ question: FormQuestion) -> [SlotReading] {
    let text = part.joined(separator: " ")
    let choice = question.choices.first { Tokenizer.tokens(in: $0.label).joined == text }
    return (choice?.sets ?? []).compactMap { setting in
      SlotValue(setting.value, for: setting.slot).map {
        SlotReading(slot: setting.slot, value: $0, words: text)
      }
    }
  }

  private func reading(of slot: Slot, in part: [String]) -> SlotReading? {
    slots.read(Tokenizer.tokens(in: part.joined(separator: " ")), asked: slot).first {
      $0.slot == slot
    }
  }

  /// "no nuts", "but no milk", "except fish": foods that the person cannot have.
  private func leftOut(_ parts: [[String]], _ known: SlotReading?) -> SlotReading? {
    var foods: [String] = []
    var words: [String] = []
    for part in parts {
      guard let first = part.first, FormParts.excluding.contains(first),
        let reading = reading(of: .allergies, in: Array(part.dropFirst())),
        case .list(let more) = reading.value
      else { continue }
      foods += more
      words.append(part.joined(separator: " "))
    }
    guard !foods.isEmpty else { return nil }
    if case .list(let items) = known?.value { foods += items }
    return SlotReading(
      slot: .allergies,
      value: .list(Slot.allergies.options.filter(foods.contains)),
      words: words.joined(separator: ", ")
    )
  }
}

/// Cuts an answer where a new thing begins.
enum FormParts {
  static let excluding: Set<String> = ["no", "not", "except", "without", "minus"]
  private static let joints: Set<String> = [",", ";", ".", "and", "but", "&", "+", "/"]

  static func parts(of words: [String]) -> [[String]] {
    var parts: [[String]] = [[]]
    for word in words {
      if joints.contains(word) {
        parts.append([])
      } else {
        if excluding.contains(word), parts.last?.isEmpty == false { parts.append([]) }
        parts[parts.count - 1].append(word)
      }
    }
    return parts.filter { !$0.isEmpty }
  }
}
