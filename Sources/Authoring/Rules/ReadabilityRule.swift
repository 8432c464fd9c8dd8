internal import Knowledge
internal import Language

/// Answers read at the grade of their view, words of the glossary masked.
enum ReadabilityRule {
  private static let plainGrade = 6.9
  private static let fullerGrade = 8.9

  /// - Returns: How many texts were judged.
  static func check(_ facts: LintFacts, _ findings: FindingList) -> Int {
    let readability = Readability(glossary: facts.content.glossary.map(\.value))
    var count = 0
    for answer in facts.content.answers {
      let views = [
        ("Short", answer.short, plainGrade),
        ("Fuller", answer.fuller.flatMap(\.sentences), fullerGrade),
        ("Plain", answer.plain, plainGrade),
      ]
      for (name, sentences, most) in views where !sentences.isEmpty {
        count += 1
        check(name, sentences, most: most, readability, findings)
      }
    }
    if count == 0 {
      findings.add(
        .readability,
        at: Place(file: "seeds/answers"),
        "no text was read",
        remedy: "write an answer"
      )
    }
    return count
  }

  private static func check(
    _ view: String,
    _ sentences: [AnswerFile.PlacedSentence],
    most: Double,
    _ readability: Readability,
    _ findings: FindingList
  ) {
    let grade = readability.grade(of: sentences.map(\.sentence.text))
    guard grade > most else { return }
    let hardest = sentences.max {
      readability.grade(of: [$0.sentence.text]) < readability.grade(of: [$1.sentence.text])
    }
    guard let hardest else { return }
    findings.add(
      .readability,
      at: hardest.place,
      "\(view) reads at grade \(tenths(grade)), over \(tenths(most)); this is its hardest sentence",
      remedy: "use shorter words and sentences"
    )
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded(.up))
    return "\(tenths / 10).\(tenths % 10)"
  }
}
