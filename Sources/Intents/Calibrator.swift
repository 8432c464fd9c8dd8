/// Fits confidences and the refusal of foreign lines to lines that the model was not trained on.
package enum Calibrator {
  /// A held-out line with what the model makes of it.
  package struct Outcome: Sendable {
    package let expected: String
    package let classification: Classification

    package init(expected: String, classification: Classification) {
      self.expected = expected
      self.classification = classification
    }

    package var isRight: Bool { classification.best?.intent == expected }
    package var isOutOfScope: Bool { expected == Model.outOfScope }
  }

  /// - Parameters:
  ///   - outcomes: Held-out lines; those expected to be `Model.outOfScope` teach refusal.
  ///   - refusalCost: Share of accuracy, 0...1, that refusals may cost on these lines.
  /// - Returns: Temperature, refusal weights and threshold.
  package static func fit(_ outcomes: [Outcome], refusalCost: Double) -> Calibration {
    var calibration = Calibration()
    let inside = outcomes.filter { !$0.isOutOfScope }
    calibration.temperature = temperature(for: inside)
    guard !inside.isEmpty else { return calibration }
    if inside.count < outcomes.count {
      calibration.refusal = Logistic.fit(
        rows: outcomes.map(\.classification.evidence.values),
        labels: outcomes.map(\.isOutOfScope)
      )
    }
    calibration.threshold = threshold(
      for: inside,
      weights: calibration.refusal,
      refusalCost: refusalCost
    )
    return calibration
  }

  /// The temperature at which the held-out lines are least surprising, to three figures.
  private static func temperature(for outcomes: [Outcome]) -> Double {
    guard !outcomes.isEmpty else { return Calibration().temperature }
    let candidates = (0...120).map { 0.05 * Mathematics.exp(Double($0) * 0.03) }
    let surprises = candidates.map { temperature in
      outcomes.reduce(0) { $0 + surprise(of: $1, at: temperature) }
    }
    let best = surprises.indices.min { surprises[$0] < surprises[$1] } ?? 0
    return candidates[best]
  }

  /// −ln of the confidence in the right intent; one that is not among the ranked gets what they leave over.
  private static func surprise(of outcome: Outcome, at temperature: Double) -> Double {
    let ranked = outcome.classification.ranked
    let best = ranked.first?.margin ?? 0
    let shares = ranked.map { Mathematics.exp(($0.margin - best) / temperature) }
    let total = shares.reduce(0, +) + (shares.last ?? 0) * 3
    let right = ranked.firstIndex { $0.intent == outcome.expected }
    let share = right.map { shares[$0] } ?? (shares.last ?? 1) * 0.5
    return -Mathematics.log(share / total)
  }

  /// The lowest score to refuse at, so that refusing costs at most `refusalCost` of accuracy.
  private static func threshold(
    for outcomes: [Outcome],
    weights: [Double],
    refusalCost: Double
  ) -> Double {
    let scores = outcomes.filter(\.isRight)
      .map { Logistic.score($0.classification.evidence.values, weights: weights) }
      .sorted(by: >)
    guard !scores.isEmpty else { return 0 }
    let allowed = Int(Double(outcomes.count) * refusalCost)
    return scores[min(allowed, scores.count - 1)]
  }
}
