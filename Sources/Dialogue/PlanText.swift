package import Knowledge
package import Planning

/// A plan as Markdown, as it is shown and saved.
package struct PlanText: Sendable {
  private let catalog: Catalog

  package init(_ catalog: Catalog) { self.catalog = catalog }

  package func text(of plan: Plan) -> String {
    guard !plan.items.isEmpty else {
      return ([heading(plan), catalog.say("plan.empty")] + see(plan) + [plan.always]).joined(
        separator: "\n\n"
      )
    }
    var numbers = Numbering()
    var parts = [heading(plan)]
    if plan.isGeneral { parts.append(catalog.say("plan.intro-general")) }
    parts.append(catalog.say("plan.intro"))
    for (number, item) in plan.items.enumerated() {
      parts.append(self.item(item, number + 1, plan, &numbers))
    }
    parts.append(
      ([catalog.say("plan.keep")] + plan.treatment.map { treatment($0, plan, &numbers) }).joined(
        separator: " "
      )
    )
    parts += see(plan)
    if !plan.leftOut.isEmpty { parts.append(leftOut(plan)) }
    parts.append(sources(numbers))
    parts.append(plan.always)
    return parts.joined(separator: "\n\n")
  }

  /// The references that a plan prints, in the order of their numbers.
  package static func references(of plan: Plan) -> [ID<Reference>] {
    (plan.items.flatMap { $0.references.prefix(mostSources) } + plan.careReferences.prefix(2)).map(
      \.id
    ).uniqued()
  }

  /// Sources shown for one step.
  private static let mostSources = 2

  /// References in the order in which they were first cited.
  private struct Numbering {
    private(set) var list: [Reference] = []

    mutating func cite(_ references: some Sequence<Reference>) -> String {
      references.map { reference in
        let place = list.firstIndex(of: reference) ?? list.count
        if place == list.count { list.append(reference) }
        return "[\(place + 1)]"
      }.joined()
    }
  }

  private func heading(_ plan: Plan) -> String {
    "**\(catalog.say("plan.title-for", ["concerns": ProfileConcern.words(plan.concerns, catalog)]))**"
  }

  private func item(_ item: Plan.Item, _ number: Int, _ plan: Plan, _ numbers: inout Numbering)
    -> String
  {
    let action = item.action
    let isWeak = item.evidence == catalog.say("evidence.none")
    let sure = catalog.say(
      isWeak ? "plan.evidence-none" : "plan.evidence",
      ["phrase": item.evidence, "concern": ProfileConcern.words(plan.concerns, catalog)]
    )
    var lines = [
      "**\(catalog.say("plan.item", ["number": String(number), "title": action.title]))**",
      item.why,
      "\(sure) \(numbers.cite(item.references.prefix(Self.mostSources)))",
      catalog.say("plan.when", ["cue": action.cue]),
      catalog.say("plan.usual", ["text": action.usual]),
      catalog.say("plan.smallest", ["text": action.smallest]),
    ]
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
    lines.append(
      "\(catalog.say("plan.wait", ["weeks": String(action.wait)])) "
        + catalog.say(
          "plan.dates",
          [
            "start": item.starts.words, "review": item.review.words,
            "look": action.look.lowercasedFirst,
          ]
        )
    )
    if let restriction = action.restriction {
      lines.append(
        catalog.say(
          "plan.restrict",
          ["limit": String(restriction.limit), "back": restriction.back]
        )
      )
    }
    lines.append(catalog.say("plan.stop", ["text": action.stop]))
    return lines[0] + "\n" + lines.dropFirst().map { "- \($0)" }.joined(separator: "\n")
  }

  private func treatment(_ text: String, _ plan: Plan, _ numbers: inout Numbering) -> String {
    "\(catalog.say("plan.treatment", ["text": text])) \(numbers.cite(plan.careReferences.prefix(2)))"
  }

  private func see(_ plan: Plan) -> [String] {
    plan.see.isEmpty ? [] : ["**\(catalog.say("plan.see"))**\n\(plan.see.joined(separator: " "))"]
  }

  private func leftOut(_ plan: Plan) -> String {
    let lines = plan.leftOut.map {
      "- \(catalog.say("plan.left-out-item", ["title": $0.title, "why": $0.why]))"
    }
    return (["**\(catalog.say("plan.left-out"))**"] + lines).joined(separator: "\n")
  }

  private func sources(_ numbers: Numbering) -> String {
    let lines = numbers.list.enumerated().map { "\($0.offset + 1). \($0.element.full)" }
    return (["**\(catalog.say("plan.sources"))**"] + lines).joined(separator: "\n")
  }
}

extension String {
  /// With a small first letter, to stand inside a sentence.
  fileprivate var lowercasedFirst: String {
    guard let first, dropFirst().first?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }
}
