internal import Knowledge

/// Facts cite claims, claims cite references, and no reference is idle.
enum CitationRule {
  /// Parts of the fuller view that hold facts; the others hold advice too.
  private static let factual: Set<Answer.Part> = [.why, .howSure, .costsAndRisks]

  static func check(_ facts: LintFacts, _ findings: FindingList) {
    let research = facts.content.wordingRules.finder(.research)
    for answer in facts.answers where LintFacts.isFactual(group: answer.group) {
      let parts = answer.fuller.filter { factual.contains($0.part) }
      for sentence in answer.short + parts.flatMap(\.sentences) { checkFact(sentence, findings) }
      let advice = answer.fuller.filter { !factual.contains($0.part) }.flatMap(\.sentences)
      for sentence in advice + answer.plain
      where research.first(in: sentence.sentence.text) != nil {
        checkFact(sentence, findings)
      }
    }
    for entry in facts.content.claims where entry.claim.references.isEmpty {
      findings.add(
        .noSource,
        at: entry.place,
        "the claim '\(entry.claim.id.rawValue)' has no reference",
        remedy: "name one of seeds/references.yml under 'refs'"
      )
    }
    checkUse(of: facts.content.references, in: facts.content, findings)
  }

  private static func checkFact(
    _ sentence: AnswerFile.PlacedSentence,
    _ findings: FindingList
  ) {
    guard sentence.sentence.claims.isEmpty else { return }
    findings.add(
      .uncited,
      at: sentence.place,
      "the sentence states a fact and cites no claim",
      remedy: "end it with the claim's id in brackets"
    )
  }

  private static func checkUse(
    of references: [ReferenceEntry],
    in content: Content,
    _ findings: FindingList
  ) {
    let used = Set(
      content.claims.flatMap(\.claim.references) + content.redFlags.flatMap(\.redFlag.references)
        + content.cautions.flatMap(\.caution.references)
        + content.crisisLines.flatMap { $0.lines.lines.flatMap(\.references) }
    )
    for entry in references where !used.contains(entry.reference.id) {
      findings.add(
        .unusedSource,
        at: entry.place,
        "nothing cites '\(entry.reference.id.rawValue)'",
        remedy: "cite it or remove it"
      )
    }
  }
}
