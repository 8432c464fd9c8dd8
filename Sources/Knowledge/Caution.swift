package import Packed

/// Something about a person that rules out, postpones or changes a piece of advice.
package struct Caution: Equatable, Sendable, Packable {
  package enum Action: String, CaseIterable, Comparable, Sendable, Packable {
    case adapt
    case askFirst = "ask-first"
    case avoid

    package static func < (left: Action, right: Action) -> Bool {
      allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
  }

  package let id: ID<Caution>
  /// Facts that call for it; nil where no slot can say it.
  package let when: Condition?
  /// Phrases in a message that reveal it although no slot holds it.
  package let words: [String]
  /// Things, as named in `seeds/safety/affects.yml`.
  package let affects: [String]
  package let action: Action
  /// What to say to the person, reason included.
  package let text: String
  package let references: [ID<Reference>]

  package init(
    id: ID<Caution>,
    when: Condition?,
    words: [String],
    affects: [String],
    action: Action,
    text: String,
    references: [ID<Reference>]
  ) {
    self.id = id
    self.when = when
    self.words = words
    self.affects = affects
    self.action = action
    self.text = text
    self.references = references
  }

  package init(unpacking reader: inout PackedReader) {
    id = reader.value()
    when = reader.optional { $0.value() }
    words = reader.texts()
    affects = reader.texts()
    action = reader.value()
    text = reader.text()
    references = reader.values()
  }

  package func pack(into writer: inout PackedWriter) {
    writer.value(id)
    writer.optional(when) { $1.value($0) }
    writer.texts(words)
    writer.texts(affects)
    writer.value(action)
    writer.text(text)
    writer.values(references)
  }
}

/// A thing that cautions speak of, and what of ours it touches.
package struct AffectedThing: Equatable, Sendable, Packable {
  package let name: String
  /// Topics whose answers speak of it.
  package let topics: [ID<Topic>]

  package init(name: String, topics: [ID<Topic>]) {
    self.name = name
    self.topics = topics
  }

  package init(unpacking reader: inout PackedReader) {
    name = reader.text()
    topics = reader.values()
  }

  package func pack(into writer: inout PackedWriter) {
    writer.text(name)
    writer.values(topics)
  }
}
