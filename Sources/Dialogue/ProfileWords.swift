internal import Knowledge

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
    switch profile[slot] {
    case .flag(let value): return value ? name : "no \(name)".replacingNo(name)
    case .number: return "\(name): \(profile.words(for: slot))"
    case .choice, .list, nil: return "\(name): \(profile.words(for: slot))"
    }
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
