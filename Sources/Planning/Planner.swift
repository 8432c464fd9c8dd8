package import Knowledge
internal import Packed

/// Builds a plan from what is known about a person.
///
/// Equal answers give equal plans. What nobody has said about a person's health counts as possible: whatever some caution
/// might then rule out or change stays out.
package struct Planner: Sendable {
  let catalog: Catalog
  private let actions: [PlanAction]
  private let questions: [FormQuestion]
  private let cautions: CautionCheck
  /// The cautions that touch an action at all.
  let touching: [ID<PlanAction>: Set<ID<Caution>>]

  /// Days between the starts of two actions: one change at a time, so that an effect could be seen.
  package static let stagger = 14
  /// Weeks until the first look back, at least.
  package static let firstReview = 4
  /// Years below which no plan is made.
  package static let youngest = 5.0
  /// Years that somebody of unknown age is taken to have where an action is only too hard for small children.
  static let likelyAge = 12.0

  package init(_ catalog: Catalog) {
    self.catalog = catalog
    actions = catalog.actions.all
    questions = catalog.questions.all
    cautions = CautionCheck(catalog)
    let all = catalog.cautions.all
    touching = Dictionary(
      actions.map { action in
        let things = Set(action.things)
        return (action.id, Set(all.filter { !things.isDisjoint(with: $0.affects) }.map(\.id)))
      },
      uniquingKeysWith: { $0.union($1) }
    )
  }

  /// What a person asked for beyond the facts.
  package struct Wishes: Equatable, Sendable {
    /// Actions they do not want.
    package var refused: Set<ID<PlanAction>> = []
    /// Topics they asked about.
    package var interests: [ID<Topic>] = []
    /// Cautions that their words revealed.
    package var noted: Set<ID<Caution>> = []
    /// Fewer actions than usual.
    package var most = Plan.mostActions
    /// Free actions first.
    package var cheap = false

    package init() {}
  }

  package func plan(for profile: Profile, wishes: Wishes = Wishes(), on day: CivilDate) -> Plan {
    let person = person(profile, wishes)
    let judged = actions.map { judge($0, person) }
    let ranked = judged.filter { $0.verdict == .fits }.sorted {
      ($1.score.total, $0.action.id) < ($0.score.total, $1.action.id)
    }
    let isTooYoung = profile.number(.age).map { $0 < Self.youngest } ?? false
    let chosen =
      isTooYoung ? [] : choose(from: ranked, most: min(wishes.most, Plan.mostActions))
    let items = items(of: chosen, on: day)
    let care = person.concerns.compactMap { catalog.careNotes[$0] }
    return Plan(
      concerns: person.concerns,
      made: day,
      weeks: weeks(of: items, on: day),
      items: items,
      emptiness: isTooYoung ? .tooYoung : items.isEmpty ? .nothingSafe : nil,
      leftOut: isTooYoung ? [] : leftOut(judged, ranked: ranked, chosen: chosen, wishes: wishes),
      see: care.flatMap(\.see),
      treatment: care.map(\.treatment),
      careReferences: references(of: care.flatMap(\.claims)),
      always: catalog.say("plan.always"),
      scores: scores(judged, chosen: chosen),
      untold: isTooYoung ? [] : untold(judged, person),
      isGeneral: profile.known.allSatisfy { $0 == .concern || $0 == .region }
    )
  }

  private func person(_ profile: Profile, _ wishes: Wishes) -> Person {
    let named = profile.list(.concern) ?? []
    var wishes = wishes
    if profile.choice(.budget) == "low" { wishes.cheap = true }
    let open = open(for: profile)
    let standing = cautions.standing(for: profile, noted: wishes.noted, open: OpenFacts(open))
    return Person(
      profile: profile,
      wishes: wishes,
      concerns: named.isEmpty ? ["general"] : named,
      inForce: standing.inForce,
      possible: standing.possible,
      open: OpenFacts(open, leastAge: Self.likelyAge)
    )
  }

  /// Facts that decide about safety, that nobody has told, and that would have been asked for.
  private func open(for profile: Profile) -> Set<Slot> {
    var open = cautions.slots.filter { profile[$0] == nil }
    open.remove(.concern)
    for question in questions where question.when?.holds(for: profile) == false {
      open.subtract(question.slots)
    }
    if let medicines = profile.list(.medicines) {
      if !medicines.contains("isotretinoin") { open.remove(.onIsotretinoin) }
      if medicines.isEmpty { open.remove(.onAntibiotics) }
    }
    return open
  }
}

/// Somebody to plan for, with all that follows from what they said.
struct Person {
  let profile: Profile
  let wishes: Planner.Wishes
  let concerns: [String]
  /// Cautions that hold, the strictest first.
  let inForce: [Caution]
  /// Cautions that nobody can rule out.
  let possible: [Caution]
  let open: OpenFacts
}

/// An action weighed for one person.
struct Judged {
  enum Verdict: Equatable {
    case fits
    /// Pointless or not meant for this person; nothing to say about it.
    case offTopic
    case refused
    case ruledOut(Caution)
    /// Nobody has said whether it is safe; the slots that would tell.
    case untold(Set<Slot>)
  }

  let action: PlanAction
  let verdict: Verdict
  let fit: PlanAction.Fit?
  let reasons: [String]
  let adaptations: [String]
  let score: Plan.Score
}
