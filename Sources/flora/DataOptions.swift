import ArgumentParser
import Evaluation
import Foundation
import Intents
import Knowledge
import Language

/// Files of `text<TAB>label` lines, and what to do with them.
struct DataOptions: ParsableArguments {
  @Option(help: "Training lines.") var train: String?
  @Option(help: "Lines to judge on.") var test: String?
  @Option(help: "Lines to fit confidences on.") var validation: String?
  @Option(name: .customLong("oos-train"), help: "Out-of-scope lines to train on.")
  var outOfScopeTrain: String?
  @Option(name: .customLong("oos-validation"), help: "Out-of-scope lines to fit refusal on.")
  var outOfScopeValidation: String?
  @Option(name: .customLong("oos-test"), help: "Out-of-scope lines to judge on.")
  var outOfScopeTest: String?
  @Option(help: "Train on this many examples an intent, drawn from --train.") var shots: Int?
  @Option(help: "Draws differ by this number.") var seed: UInt64 = 1
  @Option(help: "Threads to train on.") var threads = 1
  @Flag(name: .customLong("no-repair"), help: "Leave spelling alone.") var noRepair = false
  @Flag(
    name: .customLong("no-guard"),
    help: "Repair even real English words that the training data lacks."
  ) var noGuard = false
  @Flag(help: "A row for each feature block left out.") var ablate = false

  func validate() throws {
    if train != nil, test == nil { throw ValidationError("--train wants --test.") }
    if let shots, shots < 1 { throw ValidationError("--shots wants 1 or more.") }
  }

  func run(_ catalog: Catalog, json: Bool) throws {
    guard let train, let test else { return }
    var examples = try TrainingFile.examples(train)
    if let shots { examples = FewShots.draw(shots, from: examples, seed: seed) }
    var evaluation = TSVEvaluation(
      train: examples,
      test: try TrainingFile.examples(test),
      trainer: Trainer(threads: threads),
      wordGuard: noRepair ? nil : noGuard ? .none : catalog.wordGuard
    )
    evaluation.trainer.progress = Progress.reporter(isShown: !json)
    evaluation.validation = try validation.map(TrainingFile.examples) ?? []
    evaluation.outOfScopeTrain = try outOfScopeTrain.map(TrainingFile.examples) ?? []
    evaluation.outOfScopeValidation = try outOfScopeValidation.map(TrainingFile.examples) ?? []
    evaluation.outOfScopeTest = try outOfScopeTest.map(TrainingFile.examples) ?? []
    try show("all", evaluation.run(), json: json)
    guard ablate else { return }
    for block in FeatureBlock.allCases
    where evaluation.trainer.recipe.blocks[block] != nil && block != .concept {
      var without = evaluation
      without.trainer.recipe.blocks[block] = nil
      try show("without \(block.title)", without.run(), json: json)
    }
  }

  private func show(_ name: String, _ figures: TSVEvaluation.Figures, json: Bool) throws {
    let text = try JSONLine.object(figures, json ? .sortedKeys : [.sortedKeys, .prettyPrinted])
    try Say.out(ablate ? "{\"row\":\"\(name)\",\"figures\":\(text)}\n" : "\(text)\n")
  }
}

/// A few examples of each intent, drawn so that the same seed draws the same.
enum FewShots {
  static func draw(_ count: Int, from examples: [Example], seed: UInt64) -> [Example] {
    var random = SplitMix(seed: seed)
    return Dictionary(grouping: examples, by: \.intent).sorted { $0.key < $1.key }.flatMap {
      _,
      own -> [Example] in
      var rest = own
      return (0..<min(count, own.count)).map { _ in
        rest.remove(at: Int(random.next(below: UInt64(rest.count))))
      }
    }
  }
}
