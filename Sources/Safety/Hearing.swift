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
  let scores: WindowScores
  let choir: Choir
  /// Each rule's margin in all of what is heard.
  let whole: [Float]
  let clearest: Choir.Voice
  /// Rules whose signs stand in a clause.
  let signed: Set<String>
  /// Rules whose signs stand word for word and are meant.
  let spoken: Set<String>

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
    guard heard.list.indices.contains(where: { Self.speaks(heard, $0) }) else { return nil }
    let scores = models.words.windowScores(of: heard)
    let choir = Choir(scores, Stretches.all(clauses, places: places), leastMass: Self.leastMass)
    guard let clearest = choir.clearest else { return nil }
    self.tokens = tokens
    self.clauses = clauses
    self.hidden = hidden
    self.denied = denied
    spoken = Set(wholeSigns.filter { !$0.isQuiet }.map(\.rule))
    self.heard = heard
    self.scores = scores
    self.choir = choir
    whole = scores.margins(of: 0..<heard.count, leastMass: Self.leastMass)
    self.clearest = clearest
    signed = Self.signed(clauses, stems: stems, hidden: hidden, models.signs)
  }
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
