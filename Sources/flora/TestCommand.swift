import ArgumentParser
import Foundation
import Knowledge
import Transcripts

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Play written conversations (*.chat.md, or any Markdown) and check them.",
    discussion: """
      See docs/transcripts.md for how to write one. Botium text files (*.convo.txt) and Bot Framework files \
      (*.chat) are played too. Exit code 1 when a conversation does not go as written.
      """
  )

  @OptionGroup var content: ContentOption
  @OptionGroup var changes: TestChanges
  @OptionGroup var measures: TestMeasures

  @Option(name: .long, help: "Only conversations whose name holds these words.")
  var only: String?

  @Option(name: .long, help: "Only conversations with this tag.")
  var tag: String?

  @Option(name: .long, help: "pretty, tap, junit or json.")
  var format: Report.Format = .pretty

  @Option(name: .long, help: "Threads to play on.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(name: .long, help: "Play in a shuffled order; the number makes the order.")
  var shuffle: UInt64?

  @Argument(help: "Files and folders.")
  var paths: [String] = []

  func validate() throws {
    if paths.isEmpty {
      throw ValidationError("Name a file or a folder, for example: flora test Tests/Transcripts")
    }
    if jobs < 1 { throw ValidationError("--jobs wants 1 or more.") }
  }

  func run() throws {
    if changes.isLayout { return try TestFiles.layOut(paths) }
    let catalog = try content.catalog()
    var run = try play(catalog)
    if changes.update {
      if try changes.updateFiles(run.results) { run = try play(catalog) }
    } else if changes.review {
      if try changes.reviewFiles(run.results) { run = try play(catalog) }
    }
    try Say.out(Report.text(of: run.results, as: format))
    let hasShortfall = try measures.tellCoverage(run.results, catalog, beside: format)
    if measures.mutate != nil { try measures.mutate(run, catalog, content: content, jobs: jobs) }
    if hasShortfall || run.results.contains(where: \.isFailure) { throw Exit.failed }
  }

  /// Reads the files and plays what was asked for.
  private func play(_ catalog: Catalog) throws -> TestRun {
    let found = try TestFiles.scripts(in: paths)
    let (cases, caseErrors) = ScriptCase.all(of: found.scripts)
    let errors = found.errors + caseErrors + Vocabulary(catalog).errors(in: found.scripts)
    let bad = Set(errors.map(\.file))
    for error in errors { Say.error(error.description) }
    let wanted = cases.filter { testCase in
      !bad.contains(testCase.script.file) && (only.map { testCase.name.contains($0) } ?? true)
        && (tag.map { testCase.script.tags.contains($0) } ?? true)
    }
    guard !wanted.isEmpty || !errors.isEmpty else {
      Say.error("no conversation fits; nothing was tested")
      throw Exit.failed
    }
    let results = Runner(catalog).run(
      wanted,
      jobs: jobs,
      seed: shuffle,
      progress: TestProgress.reporter("played")
    )
    return TestRun(cases: wanted, played: results, results: CaseResult.mistakes(errors) + results)
  }
}

/// Conversations that were played, and what came of them.
struct TestRun {
  let cases: [ScriptCase]
  /// One result a case.
  let played: [CaseResult]
  /// The same, and files with mistakes.
  let results: [CaseResult]
}

extension Report.Format: ExpressibleByArgument {}
