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
  /// What is heard: the line without what is hidden.
  let heard: Remains
  let choir: Choir
  /// Each rule's margin in all of what is heard.
  let whole: [Float]
  let clearest: Choir.Voice
  /// For each clause the rules whose signs stand in it.
  private let signedClauses: [Set<String>]
  private let wholeSigns: [WholeSigns.Found]

  /// Hears a line; nil when nothing is left that speaks.
  package init?(_ tokens: Tokens, models: SafetyModels, words: SentenceWords) {
    let stems = StemReader().stems(of: tokens)
    let scopes = QuietScopes(tokens, stems: stems, words: words)
    let clauses = scopes.clauses
    var (denied, hidden) = (scopes.denied, scopes.places)
    let wholeSigns = models.wholeSigns.found(in: tokens, stems: stems, words: words)
    for sign in wholeSigns {
      if sign.isQuiet { hidden.formUnion(sign.range) } else { hidden.subtract(sign.range) }
      if !sign.isQuiet { denied.subtract(sign.range) }
    }
    guard tokens.list.indices.contains(where: { !hidden.contains($0) && Self.speaks(tokens, $0) })
    else { return nil }
    let heard = Remains(of: tokens, stems: stems, without: hidden, models.words)
    self.init(
      tokens: tokens,
      clauses: clauses,
      hidden: hidden,
      denied: denied,
      heard: heard,
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
    heard: Remains,
    signedClauses: [Set<String>],
    wholeSigns: [WholeSigns.Found]
  ) {
    let choir = Choir(heard.scores, Stretches.all(clauses, places: heard.places))
    guard let clearest = choir.clearest else { return nil }
    self.tokens = tokens
    self.clauses = clauses
    self.hidden = hidden
    self.denied = denied
    self.heard = heard
    self.choir = choir
    self.clearest = clearest
    self.signedClauses = signedClauses
    self.wholeSigns = wholeSigns
    whole = heard.margins
  }

  /// One sentence of the line alone, with what was found out about the line; nil when nothing in it speaks.
  func sentence(_ range: Range<Int>) -> Hearing? {
    let own = clauses.indices.filter { range.contains(clauses[$0].tokens.lowerBound) }
    let wholeSigns = wholeSigns.filter { range.contains($0.range.lowerBound) }
    let isSigned = !wholeSigns.isEmpty || own.contains { !signedClauses[$0].isEmpty }
    guard let kept = heard.kept(in: range), isSigned || choir.isHeard(in: kept) else { return nil }
    let heard = heard.part(kept, of: range)
    guard heard.tokens.list.indices.contains(where: { Self.speaks(heard.tokens, $0) }) else {
      return nil
    }
    return Hearing(
      tokens: tokens.selecting(Array(range)),
      clauses: own.map { clauses[$0].moved(by: -range.lowerBound) },
      hidden: hidden.within(range),
      denied: denied.within(range),
      heard: heard,
      signedClauses: own.map { signedClauses[$0] },
      wholeSigns: wholeSigns
    )
  }
}

extension Hearing {
  /// What is said: the line without what is denied, fancies and all.
  ///
  /// Pauses hold no meaning, so that mostly the same is heard and said.
  func said(_ model: Model) -> Remains {
    hidden.allSatisfy { denied.contains($0) || tokens.list[$0].kind == .pause }
      ? heard
      : Remains(of: tokens, stems: StemReader().stems(of: tokens), without: denied, model)
  }

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
    clearest.stretch.map(heard.tokens.text).joined(separator: " ")
  }

  /// Whether a token says anything: what is left of "I don't have that" does not.
  private static func speaks(_ tokens: Tokens, _ index: Int) -> Bool {
    tokens.list[index].kind == .word && !small.holds(index, of: tokens)
  }

  private static let small: WordSet = [
    "i", "do", "does", "did", "have", "has", "had", "my", "me", "am", "is", "are", "was", "were",
    "and", "but", "so", "just", "he", "she", "they", "we", "it", "the", "a", "an", "of", "any",
    "been", "there", "honestly", "really", "actually", "or", "be", "to", "in", "on", "at", "for",
    "with", "no", "not", "none", "never", "that", "this", "his", "her", "you", "your", "got", "get",
    "can", "will", "would",
  ]

  /// Rules whose signs stand in a clause that speaks of now.
  package static func signed(_ tokens: Tokens, _ signs: SignTable, _ words: SentenceWords)
    -> Set<String>
  {
    let stems = StemReader().stems(of: tokens)
    let scopes = QuietScopes(tokens, stems: stems, words: words)
    return scopes.clauses.reduce(into: []) {
      $0.formUnion(signed($1, stems: stems, hidden: scopes.places, signs))
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
