package import Intents
package import Language

/// How well the keyword model does on the content's own examples, each judged by a model that has not seen it.
package struct ContentEvaluation: Sendable {
  /// Parts that the examples are cut into.
  package static let folds = 5

  package let figures: Figures
  /// Lines whose topic was not found, in the order of the content.
  package let misses: [Miss]
  let outcomes: [Calibrator.Outcome]

  /// A line that went to another topic.
  package struct Miss: Encodable, Equatable, Sendable {
    package let text: String
    package let expected: String
    package let given: String
    package let confidence: Double
  }

  /// - Parameters:
  ///   - examples: The content's lines.
  ///   - priors: The curators' words, which every fold learns.
  ///   - trainer: The content's trainer.
  ///   - wordGuard: Words that spelling repair leaves alone.
  package init(
    examples: [Example],
    priors: [Example],
    trainer: Trainer,
    wordGuard: WordGuard
  ) {
    let validation = CrossValidation(
      examples,
      priors: priors,
      folds: Self.folds,
      trainer: trainer,
      wordGuard: wordGuard
    )
    let outcomes = validation.calibratedOutcomes()
    self.outcomes = outcomes
    figures = Figures(outcomes, nearCopies: validation.nearCopies)
    misses = zip(examples, outcomes).compactMap { example, outcome in
      guard !outcome.isOutOfScope, !outcome.isRight, let best = outcome.classification.best else {
        return nil
      }
      return Miss(
        text: example.text,
        expected: example.intent,
        given: best.intent,
        confidence: best.confidence
      )
    }
  }
}

extension ContentEvaluation {
  /// What is printed; with `--json` these are the names.
  package struct Figures: Encodable, Equatable, Sendable {
    package let folds: Int
    package let lines: Int
    package let topics: Int
    /// Lines that share a fold with a near copy.
    package let nearCopies: Int
    /// Right topic first, refusals off.
    package let accuracy: Double
    package let rightInThree: Double
    package let macroF1: Double
    /// Expected calibration error over 15 bins.
    package let calibrationError: Double
    package let calibration: [CalibrationRow]
    /// Out-of-scope lines refused, and lines in scope refused by mistake.
    package let outOfScopeRefused: Double
    package let inScopeRefused: Double
    package let recall: [TopicRecall]
    package let confusions: [Confusion]
    package let confusable: [ConfusableScore]

    private enum CodingKeys: String, CodingKey {
      case folds, lines, topics, nearCopies = "near_copies", accuracy
      case rightInThree = "right_in_three", macroF1 = "macro_f1", calibrationError = "ece"
      case calibration, outOfScopeRefused = "oos_refused", inScopeRefused = "in_scope_refused"
      case recall, confusions, confusable
    }

    init(_ outcomes: [Calibrator.Outcome], nearCopies: Int) {
      let inside = outcomes.filter { !$0.isOutOfScope }
      let outside = outcomes.filter(\.isOutOfScope)
      folds = ContentEvaluation.folds
      lines = inside.count
      topics = Set(inside.map(\.expected)).count
      self.nearCopies = nearCopies
      accuracy = Metrics.accuracy(inside)
      rightInThree = Metrics.share(inside) { outcome in
        outcome.classification.ranked.prefix(3).contains { $0.intent == outcome.expected }
      }
      macroF1 = Metrics.macroF1(inside)
      calibrationError = Metrics.calibrationError(inside)
      calibration = Metrics.calibrationBins(inside).map(CalibrationRow.init)
      outOfScopeRefused = Metrics.share(outside, \.classification.isOutOfScope)
      inScopeRefused = Metrics.share(inside, \.classification.isOutOfScope)
      recall = TopicRecall.all(of: inside)
      confusions = Confusion.all(of: inside)
      confusable = ConfusableScore.all(of: inside)
    }
  }

  /// Lines of one band of confidence.
  package struct CalibrationRow: Encodable, Equatable, Sendable {
    package let confidence: Double
    package let right: Double
    package let lines: Int

    init(_ bin: Metrics.Bin) {
      confidence = bin.confidence
      right = bin.accuracy
      lines = bin.count
    }
  }

  /// How many of a topic's lines were found.
  package struct TopicRecall: Encodable, Equatable, Sendable {
    package let topic: String
    package let lines: Int
    package let recall: Double

    /// The worst first.
    static func all(of outcomes: [Calibrator.Outcome]) -> [TopicRecall] {
      Dictionary(grouping: outcomes, by: \.expected).map { topic, own in
        TopicRecall(topic: topic, lines: own.count, recall: Metrics.accuracy(own))
      }.sorted { ($0.recall, $0.topic) < ($1.recall, $1.topic) }
    }
  }

  /// Lines of one topic that went to another.
  package struct Confusion: Encodable, Equatable, Sendable {
    package let topic: String
    package let taken: String
    package let lines: Int

    /// The most frequent first.
    static func all(of outcomes: [Calibrator.Outcome]) -> [Confusion] {
      var counts: [String: [String: Int]] = [:]
      for outcome in outcomes where !outcome.isRight {
        guard let given = outcome.classification.best?.intent else { continue }
        counts[outcome.expected, default: [:]][given, default: 0] += 1
      }
      return counts.flatMap { topic, others in
        others.map { Confusion(topic: topic, taken: $0.key, lines: $0.value) }
      }.sorted { ($1.lines, $0.topic, $0.taken) < ($0.lines, $1.topic, $1.taken) }
    }
  }
}
