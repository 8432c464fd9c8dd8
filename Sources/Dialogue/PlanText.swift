package import Knowledge
package import Planning

/// A plan as it is shown in a conversation.
package struct PlanText: Sendable {
  private let catalog: Catalog

  package init(_ catalog: Catalog) { self.catalog = catalog }

  package func text(of plan: Plan) -> String {
    let sheet = PlanSheet(plan, catalog)
    var parts = ["**\(sheet.title)**"] + sheet.intro
    parts += sheet.steps.map { part($0.title, $0.lines.map { "- \($0)" }) }
    parts.append(sheet.keep)
    if let see = sheet.see { parts.append(part(see.title, [see.lines.joined(separator: " ")])) }
    if let leftOut = sheet.leftOut {
      parts.append(part(leftOut.title, leftOut.lines.map { "- \($0)" }))
    }
    if let sources = sheet.sources {
      parts.append(part(sources.title, sources.lines.numbered))
    }
    return (parts + [sheet.always]).joined(separator: "\n\n")
  }

  /// The references that a plan prints, in the order of their numbers.
  package static func references(of plan: Plan) -> [ID<Reference>] {
    plan.citedReferences.map(\.id)
  }

  private func part(_ title: String, _ lines: [String]) -> String {
    (["**\(title)**"] + lines).joined(separator: "\n")
  }
}
