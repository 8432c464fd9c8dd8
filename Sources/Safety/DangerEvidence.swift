internal import Intents
package import Language

/// What speaks for and against danger in a line.
///
/// The figures go into one logistic sum, whose weights are fitted on lines that the models had not seen.
package struct DangerEvidence: Sendable {
  /// The figures, in the order of the weights; the first `quickCount` cost little.
  package let values: [Double]
  package static let quickCount = 12
  /// The clearest stretch's margin.
  package let top: Double
  /// Stretches by how clear they are, the clearest first.
  let stretches: [(range: Range<Int>, margin: Float)]
  /// The line without what says nothing about danger now.
  let heard: Tokens
  /// Rules whose signs stand in a clause.
  let signed: Set<String>

  /// A stretch that says less than this (idf squared, summed) is not scaled up to full length.
  private static let leastMass: Float = 20
  /// Margin from which a stretch counts as speaking of danger.
  private static let speaks: Float = -0.3
  private static let people: Set<String> = [
    "i", "my", "me", "he", "she", "his", "her", "we", "they",
  ]

  /// Reads a line; nil when nothing is left to hear, or when it is plainly harmless.
  ///
  /// Most lines end at a first sum of the figures that cost little.
  package init?(_ tokens: Tokens, models: SafetyModels, words: SentenceWords) {
    let stems = StemReader().stems(of: tokens)
    let clauses = ClauseReader(words).clauses(of: tokens, stems: stems)
    let hidden = QuietScopes(words: words).places(clauses, stems: stems, tokens)
    let (heard, places) = tokens.dropping(hidden)
    guard heard.count > 0 else { return nil }
    let scores = models.words.windowScores(of: heard)
    let stretches = Stretches.all(clauses, places: places)
      .map { ($0, scores.margins(of: $0, leastMass: Self.leastMass)[0]) }
      .sorted { ($1.1, $0.0.lowerBound, $0.0.count) < ($0.1, $1.0.lowerBound, $1.0.count) }
    signed = Self.signed(clauses, stems: stems, hidden: hidden, models.signs)
    self.heard = heard
    self.stretches = stretches
    guard let clearest = stretches.first else { return nil }
    top = Double(clearest.1)
    let whole = scores.margins(of: 0..<heard.count, leastMass: Self.leastMass)[0]
    let all = models.words.windowScores(of: tokens)
      .margins(of: 0..<tokens.count, leastMass: Self.leastMass)[0]
    let speaking = stretches.count { $0.1 > Self.speaks }
    let hasPeople = tokens.list.indices.contains { Self.people.contains(tokens.text($0)) }
    let quick = [
      top, Double(whole), Double(all),
      Double(speaking) / Double(stretches.count), Double(heard.count).squareRoot(),
      Double(clearest.0.count) / Double(heard.count),
      hasPeople ? 1 : 0, Double(hidden.count) / Double(max(tokens.count, 1)),
      clauses.contains(where: \.isResolved) ? 1 : 0, clauses.contains(where: \.isGeneral) ? 1 : 0,
      clauses.contains { !$0.denied.isEmpty } ? 1 : 0, signed.isEmpty ? 0 : 1,
    ]
    guard Logistic.score(quick, weights: models.bounds.quickWeights) >= models.bounds.floor else {
      return nil
    }
    let spelt = models.letters.classify(tokens)
    values =
      quick
      + [
        spelt.margin(of: SafetyModels.danger), spelt.evidence.knownWords, spelt.evidence.knownPairs,
      ]
  }
}

extension DangerEvidence {
  /// The words of the clearest stretch.
  package var clearest: String {
    stretches.first.map { $0.range.map(heard.text).joined(separator: " ") } ?? ""
  }

  /// Rules whose signs stand in a clause that speaks of now.
  package static func signed(
    _ clauses: [Clause],
    stems: [StemPlace],
    _ tokens: Tokens,
    _ signs: SignTable,
    _ words: SentenceWords
  ) -> Set<String> {
    let hidden = QuietScopes(words: words).places(clauses, stems: stems, tokens)
    return signed(clauses, stems: stems, hidden: hidden, signs)
  }

  private static func signed(
    _ clauses: [Clause],
    stems: [StemPlace],
    hidden: Set<Int>,
    _ signs: SignTable
  ) -> Set<String> {
    clauses.reduce(into: []) { signed, clause in
      let left = stems.filter {
        clause.tokens.contains(Int($0.token)) && !hidden.contains(Int($0.token))
      }
      signed.formUnion(signs.rules(in: left.map(\.hash)))
    }
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
