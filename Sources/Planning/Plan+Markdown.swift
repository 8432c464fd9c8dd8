package import Knowledge

extension Plan {
  /// The plan as Markdown that reads well as it is; ends with a newline.
  package func markdown(_ catalog: Catalog) -> String {
    let sheet = PlanSheet(self, catalog)
    var parts = ["# \(sheet.title)"] + sheet.intro
    parts += sheet.steps.map { step in
      "## \(step.title)\n\n" + step.lines.map { "- \($0)" }.joined(separator: "\n")
    }
    parts.append(sheet.keep)
    if let see = sheet.see { parts.append("## \(see.title)\n\n\(bullets(see.lines))") }
    if let leftOut = sheet.leftOut {
      parts.append("## \(leftOut.title)\n\n\(bullets(leftOut.lines))")
    }
    if let sources = sheet.sources {
      let lines = sources.lines.numbered
      parts.append("## \(sources.title)\n\n\(lines.joined(separator: "\n"))")
    }
    return (parts + [sheet.always]).joined(separator: "\n\n") + "\n"
  }

  private func bullets(_ lines: [String]) -> String {
    lines.map { "- \($0)" }.joined(separator: "\n")
  }
}
