import Compiled
import Knowledge
import Planning

/// What the tests of plans share.
enum Fixtures {
  static let catalog = CompiledCatalog.catalog
  static let planner = Planner(catalog)
  static let day = CivilDate(daysSince1970: 20_780)
  static let id = PlanID("test-plan")

  /// Someone of whom nothing is known that could rule anything out.
  static let healthy = profile([
    "age": "30", "pregnant": "no", "breastfeeding": "no", "trying_to_conceive": "no",
    "immunocompromised": "no", "conditions": "none", "medicines": "none", "on_antibiotics": "no",
    "on_isotretinoin": "no", "eating_disorder": "no", "diet": "omnivore", "allergies": "none",
    "smoker": "no", "alcohol_weekly": "0", "gut_symptoms": "none",
  ])

  /// Facts as content files write them; a list's options are joined by spaces.
  static func profile(_ facts: [String: String], on base: Profile = Profile()) -> Profile {
    var profile = base
    for (name, value) in facts {
      guard let slot = Slot(rawValue: name) else { preconditionFailure("no slot \(name)") }
      let parts = value.split(separator: " ").map(String.init)
      if case .list(let options) = slot.kind, parts != ["none"] || options.contains("none") {
        precondition(Set(parts).isSubset(of: options), value)
        profile.set(slot, .list(options.filter(parts.contains)))
      } else {
        guard let read = SlotValue(value, for: slot) else { preconditionFailure(value) }
        profile.set(slot, read)
      }
    }
    return profile
  }

  static func plan(_ facts: [String: String], on base: Profile = healthy) -> Plan {
    planner.plan(for: profile(facts, on: base), on: day)
  }
}
