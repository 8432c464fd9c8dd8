internal import Knowledge
internal import Packed

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
    if profile.list(slot) == [] { return line("facts.\(slot.rawValue)-none", "") }
    if case .flag(let value) = profile[slot] {
      return value ? nil : line("facts.\(slot.rawValue)-no", "")
    }
    return line("facts.\(slot.rawValue)", words(slot, profile))
  }

  private func line(_ id: String, _ value: String) -> String? {
    catalog.wording[id] == nil ? nil : catalog.say(id, ["value": value])
  }

  private func words(_ slot: Slot, _ profile: Profile) -> String {
    let values = profile.list(slot) ?? profile.choice(slot).map { [$0] }
    guard let values else { return profile.words(for: slot) }
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
