import Knowledge
import Planning
import Testing

/// Small plans, looked at whole.
struct PlannerTests {
  @Test(arguments: [
    Case(
      name: "acne and nothing else",
      facts: ["concern": "acne", "severity": "mild"],
      steps: ["ask-about-benzoyl-peroxide", "choose-non-clogging", "swap-sugary-drink"]
    ),
    Case(
      name: "eating disorder: support first, and no food for the skin",
      facts: ["concern": "acne", "eating_disorder": "yes", "sugar": "high"],
      steps: ["get-eating-support", "ask-about-benzoyl-peroxide", "choose-non-clogging"]
    ),
    Case(name: "a small child", facts: ["concern": "eczema", "age": "3"], steps: []),
  ])
  func `a person gets just these steps`(_ test: Case) {
    #expect(Fixtures.plan(test.facts).items.map(\.action.id.rawValue) == test.steps)
  }

  @Test func `starts stand two weeks apart and nothing is reviewed after the end`() {
    let plan = Fixtures.plan(["concern": "acne", "severity": "mild"])
    #expect(plan.items.map(\.week) == [1, 3, 5])
    #expect(plan.items.map { $0.starts.iso } == ["2026-11-23", "2026-12-07", "2026-12-21"])
    #expect(plan.items.map { $0.review.iso } == ["2027-01-18", "2027-01-18", "2027-02-15"])
    #expect(plan.items.map { $0.decide?.iso } == [nil, nil, "2027-03-15"])
    #expect(plan.weeks == 12)
    #expect(plan.ends.iso == "2027-02-15")
  }

  @Test func `a child too young for a plan still hears whom to see, and that treatment stays`() {
    let plan = Fixtures.plan(["concern": "eczema", "age": "3"])
    #expect(plan.emptiness == .tooYoung)
    #expect(!plan.see.isEmpty)
    let text = plan.markdown(Fixtures.catalog)
    #expect(text.contains(Fixtures.catalog.say("form.too-young")))
    #expect(text.contains(Fixtures.catalog.say("plan.keep")))
  }

  @Test func `a person who says nothing is told what would help to know`() {
    let plan = Fixtures.plan([:], on: Profile())
    #expect(plan.isGeneral)
    #expect(plan.concerns == ["general"])
    #expect(plan.untold.contains(.conditions))
    #expect(!plan.items.isEmpty)
  }

  @Test func `pregnancy is not left open where it is not asked about`() {
    var facts = ["concern": "acne", "age": "70"]
    let base = Fixtures.healthy
    var old = base
    for slot in [Slot.pregnant, .breastfeeding, .tryingToConceive] { old.set(slot, nil) }
    #expect(!Fixtures.plan(facts, on: old).untold.contains(.pregnant))
    facts["age"] = "30"
    #expect(Fixtures.plan(facts, on: old).untold.contains(.pregnant))
  }

  @Test func `a wish not to have a step is kept`() {
    let profile = Fixtures.profile(["concern": "acne"], on: Fixtures.healthy)
    let first = Fixtures.planner.plan(for: profile, on: Fixtures.day)
    var wishes = Planner.Wishes()
    wishes.refused = Set(first.items.map(\.action.id))
    let next = Fixtures.planner.plan(for: profile, wishes: wishes, on: Fixtures.day)
    #expect(wishes.refused.isDisjoint(with: next.items.map(\.action.id)))
    #expect(!next.items.isEmpty)
  }

  struct Case: CustomTestStringConvertible {
    let name: String
    let facts: [String: String]
    let steps: [String]

    var testDescription: String { name }
  }
}
