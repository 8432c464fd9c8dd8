package import Knowledge

extension Plan {
  /// Raised when a field goes or changes its meaning; new fields do not raise it.
  package static let jsonVersion = 1

  /// The plan for programs, as `docs/plan.schema.json` says; ends with a newline.
  package func json(_ catalog: Catalog, id: PlanID) -> String {
    let words = PlanWords(catalog)
    let fields: [(String, JSONText)] = [
      ("format", .text("flora-plan")),
      ("version", .whole(Self.jsonVersion)),
      ("id", .text(id.rawValue)),
      ("made", .text(made.iso)),
      ("ends", .text(ends.iso)),
      ("weeks", .whole(weeks)),
      ("concerns", .texts(concerns)),
      ("general", .flag(isGeneral)),
      ("untold", .texts(untold.map(\.rawValue))),
      ("nothing_because", emptinessJSON),
      ("steps", .list(items.enumerated().map { stepJSON($0.element, $0.offset + 1, words) })),
      ("keep", .text(catalog.say("plan.keep"))),
      ("proven_treatment", .texts(treatment.map(\.text))),
      ("proven_treatment_sources", .texts(treatmentSources)),
      ("see_someone", .texts(see)),
      ("left_out", .list(leftOut.map(leftOutJSON))),
      ("scores", .list(scores.map(scoreJSON))),
      ("sources", .list(allReferences.map(sourceJSON))),
      ("notice", .text(always)),
    ]
    return JSONText.object(fields.map { (key: $0.0, value: $0.1) }).written() + "\n"
  }

  private var treatmentSources: [String] {
    treatment.flatMap(\.references).map(\.id.rawValue).reduce(into: []) { ids, id in
      if !ids.contains(id) { ids.append(id) }
    }
  }

  private var emptinessJSON: JSONText {
    switch emptiness {
    case .tooYoung: .text("too-young")
    case .nothingSafe: .text("nothing-safe")
    case nil: .null
    }
  }

  private func stepJSON(_ item: Item, _ number: Int, _ words: PlanWords) -> JSONText {
    let action = item.action
    let fields: [(String, JSONText)] = [
      ("number", .whole(number)),
      ("action", .text(action.id.rawValue)),
      ("title", .text(action.title)),
      ("part_of_life", .text(action.pillar.rawValue)),
      ("topic", .text(action.topic.rawValue)),
      ("why", .text(item.why)),
      ("evidence", .text(item.evidence)),
      ("evidence_concern", .optional(item.concern)),
      ("known", .optional(item.known)),
      ("cue", .text(action.cue)),
      ("usual", .text(action.usual)),
      ("smallest", .text(action.smallest)),
      ("for_you", .texts(item.adaptations)),
      ("obstacle", .text(action.obstacle)),
      ("coping", .text(action.coping)),
      ("cost", .text(action.cost.rawValue)),
      ("cost_note", .text(action.costNote)),
      ("effort", .text(action.effort.rawValue)),
      ("wait_weeks", .whole(action.wait)),
      ("start_week", .whole(item.week)),
      ("starts", .text(item.starts.iso)),
      ("review", .text(item.review.iso)),
      ("look_at", .text(action.look)),
      ("decide_not_before", .optional(item.decide?.iso)),
      ("restriction", restrictionJSON(item)),
      ("stop", .text(action.stop)),
      ("sources", .texts(item.references.map(\.id.rawValue))),
    ]
    return .object(fields.map { (key: $0.0, value: $0.1) })
  }

  private func restrictionJSON(_ item: Item) -> JSONText {
    guard let restriction = item.action.restriction, let bringBack = item.bringBack else {
      return .null
    }
    return .object([
      (key: "limit_weeks", value: .whole(restriction.limit)),
      (key: "ends", value: .text(bringBack.iso)),
      (key: "back", value: .text(restriction.back)),
    ])
  }

  private func leftOutJSON(_ entry: LeftOut) -> JSONText {
    .object([
      (key: "action", value: .text(entry.action.rawValue)),
      (key: "title", value: .text(entry.title)),
      (key: "why", value: .text(entry.why)),
      (key: "caution", value: .optional(entry.caution?.rawValue)),
    ])
  }

  private func scoreJSON(_ score: Score) -> JSONText {
    .object([
      (key: "action", value: .text(score.action.rawValue)),
      (key: "evidence", value: .real(score.evidence)),
      (key: "fit", value: .real(score.fit)),
      (key: "ease", value: .real(rounded(score.ease))),
      (key: "total", value: .real(rounded(score.total))),
      (key: "outcome", value: .text(score.outcome)),
    ])
  }

  private func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }

  /// Every reference that a step or the treatment names, once.
  private var allReferences: [Reference] {
    var seen: Set<ID<Reference>> = []
    return (items.flatMap(\.references) + treatment.flatMap(\.references)).filter {
      seen.insert($0.id).inserted
    }
  }

  private func sourceJSON(_ reference: Reference) -> JSONText {
    .object([
      (key: "id", value: .text(reference.id.rawValue)),
      (key: "text", value: .text(reference.full)),
      (key: "doi", value: .optional(reference.doi)),
    ])
  }
}
