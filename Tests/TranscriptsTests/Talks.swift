import Compiled
import Foundation
import Knowledge
import Transcripts

/// Plays transcripts that stand in tests, the way `flora test` does.
enum Talks {
  static let catalog = CompiledCatalog.catalog
  static let file = "example.chat.md"

  /// A block of a transcript, without its fence.
  static func block(_ lines: String...) -> String {
    (["```chat"] + lines + ["```"]).joined(separator: "\n")
  }

  /// What came of a file: its mistakes, and its results where it has none.
  static func play(_ text: String) -> (mistakes: [String], results: [CaseResult]) {
    let parsed = ScriptParser.parse(text, file: file)
    let (cases, errors) = ScriptCase.all(of: parsed.scripts)
    let mistakes = parsed.errors + errors + Vocabulary(catalog).errors(in: parsed.scripts)
    return (
      mistakes.map(\.description), mistakes.isEmpty ? Runner(catalog).run(cases) : []
    )
  }

  /// Everything that is wrong with a file, one line each: mistakes, or else what did not go as written.
  static func messages(_ text: String) -> [String] {
    let (mistakes, results) = play(text)
    return mistakes
      + results.flatMap { result -> [String] in
        switch result.status {
        case .fixed:
          ["\(result.file):\(result.line): passes now; remove '@todo \(result.reason)'"]
        case .failed: result.failures.map(\.description)
        case .passed, .skipped, .todo: []
        }
      }
  }

  static func cases(_ text: String) -> [ScriptCase] {
    ScriptCase.all(of: ScriptParser.parse(text, file: file).scripts).cases
  }
}
