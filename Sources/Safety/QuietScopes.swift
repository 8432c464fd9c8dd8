internal import Language

/// Finds what in a line says nothing about danger now: sayings, denials, general questions, fancies, and what is over.
struct QuietScopes {
  let clauses: [Clause]
  /// Places of the tokens that are denied, and of the words that deny them.
  let denied: Set<Int>
  /// Places of all tokens to leave out, those of what is denied among them.
  let places: Set<Int>

  init(_ tokens: Tokens, stems: [StemPlace], words: SentenceWords) {
    let shaping = words.places(in: stems)
    clauses = ClauseReader(words).clauses(of: tokens, shaping)
    denied = Self.denied(clauses, negators: shaping[.negators])
    places = denied.union(Self.quiet(clauses, tokens, idioms: shaping[.idioms]))
  }

  private static func quiet(_ clauses: [Clause], _ tokens: Tokens, idioms: [ClosedRange<Int>])
    -> Set<Int>
  {
    var hidden: Set<Int> = []
    for place in idioms { hidden.formUnion(place) }
    for (number, clause) in clauses.enumerated() {
      if isUnreal(clause) || (clause.isResolved && !clause.isPresent) {
        hidden.formUnion(clause.tokens)
      }
      // "meningitis as a newborn, full recovery": what settles it often stands in the next clause.
      let next = number + 1 < clauses.count ? clauses[number + 1] : nil
      if let next, next.isResolved, !clause.isPresent, isSameSentence(clause, next, tokens) {
        hidden.formUnion(clause.tokens)
      }
    }
    for index in tokens.list.indices where tokens.list[index].kind == .pause {
      hidden.insert(index)
    }
    return hidden
  }

  private static func denied(_ clauses: [Clause], negators: [ClosedRange<Int>]) -> Set<Int> {
    var denied: Set<Int> = []
    for clause in clauses { denied.formUnion(clause.denied) }
    for negator in negators where denied.contains(negator.upperBound + 1) {
      denied.formUnion(negator)
    }
    return denied
  }

  /// Whether a clause asks in general or only imagines; thoughts of harm, and "what happens if I", are real enough.
  private static func isUnreal(_ clause: Clause) -> Bool {
    (clause.isGeneral && !clause.isGeneralAboutSelf)
      || (clause.isHypothetical && !clause.isThought && !clause.isGeneral)
  }

  /// Whether only a comma or a contrast lies between two clauses.
  private static func isSameSentence(_ left: Clause, _ right: Clause, _ tokens: Tokens) -> Bool {
    (left.tokens.upperBound..<right.tokens.lowerBound).allSatisfy { tokens.token($0, is: ",") }
      && !tokens.token(right.tokens.lowerBound, is: "but")
      && !tokens.token(right.tokens.lowerBound, is: "now")
  }
}
