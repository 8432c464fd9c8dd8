internal import Knowledge

/// A sentence sounds no surer than the weakest of its claims.
enum GradeRule {
  static func check(_ facts: LintFacts, _ findings: FindingList) {
    let words = GradeWords(facts.content.wordingRules)
    for answer in facts.answers {
      for (_, sentence) in answer.allSentences {
        let claims = sentence.sentence.claims.compactMap { facts.claims[$0] }
        check(sentence.sentence.text, claims, at: sentence.place, words, findings)
      }
    }
    for entry in facts.content.claims {
      check(entry.claim.text, [entry.claim], at: entry.textPlace, words, findings)
    }
  }

  private static func check(
    _ text: String,
    _ claims: [Claim],
    at place: Place,
    _ words: GradeWords,
    _ findings: FindingList
  ) {
    guard let weakest = claims.map(\.grade).min(by: { $0.rank < $1.rank }), weakest != .strong
    else { return }
    let typed = WordFinder.words(of: text)
    if let sure = words.sure.first(in: typed), words.denials.first(in: typed) == nil {
      findings.add(
        .verbGrade,
        at: place,
        "'\(sure)' is surer than a claim graded \(weakest.rawValue)",
        remedy: "say what was seen, and in whom"
      )
      return
    }
    guard let hedges = words.hedges[weakest], hedges.finder.first(in: typed) == nil else { return }
    findings.add(
      .verbGrade,
      at: place,
      "the sentence sounds surer than a claim graded \(weakest.rawValue)",
      remedy: "use a word such as \(hedges.examples)"
    )
  }
}

/// Words that go with each grade.
private struct GradeWords {
  let sure: WordFinder
  let denials: WordFinder
  /// Of each grade that wants one: what a sentence must hold, and a few for the remedy.
  let hedges: [Grade: (finder: WordFinder, examples: String)]

  init(_ rules: WordingRules) {
    sure = rules.finder(.sure, butNot: .notSure)
    denials = rules.finder(.denials)
    func hedge(_ list: WordingRules.List) -> (finder: WordFinder, examples: String) {
      let words = rules.lists[list] ?? []
      return (rules.finder(list), words.prefix(3).map { "'\($0)'" }.joined(separator: ", "))
    }
    hedges = [
      .limited: hedge(.hedgesLimited), .mixed: hedge(.hedgesLimited),
      .mechanistic: hedge(.hedgesMechanistic), .none: hedge(.hedgesNone),
    ]
  }
}
