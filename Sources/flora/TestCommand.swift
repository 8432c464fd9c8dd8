import ArgumentParser
import Foundation
import Knowledge
import Transcripts

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Play written conversations (*.chat.md, or any Markdown) and check them.",
    discussion: "See docs/transcripts.md for how to write one."
  )

  @OptionGroup var content: ContentOption

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
  var paths: [String]

  func validate() throws {
    if paths.isEmpty {
      throw ValidationError("Name a file or a folder, for example: flora test Tests/Transcripts")
    }
    if jobs < 1 { throw ValidationError("--jobs wants 1 or more.") }
  }

  func run() throws {
    let scripts = try ScriptFiles.scripts(in: paths)
    let (cases, errors) = ScriptCase.all(of: scripts)
    for error in errors { Say.error(error.description) }
    if !errors.isEmpty { throw Exit.failed }
    let wanted = cases.filter { testCase in
      (only.map { testCase.name.contains($0) } ?? true)
        && (tag.map { testCase.script.tags.contains($0) } ?? true)
    }
    guard !wanted.isEmpty else {
      Say.error("no conversation fits; nothing was tested")
      throw Exit.failed
    }
    let results = Runner(try content.catalog()).run(wanted, jobs: jobs, seed: shuffle)
    try Say.out(Report.text(of: results, as: format))
    if results.contains(where: \.isFailure) { throw Exit.failed }
  }
}

extension Report.Format: ExpressibleByArgument {}

/// Finds and reads the files that hold conversations.
enum ScriptFiles {
  /// - Throws: Exit code 66 when a path is missing, 1 when a file has mistakes, each told with its line.
  static func scripts(in paths: [String]) throws -> [Script] {
    var scripts: [Script] = []
    var errors: [ScriptError] = []
    for path in try paths.flatMap(files) {
      guard let data = FileManager.default.contents(atPath: path),
        let text = String(validating: data, as: UTF8.self)
      else {
        Say.error("\(path) cannot be read as UTF-8 text")
        throw Exit.badData
      }
      let parsed = ScriptParser.parse(text, file: path)
      scripts += parsed.scripts
      errors += parsed.errors
    }
    for error in errors { Say.error(error.description) }
    if !errors.isEmpty { throw Exit.failed }
    return scripts
  }

  private static func files(at path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      Say.error("there is nothing at \(path)")
      throw Exit.missingFile
    }
    guard isFolder.boolValue else { return [path] }
    let found = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return found.filter { $0.hasSuffix(".md") }.sorted().map { "\(path)/\($0)" }
  }
}
