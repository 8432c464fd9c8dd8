package import Knowledge
internal import Packed

/// Says the parts of a plan in sentences.
package struct PlanWords: Sendable {
  private let catalog: Catalog

  package init(_ catalog: Catalog) { self.catalog = catalog }

  /// The concerns of a plan inside a sentence: "acne and eczema".
  package func concerns(_ concerns: [String]) -> String {
    joined(
      concerns.map { $0 == "general" ? "skin in general" : catalog.topics[$0]?.name ?? $0 }
    )
  }

  /// How sure a step is, and what about.
  package func sure(_ item: Plan.Item) -> String {
    let isWeak = item.evidence == catalog.say("evidence.none")
    guard let concern = item.concern, concern != "general" else {
      return catalog.say(
        isWeak ? "plan.evidence-none-any" : "plan.evidence-any",
        ["phrase": item.evidence]
      )
    }
    return catalog.say(
      isWeak ? "plan.evidence-none" : "plan.evidence",
      ["phrase": item.evidence, "concern": concerns([concern])]
    )
  }

  func intro(_ plan: Plan) -> [String] {
    switch plan.emptiness {
    case .tooYoung: [catalog.say("form.too-young")]
    case .nothingSafe: untold(plan) + [catalog.say("plan.empty")]
    case nil:
      (plan.isGeneral ? [catalog.say("plan.intro-general")] : []) + untold(plan) + [
        "\(catalog.say("plan.intro")) "
          + catalog.say(
            "plan.span",
            ["weeks": String(plan.weeks), "end": plan.ends.words]
          )
      ]
    }
  }

  /// Facts that are named one by one; more would be a wall.
  private static let mostNamed = 4

  private func untold(_ plan: Plan) -> [String] {
    guard !plan.untold.isEmpty else { return [] }
    if plan.untold.count > Self.mostNamed { return [catalog.say("plan.intro-untold-much")] }
    let things = joined(plan.untold.map { catalog.say("untold.\($0.rawValue)") }, with: "or")
    return [catalog.say("plan.intro-untold", ["things": things])]
  }

  /// Everything under a step's title, one line each.
  package func lines(_ item: Plan.Item, cite: (ArraySlice<Reference>) -> String) -> [String] {
    let action = item.action
    let cited = cite(item.references.prefix(PlanSheet.mostSources))
    var lines = [item.why]
    lines.append(item.known == nil ? "\(sure(item)) \(cited)" : sure(item))
    if let known = item.known {
      lines.append("\(catalog.say("plan.known", ["text": known])) \(cited)")
    }
    lines.append(catalog.say("plan.when", ["cue": action.cue.lowercasedFirst]))
    lines.append(catalog.say("plan.usual", ["text": action.usual]))
    lines.append(catalog.say("plan.smallest", ["text": action.smallest]))
    lines += item.adaptations.map { catalog.say("plan.adapt", ["text": $0]) }
    lines.append(
      catalog.say(
        "plan.snag",
        ["obstacle": action.obstacle.lowercasedFirst, "coping": action.coping]
      )
    )
    lines.append(
      catalog.say(
        "plan.cost",
        ["cost": action.cost.rawValue, "note": action.costNote, "effort": action.effort.rawValue]
      )
    )
    return lines + dates(item) + [catalog.say("plan.stop", ["text": action.stop])]
  }

  private func dates(_ item: Plan.Item) -> [String] {
    let action = item.action
    var when =
      "\(catalog.say("plan.wait", ["weeks": String(action.wait)])) "
      + catalog.say(
        "plan.dates",
        [
          "start": item.starts.words, "week": String(item.week), "review": item.review.words,
          "look": action.look.lowercasedFirst,
        ]
      )
    if let decide = item.decide {
      when += " " + catalog.say("plan.decide", ["date": decide.words])
    }
    guard let restriction = action.restriction, let bringBack = item.bringBack else {
      return [when]
    }
    return [
      when,
      catalog.say(
        "plan.restrict",
        ["date": bringBack.words, "limit": String(restriction.limit)]
      ),
      catalog.say("plan.back", ["text": restriction.back]),
    ]
  }

  /// "a", "a and b", "a, b and c".
  private func joined(_ words: [String], with last: String = "and") -> String {
    guard words.count > 1, let end = words.last else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(last) \(end)"
  }
}

extension String {
  /// With a small first letter, to stand inside a sentence; words such as GP stay as they are.
  var lowercasedFirst: String {
    guard let first, dropFirst().first?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }
}
