internal import Language

/// Where in the content the words stand that decided how a line was read.
package struct DecidingEntries: Sendable {
  /// An entry of a content file that taught a term.
  package struct Entry: Equatable, Sendable {
    package let term: String
    /// What the entry is: a curators' word, a concept's word, or an example.
    package let kind: String
    package let text: String
    package let place: Place
  }

  private let content: Content

  package init(_ content: Content) { self.content = content }

  /// The entries behind each term that speaks for a topic: a curators' word and a concept, or else the shortest example.
  package func entries(for terms: [String], topic: String) -> [Entry] {
    guard let intent = content.intents.first(where: { $0.id == topic }) else { return [] }
    return terms.flatMap { term -> [Entry] in
      let stems = Self.stems(of: term.replacing("…", with: " "))
      let found = [curatorsWord(stems, intent), concept(stems)].compactMap(\.self)
      return (found.isEmpty ? [example(stems, intent)].compactMap(\.self) : found).map {
        Entry(term: term, kind: $0.kind, text: $0.entry.value, place: $0.entry.place)
      }
    }
  }

  private static func stems(of text: String) -> [UInt64] { StemReader().hashes(of: text) }

  private typealias Found = (kind: String, entry: Placed<String>)

  private func curatorsWord(_ stems: [UInt64], _ intent: IntentFile) -> Found? {
    let lists = [
      ("strong", intent.strong), ("normal", intent.normal), ("weak", intent.weak),
      ("needs", intent.needs.flatMap(\.self)),
    ]
    for (kind, words) in lists {
      if let entry = words.first(where: { Self.stems(of: $0.value) == stems }) {
        return (kind, entry)
      }
    }
    return nil
  }

  private func concept(_ stems: [UInt64]) -> Found? {
    for concept in content.concepts {
      if let entry = concept.words.first(where: { Self.stems(of: $0.value) == stems }) {
        return ("concept \(concept.name)", entry)
      }
    }
    return nil
  }

  private func example(_ stems: [UInt64], _ intent: IntentFile) -> Found? {
    intent.asks.filter { Set(Self.stems(of: $0.value)).isSuperset(of: stems) }
      .min { ($0.value.count, $0.value) < ($1.value.count, $1.value) }
      .map { ("example", $0) }
  }
}
