import Authoring
import Evaluation
import Foundation
import Intents
import Language
import Packed

/// How well the content's own examples are told apart, for people, for programs and as a chart.
struct ContentReport {
  private let evaluation: ContentEvaluation

  /// Lines of each list that people are shown; `--json` has them all.
  private static let shown = 30

  init(_ evaluation: ContentEvaluation) { self.evaluation = evaluation }

  /// Cross-validates the examples of a content folder.
  ///
  /// - Throws: Exit code 66 when the folder is missing or holds no intents.
  static func evaluation(of folder: String, threads: Int) throws -> ContentEvaluation {
    let content = try ContentOption.content(in: folder)
    let set = TrainingSet(content)
    guard !set.examples.isEmpty else {
      Say.error("\(folder) holds no intents; say --content DIR, the folder with intents and seeds")
      throw Exit.missingFile
    }
    var compiler = ContentCompiler(content, dictionary: WordLists.english)
    compiler.threads = threads
    var trainer = compiler.trainer(for: set)
    trainer.progress = Progress.reporter()
    return ContentEvaluation(
      examples: set.examples,
      priors: set.priors,
      trainer: trainer,
      wordGuard: compiler.wordGuard
    )
  }

  func text(misses: Bool) -> String {
    let figures = evaluation.figures
    var lines = [
      "\(figures.lines) lines of \(figures.topics) topics, \(figures.folds) folds; "
        + "\(figures.nearCopies) lines share a fold with a near copy",
      "  right topic: \(percent(figures.accuracy)), in the first three: \(percent(figures.rightInThree)), "
        + "macro F1: \(percent(figures.macroF1))",
      "  out of scope refused: \(percent(figures.outOfScopeRefused)), "
        + "in scope refused by mistake: \(percent(figures.inScopeRefused))",
      "",
      "confidence and what it is worth (expected calibration error \(Number.four(figures.calibrationError)))",
    ]
    lines += figures.calibration.map {
      "  said \(percent($0.confidence))  right \(percent($0.right))  \($0.lines) lines"
    }
    lines += ["", "topics found least often"]
    lines += figures.recall.prefix(Self.shown).map {
      "  \(percent($0.recall)) of \($0.lines)  \($0.topic)"
    }
    lines += ["", "topics taken for others most often"]
    lines += figures.confusions.prefix(Self.shown).map {
      "  \($0.lines)  \($0.topic) → \($0.taken)"
    }
    lines += ["", "topics to be kept apart"]
    lines += figures.confusable.map {
      "  \(percent($0.accuracy)) of \($0.lines), \($0.takenWithin) taken for each other: "
        + $0.topics.joined(separator: ", ")
    }
    lines += [
      "", "\(evaluation.misses.count) lines missed\(misses ? "" : "; --misses lists them")",
    ]
    if misses { lines += evaluation.misses.map { "  \($0.expected) → \($0.given)  \($0.text)" } }
    return lines.joined(separator: "\n") + "\n"
  }

  private func percent(_ share: Double) -> String { "\(Number.two(share * 100))%" }

  private struct Object: Encodable {
    let figures: ContentEvaluation.Figures
    let misses: [ContentEvaluation.Miss]?
  }

  func json(misses: Bool) throws -> String {
    try JSONLine.text(
      of: Object(figures: evaluation.figures, misses: misses ? evaluation.misses : nil)
    )
  }

  /// - Throws: Exit code 73 when the file cannot be written.
  func draw(into path: String) throws {
    do {
      try Data(Chart(evaluation).svg.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      Say.error("the chart cannot be written to \(path)")
      throw Exit.cannotCreate
    }
  }
}
