package import Language

/// Learns a keyword model from examples.
///
/// Equal examples in any order, on any number of threads, give equal bytes.
package struct Trainer: Sendable {
  /// Examples up to which folds are worth their time.
  package static let mostForFolds = 40_000
  /// Examples of each intent, on average, from which folds can teach anything.
  static let leastForFolds = 3

  package var recipe: Recipe
  package var concepts: [PhraseTable.Entry]
  /// Phrases that hold a concept's word and mean something else.
  package var hiddenPhrases: [String] = []
  /// Threads to train on; the result does not depend on it.
  package var threads: Int
  /// Called after each intent with how many are done and how many there are.
  package var progress: (@Sendable (Int, Int) -> Void)?

  package init(recipe: Recipe = .standard, concepts: [PhraseTable.Entry] = [], threads: Int = 1) {
    self.recipe = recipe
    self.concepts = concepts
    self.threads = threads
  }

  /// Trains on examples; those labelled `Model.outOfScope` teach what is nobody's.
  package func train(_ examples: [Example]) -> TrainedModel {
    let given = examples.count
    let examples = withNames(examples).sorted { ($0.intent, $0.text) < ($1.intent, $1.text) }
    let intents = Set(examples.map(\.intent)).sorted()
    let plan = recipe.plan(examples: given, intents: intents.count)
    let lines = examples.map { Tokenizer.tokens(in: $0.text) }
    let blocks = Set(plan.blocks.keys).subtracting(
      concepts.isEmpty ? [.concept, .conceptPair] : []
    )
    let extractor = FeatureExtractor(
      blocks: FeatureBlocks(blocks),
      concepts: PhraseTable(concepts, hidden: hiddenPhrases),
      storyWeight: recipe.storyWeight
    )
    let matrix = TrainingMatrix(lines: lines, extractor: extractor, plan: plan)
    return TrainedModel(
      matrix: matrix,
      weights: weights(matrix, examples: examples, intents: intents, kind: plan.kind),
      plan: plan,
      remembered: remembered(examples, plan.kind),
      storyWeight: recipe.storyWeight,
      concepts: concepts,
      hiddenPhrases: hiddenPhrases,
      vocabulary: plan.repairs ? Self.vocabulary(of: lines) : []
    )
  }

  /// The lines that people typed: of many intents with an example each the centroids tell as much.
  private func remembered(_ examples: [Example], _ kind: Model.Kind) -> [Int] {
    guard recipe.remembersExamples, kind == .linear else { return [] }
    return examples.indices.filter {
      examples[$0].weight >= 1 && examples[$0].intent != Model.outOfScope
    }
  }

  private func weights(
    _ matrix: TrainingMatrix,
    examples: [Example],
    intents: [String],
    kind: Model.Kind
  ) -> TrainedWeights {
    switch kind {
    case .linear: solve(matrix, examples: examples, intents: intents)
    case .centroids: TrainedWeights(centroidsOf: examples.map(\.intent), intents, in: matrix)
    }
  }

  /// One more example of each intent: its own name.
  private func withNames(_ examples: [Example]) -> [Example] {
    guard recipe.learnsNames else { return examples }
    let names = Set(examples.map(\.intent)).subtracting([Model.outOfScope])
    return examples
      + names.map { name in
        Example(String(name.map { $0 == "_" || $0 == "-" ? " " : $0 }), name)
      }
  }

  private func solve(_ matrix: TrainingMatrix, examples: [Example], intents: [String])
    -> TrainedWeights
  {
    let solver = LinearSolver(
      matrix: matrix,
      costs: examples.map { $0.weight * recipe.cost },
      ownCost: recipe.ownCost,
      tolerance: recipe.tolerance
    )
    let labels = examples.map(\.intent)
    let solved = parallelMap(intents.count, threads: threads) { number in
      let weights = solver.weights(positives: labels.map { $0 == intents[number] })
      progress?(number + 1, intents.count)
      return SparseWeights(weights)
    }
    return TrainedWeights(
      intents: intents,
      biases: solved.map(\.bias),
      rows: SparseWeights.rows(of: solved, features: matrix.names.count, most: recipe.mostWeights)
    )
  }

  /// The same trainer on one thread, for one of several pieces of work that run side by side.
  func oneThread(pieces: Int) -> Trainer {
    var trainer = self
    trainer.threads = 1
    if let progress { trainer.progress = { done, all in progress(done, all * pieces) } }
    return trainer
  }

  /// How far to trust what these examples teach, learned by holding out a third of them at a time.
  ///
  /// Too many examples, or too few of each intent to hold any out, leave the confidences as they are by default.
  package func calibration(for examples: [Example], wordGuard: WordGuard?) -> Calibration {
    let intents = Set(examples.map(\.intent)).count
    guard recipe.calibrates, examples.count <= Self.mostForFolds,
      examples.count >= Self.leastForFolds * intents
    else { return Calibration() }
    return CrossValidation(examples, folds: 3, trainer: self, wordGuard: wordGuard).calibration()
  }

  /// Words that spelling repair may assume: those in two examples or more.
  private static func vocabulary(of lines: [Tokens]) -> [SpellingIndex.Entry] {
    var counts: [String: Int] = [:]
    for line in lines {
      let words = Set(line.list.indices.filter { line.list[$0].kind == .word }.map(line.text))
      for word in words where word.utf8.allSatisfy({ $0 < 0x80 }) { counts[word, default: 0] += 1 }
    }
    return counts.filter { $0.value >= 2 }.map {
      SpellingIndex.Entry(word: $0.key, count: $0.value)
    }
  }
}
