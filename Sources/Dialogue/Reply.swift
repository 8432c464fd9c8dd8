package import Knowledge

/// One message from Flora.
package struct Reply: Equatable, Sendable {
  package enum Kind: String, Sendable {
    case answer, question, clarify, fallback, safety, plan, notice
  }

  package let kind: Kind
  /// What it was made from: `dairy.short`, `form.concern`, `smalltalk.greet`.
  package let id: String
  /// Markdown: paragraphs, lists and bold, nothing else.
  package let text: String
  /// References of the claims printed, in the order of their numbers.
  package let sources: [ID<Reference>]

  package init(_ kind: Kind, _ id: String, _ text: String, sources: [ID<Reference>] = []) {
    self.kind = kind
    self.id = id
    self.text = text
    self.sources = sources
  }
}
