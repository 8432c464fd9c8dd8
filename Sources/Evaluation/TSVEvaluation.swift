package import Intents
package import Language
internal import Packed

/// How well the keyword model does on `text<TAB>label` data: trained on one part, judged on another.
package struct TSVEvaluation: Sendable {
  package var train: [Example]
  package var test: [Example]
  package var validation: [Example] = []
  package var outOfScopeTrain: [Example] = []
  package var outOfScopeValidation: [Example] = []
  package var outOfScopeTest: [Example] = []
  package var trainer: Trainer
  /// Words that spelling repair leaves alone; nil turns repair off.
  package var wordGuard: WordGuard?

  package init(train: [Example], test: [Example], trainer: Trainer, wordGuard: WordGuard?) {
    self.train = train
    self.test = test
    self.trainer = trainer
    self.wordGuard = wordGuard
  }

  /// The figures of `flora evaluate --json`; the names are a contract.
  package struct Figures: Encodable, Equatable, Sendable {
    /// Best intent right, refusals off.
    package var accuracy = 0.0
    package var macroF1 = 0.0
    /// In scope against out of scope, by the out-of-scope score.
    package var auroc: Double?
    /// Out-of-scope lines refused where refusing costs two points of accuracy, read off the test curve.
    package var outOfScopeRecallAtMinus2: Double?
    /// Right and not refused, threshold from validation data.
    package var inScopeAccuracy: Double?
    package var outOfScopeRecall: Double?
    /// Expected calibration error over 15 bins.
    package var calibrationError = 0.0
    package var trainSeconds = 0.0
    package var calibrationSeconds = 0.0
    package var latency = Latency()
    package var modelBytes = 0
    package var features = 0
    package var intents = 0
    package var repairs = 0
    package var kind = ""

    package struct Latency: Encodable, Equatable, Sendable {
      package var p50 = 0.0
      package var p99 = 0.0
    }

    private enum CodingKeys: String, CodingKey {
      case accuracy, macroF1 = "macro_f1", auroc, outOfScopeRecallAtMinus2 = "oos_recall_at_minus_2"
      case inScopeAccuracy = "in_scope_accuracy", outOfScopeRecall = "oos_recall",
        calibrationError = "ece"
      case trainSeconds = "train_seconds", calibrationSeconds = "calibration_seconds", latency =
        "latency_us"
      case modelBytes = "model_bytes", features, intents, repairs, kind
    }
  }

  package func run() -> Figures {
    var figures = Figures()
    let clock = ContinuousClock()
    let start = clock.now
    let trained = trainer.train(train + background)
    figures.trainSeconds = (clock.now - start).seconds
    let calibrated = clock.now
    let bytes = trained.packed(calibration(of: trained))
    figures.calibrationSeconds = (clock.now - calibrated).seconds
    let model = Model(in: .owned(bytes), wordGuard: wordGuard)
    figures.modelBytes = bytes.count
    figures.features = model.featureCount
    figures.intents = model.intents.count
    figures.kind = model.kind.rawValue
    measure(model, &figures)
    return figures
  }

  private var background: [Example] { outOfScopeTrain.map { Example($0.text, Model.outOfScope) } }

  private func calibration(of trained: TrainedModel) -> Calibration {
    let model = Model(in: .owned(trained.packed()), wordGuard: wordGuard)
    if !validation.isEmpty {
      let foreign = outOfScopeValidation.map { Example($0.text, Model.outOfScope) }
      return Calibrator.fit(
        (validation + foreign).map { outcome(of: $0, model) },
        refusalCost: trainer.recipe.refusalCost
      )
    }
    return trainer.calibration(for: train + background, wordGuard: wordGuard)
  }

  private func outcome(of example: Example, _ model: Model) -> Calibrator.Outcome {
    Calibrator.Outcome(expected: example.intent, classification: model.classify(example.text))
  }

  private func measure(_ model: Model, _ figures: inout Figures) {
    var micros: [Double] = []
    let clock = ContinuousClock()
    let outcomes = test.map { example in
      let start = clock.now
      let outcome = outcome(of: example, model)
      micros.append((clock.now - start).seconds * 1e6)
      return outcome
    }
    micros.sort()
    figures.latency.p50 = micros.isEmpty ? 0 : micros[micros.count / 2]
    figures.latency.p99 =
      micros.isEmpty ? 0 : micros[min(micros.count - 1, micros.count * 99 / 100)]
    figures.repairs = outcomes.reduce(0) { $0 + $1.classification.repairs.count }
    figures.accuracy = Metrics.accuracy(outcomes)
    figures.macroF1 = Metrics.macroF1(outcomes)
    figures.calibrationError = Metrics.calibrationError(outcomes)
    guard !outOfScopeTest.isEmpty else { return }
    let foreign = outOfScopeTest.map { outcome(of: $0, model) }
    figures.auroc = Metrics.auroc(inside: outcomes.map(\.score), outside: foreign.map(\.score))
    figures.outOfScopeRecallAtMinus2 = Metrics.recall(
      inside: outcomes.map { ($0.score, $0.isRight) },
      outside: foreign.map(\.score),
      cost: 0.02
    )
    figures.inScopeAccuracy = Metrics.share(outcomes) {
      $0.isRight && !$0.classification.isOutOfScope
    }
    figures.outOfScopeRecall = Metrics.share(foreign) { $0.classification.isOutOfScope }
  }
}

extension Calibrator.Outcome {
  var score: Double { classification.outOfScopeScore }
}

extension Duration {
  /// As a number of seconds.
  package var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
