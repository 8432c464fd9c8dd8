/// A line and the intent that a person who types it means.
package struct Example: Equatable, Sendable {
  package let text: String
  package let intent: String
  /// How much a mistake on it costs in training, against 1 for an ordinary example.
  package let weight: Float

  package init(_ text: String, _ intent: String, weight: Float = 1) {
    self.text = text
    self.intent = intent
    self.weight = weight
  }
}
