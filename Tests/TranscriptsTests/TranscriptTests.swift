import Compiled
import Foundation
import Testing
import Transcripts

/// Every conversation under `Tests/Transcripts` and in the README.
struct TranscriptTests {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The files that hold conversations, by path from the project's folder.
  static func files() throws -> [String] {
    let folder = root.appending(path: "Tests/Transcripts").path
    let found = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return ["README.md"]
      + found.filter { $0.hasSuffix(".md") }.sorted().map { "Tests/Transcripts/\($0)" }
  }

  @Test(arguments: try files())
  func `the conversations of a file go as written`(_ file: String) throws {
    let text = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
    let parsed = ScriptParser.parse(text, file: file)
    #expect(parsed.errors.map(\.description) == [])
    let (cases, errors) = ScriptCase.all(of: parsed.scripts)
    #expect(errors.map(\.description) == [])
    #expect(!cases.isEmpty)
    let results = Runner(CompiledCatalog.catalog).run(cases, jobs: 1, seed: nil)
    #expect(results.filter(\.isFailure).map(\.name) == [])
  }
}
