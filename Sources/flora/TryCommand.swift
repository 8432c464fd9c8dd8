import ArgumentParser
import Authoring
import Compiled
import Foundation
import Knowledge

struct TryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Show which decisions would move if an intent file replaced the present one.",
    discussion: """
      Both are trained, and every example goes through both. When FILE is the one in the folder already, it is compared \
      with what was built into the program.
        flora try new/dairy.yml "does kefir count as dairy"
      """
  )

  @Option(name: .customLong("content"), help: "The folder that holds intents and seeds.")
  var folder = "."

  @Option(help: "The group of a topic that is new, such as diet.")
  var group = "practical"

  @Argument(help: "The intent file.")
  var file: String

  @Argument(help: "A question to try.")
  var question: String?

  func run() throws {
    guard FileManager.default.fileExists(atPath: file) else {
      Say.error("there is no file \(file)")
      throw Exit.missingFile
    }
    let present: SourceFolder
    do {
      present = try SourceFolder(root: folder)
    } catch {
      Say.error("there is no folder \(error.folder)")
      throw Exit.missingFile
    }
    guard let change = present.replacing(with: file, newGroup: group) else {
      Say.error("\(file) cannot be read as UTF-8 text")
      throw Exit.badData
    }
    let changed = Content(change.folder)
    let findings = (changed.findings + ReferenceCheck(changed).findings)
      .filter { $0.place.file == change.path }
    for finding in findings { Say.error(finding.description) }
    if !findings.isEmpty { throw Exit.badData }
    let trial = TopicTrial(
      present: Content(present),
      changed: changed,
      built: change.isSame ? CompiledCatalog.catalog.model : nil,
      dictionary: WordLists.english,
      threads: ProcessInfo.processInfo.activeProcessorCount
    )
    try show(trial, against: change.isSame ? "what is built in" : change.path)
  }

  private func show(_ trial: TopicTrial, against name: String) throws {
    if let question {
      let move = trial.decision(on: question)
      let change = move.before == move.after ? "stays with" : "\(move.before) →"
      try Say.line("\"\(question)\": \(change) \(move.after)")
    }
    for move in trial.moves {
      let right = move.after == move.expected ? "right" : move.before == move.expected ? "lost" : ""
      let verdict = right.isEmpty ? "" : " (\(right))"
      try Say.line("\"\(move.text)\": \(move.before) → \(move.after)\(verdict)")
    }
    try Say.line("\(trial.moves.count) of \(trial.count) examples move, against \(name).")
  }
}
