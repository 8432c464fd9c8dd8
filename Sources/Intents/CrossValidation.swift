package import Language
internal import Packed

/// Trains on some of the examples and tries the rest, fold by fold, so that every example is judged unseen.
///
/// Near copies (four stems in five shared) stay in one fold, or the model would be tested on what it has learned.
package struct CrossValidation: Sendable {
  package let outcomes: [Calibrator.Outcome]
  /// The examples, in the order of `outcomes`.
  package let examples: [Example]
  /// Examples that share a fold with a near copy of themselves.
  package let nearCopies: Int
  /// The fold that each example was tried in.
  private let folds: [Int]
  /// What was trained without each fold.
  private let models: [Model]
  private let refusalCost: Double

  /// Share of stems at which two examples count as copies.
  static let copyShare = 0.8

  /// - Parameters:
  ///   - examples: What is trained on and tried.
  ///   - priors: What every fold trains on and none tries.
  ///   - folds: How many parts the examples are cut into.
  ///   - trainer: What trains each fold.
  ///   - wordGuard: Words that repair leaves alone.
  package init(
    _ examples: [Example],
    priors: [Example] = [],
    folds: Int,
    trainer: Trainer,
    wordGuard: WordGuard?
  ) {
    let groups = Self.groups(of: examples.map(\.text))
    let sizes = Dictionary(groups.map { ($0, 1) }, uniquingKeysWith: +)
    nearCopies = sizes.values.filter { $0 > 1 }.reduce(0, +)
    let numbers = groups.map { Int(SplitMix.mixed(UInt64($0)) % UInt64(folds)) }
    let quiet = trainer.oneThread(pieces: folds)
    let models = parallelMap(folds, threads: trainer.threads) { part in
      let training = zip(examples, numbers).filter { $0.1 != part }.map(\.0)
      return Model(in: .owned(quiet.train(training + priors).packed()), wordGuard: wordGuard)
    }
    self.examples = examples
    self.folds = numbers
    self.models = models
    refusalCost = trainer.recipe.refusalCost
    outcomes = Self.outcomes(examples, numbers, models)
  }

  private static func outcomes(_ examples: [Example], _ folds: [Int], _ models: [Model])
    -> [Calibrator.Outcome]
  {
    zip(examples, folds).map { example, fold in
      Calibrator.Outcome(
        expected: example.intent,
        classification: models[fold].classify(example.text)
      )
    }
  }

  /// The outcomes once more, each fold's confidences and refusals fitted to the other folds.
  package func calibratedOutcomes() -> [Calibrator.Outcome] {
    let fitted = models.indices.map { part in
      models[part].calibrated(
        Calibrator.fit(
          zip(outcomes, folds).filter { $0.1 != part }.map(\.0),
          refusalCost: refusalCost
        )
      )
    }
    return Self.outcomes(examples, folds, fitted)
  }

  /// Confidences and refusals fitted to all outcomes.
  package func calibration() -> Calibration {
    Calibrator.fit(outcomes, refusalCost: refusalCost)
  }

  /// Gives near copies the same number: that of the first of them.
  static func groups(of lines: [String]) -> [Int] {
    let reader = StemReader()
    let stems = lines.map { Set(reader.hashes(of: $0)) }
    let commonness = Dictionary(stems.flatMap { $0.map { ($0, 1) } }, uniquingKeysWith: +)
    var holders: [UInt64: [Int]] = [:]
    var leaders = Array(lines.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while leaders[index] != index { index = leaders[index] }
      return index
    }
    for (index, own) in stems.enumerated() {
      // Copies must meet in one of a line's rarest stems: only those are looked up.
      let rarest = own.sorted { (commonness[$0] ?? 0, $0) < (commonness[$1] ?? 0, $1) }
        .prefix(own.count - Int((copyShare * Double(own.count)).rounded(.up)) + 1)
      for other in Set(rarest.flatMap { holders[$0] ?? [] }) {
        let shared = own.intersection(stems[other]).count
        guard Double(shared) >= copyShare * Double(own.count + stems[other].count - shared) else {
          continue
        }
        let (left, right) = (root(index), root(other))
        leaders[max(left, right)] = min(left, right)
      }
      for stem in rarest { holders[stem, default: []].append(index) }
    }
    return lines.indices.map(root)
  }
}

extension SplitMix {
  /// A number that only looks random, made from another.
  package static func mixed(_ value: UInt64) -> UInt64 {
    var generator = SplitMix(seed: value)
    return generator.next()
  }
}
