internal import Intents
package import Language

/// What speaks for and against danger in a line.
///
/// The figures go into one logistic sum, whose weights are fitted on lines that the models had not seen.
package struct DangerEvidence: Sendable {
  /// The figures, in the order of the weights; the first `quickCount` cost little.
  package let values: [Double]
  package static let quickCount = 14
  /// How loud the clearest stretch speaks.
  package let top: Double
  /// For each rule the stretch that speaks loudest for it, by the rule's place in the model.
  let loudest: [Int: Voice]
  /// The line without what says nothing about danger now.
  let heard: Tokens
  /// Rules whose signs stand in a clause.
  let signed: Set<String>
  private let clearestRange: Range<Int>

  /// A stretch that speaks for a rule.
  struct Voice: Sendable {
    /// Danger rather than none, lowered where other rules fit better.
    let score: Float
    /// The rule's own margin.
    let margin: Float
    let stretch: Range<Int>
  }

  /// A stretch that says less than this (idf squared, summed) is not scaled up to full length.
  private static let leastMass: Float = 20
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
    let choir = Choir(scores, Stretches.all(clauses, places: places), leastMass: Self.leastMass)
    guard let clearest = choir.clearest else { return nil }
    signed = Self.signed(clauses, stems: stems, hidden: hidden, models.signs)
    self.heard = heard
    loudest = choir.loudest
    clearestRange = clearest.stretch
    top = Double(clearest.score)
    let whole = scores.margins(of: 0..<heard.count, leastMass: Self.leastMass)
    let all = models.words.windowScores(of: tokens)
      .margins(of: 0..<tokens.count, leastMass: Self.leastMass)
    let hasPeople = tokens.list.indices.contains { Self.people.contains(tokens.text($0)) }
    let quick = [
      top, Double(-whole[choir.harmless]), Double(clearest.margin),
      Double(choir.best(of: whole)), Double(-all[choir.harmless]),
      choir.speakingShare, Double(heard.count).squareRoot(),
      Double(clearest.stretch.count) / Double(heard.count),
      hasPeople ? 1 : 0, Double(hidden.count) / Double(max(tokens.count, 1)),
      clauses.contains(where: \.isResolved) ? 1 : 0, clauses.contains(where: \.isGeneral) ? 1 : 0,
      clauses.contains { !$0.denied.isEmpty } ? 1 : 0, signed.isEmpty ? 0 : 1,
    ]
    guard Logistic.score(quick, weights: models.bounds.quickWeights) >= models.bounds.floor else {
      return nil
    }
    guard let spelt = models.letters?.classify(tokens) else {
      values = quick
      return
    }
    let margin = spelt.margin(of: SafetyModels.danger)
    values = quick + [margin, spelt.evidence.knownWords, spelt.evidence.knownPairs]
  }
}

extension DangerEvidence {
  /// The words of the clearest stretch.
  package var clearest: String {
    clearestRange.map(heard.text).joined(separator: " ")
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
