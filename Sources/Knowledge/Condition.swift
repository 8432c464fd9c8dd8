package import Packed

/// Something that may hold for a person, as content files say it: `pregnant or trying_to_conceive`,
/// `allergies has milk`, `age < 18`, `diet is vegan`, `not smoker`, `known sleep_hours`.
///
/// A slot that is unknown makes a comparison false, whichever way it is asked.
package indirect enum Condition: Equatable, Sendable {
  case flag(Slot)
  case has(Slot, String)
  case less(Slot, Double)
  case atLeast(Slot, Double)
  case known(Slot)
  case not(Condition)
  case all([Condition])
  case any([Condition])

  package func holds(for profile: Profile) -> Bool {
    switch self {
    case .flag(let slot): profile.flag(slot) == true
    case .has(let slot, let option): profile.has(option, in: slot) == true
    case .less(let slot, let bound): profile.number(slot).map { $0 < bound } ?? false
    case .atLeast(let slot, let bound): profile.number(slot).map { $0 >= bound } ?? false
    case .known(let slot): profile[slot] != nil
    case .not(let condition): !condition.holds(for: profile)
    case .all(let conditions): conditions.allSatisfy { $0.holds(for: profile) }
    case .any(let conditions): conditions.contains { $0.holds(for: profile) }
    }
  }

  /// Slots that the condition reads.
  package var slots: Set<Slot> {
    switch self {
    case .flag(let slot), .has(let slot, _), .less(let slot, _), .atLeast(let slot, _),
      .known(let slot):
      [slot]
    case .not(let condition): condition.slots
    case .all(let conditions), .any(let conditions):
      conditions.reduce(into: []) { $0.formUnion($1.slots) }
    }
  }
}

extension Condition: Packable {
  package func pack(into writer: inout PackedWriter) {
    switch self {
    case .flag(let slot): writer.byte(0); writer.value(slot)
    case .has(let slot, let option): writer.byte(1); writer.value(slot); writer.text(option)
    case .less(let slot, let bound): writer.byte(2); writer.value(slot); writer.real(bound)
    case .atLeast(let slot, let bound): writer.byte(3); writer.value(slot); writer.real(bound)
    case .known(let slot): writer.byte(4); writer.value(slot)
    case .not(let condition): writer.byte(5); writer.value(condition)
    case .all(let conditions): writer.byte(6); writer.values(conditions)
    case .any(let conditions): writer.byte(7); writer.values(conditions)
    }
  }

  package init(unpacking reader: inout PackedReader) {
    switch reader.byte() {
    case 0: self = .flag(reader.value())
    case 1: self = .has(reader.value(), reader.text())
    case 2: self = .less(reader.value(), reader.real())
    case 3: self = .atLeast(reader.value(), reader.real())
    case 4: self = .known(reader.value())
    case 5: self = .not(reader.value())
    case 6: self = .all(reader.values())
    default: self = .any(reader.values())
    }
  }
}

extension Condition {
  /// Reads a condition as content files write it; nil when it makes no sense.
  ///
  /// `or` binds weaker than `and`, `and` weaker than `not`; there are no brackets.
  package init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    let alternatives = words.split(separator: "or").map(Array.init)
    let parsed = alternatives.compactMap(Self.conjunction)
    guard !parsed.isEmpty, parsed.count == alternatives.count else { return nil }
    self = parsed.count == 1 ? parsed[0] : .any(parsed)
  }

  private static func conjunction(_ words: [String]) -> Condition? {
    let terms = words.split(separator: "and").map(Array.init)
    let parsed = terms.compactMap(term)
    guard !parsed.isEmpty, parsed.count == terms.count else { return nil }
    return parsed.count == 1 ? parsed[0] : .all(parsed)
  }

  private static func term(_ words: [String]) -> Condition? {
    if words.first == "not" { return term(Array(words.dropFirst())).map { .not($0) } }
    if words.count == 2, words[0] == "known" { return Slot(rawValue: words[1]).map { .known($0) } }
    guard let slot = words.first.flatMap(Slot.init(rawValue:)) else { return nil }
    if words.count == 1 { return slot.kind == .flag ? .flag(slot) : nil }
    guard words.count == 3 else { return nil }
    switch (words[1], slot.kind, Double(words[2])) {
    case ("is", .choice(let options), _), ("has", .list(let options), _):
      return options.contains(words[2]) ? .has(slot, words[2]) : nil
    case ("<", .number, .some(let bound)): return .less(slot, bound)
    case (">=", .number, .some(let bound)): return .atLeast(slot, bound)
    default: return nil
    }
  }
}
