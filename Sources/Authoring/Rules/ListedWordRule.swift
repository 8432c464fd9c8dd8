internal import Knowledge

/// No promises, no names of products, no blame: words of closed lists.
enum ListedWordRule {
  static func check(_ facts: LintFacts, _ findings: FindingList) {
    let rules = facts.content.wordingRules
    let denials = rules.finder(.denials)
    let promises = rules.finder(.promises, butNot: .notPromises)
    let brands = rules.finder(.brands)
    let blame = rules.finder(.blame, butNot: .notBlame)
    for text in facts.readTexts {
      let words = WordFinder.words(of: text.text)
      let isDenied = denials.first(in: words) != nil
      if let word = promises.first(in: words), !isDenied {
        findings.add(
          .promise,
          at: text.place,
          "'\(word)' promises",
          remedy: "say what was seen, or that it does not"
        )
      }
      if let word = brands.first(in: words) {
        findings.add(
          .brand,
          at: text.place,
          "'\(word)' is the name of a product",
          remedy: "name what is in it"
        )
      }
      if let word = blame.first(in: words), !isDenied {
        findings.add(
          .blame,
          at: text.place,
          "'\(word)' blames the reader",
          remedy: "say what can be done"
        )
      }
    }
  }
}
