package import Knowledge
internal import Packed

/// Builds a plan from what is known about a person.
///
/// Equal answers give equal plans. What nobody has said about a person's health counts as possible: whatever some caution
/// might then rule out or change stays out.
package struct Planner: Sendable {
  let catalog: Catalog
  private let actions: [KnownAction]
  private let questions: [FormQuestion]
  /// All cautions, the strictest first.
  let cautions: [Caution]
  private let screeningSlots: Set<Slot>

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
    let cautions = catalog.cautions.all.sorted { ($1.action, $0.id) < ($0.action, $1.id) }
    self.cautions = cautions
    var screening = Set(cautions.flatMap { $0.when?.slots ?? [] })
    screening.remove(.concern)
    screeningSlots = screening
    questions = catalog.questions.all
    actions = catalog.actions.all.map { KnownAction($0, cautions, catalog) }
  }

  /// What a person asked for beyond the facts.
  package struct Wishes: Equatable, Sendable {
    /// Actions they do not want.
    package var refused: Set<ID<PlanAction>> = []
    /// Actions they asked to have, the latest last.
    package var wanted: [ID<PlanAction>] = []
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
    let judged = actions.map { judge($0, person) }.sorted {
      ($1.score.total, $0.action.id) < ($0.score.total, $1.action.id)
    }
    let ranked = judged.filter { $0.verdict == .fits }
    let isTooYoung = profile.number(.age).map { $0 < Self.youngest } ?? false
    let isGeneral = profile.known.allSatisfy { $0 == .concern || $0 == .region }
    // Two steps that are about this person are better than three of which one would suit anybody.
    let personal = ranked.filter {
      !$0.reasons.isEmpty || wishes.wanted.contains($0.action.id)
    }
    let chosen =
      isTooYoung
      ? []
      : choose(
        from: isGeneral || personal.isEmpty ? ranked : personal,
        wanted: wishes.wanted,
        most: min(wishes.most, Plan.mostActions)
      )
    let items = items(of: chosen, on: day)
    let care = person.concerns.compactMap { catalog.careNotes[$0] }
    return Plan(
      concerns: person.concerns,
      made: day,
      weeks: weeks(of: items, on: day),
      items: items,
      emptiness: isTooYoung ? .tooYoung : items.isEmpty ? .nothingSafe : nil,
      leftOut: isTooYoung ? [] : leftOut(judged, ranked: ranked, chosen: chosen, wishes: wishes),
      see: care.flatMap(\.see).filter { $0.when?.holds(for: profile) ?? true }.map(\.say)
        .reduce(into: []) { lines, line in if !lines.contains(line) { lines.append(line) } },
      treatment: care.compactMap { note in
        note.treatments.first { $0.when?.holds(for: profile) ?? true }
          .map { Plan.Treatment(text: $0.say, references: references(of: $0.claims)) }
      },
      always: catalog.say("plan.always"),
      scores: scores(judged, chosen: chosen),
      untold: isTooYoung ? [] : untold(judged, person),
      isGeneral: isGeneral
    )
  }

  /// The strictest caution that keeps an action from a person, if one does.
  package func caution(against action: PlanAction, for profile: Profile, wishes: Wishes) -> Caution?
  {
    let person = person(profile, wishes)
    guard let known = actions.first(where: { $0.action.id == action.id }),
      case .ruledOut(let caution) = judge(known, person).verdict
    else { return nil }
    return caution
  }

  private func person(_ profile: Profile, _ wishes: Wishes) -> Person {
    let named = profile.list(.concern) ?? []
    var wishes = wishes
    if profile.choice(.budget) == "low" { wishes.cheap = true }
    let open = open(for: profile)
    let affected = profile.withEffects
    return Person(
      profile: profile,
      wishes: wishes,
      concerns: named.isEmpty ? ["general"] : named,
      cautions: cautions.map { caution in
        wishes.noted.contains(caution.id)
          ? .yes : caution.when?.truth(for: affected, open: OpenFacts(open)) ?? .no
      },
      open: OpenFacts(open, leastAge: Self.likelyAge)
    )
  }

  /// Facts that decide about safety, that nobody has told, and that would have been asked for.
  private func open(for profile: Profile) -> Set<Slot> {
    var open = screeningSlots.filter { profile[$0] == nil }
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
  /// Whether each caution holds, in the planner's order.
  let cautions: [Truth]
  let open: OpenFacts
}

/// An action and what is the same of it for everybody.
final class KnownAction: Sendable {
  let action: PlanAction
  /// Places of the cautions that touch it, the strictest first.
  let touching: [Int]
  /// How sure its first claim is, for each of its fits.
  let grades: [Grade]
  /// Whether that claim speaks of the fit's own concern, for each of its fits.
  let areOwn: [Bool]

  init(_ action: PlanAction, _ cautions: [Caution], _ catalog: Catalog) {
    self.action = action
    let things = Set(action.things)
    touching = cautions.indices.filter { !things.isDisjoint(with: cautions[$0].affects) }
    let leads = action.fits.map { catalog.claims(Array($0.claims.prefix(1))).first }
    grades = leads.map { $0?.grade ?? .none }
    areOwn = zip(action.fits, leads).map { fit, claim in
      claim.map { Self.speaks($0, of: fit.concern, catalog) } ?? false
    }
  }

  private static func speaks(_ claim: Claim, of concern: String, _ catalog: Catalog) -> Bool {
    if concern == "general" { return true }
    let topic = ID<Topic>(rawValue: concern)
    if claim.topic == topic || claim.about.contains(topic) { return true }
    return catalog.topics[concern].map { claim.text.lowercased().contains($0.name.lowercased()) }
      ?? false
  }
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

  let known: KnownAction
  let verdict: Verdict
  /// The fit that holds for this person, by place.
  let fit: Int?
  let reasons: [String]
  let adaptations: [String]
  let score: Plan.Score

  var action: PlanAction { known.action }
}
