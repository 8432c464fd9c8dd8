import Evaluation
import Foundation
import Intents
import Language

/// Public data, where it is there.
struct DataBench {
  let folder: String?
  let wordGuard: WordGuard

  func run() {
    measure("CLINC150", "clinc150", hasForeign: true)
    measure("BANKING77", "banking77", hasForeign: false)
  }

  private func measure(_ name: String, _ part: String, hasForeign: Bool) {
    guard let folder, let train = examples("\(folder)/\(part)/train.tsv"),
      let test = examples("\(folder)/\(part)/test.tsv")
    else { return Report.row(name, "not measured: data absent") }
    var evaluation = TSVEvaluation(
      train: train,
      test: test,
      trainer: Trainer(threads: 1),
      wordGuard: wordGuard
    )
    if hasForeign {
      evaluation.validation = examples("\(folder)/\(part)/val.tsv") ?? []
      evaluation.outOfScopeTrain = examples("\(folder)/\(part)/oos_train.tsv") ?? []
      evaluation.outOfScopeValidation = examples("\(folder)/\(part)/oos_val.tsv") ?? []
      evaluation.outOfScopeTest = examples("\(folder)/\(part)/oos_test.tsv") ?? []
    }
    let figures = evaluation.run()
    Report.row("\(name) accuracy", String(format: "%.2f%%", figures.accuracy * 100))
    if let auroc = figures.auroc, let recall = figures.outOfScopeRecallAtMinus2 {
      Report.row(
        "  AUROC, out-of-scope recall at −2 points",
        String(format: "%.4f, %.1f%%", auroc, recall * 100)
      )
    }
    Report.row("  expected calibration error", String(format: "%.4f", figures.calibrationError))
    Report.row("  training, one core", micros: figures.trainSeconds * 1e6)
    Report.row("  calibration", micros: figures.calibrationSeconds * 1e6)
    Report.row("  one line, p50", micros: figures.latency.p50)
    Report.row("  one line, p99", micros: figures.latency.p99)
    Report.row("  model", "\(figures.modelBytes) bytes")
  }

  private func examples(_ path: String) -> [Example]? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      return parts.count == 2 ? Example(String(parts[0]), String(parts[1])) : nil
    }
  }
}
