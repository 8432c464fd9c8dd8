package import Intents
internal import Knowledge
package import Language

/// What the keyword model learns from: the examples of all live topics and the curators' words.
package struct TrainingSet: Sendable {
  /// Lines that people type, near misses under the topic they mean, and what is out of scope.
  package let examples: [Example]
  /// The curators' words as short examples of less weight.
  package let priors: [Example]
  package let concepts: [PhraseTable.Entry]
  package let hidden: [String]

  /// How much a word of each list weighs against an example of 1.
  private static let strongWeight: Float = 0.6
  private static let normalWeight: Float = 0.2
  private static let weakWeight: Float = 0.08
  /// How much a sentence of a topic's answer weighs: it lends its words, not its shape.
  private static let answerWeight: Float = 0.05

  package init(_ content: Content) {
    let topics = Set(content.liveIntents.map(\.id))
    var seen: Set<String> = []
    var examples: [Example] = []
    func add(_ text: String, _ intent: String) {
      if seen.insert(text).inserted { examples.append(Example(text, intent)) }
    }
    for intent in content.liveIntents {
      for ask in intent.asks { add(ask.value, intent.id) }
    }
    for intent in content.liveIntents {
      for miss in intent.nearMisses where topics.contains(miss.topic.value) {
        for text in miss.texts { add(text.value, miss.topic.value) }
      }
    }
    for line in content.outOfScope { add(line.value, Model.outOfScope) }
    self.examples = examples
    let answers = content.answers.filter { topics.contains($0.id) }
    let words = content.liveIntents.flatMap(Self.curatorsWords)
    priors = words.filter { topics.contains($0.intent) } + answers.flatMap(Self.sentences)
    concepts = content.concepts.map {
      PhraseTable.Entry(name: $0.name, phrases: $0.words.map(\.value))
    }
    hidden = content.concepts.flatMap { $0.butNot.map(\.value) }
  }

  private static func curatorsWords(of intent: IntentFile) -> [Example] {
    let titles = [intent.title, intent.name].compactMap(\.self).map {
      Example($0.value, intent.id, weight: strongWeight)
    }
    return titles + words(intent.strong, intent.id, strongWeight)
      + words(intent.normal, intent.id, normalWeight) + words(intent.weak, intent.id, weakWeight)
      + words(intent.needs.flatMap(\.self), intent.id, normalWeight)
      + intent.never.flatMap { words($0.texts, $0.topic.value, strongWeight) }
  }

  private static func sentences(of answer: AnswerFile) -> [Example] {
    let sentences = answer.short + answer.fuller.flatMap(\.sentences) + answer.plain
    return sentences.map { Example($0.sentence.text, answer.id, weight: answerWeight) }
  }

  /// Word entries as lines: a phrase as it is, `a+b` as two words; concepts are features already.
  private static func words(_ entries: [Placed<String>], _ intent: String, _ weight: Float)
    -> [Example]
  {
    entries.map(\.value).filter { !$0.hasPrefix("~") }.map { entry in
      Example(String(entry.map { $0 == "+" ? " " : $0 }), intent, weight: weight)
    }
  }
}
