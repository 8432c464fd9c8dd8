internal import Language

/// Finds what in a line says nothing about danger now: sayings, denials, general questions, fancies, and what is over.
struct QuietScopes {
  let words: SentenceWords

  /// Places of the tokens to leave out.
  ///
  /// `denied`: places of what is denied, which are left out as well.
  func places(
    _ clauses: [Clause],
    stems: [StemPlace],
    _ tokens: Tokens,
    denied: Set<Int>
  ) -> Set<Int> {
    var hidden = denied
    for place in words.places(of: .idioms, in: stems) { hidden.formUnion(place) }
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

  /// Places of the tokens that are denied, and of the words that deny them.
  func denied(_ clauses: [Clause], stems: [StemPlace], _ tokens: Tokens) -> Set<Int> {
    var denied: Set<Int> = []
    for clause in clauses { denied.formUnion(clause.denied) }
    for negator in words.places(of: .negators, in: stems)
    where denied.contains(negator.upperBound + 1) {
      denied.formUnion(negator)
    }
    return denied
  }

  /// Whether a clause asks in general or only imagines; thoughts of harm, and "what happens if I", are real enough.
  private func isUnreal(_ clause: Clause) -> Bool {
    (clause.isGeneral && !clause.isGeneralAboutSelf)
      || (clause.isHypothetical && !clause.isThought && !clause.isGeneral)
  }

  /// Whether only a comma or a contrast lies between two clauses.
  private func isSameSentence(_ left: Clause, _ right: Clause, _ tokens: Tokens) -> Bool {
    (left.tokens.upperBound..<right.tokens.lowerBound).allSatisfy { tokens.token($0, is: ",") }
      && !tokens.token(right.tokens.lowerBound, is: "but")
      && !tokens.token(right.tokens.lowerBound, is: "now")
  }
}
