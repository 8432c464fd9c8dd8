internal import Knowledge

/// Where skin turns red, the same paragraph says how it looks on brown or black skin.
enum SkinToneRule {
  static func check(_ facts: LintFacts, _ findings: FindingList) {
    let rules = facts.content.wordingRules
    let red = rules.finder(.red, butNot: .notRed)
    let darker = rules.finder(.darker)
    let paragraphs =
      facts.content.answers.flatMap { answer in
        ([answer.short, answer.plain] + answer.fuller.map(\.sentences)).map { sentences in
          sentences.map { ReadText(text: $0.sentence.text, place: $0.place) }
        }
      }
      + facts.content.claims.map { [ReadText(text: $0.claim.text, place: $0.textPlace)] }
      + facts.content.cautions.map { [ReadText(text: $0.caution.text, place: $0.place)] }
    for paragraph in paragraphs {
      guard let sign = paragraph.first(where: { red.first(in: $0.text) != nil }),
        let word = red.first(in: sign.text),
        !paragraph.contains(where: { darker.first(in: $0.text) != nil })
      else { continue }
      findings.add(
        .skinTone,
        at: sign.place,
        "'\(word)' stands alone",
        remedy: "say in the same paragraph how it looks on brown or black skin"
      )
    }
  }
}
