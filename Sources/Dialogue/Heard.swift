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
  /// Whether it asks rather than tells.
  let isQuestion: Bool
  let wordCount: Int

  var best: Classification.Ranked? { classification.best }

  /// The words in their normal form, a space between them.
  var words: [String] { classification.tokens.list.indices.map(classification.tokens.text) }
}
