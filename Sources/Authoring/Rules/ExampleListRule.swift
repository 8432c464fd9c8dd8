/// Each topic has examples, and no line stands for two topics.
enum ExampleListRule {
  static func check(_ facts: LintFacts, _ findings: FindingList) {
    var seen: [String: (topic: String, place: Place)] = [:]
    for intent in facts.content.intents {
      if intent.asks.isEmpty {
        findings.add(
          .noExamples,
          at: intent.place,
          "the topic has no examples",
          remedy: "write what people ask under 'asks'"
        )
      }
      for ask in intent.asks {
        let words = key(ask.value)
        if let first = seen[words] {
          duplicate(ask, of: first.place, findings)
        } else {
          seen[words] = (intent.id, ask.place)
        }
      }
    }
    for miss in facts.content.intents.flatMap(\.nearMisses) {
      for text in miss.texts {
        if let first = seen[key(text.value)], first.topic != miss.topic.value {
          duplicate(text, of: first.place, findings)
        }
      }
    }
  }

  private static func duplicate(
    _ text: Placed<String>,
    of first: Place,
    _ findings: FindingList
  ) {
    findings.add(
      .duplicateExample,
      at: text.place,
      "'\(text.value)' stands already in \(first.description)",
      remedy: "keep it where it belongs"
    )
  }

  /// The words of a line, without case and signs.
  private static func key(_ text: String) -> String {
    WordFinder.words(of: text).joined(separator: " ")
  }
}
