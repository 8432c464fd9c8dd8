package import Knowledge

/// A plan in words, before it is laid out: what Markdown, print and a conversation show alike.
package struct PlanSheet: Equatable, Sendable {
  package struct Step: Equatable, Sendable {
    package let title: String
    package let lines: [String]
  }

  /// A heading with lines of the same kind under it.
  package struct Part: Equatable, Sendable {
    package let title: String
    package let lines: [String]
  }

  package let title: String
  package let intro: [String]
  package let steps: [Step]
  /// What is prescribed stays, and which treatment is proven.
  package let keep: String
  package let see: Part?
  package let leftOut: Part?
  /// Sources in the order of the numbers that cite them.
  package let sources: Part?
  package let always: String

  /// Sources shown for one step, and for the treatment.
  package static let mostSources = 2

  package init(_ plan: Plan, _ catalog: Catalog) {
    let words = PlanWords(catalog)
    var numbers = SourceNumbers()
    title = catalog.say("plan.title-for", ["concerns": words.concerns(plan.concerns)])
    intro = words.intro(plan)
    steps = plan.items.enumerated().map { index, item in
      Step(
        title: catalog.say("plan.item", ["number": String(index + 1), "title": item.action.title]),
        lines: words.lines(item, cite: { numbers.cite($0) })
      )
    }
    keep =
      ([catalog.say("plan.keep")]
      + plan.treatment.map { treatment in
        let cited = numbers.cite(treatment.references.prefix(Self.mostSources))
        return "\(catalog.say("plan.treatment", ["text": treatment.text])) \(cited)"
      }).joined(separator: " ")
    see = Part(catalog.say("plan.see"), plan.see)
    leftOut = Part(
      catalog.say("plan.left-out"),
      plan.leftOut.map { catalog.say("plan.left-out-item", ["title": $0.title, "why": $0.why]) }
    )
    sources = Part(catalog.say("plan.sources"), numbers.list.map(\.full))
    always = plan.always
  }
}

extension PlanSheet.Part {
  /// - Returns: nil without lines.
  fileprivate init?(_ title: String, _ lines: [String]) {
    guard !lines.isEmpty else { return nil }
    self.init(title: title, lines: lines)
  }
}

extension Plan {
  /// The references that its sheet prints, in the order of their numbers.
  package var citedReferences: [Reference] {
    var numbers = SourceNumbers()
    for item in items { _ = numbers.cite(item.references.prefix(PlanSheet.mostSources)) }
    for treatment in treatment {
      _ = numbers.cite(treatment.references.prefix(PlanSheet.mostSources))
    }
    return numbers.list
  }
}

/// References in the order in which they were first cited.
private struct SourceNumbers {
  private(set) var list: [Reference] = []

  mutating func cite(_ references: some Sequence<Reference>) -> String {
    references.map { reference in
      let place = list.firstIndex(of: reference) ?? list.count
      if place == list.count { list.append(reference) }
      return "[\(place + 1)]"
    }.joined()
  }
}
