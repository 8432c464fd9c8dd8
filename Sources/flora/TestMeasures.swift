import ArgumentParser
import Foundation
import Knowledge
import Transcripts

/// What the conversations as a whole are worth: what they reach, and which mistakes they notice.
struct TestMeasures: ParsableArguments {
  @Flag(name: .long, help: "Say what of the content was reached, and what was missed.")
  var coverage = false

  @Option(
    name: .customLong("coverage-min"),
    help: "Least shares in per cent, such as topics=100,rules=90; exit code 1 below."
  )
  var coverageMinimum: String?

  @Option(
    name: .long,
    defaultAsFlag: 200,
    help: "Make this many deliberate mistakes in the content and say which no test notices."
  )
  var mutate: Int?

  @Option(name: .long, help: "The number that chooses the mistakes.")
  var seed: UInt64 = 0

  @Option(
    name: .long,
    help:
      "How many of the mistakes are in keywords and danger lines, each trained anew (10 to 30 s)."
  )
  var retrain = 2

  func validate() throws {
    do throws(Check.Mistake) {
      _ = try least()
    } catch {
      throw ValidationError("\(error.problem); \(error.remedy).")
    }
    if let mutate, mutate < 1 { throw ValidationError("--mutate wants 1 or more.") }
    if retrain < 0 { throw ValidationError("--retrain wants 0 or more.") }
  }

  private func least() throws(Check.Mistake) -> [Coverage.Kind: Int] {
    guard let coverageMinimum else { return [:] }
    return try CoverageReport.minimums(coverageMinimum)
  }

  /// - Returns: Whether a minimum was not reached.
  func tellCoverage(_ results: [CaseResult], _ catalog: Catalog, beside format: Report.Format)
    throws -> Bool
  {
    guard coverage || coverageMinimum != nil else { return false }
    var reached = Coverage()
    for result in results where result.status == .passed { reached.merge(result.coverage) }
    let report = CoverageReport(of: reached, in: catalog)
    if coverage {
      if format == .pretty { try Say.out(report.text) } else { Say.error(report.text) }
    }
    let shortfalls = report.shortfalls(try least())
    for shortfall in shortfalls { Say.error(shortfall) }
    return !shortfalls.isEmpty
  }

  /// Plays everything against each mistake.
  func mutate(_ run: TestRun, _ catalog: Catalog, content: ContentOption, jobs: Int) throws {
    guard let mutate else { return }
    let mutation = MutationRun(run.cases, run.played)
    var chosen = Mutants(catalog).some(mutate, seed: seed)
    let trained = TrainedMutants(folder: content.folder ?? ".").some(
      min(retrain, max(mutate / 4, 1)),
      seed: seed
    )
    chosen = Array(chosen.prefix(mutate - trained.count)) + trained
    Say.error(
      trained.isEmpty
        ? "keywords and danger lines are left out: they need the content folder to train from"
        : "\(trained.count) of \(chosen.count) mistakes are in keywords and danger lines, a small sample: each is trained anew"
    )
    let outcomes = mutation.run(chosen, jobs: jobs, progress: TestProgress.reporter("tried"))
    try Say.out(MutationRun.text(of: outcomes))
  }
}
