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
  /// The wider topic that this one answers for: what is reported as understood is that one.
  package let partOf: ID<Topic>?
  package let offers: [Offer]

  package init(
    id: ID<Topic>,
    group: String,
    title: String,
    name: String,
    partOf: ID<Topic>?,
    offers: [Offer]
  ) {
    self.id = id
    self.group = group
    self.title = title
    self.name = name
    self.partOf = partOf
    self.offers = offers
  }

  package init(unpacking reader: inout PackedReader) {
    id = reader.value()
    group = reader.text()
    title = reader.text()
    name = reader.text()
    partOf = reader.optional { $0.value() }
    offers = reader.values()
  }

  package func pack(into writer: inout PackedWriter) {
    writer.value(id)
    writer.text(group)
    writer.text(title)
    writer.text(name)
    writer.optional(partOf) { $1.value($0) }
    writer.values(offers)
  }

  /// Groups whose topics steer the conversation and have no answer of their own.
  package static let dialogueGroup = "dialogue"
  /// Groups about danger.
  package static let safetyGroup = "safety"
}
