internal import Language

/// Groups of `needs` are met by some example, and keywords that no example holds are noted.
enum KeywordRule {
  /// - Returns: Notes on keywords that no test would miss.
  static func check(_ facts: LintFacts, _ findings: FindingList) -> [Finding] {
    let reader = StemReader()
    let concepts = Dictionary(
      facts.content.concepts.map { ($0.name, $0.words.map(\.value)) },
      uniquingKeysWith: { first, _ in first }
    )
    var notes: [Finding] = []
    for intent in facts.content.liveIntents {
      var lines: [KeywordLine] = []
      for ask in intent.asks { lines.append(KeywordLine(ask.value, reader)) }
      func stands(_ entry: Placed<String>) -> Bool {
        let entry = KeywordEntry(entry.value, concepts: concepts, reader)
        return lines.contains(where: entry.stands)
      }
      for group in intent.needs {
        guard let first = group.first, !group.contains(where: stands) else { continue }
        findings.add(
          .needs,
          at: first.place,
          "no example meets this group",
          remedy: "add an example that holds one of its words"
        )
      }
      for word in intent.strong + intent.normal + intent.weak where !stands(word) {
        notes.append(
          Finding(
            .idleKeyword,
            at: word.place,
            "no example holds '\(word.value)'",
            remedy: "add one that does, or drop the word"
          )
        )
      }
    }
    return notes
  }
}
