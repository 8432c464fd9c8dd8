internal import Intents
internal import Language

/// What speaks for and against danger in a line.
///
/// The figures go into one logistic sum, whose weights are fitted on lines that the models had not seen.
package struct DangerEvidence: Sendable {
  /// The figures, in the order of the weights; those that cost little come first.
  package let values: [Double]
  /// How many figures are known at each gate.
  package static let gates = [13, 14]
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

  private static let people: WordSet = [
    "i", "my", "me", "he", "she", "his", "her", "we", "they",
  ]

  /// Sums up a line; nil when it is plainly harmless.
  ///
  /// Most lines end at the gates, which look at the figures that cost little.
  package init?(_ hearing: Hearing, models: SafetyModels) {
    let (tokens, heard, clauses) = (hearing.tokens, hearing.heard, hearing.clauses)
    let (choir, clearest, whole) = (hearing.choir, hearing.clearest, hearing.whole)
    let hasPeople = tokens.list.indices.contains { Self.people.holds($0, of: tokens) }
    let fits = [Double(clearest.margin), Double(choir.best(of: whole))]
    let louds = [clearest.score, -whole[choir.harmless]].map(Double.init)
    var figures = [
      louds[0], louds[1], fits[0], fits[1],
      choir.speakingShare, Double(heard.tokens.count).squareRoot(),
      Double(clearest.stretch.count) / Double(heard.tokens.count),
      hasPeople ? 1 : 0, Double(hearing.hidden.count) / Double(max(tokens.count, 1)),
      clauses.contains(where: \.isResolved) ? 1 : 0, clauses.contains(where: \.isGeneral) ? 1 : 0,
      clauses.contains { !$0.denied.isEmpty } ? 1 : 0, hearing.signed.isEmpty ? 0 : 1,
    ]
    let isSpoken = !hearing.spoken.isEmpty
    func passes(gate: Int) -> Bool {
      isSpoken || !models.bounds.gates.indices.contains(gate)
        || models.bounds.gates[gate].lets(figures)
    }
    guard passes(gate: 0) else { return nil }
    let said = hearing.said(models.words)
    let saidLoud = Double(-said.margin(of: choir.harmless))
    figures.append(saidLoud)
    guard passes(gate: 1) else { return nil }
    guard let letters = models.letters else {
      values = figures
      (fit, loudness) = (0, 0)
      return
    }
    let spelt = letters.classify(tokens)
    let margin = spelt.margin(of: SafetyModels.danger)
    fit = max(fits[0], fits[1])
    loudness = max(louds[0], louds[1], saidLoud, margin)
    let saidMargin =
      hearing.denied.isEmpty
      ? margin : letters.classify(said.tokens).margin(of: SafetyModels.danger)
    values =
      figures + [margin, saidMargin, spelt.evidence.knownWords, spelt.evidence.knownPairs]
  }
}

extension Classification {
  /// The margin of an intent; far below any when it is not among the best.
  func margin(of intent: String) -> Double { ranked.first { $0.intent == intent }?.margin ?? -2 }
}

extension Tokens {
  /// The tokens without those that say the two before again ("spots spots spots"), and without laughter, which makes no
  /// danger smaller.
  func withoutNoise() -> Tokens {
    let kept = list.indices.filter {
      ($0 < 2 || !isSame($0, $0 - 1) || !isSame($0, $0 - 2)) && !Self.laughter.holds($0, of: self)
    }
    return kept.count == count ? self : selecting(kept)
  }

  private static let laughter: WordSet = [
    "lol", "lols", "lolz", "haha", "hahaha", "hahahaha", "hehe", "heh", "lmao", "lmfao", "rofl",
  ]
}
