package import Packed

/// Something a person can ask about or say to Flora.
package struct Topic: Equatable, Sendable, Packable {
  /// A next question that an answer suggests.
  package struct Offer: Equatable, Sendable, Packable {
    package let ask: String
    package let goes: ID<Topic>
    /// Not offered to people for whom this holds.
    package let unless: Condition?

    package init(ask: String, goes: ID<Topic>, unless: Condition?) {
      self.ask = ask
      self.goes = goes
      self.unless = unless
    }

    package init(unpacking reader: inout PackedReader) {
      ask = reader.text()
      goes = reader.value()
      unless = reader.optional { $0.value() }
    }

    package func pack(into writer: inout PackedWriter) {
      writer.text(ask)
      writer.value(goes)
      writer.optional(unless) { $1.value($0) }
    }
  }

  package let id: ID<Topic>
  package let group: String
  /// Label in menus.
  package let title: String
  /// The topic inside a sentence.
  package let name: String
  package let offers: [Offer]

  package init(id: ID<Topic>, group: String, title: String, name: String, offers: [Offer]) {
    self.id = id
    self.group = group
    self.title = title
    self.name = name
    self.offers = offers
  }

  package init(unpacking reader: inout PackedReader) {
    id = reader.value()
    group = reader.text()
    title = reader.text()
    name = reader.text()
    offers = reader.values()
  }

  package func pack(into writer: inout PackedWriter) {
    writer.value(id)
    writer.text(group)
    writer.text(title)
    writer.text(name)
    writer.values(offers)
  }

  /// Groups whose topics steer the conversation and have no answer of their own.
  package static let dialogueGroup = "dialogue"
  /// Groups about danger.
  package static let safetyGroup = "safety"
}
