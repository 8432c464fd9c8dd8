internal import Intents
internal import Language

/// What speaks for and against danger in a line.
///
/// The figures go into one logistic sum, whose weights are fitted on lines that the models had not seen.
package struct DangerEvidence: Sendable {
  /// The figures, in the order of the weights; the first `quickCount` cost little.
  package let values: [Double]
  package static let quickCount = 14
  /// How well the best rule fits, as a margin, and how loudly the line speaks of danger whatever the rule.
  private let fit: Double
  private let loudness: Double

  /// Whether some rule fits well enough to raise it, or the line is too loud to need one.
  ///
  /// What is merely odd, such as "I'm on minocycline", fits none. Of the first 222 dangerous lines of the fixtures
  /// none was lost by it.
  package var isFounded: Bool { fit > -0.7 || loudness > 0.5 }
  /// Whether it is worth a question at least.
  package var isHinted: Bool { fit > -0.8 || loudness > 0.4 }

  private static let people: Set<String> = [
    "i", "my", "me", "he", "she", "his", "her", "we", "they",
  ]

  /// Sums up a line; nil when it is plainly harmless.
  ///
  /// Most lines end at a first sum of the figures that cost little.
  package init?(_ hearing: Hearing, models: SafetyModels) {
    let (tokens, heard, clauses) = (hearing.tokens, hearing.heard, hearing.clauses)
    let (choir, clearest, whole) = (hearing.choir, hearing.clearest, hearing.whole)
    let (said, _) = tokens.dropping(hearing.denied)
    // Pauses hold no meaning, so that mostly the same is heard and said.
    let all =
      hearing.hidesOnlyDenials
      ? whole
      : models.words.windowScores(of: said)
        .margins(of: 0..<said.count, leastMass: Hearing.leastMass)
    let hasPeople = tokens.list.indices.contains { Self.people.contains(tokens.text($0)) }
    let fits = [Double(clearest.margin), Double(choir.best(of: whole))]
    let louds = [clearest.score, -whole[choir.harmless], -all[choir.harmless]].map(Double.init)
    let quick = [
      louds[0], louds[1], fits[0], fits[1], louds[2],
      choir.speakingShare, Double(heard.count).squareRoot(),
      Double(clearest.stretch.count) / Double(heard.count),
      hasPeople ? 1 : 0, Double(hearing.hidden.count) / Double(max(tokens.count, 1)),
      clauses.contains(where: \.isResolved) ? 1 : 0, clauses.contains(where: \.isGeneral) ? 1 : 0,
      clauses.contains { !$0.denied.isEmpty } ? 1 : 0, hearing.signed.isEmpty ? 0 : 1,
    ]
    let isPlain = Logistic.score(quick, weights: models.bounds.quickWeights) < models.bounds.floor
    guard !isPlain || !hearing.spoken.isEmpty else {
      return nil
    }
    guard let spelt = models.letters?.classify(tokens) else {
      values = quick
      (fit, loudness) = (0, 0)
      return
    }
    let margin = spelt.margin(of: SafetyModels.danger)
    fit = max(fits[0], fits[1])
    loudness = max(louds[0], louds[1], louds[2], margin)
    let saidMargin =
      hearing.denied.isEmpty
      ? margin : models.letters?.classify(said).margin(of: SafetyModels.danger) ?? margin
    values =
      quick + [margin, saidMargin, spelt.evidence.knownWords, spelt.evidence.knownPairs]
  }
}

extension Classification {
  /// The margin of an intent; far below any when it is not among the best.
  func margin(of intent: String) -> Double { ranked.first { $0.intent == intent }?.margin ?? -2 }
}

extension Tokens {
  /// The tokens without some of them, and where each of the rest stood.
  func dropping(_ hidden: Set<Int>) -> (tokens: Tokens, places: [Int]) {
    let places = list.indices.filter { !hidden.contains($0) }
    return (selecting(places), places)
  }
}

extension Tokens {
  /// The tokens without those that say the two before again: "spots spots spots".
  func withoutEchoes() -> Tokens {
    let kept = list.indices.filter {
      $0 < 2 || text($0) != text($0 - 1) || text($0) != text($0 - 2)
    }
    return kept.count == count ? self : selecting(kept)
  }
}
