import ArgumentParser
import Authoring

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check what curators write: intents and seeds.",
    discussion: "Exit code 1 when there is something to mend, each told with its file and line."
  )

  @Argument(help: "The folder that holds intents and seeds.")
  var folder = "."

  func run() throws {
    let content = try ContentOption.content(in: folder)
    let findings = content.findings + ReferenceCheck(content).findings
    for finding in findings.sorted(by: { $0.place < $1.place }) { Say.error(finding.description) }
    if !findings.isEmpty { throw Exit.failed }
    try Say.out(
      "\(content.intents.count) intents and \(content.answers.count) answers: nothing to mend.\n"
    )
  }
}
