internal import Knowledge
internal import Language

/// A value and the tokens it was read from.
struct FoundValue {
  let value: SlotValue
  let tokens: ClosedRange<Int>
}

/// A line ready to be read for facts.
struct SlotLine {
  let tokens: Tokens
  let clauses: [Clause]
  let numbers: [NumberSpan]
  let mentions: [Slot: [SlotLexicon.Mention]]
  let amounts: [(option: String, tokens: ClosedRange<Int>)]
  /// Whether the plan is for somebody else, whose facts then count.
  let isForOther: Bool
  let asked: Slot?

  func mentions(of slot: Slot) -> [SlotLexicon.Mention] { mentions[slot] ?? [] }

  /// The words of a place, as understood.
  func words(_ range: ClosedRange<Int>) -> String { range.map(tokens.text).joined(separator: " ") }

  func clause(at token: Int) -> Clause? { clauses.first { $0.tokens.contains(token) } }

  func next(after clause: Clause) -> Clause? {
    clauses.first { $0.tokens.lowerBound >= clause.tokens.upperBound }
  }

  func word(_ index: Int) -> String {
    tokens.list.indices.contains(index) ? tokens.text(index) : ""
  }

  /// Whether any of the words stands within a clause.
  func holds(_ words: Set<String>, in clause: Clause) -> Bool {
    clause.tokens.contains { words.contains(tokens.text($0)) }
  }

  /// Whether a mention in the clause is a statement about the person now.
  func states(_ clause: Clause) -> Bool {
    !clause.isAboutOthers && !clause.isHypothetical && !clause.isQuestion && !clause.isGeneral
  }

  /// "had rosacea for ten years": "have" is left out, and it is still so.
  func isOpenPerfect(_ clause: Clause) -> Bool {
    let first = clause.tokens.first { !["and", "so", "well", "ok"].contains(word($0)) }
    return first.map(word) == "had" && !clause.isStopped && !clause.isResolved
      && clause.tokens.contains {
        (TimeSpan.weeks(per: word($0)) != nil || Self.stretches.contains(word($0)))
          && word($0 + 1) != "ago"
      }
  }

  private static let stretches: Set<String> = [
    "winter", "summer", "spring", "autumn", "ages", "forever",
  ]

  /// Whether a negator stands before the words (one inside them is part of them).
  func isDenied(_ place: ClosedRange<Int>, in clause: Clause) -> Bool {
    clause.denied.contains(place.lowerBound) || goesOnDenying(clause)
  }

  /// "never touched drugs, fags or booze": a list goes on being denied.
  private func goesOnDenying(_ clause: Clause) -> Bool {
    guard clause.tokens.count <= 5, holds(["or", "nor"], in: clause),
      !holds(["i", "am", "but", "now", "is", "have", "my", "it", "only"], in: clause),
      let before = clauses.last(where: { $0.tokens.upperBound <= clause.tokens.lowerBound })
    else { return false }
    return before.denied.contains(before.tokens.upperBound - 1)
  }

  /// Whether the whole line is little more than the mentions: an answer, not a sentence.
  func isBare(_ mentions: [SlotLexicon.Mention]) -> Bool {
    let covered = Set(mentions.flatMap { Array($0.tokens) })
    let rest = tokens.list.indices.filter { index in
      !covered.contains(index) && tokens.list[index].kind != .pause
        && !Self.fillers.contains(tokens.text(index))
    }
    return rest.isEmpty
  }

  static let fillers: Set<String> = [
    "and", "or", "plus", "also", "just", "only", "the", "a", "my", "i", "have", "got", "am", "is",
    "with", "it", "s",
    "yes", "no", "not", "some", "bit", "of", "mostly", "mainly", "probably", "maybe", "um", "oh",
    "well", "both", "has",
    "really", "very", "please", "hi", "hello", "im", "me", "on", "for", "&",
  ]
}
