internal import Knowledge

/// The short answer is one or two sentences, and its first stands alone in one line.
enum FirstLineRule {
  private static let longest = 119
  private static let mostSentences = 2

  static func check(_ facts: LintFacts, _ findings: FindingList) {
    for answer in facts.content.answers {
      guard let first = answer.short.first else { continue }
      let count = first.sentence.text.count
      if count > longest {
        findings.add(
          .firstLine,
          at: first.place,
          "the first line has \(count) characters",
          remedy: "shorten it to \(longest)"
        )
      }
      if answer.short.count > mostSentences {
        findings.add(
          .firstLine,
          at: answer.short[mostSentences].place,
          "Short has \(answer.short.count) sentences",
          remedy: "keep \(mostSentences) and move the rest to Fuller"
        )
      }
    }
  }
}
