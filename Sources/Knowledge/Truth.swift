/// How a condition comes out while some facts are open.
package enum Truth: Int, Comparable, Sendable {
  case no, maybe, yes

  package init(_ holds: Bool) { self = holds ? .yes : .no }

  package var inverse: Truth {
    switch self {
    case .no: .yes
    case .maybe: .maybe
    case .yes: .no
    }
  }

  package static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }
}

/// Slots that may hold anything as long as nobody has said.
package struct OpenFacts: Equatable, Sendable {
  package let slots: Set<Slot>
  /// Years that a person of unknown age has at least.
  package let leastAge: Double

  package init(_ slots: Set<Slot>, leastAge: Double = 0) {
    self.slots = slots
    self.leastAge = leastAge
  }

  fileprivate func contains(_ slot: Slot, _ profile: Profile) -> Bool {
    profile[slot] == nil && slots.contains(slot)
  }
}

extension Condition {
  /// Whether it holds, or could hold, while some facts are open.
  ///
  /// A slot that is neither known nor open makes a comparison false, as in `holds`. Parts are weighed one by one, so that
  /// `maybe` is said once too often rather than too seldom.
  package func truth(for profile: Profile, open: OpenFacts) -> Truth {
    switch self {
    case .flag(let slot), .has(let slot, _), .known(let slot):
      open.contains(slot, profile) ? .maybe : Truth(holds(for: profile))
    case .less(let slot, let bound), .atLeast(let slot, let bound):
      truth(of: slot, bound: bound, for: profile, open: open)
    case .not(let condition): condition.truth(for: profile, open: open).inverse
    case .all(let conditions):
      conditions.reduce(.yes) { min($0, $1.truth(for: profile, open: open)) }
    case .any(let conditions):
      conditions.reduce(.no) { max($0, $1.truth(for: profile, open: open)) }
    }
  }

  private func truth(of slot: Slot, bound: Double, for profile: Profile, open: OpenFacts) -> Truth {
    guard open.contains(slot, profile) else { return Truth(holds(for: profile)) }
    guard slot == .age, bound <= open.leastAge else { return .maybe }
    if case .less = self { return .no }
    return .yes
  }
}
