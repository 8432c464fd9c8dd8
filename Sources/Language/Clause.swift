/// A part of a line that says one thing, and what its shape says about it.
package struct Clause: Equatable, Sendable {
  /// Its tokens, the pause behind it left out.
  package private(set) var tokens: Range<Int>
  /// Places of the tokens that a negator denies.
  package var denied: Set<Int> = []
  /// About somebody other than the person who types.
  package var isAboutOthers = false
  /// Asks rather than tells.
  package var isQuestion = false
  /// A question about things in general.
  package var isGeneral = false
  /// Only imagined or considered.
  package var isHypothetical = false
  /// Only imagined, as something that the person has in mind.
  package var isThought = false
  /// A general question that comes to the person all the same: "what happens if I take".
  package var isGeneralAboutSelf = false
  /// Long over, or seen to.
  package var isResolved = false
  package var isPast = false
  package var isPresent = false
  /// Says that something was given up.
  package var isStopped = false

  package init(tokens: Range<Int>) { self.tokens = tokens }

  /// The same clause in a line in which it stands so many tokens further back.
  package func moved(by count: Int) -> Clause {
    var clause = self
    clause.tokens = tokens.lowerBound + count..<tokens.upperBound + count
    clause.denied = Set(denied.map { $0 + count })
    return clause
  }
}
