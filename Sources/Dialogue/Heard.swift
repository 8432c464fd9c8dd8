internal import Intents
package import Knowledge
internal import Language
internal import Slots

/// A line as it was understood, before anything is decided.
package struct Heard: Sendable {
  /// A topic and how sure the model is of it.
  package struct Intent: Equatable, Sendable {
    package let id: ID<Topic>
    package let confidence: Double
  }

  let text: String
  let classification: Classification
  /// Topics that the line names, in the order of their words.
  let mentions: [ID<Topic>]
  let readings: [SlotReading]
  /// What it says is not so, or no more.
  let denials: [SlotDenial]
  /// Whether it asks rather than tells.
  let isQuestion: Bool
  /// Whether it tells first and asks at its end: "i take zinc and my skin is dry is that normal".
  let asksLast: Bool
  let wordCount: Int
  /// The words in their normal form.
  let words: [String]
  /// How much of it tells facts.
  let facts: FactLine

  init(
    text: String,
    classification: Classification,
    mentions: [ID<Topic>],
    facts read: (readings: [SlotReading], denials: [SlotDenial]),
    isQuestion: Bool,
    asksFrom last: Int?,
    wordCount: Int
  ) {
    self.text = text
    self.classification = classification
    self.mentions = mentions
    denials = read.denials
    self.wordCount = wordCount
    let tokens = classification.tokens
    let words = tokens.words
    self.words = words
    asksLast = last != nil
    self.isQuestion = isQuestion
    let readings = last.map { read.readings.told(in: words[..<$0]) } ?? read.readings
    self.readings = readings
    facts = FactLine(tokens, words: words, told: readings.map(\.words) + denials.map(\.words))
  }

  var best: Classification.Ranked? { classification.best }
}

extension [SlotReading] {
  /// Those whose words all stand in one part of a line.
  fileprivate func told(in words: ArraySlice<String>) -> [SlotReading] {
    filter { Tokenizer.tokens(in: $0.words).words.allSatisfy(words.contains) }
  }
}
