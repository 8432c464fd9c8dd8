internal import Intents
package import Language

/// A line as the screen hears it: what in it speaks, and how loudly.
package struct Hearing: Sendable {
  let tokens: Tokens
  let clauses: [Clause]
  /// Places of the tokens that say nothing about danger now.
  let hidden: Set<Int>
  /// Places of what is denied, with the words that deny it.
  let denied: Set<Int>
  /// The line without what is hidden.
  let heard: Tokens
  /// Where each token of what is heard stands in the line.
  private let places: [Int]
  private let scores: WindowScores
  let choir: Choir
  /// Each rule's margin in all of what is heard.
  let whole: [Float]
  let clearest: Choir.Voice
  /// For each clause the rules whose signs stand in it.
  private let signedClauses: [Set<String>]
  private let wholeSigns: [WholeSigns.Found]

  /// A stretch that says less than this (idf squared, summed) is not scaled up to full length.
  static let leastMass: Float = 20

  /// Hears a line; nil when nothing is left that speaks.
  package init?(_ tokens: Tokens, models: SafetyModels, words: SentenceWords) {
    let stems = StemReader().stems(of: tokens)
    let clauses = ClauseReader(words).clauses(of: tokens, stems: stems)
    let scopes = QuietScopes(words: words)
    var denied = scopes.denied(clauses, stems: stems, tokens)
    var hidden = scopes.places(clauses, stems: stems, tokens, denied: denied)
    let wholeSigns = models.wholeSigns.found(in: tokens, stems: stems, scopes: scopes)
    for sign in wholeSigns {
      if sign.isQuiet { hidden.formUnion(sign.range) } else { hidden.subtract(sign.range) }
      if !sign.isQuiet { denied.subtract(sign.range) }
    }
    let (heard, places) = tokens.dropping(hidden)
    self.init(
      tokens: tokens,
      clauses: clauses,
      hidden: hidden,
      denied: denied,
      heard: heard,
      places: places,
      scores: models.words.windowScores(of: heard),
      signedClauses: clauses.map {
        Self.signed($0, stems: stems, hidden: hidden, models.signs)
      },
      wholeSigns: wholeSigns
    )
  }

  private init?(
    tokens: Tokens,
    clauses: [Clause],
    hidden: Set<Int>,
    denied: Set<Int>,
    heard: Tokens,
    places: [Int],
    scores: @autoclosure () -> WindowScores,
    signedClauses: [Set<String>],
    wholeSigns: [WholeSigns.Found]
  ) {
    guard heard.list.indices.contains(where: { Self.speaks(heard, $0) }) else { return nil }
    let scores = scores()
    let choir = Choir(scores, Stretches.all(clauses, places: places), leastMass: Self.leastMass)
    guard let clearest = choir.clearest else { return nil }
    self.tokens = tokens
    self.clauses = clauses
    self.hidden = hidden
    self.denied = denied
    self.heard = heard
    self.places = places
    self.scores = scores
    self.choir = choir
    self.clearest = clearest
    self.signedClauses = signedClauses
    self.wholeSigns = wholeSigns
    whole = scores.margins(of: 0..<heard.count, leastMass: Self.leastMass)
  }

  /// One sentence of the line alone, with what was found out about the line; nil when nothing in it speaks.
  func sentence(_ range: Range<Int>) -> Hearing? {
    let own = clauses.indices.filter { range.contains(clauses[$0].tokens.lowerBound) }
    let kept = places.indices.filter { range.contains(places[$0]) }
    guard let first = kept.first, let last = kept.last else { return nil }
    return Hearing(
      tokens: tokens.selecting(Array(range)),
      clauses: own.map { clauses[$0].moved(by: -range.lowerBound) },
      hidden: hidden.within(range),
      denied: denied.within(range),
      heard: heard.selecting(kept),
      places: kept.map { places[$0] - range.lowerBound },
      scores: scores.part(first..<last + 1),
      signedClauses: own.map { signedClauses[$0] },
      wholeSigns: wholeSigns.filter { range.contains($0.range.lowerBound) }
    )
  }
}

extension Hearing {
  /// Rules whose signs stand in a clause.
  var signed: Set<String> { signedClauses.reduce(into: []) { $0.formUnion($1) } }

  /// Rules whose signs stand word for word and are meant.
  var spoken: Set<String> { Set(wholeSigns.filter { !$0.isQuiet }.map(\.rule)) }
}

extension Hearing {
  /// How loud the clearest stretch speaks.
  package var loudness: Double { Double(clearest.score) }

  /// The words of the clearest stretch.
  package var clearestWords: String {
    clearest.stretch.map(heard.text).joined(separator: " ")
  }

  /// Whether nothing is hidden but what is denied, and pauses.
  var hidesOnlyDenials: Bool {
    hidden.allSatisfy { denied.contains($0) || tokens.list[$0].kind == .pause }
  }

  /// Whether a token says anything: what is left of "I don't have that" does not.
  private static func speaks(_ tokens: Tokens, _ index: Int) -> Bool {
    tokens.list[index].kind == .word && !small.contains(tokens.text(index))
  }

  private static let small: Set<String> = [
    "i", "do", "does", "did", "have", "has", "had", "my", "me", "am", "is", "are", "was", "were",
    "and", "but", "so", "just", "he", "she", "they", "we", "it", "the", "a", "an", "of", "any",
    "been", "there", "honestly", "really", "actually", "or", "be", "to", "in", "on", "at", "for",
    "with", "no", "not", "none", "never", "that", "this", "his", "her", "you", "your", "got", "get",
    "can", "will", "would",
  ]

  /// Rules whose signs stand in a clause that speaks of now.
  package static func signed(
    _ clauses: [Clause],
    stems: [StemPlace],
    _ tokens: Tokens,
    _ signs: SignTable,
    _ words: SentenceWords
  ) -> Set<String> {
    let scopes = QuietScopes(words: words)
    let denied = scopes.denied(clauses, stems: stems, tokens)
    let hidden = scopes.places(clauses, stems: stems, tokens, denied: denied)
    return clauses.reduce(into: []) {
      $0.formUnion(signed($1, stems: stems, hidden: hidden, signs))
    }
  }

  private static func signed(
    _ clause: Clause,
    stems: [StemPlace],
    hidden: Set<Int>,
    _ signs: SignTable
  ) -> Set<String> {
    let left = stems.filter {
      clause.tokens.contains(Int($0.token)) && !hidden.contains(Int($0.token))
    }
    return signs.rules(in: left.map(\.hash))
  }
}

extension Set<Int> {
  /// Those in a range, counted from its start.
  fileprivate func within(_ range: Range<Int>) -> Set<Int> {
    Set(filter(range.contains).map { $0 - range.lowerBound })
  }
}
