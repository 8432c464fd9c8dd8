/// How features are counted and weighed in training.
///
/// The figures come from the experiments in
/// `Benchmarks/RESULTS.md`.
package struct Recipe: Equatable, Sendable {
  /// Length of each block's part of a line's vector; a block that is absent is not used.
  package var blocks: [FeatureBlock: Float] = [
    .stem: 1, .pair: 0.7, .skip: 0.5, .letters: 1, .concept: 1,
  ]
  /// Cost of a training mistake (the C of a linear SVM).
  package var cost: Float = 1
  /// A feature must stand in this many examples to count.
  package var leastExamples = 2
  /// Training stops when no dual variable is off by more than this.
  package var tolerance: Float = 0.1
  /// Whether each intent's own name is one more example of it.
  package var learnsNames = true
  /// Weights kept over all intents; the smallest go.
  package var mostWeights = 500_000

  /// Whether confidences are fitted on held-out folds where there is no validation data.
  package var calibrates = true

  package init() {}
}
