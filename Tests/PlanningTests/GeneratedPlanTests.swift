import Knowledge
import Packed
import Planning
import Testing

/// Plans of ten thousand people drawn by number: what must be true of every plan.
struct GeneratedPlanTests {
  private struct Drawn {
    let profile: Profile
    let wishes: Planner.Wishes
    let plan: Plan
  }

  /// The people, some of whom say no to things, and their plans.
  private static let drawn: [Drawn] = {
    let actions = Fixtures.catalog.actions.all
    var generator = ProfileGenerator(seed: 1)
    return (0..<10_000).map { _ in
      let profile = generator.next()
      var wishes = Planner.Wishes()
      wishes.refused = generator.refusals(among: actions)
      let plan = Fixtures.planner.plan(for: profile, wishes: wishes, on: Fixtures.day)
      return Drawn(profile: profile, wishes: wishes, plan: plan)
    }
  }()

  @Test func `no plan offers what a caution forbids`() {
    let cautions = Fixtures.catalog.cautions.all.filter { $0.action != .adapt }
    for drawn in Self.drawn {
      let plan = drawn.plan
      let profile = drawn.profile
      let wishes = drawn.wishes
      let inForce = cautions.filter { $0.when?.holds(for: profile) == true }
      let forbidden = Set(inForce.flatMap(\.affects))
      for item in plan.items {
        let hits = forbidden.intersection(item.action.things)
        #expect(hits.isEmpty, "\(item.action.id.rawValue): \(hits)")
        #expect(!wishes.refused.contains(item.action.id))
        #expect(item.action.unless?.holds(for: profile) != true, "\(item.action.id.rawValue)")
        #expect(item.action.when?.holds(for: profile) != false, "\(item.action.id.rawValue)")
      }
    }
  }

  @Test func `what nobody told keeps out all that it could forbid`() {
    let cautions = Fixtures.catalog.cautions.all
    let screening: [Slot] = [
      .conditions, .medicines, .allergies, .eatingDisorder, .immunocompromised,
    ]
    for drawn in Self.drawn {
      let plan = drawn.plan
      let profile = drawn.profile
      for slot in screening where profile[slot] == nil {
        let possible = cautions.filter { $0.when?.slots == [slot] }
        let touched = Set(possible.flatMap(\.affects))
        for item in plan.items {
          #expect(
            touched.isDisjoint(with: item.action.things),
            "\(item.action.id.rawValue) \(slot)"
          )
        }
      }
    }
  }

  @Test func `help that must not wait stands before every other step`() {
    let first = Fixtures.catalog.actions.all.filter(\.comesFirst)
    #expect(!first.isEmpty)
    for drawn in Self.drawn where drawn.plan.emptiness != .tooYoung {
      let due = first.filter { action in
        let concerns = drawn.profile.list(.concern) ?? []
        let fits = action.fits.contains { $0.concern == "any" || concerns.contains($0.concern) }
        return fits && action.when?.holds(for: drawn.profile) != false
          && !drawn.wishes.refused.contains(action.id)
      }
      let leading = drawn.plan.items.prefix(due.count).map(\.action.id)
      #expect(Set(leading) == Set(due.map(\.id)).intersection(leading))
      #expect(leading.count == min(due.count, Plan.mostActions), "\(due.map(\.id))")
    }
  }

  @Test func `at most three steps, one at a time, reviewed before the plan ends`() {
    for drawn in Self.drawn {
      let plan = drawn.plan
      #expect(plan.items.count <= Plan.mostActions)
      #expect(Plan.length.contains(plan.weeks))
      #expect(plan.items.count { $0.action.restriction != nil } <= 1)
      #expect(plan.items.isEmpty == (plan.emptiness != nil))
      for (number, item) in plan.items.enumerated() {
        let urgent = max(plan.items.count { $0.action.comesFirst } - 1, 0)
        let turn = max(number - urgent, 0)
        let start = Fixtures.day.adding(days: turn * Planner.stagger)
        #expect(item.starts == start)
        #expect(item.week == 1 + 2 * turn)
        #expect(item.review <= plan.ends)
        #expect(item.review >= start.adding(days: Planner.firstReview * 7))
        #expect(item.decide.map { $0 > item.review } ?? true)
        #expect((item.bringBack == nil) == (item.action.restriction == nil))
      }
    }
  }

  @Test func `every reason is true of the person`() {
    var oracle = ReasonOracle()
    for drawn in Self.drawn {
      let plan = drawn.plan
      let profile = drawn.profile
      for item in plan.items {
        let lies = oracle.lies(in: item.why, of: profile)
        #expect(lies == [], "\(item.action.id.rawValue): \(item.why)")
        #expect(!item.why.contains("{"))
        let isGeneral = item.why == "It is here because \(item.action.because)."
        #expect(isGeneral != oracle.knows(item.why), "\(item.action.id.rawValue): \(item.why)")
      }
    }
  }

  @Test func `equal people get equal plans, from any planner`() {
    for (index, drawn) in Self.drawn.enumerated() {
      let again = Fixtures.planner.plan(
        for: drawn.profile,
        wishes: drawn.wishes,
        on: Fixtures.day
      )
      if again != drawn.plan { Issue.record("plan \(index) differs") }
    }
    var generator = ProfileGenerator(seed: 6)
    for _ in 0..<20 {
      let profile = generator.next()
      let again = Planner(Fixtures.catalog).plan(for: profile, on: Fixtures.day)
      #expect(Fixtures.planner.plan(for: profile, on: Fixtures.day) == again)
    }
  }

  @Test func `prescribed treatment stays in every plan, the empty ones too`() {
    let keep = Fixtures.catalog.say("plan.keep")
    var generator = ProfileGenerator(seed: 7)
    for _ in 0..<500 {
      let plan = Fixtures.planner.plan(for: generator.next(), on: Fixtures.day)
      let sheet = PlanSheet(plan, Fixtures.catalog)
      #expect(sheet.keep.hasPrefix(keep))
      #expect(plan.treatment.count == plan.concerns.count)
      #expect(plan.treatment.allSatisfy { $0.text.hasSuffix("what you are prescribed stays.") })
    }
  }
}
