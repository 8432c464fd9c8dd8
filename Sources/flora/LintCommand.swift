import ArgumentParser
import Authoring
import Foundation

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check what curators write: intents and seeds.",
    discussion: """
      Every mistake is told as `file:line:column: problem; remedy [rule]`, and the exit code is then 1.
      What cannot be read, and names that do not exist, are always told; the flags add rules.
      """
  )

  @Argument(help: "The folder that holds intents and seeds.")
  var folder = "."

  @Flag(help: "Claims, sources, grades, dates, the catalogue and the outline.")
  var evidence = false

  @Flag(help: "The reading grade of each view.")
  var readability = false

  @Flag(help: "Promises, products, doses, skin colours, blame, first lines and offers.")
  var wording = false

  @Flag(help: "Every example as a test of the keyword model.")
  var examples = false

  @Flag(help: "All rules.")
  var all = false

  @Flag(help: "One JSON object a line.")
  var json = false

  func run() throws {
    let content = try ContentOption.content(in: folder)
    let linter = Linter(
      content,
      released: Version.released,
      dictionary: parts.isDisjoint(with: [.wording, .examples]) ? [] : WordLists.english,
      threads: ProcessInfo.processInfo.activeProcessorCount
    )
    let report = linter.report(parts)
    for finding in report.findings { try show(finding, kind: "finding") }
    for note in report.notes { try show(note, kind: "note") }
    if !json {
      for count in report.counts { try Say.line(count) }
    }
    if !report.findings.isEmpty { throw Exit.failed }
    if !json {
      try Say.line(
        "\(content.intents.count) intents and \(content.answers.count) answers: nothing to mend."
      )
    }
  }

  private var parts: Set<Linter.Part> {
    if all { return Set(Linter.Part.allCases) }
    let wanted: [(Bool, Linter.Part)] = [
      (evidence, .evidence), (readability, .readability), (wording, .wording),
      (examples, .examples),
    ]
    return Set(wanted.filter(\.0).map(\.1))
  }

  private func show(_ finding: Finding, kind: String) throws {
    guard json else {
      return try Say.line(kind == "note" ? "note: \(finding.description)" : finding.description)
    }
    try Say.out(try JSONLine.text(of: Object(finding, kind: kind)))
  }

  /// A finding as programs get it.
  private struct Object: Encodable {
    let kind: String
    let file: String
    let line: Int
    let column: Int
    let rule: String
    let problem: String
    let remedy: String

    init(_ finding: Finding, kind: String) {
      self.kind = kind
      file = finding.place.file
      line = finding.place.line
      column = finding.place.column
      rule = finding.rule.rawValue
      problem = finding.problem
      remedy = finding.remedy
    }
  }
}
