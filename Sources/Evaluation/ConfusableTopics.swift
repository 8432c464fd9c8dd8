internal import Intents

/// Topics that are easily taken for each other, and how well each set is kept apart.
enum ConfusableTopics {
  static let sets: [[String]] = [
    ["dairy", "whey-protein", "food-intolerance"],
    ["sugar-processed", "glycemic-load", "insulin-igf1"],
    ["prebiotics", "fiber", "synbiotics-postbiotics"],
    ["probiotics", "probiotic-choice", "probiotic-use", "probiotic-safety", "topical-probiotics"],
    ["acne", "acne-causes", "hormonal-acne", "fungal-acne"],
    ["dysbiosis", "leaky-gut", "gut-healing", "microbiome-disruptors"],
    ["support-overview", "diet-overview", "top-foods-clear-skin", "foods-to-avoid"],
    ["evidence-overview", "sources"],
    ["skincare-gentle", "skincare-routine", "dry-sensitive-skin", "skin-barrier"],
    ["sunscreen", "skin-to-gut"],
    ["itch", "hives", "eczema"],
    ["fasting", "elimination-diet", "detox", "eating-disorder"],
    ["flare-or-purge", "emergency-skin", "emergency-allergy"],
    ["medication-change", "antibiotics", "isotretinoin", "topical-treatments"],
    [
      "diagnosis-request", "acne", "eczema", "rosacea", "psoriasis", "seborrheic-dermatitis",
      "hives", "ibs", "sibo", "candida",
    ],
    ["how-are-you", "check-in"],
    ["cancel", "goodbye", "restart", "forget-me"],
    ["deny", "skip", "unsure"],
    ["more", "repeat", "simpler"],
    ["save-plan", "show-plan", "progress"],
  ]
}

extension ContentEvaluation {
  /// How well one set of confusable topics is kept apart.
  package struct ConfusableScore: Encodable, Equatable, Sendable {
    package let topics: [String]
    package let lines: Int
    /// Lines of the set whose topic was found.
    package let accuracy: Double
    /// Lines that went to another topic of the same set.
    package let takenWithin: Int

    private enum CodingKeys: String, CodingKey {
      case topics, lines, accuracy, takenWithin = "taken_within"
    }

    static func all(of outcomes: [Calibrator.Outcome]) -> [ConfusableScore] {
      ConfusableTopics.sets.map { topics in
        let names = Set(topics)
        let own = outcomes.filter { names.contains($0.expected) }
        return ConfusableScore(
          topics: topics,
          lines: own.count,
          accuracy: Metrics.accuracy(own),
          takenWithin: own.filter { outcome in
            !outcome.isRight && names.contains(outcome.classification.best?.intent ?? "")
          }.count
        )
      }
    }
  }
}
