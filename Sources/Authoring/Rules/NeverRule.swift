internal import Intents
internal import Knowledge

/// The words of `never` speak for the topic that they point to, not for the one that turns them away.
struct NeverRule {
  private let facts: LintFacts
  private let model: Model

  init(_ facts: LintFacts, _ model: Model) {
    self.facts = facts
    self.model = model
  }

  func check(_ findings: FindingList) {
    for intent in facts.content.liveIntents {
      for entry in intent.never where !facts.drafts.contains(entry.topic.value) {
        for word in entry.texts {
          let line = line(for: word.value, target: entry.topic.value)
          let found = model.classify(line)
          guard let target = model.explain(found, as: entry.topic.value)?.sum,
            let own = model.explain(found, as: intent.id)?.sum, target <= own
          else { continue }
          findings.add(
            .neverRedirect,
            at: word.place,
            "'\(word.value)' speaks for '\(intent.id)' rather than '\(entry.topic.value)'",
            remedy: "add examples that hold it to \(entry.topic.value), or drop it"
          )
        }
      }
    }
  }

  /// What somebody would type: `a+b` as two words, a concept by its first word, a stem by a word of the target's examples.
  private func line(for entry: String, target: String) -> String {
    if entry.hasPrefix("~") {
      let concept = facts.content.concepts.first { $0.name == entry.dropFirst() }
      return concept?.words.first?.value ?? entry
    }
    guard entry.hasSuffix("*") else { return String(entry.map { $0 == "+" ? " " : $0 }) }
    let start = String(entry.dropLast())
    let asks = facts.content.intents.first { $0.id == target }?.asks ?? []
    let words = asks.lazy.flatMap { WordFinder.words(of: $0.value) }
    return words.first { $0.hasPrefix(start) } ?? start
  }
}
