/// A slot's value.
package enum SlotValue: Equatable, Sendable {
  case flag(Bool)
  case number(Double)
  case choice(String)
  /// Values in the order of the slot's options; empty means "none of them", which is knowledge too.
  case list([String])
}

/// What is known about a person: values by slot, and the words that each came from.
package struct Profile: Equatable, Sendable {
  private var values: [Slot: SlotValue] = [:]
  private var words: [Slot: String] = [:]

  package init() {}

  package subscript(slot: Slot) -> SlotValue? { values[slot] }

  /// The words that a value was taken from, as the person typed them.
  package func source(of slot: Slot) -> String? { words[slot] }

  package var isEmpty: Bool { values.isEmpty }

  /// Slots with a value, in the order of `Slot.allCases`.
  package var known: [Slot] { Slot.allCases.filter { values[$0] != nil } }

  package mutating func set(_ slot: Slot, _ value: SlotValue?, from source: String? = nil) {
    values[slot] = value
    words[slot] = value == nil ? nil : source
  }

  package func flag(_ slot: Slot) -> Bool? {
    if case .flag(let value) = values[slot] { value } else { nil }
  }

  package func number(_ slot: Slot) -> Double? {
    if case .number(let value) = values[slot] { value } else { nil }
  }

  package func choice(_ slot: Slot) -> String? {
    if case .choice(let value) = values[slot] { value } else { nil }
  }

  package func list(_ slot: Slot) -> [String]? {
    if case .list(let value) = values[slot] { value } else { nil }
  }

  /// Whether a choice is, or a list holds, an option; nil when the slot is unknown.
  package func has(_ option: String, in slot: Slot) -> Bool? {
    switch values[slot] {
    case .choice(let value): value == option
    case .list(let values): values.contains(option)
    default: nil
    }
  }
}

extension SlotValue {
  /// Reads a value as content files and answer files write it: "yes", "no", a number, an option; "none" empties a list.
  package init?(_ text: String, for slot: Slot) {
    switch slot.kind {
    case .flag:
      guard ["yes", "no", "true", "false"].contains(text) else { return nil }
      self = .flag(text == "yes" || text == "true")
    case .number(let bounds):
      guard let number = Double(text), bounds.contains(number) else { return nil }
      self = .number(number)
    case .choice(let options):
      guard options.contains(text) else { return nil }
      self = .choice(text)
    case .list(let options):
      if text == "none", !options.contains("none") {
        self = .list([])
      } else {
        guard options.contains(text) else { return nil }
        self = .list([text])
      }
    }
  }
}

extension Profile {
  /// A slot's value in words: "6.5", "vegan", "acne and eczema", "yes".
  package func words(for slot: Slot) -> String {
    switch self[slot] {
    case nil: ""
    case .flag(let value): value ? "yes" : "no"
    case .number(let value): value == value.rounded() ? String(Int(value)) : String(value)
    case .choice(let value): value.replacing("-", with: " ")
    case .list(let values):
      values.isEmpty
        ? "none" : values.map { $0.replacing("-", with: " ") }.joined(separator: " and ")
    }
  }
}
