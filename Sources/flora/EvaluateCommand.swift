import ArgumentParser
import Evaluation
import Foundation
import Intents
import Knowledge
import Language

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract:
      "Measure the classifier, the safety screen and the reader of facts on labelled lines.",
    discussion: """
      Without files the content's own examples are judged, each by a model that has not seen it (run it beside
      intents and seeds, or say --content DIR).
      With --train and --test the same engine is trained on text<TAB>label files and judged on public data.
      With --questions, --multi, --slots, --facets, --context or --safety Flora's own content is judged on JSON lines.
      """
  )

  @OptionGroup var content: ContentOption
  @OptionGroup var data: DataOptions

  @Option(help: "Labelled questions.") var questions: String?
  @Option(help: "Lines with two questions.") var multi: String?
  @Option(help: "Lines with personal facts.") var slots: String?
  @Option(help: "Questions about two things at once.") var facets: String?
  @Option(help: "Follow-ups.") var context: String?
  @Option(help: "Lines with and without danger.") var safety: String?

  @Option(help: "Draw confusion and calibration of the content's own examples into this SVG file.")
  var chart: String?

  @Flag(help: "As JSON.") var json = false
  @Flag(help: "List the lines that went wrong.") var misses = false

  func run() throws {
    if data.train != nil { return try data.run(try content.catalog(), json: json) }
    let evaluation = ConversationEvaluation(try content.catalog())
    var results: [(String, ConversationEvaluation.Result)] = []
    if let questions { results.append(("questions", evaluation.questions(try lines(questions)))) }
    if let multi { results.append(("multi", evaluation.twoPart(try lines(multi)))) }
    if let slots { results.append(("slots", evaluation.facts(try lines(slots)))) }
    if let facets { results.append(("facets", evaluation.facets(try lines(facets)))) }
    if let context { results.append(("context", evaluation.followUps(try lines(context)))) }
    if let safety { results.append(("safety", evaluation.dangers(try lines(safety)))) }
    guard !results.isEmpty else { return try judgeContent() }
    for (name, result) in results { try show(name, result) }
  }

  private func judgeContent() throws {
    let report = ContentReport(
      try ContentReport.evaluation(of: content.folder ?? ".", threads: data.threads)
    )
    try Say.out(json ? report.json(misses: misses) : report.text(misses: misses))
    if let chart { try report.draw(into: chart) }
  }

  private func lines<Line: Decodable>(_ path: String) throws -> [Line] {
    guard let data = FileManager.default.contents(atPath: path) else {
      Say.error("there is no file \(path)")
      throw Exit.missingFile
    }
    do throws(LabelledLines.BadLine) {
      return try LabelledLines.read(String(decoding: data, as: UTF8.self))
    } catch {
      Say.error("\(path):\(error.number): the line is not the JSON that this file should hold")
      throw Exit.badData
    }
  }

  private func show(_ name: String, _ result: ConversationEvaluation.Result) throws {
    if json { return try Say.out(try JSONLine.text(of: [name: result])) }
    try Say.line(name)
    for (figure, value) in result.figures.sorted(by: { $0.key < $1.key }) {
      try Say.line("  \(figure): \(Number.two(value * 100))% of \(result.counts[figure] ?? 0)")
    }
    if name == "slots" {
      try Say.line(
        "  \(result.counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))"
      )
    }
    if misses { for miss in result.misses { try Say.line("  - \(miss)") } }
  }
}
