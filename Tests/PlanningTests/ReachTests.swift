import Knowledge
import Packed
import Planning
import Testing

/// What plans can hold: nothing in the list of actions is there in vain.
struct ReachTests {
  /// Every action, and a person whose plan holds it without any wish.
  private static let reached: [ID<PlanAction>: Profile] = {
    var reached: [ID<PlanAction>: Profile] = [:]
    var generator = ProfileGenerator(seed: 11)
    let drawn = (0..<10_000).map { _ in generator.next() }
    for profile in drawn + rare {
      for item in Fixtures.planner.plan(for: profile, on: Fixtures.day).items {
        reached[item.action.id] = reached[item.action.id] ?? profile
      }
    }
    return reached
  }()

  /// People for steps that come up only where life is in order already.
  private static let rare: [Profile] = {
    let settled = [
      "stress": "low", "sleep_hours": "8", "exercise_days": "7", "skincare": "gentle",
      "fiber": "high", "sugar": "low", "diet": "vegetarian", "severity": "mild",
    ]
    return [
      ["concern": "acne", "dairy_daily": "4", "budget": "medium"],
      ["concern": "acne", "fiber": "low", "allergies": "gluten"],
      ["concern": "acne", "budget": "high", "severity": "moderate"],
      ["concern": "psoriasis", "budget": "high"],
      ["concern": "rosacea", "diet": "omnivore"],
      ["concern": "hidradenitis", "conditions": "diabetes", "sugar": "high", "fiber": "low"],
    ].map { facts in
      Fixtures.profile(facts.merging(settled) { own, _ in own }, on: Fixtures.healthy)
    }
  }()

  @Test func `every action is in somebody's plan`() {
    let missing = Fixtures.catalog.actions.ids.filter { Self.reached[ID(rawValue: $0)] == nil }
    #expect(missing == [])
  }

  @Test(arguments: Slot.concern.options)
  func `each concern has steps of its own`(_ concern: String) {
    let plan = Fixtures.plan(["concern": concern, "stress": "medium", "fiber": "low"])
    #expect(plan.items.contains { $0.concern == concern }, "\(plan.items.map(\.action.id))")
    #expect(!plan.see.isEmpty)
    #expect(plan.treatment.count == 1)
  }

  @Test(arguments: [
    Support(name: "a diet rich in fibre", topics: ["fiber"]),
    Support(name: "less sugar and processed food", topics: ["sugar-processed"]),
    Support(name: "a probiotic", topics: ["probiotic-choice"]),
    Support(name: "less stress", topics: ["relaxation-how-to", "stress"]),
    Support(name: "gentle skin care", topics: ["skincare-gentle"]),
  ])
  func `each of the five supports is in somebody's plan`(_ support: Support) {
    let actions = Fixtures.catalog.actions.all.filter {
      support.topics.contains($0.topic.rawValue)
    }
    #expect(actions.contains { Self.reached[$0.id] != nil })
  }

  struct Support: CustomTestStringConvertible {
    let name: String
    let topics: [String]

    var testDescription: String { name }
  }
}
