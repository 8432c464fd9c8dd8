/// How features are counted and weighed in training.
///
/// `standard` is what every keyword model of questions is trained by; its figures come from the experiments in
/// `Benchmarks/RESULTS.md`, each chosen on validation data.
package struct Recipe: Equatable, Sendable {
  /// Length of each block's part of a line's vector; a block that is absent is not used.
  package var blocks: [FeatureBlock: Float] = [
    .stem: 1, .pair: 0.7, .skip: 0.5, .letters: 1, .concept: 1,
  ]
  /// How much the story around the question of a long line counts, beside the question's 1.
  package var storyWeight: Float = 1
  /// Cost of a training mistake (the C of a linear SVM).
  package var cost: Float = 1
  /// How many times as much a mistake on an intent's own example costs as one on the rest.
  package var ownCost: Float = 1
  /// A feature must stand in this many examples to count.
  package var leastExamples = 2
  /// The same for groups of letters, which are many and seldom tell much alone.
  package var leastExamplesOfLetters = 2
  /// With fewer examples an intent than this every feature counts, even one seen once.
  package var spareBelow = 0
  /// With fewer examples an intent than this spelling is left alone: too few words are known to repair towards.
  package var repairsFrom = 0
  /// Training stops when no dual variable is off by more than this.
  package var tolerance: Float = 0.1
  /// Whether each intent's own name is one more example of it.
  package var learnsNames = true
  /// Weights kept over all intents; the smallest go.
  package var mostWeights = 500_000
  /// With more intents than this each is the centroid of its examples in place of a linear machine.
  package var mostMachines = 2_000

  /// Whether confidences are fitted on held-out folds where there is no validation data.
  package var calibrates = true

  /// Share of accuracy, 0...1, that refusing foreign lines may cost on held-out lines.
  package var refusalCost = 0.02

  /// Whether lines are compared with the examples too, as a sign of being out of scope.
  package var remembersExamples = true

  package init() {}

  /// The recipe for questions, whatever the data.
  package static let standard: Recipe = {
    var recipe = Recipe()
    recipe.blocks = [.stem: 0.9, .pair: 0.7, .skip: 0.6, .letters: 1.2, .concept: 1]
    recipe.cost = 0.5
    recipe.ownCost = 10
    recipe.spareBelow = 30
    recipe.repairsFrom = 10
    return recipe
  }()
}

extension Recipe {
  /// What the recipe comes to for so many examples of so many intents.
  struct Plan: Equatable, Sendable {
    let kind: Model.Kind
    let leastExamples: Int
    let leastExamplesOfLetters: Int
    let repairs: Bool
    let blocks: [FeatureBlock: Float]
  }

  func plan(examples: Int, intents: Int) -> Plan {
    let kind = intents > mostMachines ? Model.Kind.centroids : .linear
    let isSpare = examples < spareBelow * intents
    var blocks = blocks
    if kind == .centroids { blocks[.skip] = nil }
    return Plan(
      kind: kind,
      leastExamples: isSpare ? 1 : leastExamples,
      leastExamplesOfLetters: isSpare ? 1 : leastExamplesOfLetters,
      repairs: kind == .centroids || examples >= repairsFrom * intents,
      blocks: blocks
    )
  }
}
