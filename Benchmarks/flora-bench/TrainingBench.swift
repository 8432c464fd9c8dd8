internal import Language

import Authoring
import Intents

/// Training of the content's own model: the final fit and the calibration on held-out folds apart.
struct TrainingBench {
  let content: String

  func run() throws {
    let content = try Content(SourceFolder(root: content))
    let set = TrainingSet(content)
    let compiler = ContentCompiler(content, dictionary: WordLists.english)
    var trainer = compiler.trainer(for: set)
    trainer.threads = 1
    var bytes = 0
    let fit = Stopwatch.micros { bytes = trainer.train(set.examples + set.priors).packed().count }
    Report.row("training on \(set.examples.count) examples, one core", micros: fit)
    Report.row("model", "\(bytes) bytes")
    let wordGuard = compiler.wordGuard
    let folds = Stopwatch.micros {
      let validation = CrossValidation(
        set.examples,
        priors: set.priors,
        folds: 4,
        trainer: trainer,
        wordGuard: wordGuard
      )
      _ = validation.calibration()
    }
    Report.row("calibration on 4 folds, one core", micros: folds)
  }
}
