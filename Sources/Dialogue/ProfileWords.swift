internal import Knowledge
internal import Packed
internal import Planning

/// Says what is known about a person, in short phrases.
struct ProfileWords {
  private let catalog: Catalog

  init(_ catalog: Catalog) { self.catalog = catalog }

  /// "acne; 29 years old; vegan": everything, or only some slots.
  func facts(of profile: Profile, only slots: Set<Slot>? = nil) -> String {
    profile.known.filter { slots?.contains($0) ?? true }.map { phrase($0, profile) }.joined(
      separator: "; "
    )
  }

  /// One line a fact, for the review.
  func lines(of profile: Profile) -> [String] {
    profile.known.map { "- \(phrase($0, profile))" }
  }

  func phrase(_ slot: Slot, _ profile: Profile) -> String {
    let name = catalog.say("slots.\(slot.rawValue)")
    if let line = sentence(slot, profile) { return line }
    switch profile[slot] {
    case .flag(let value): return value ? name : "no \(name)".replacingNo(name)
    case .number: return "\(name): \(profile.words(for: slot))"
    case .choice, .list, nil: return "\(name): \(profile.words(for: slot))"
    }
  }

  /// The fact in a phrase of its own: "34 years old", "no medicines", "vegan".
  private func sentence(_ slot: Slot, _ profile: Profile) -> String? {
    if slot == .immunocompromised, profile.flag(slot) == false, profile.takesImmuneMedicine {
      return line("facts.immunocompromised-calmed", "")
    }
    if slot == .age, let source = profile.source(of: slot), source.hasPrefix("in my ") {
      return source.replacing("in my ", with: "in your ")
    }
    if slot == .durationWeeks, let weeks = profile.number(slot), weeks >= 52 {
      return line("facts.duration-long", ReasonWords.duration(weeks))
    }
    if profile.list(slot) == [] { return line("facts.\(slot.rawValue)-none", "") }
    if case .flag(let value) = profile[slot] {
      return value ? nil : line("facts.\(slot.rawValue)-no", "")
    }
    return line("facts.\(slot.rawValue)", words(slot, profile))
  }

  private func line(_ id: String, _ value: String) -> String? {
    catalog.wording[id] == nil ? nil : catalog.say(id, ["value": value])
  }

  /// Kept with fish, as the plan leaves out both alike, but said as it was told.
  private static let shellfish: Set<String> = [
    "shellfish", "prawn", "prawns", "shrimp", "shrimps", "crab", "crabs", "lobster", "mussels",
    "oysters", "scallops", "squid", "crustaceans", "molluscs",
  ]

  private func words(_ slot: Slot, _ profile: Profile) -> String {
    let values = profile.list(slot) ?? profile.choice(slot).map { [$0] }
    guard let values else { return profile.words(for: slot) }
    if slot == .allergies, values.contains("fish"), let source = profile.source(of: slot) {
      let isShellfish = source.split(separator: " ").contains {
        Self.shellfish.contains(String($0))
      }
      if isShellfish {
        return values.map { $0 == "fish" ? catalog.say("values.shellfish") : $0 }
          .joined(separator: " and ")
      }
    }
    return values.map { line("values.\($0)", "") ?? $0.replacing("-", with: " ") }
      .joined(separator: " and ")
  }
}

extension String {
  /// "not pregnant", but "no weak immune system".
  fileprivate func replacingNo(_ name: String) -> String {
    ["pregnant", "on ", "trying", "taking", "breastfeeding", "smoking"].contains {
      name.hasPrefix($0)
    } ? "not \(name)" : self
  }
}
