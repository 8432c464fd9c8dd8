package import Packed

/// One question of the onboarding form.
package struct FormQuestion: Equatable, Sendable, Packable {
  /// An answer offered by number or by its words.
  package struct Choice: Equatable, Sendable, Packable {
    package let label: String
    /// What choosing it stores.
    package let sets: [Setting]

    package init(label: String, sets: [Setting]) {
      self.label = label
      self.sets = sets
    }

    package init(unpacking reader: inout PackedReader) {
      label = reader.text()
      sets = reader.values()
    }

    package func pack(into writer: inout PackedWriter) {
      writer.text(label)
      writer.values(sets)
    }
  }

  /// A value for a slot: "yes", "no", a number, or an option; "none" empties a list.
  package struct Setting: Equatable, Sendable, Packable {
    package let slot: Slot
    package let value: String

    package init(slot: Slot, value: String) {
      self.slot = slot
      self.value = value
    }

    package init(unpacking reader: inout PackedReader) {
      slot = reader.value()
      value = reader.text()
    }

    package func pack(into writer: inout PackedWriter) {
      writer.value(slot)
      writer.text(value)
    }
  }

  /// What asks for a slot that the first answer left open.
  package struct Rest: Equatable, Sendable, Packable {
    package let slot: Slot
    package let ask: String

    package init(slot: Slot, ask: String) {
      self.slot = slot
      self.ask = ask
    }

    package init(unpacking reader: inout PackedReader) {
      slot = reader.value()
      ask = reader.text()
    }

    package func pack(into writer: inout PackedWriter) {
      writer.value(slot)
      writer.text(ask)
    }
  }

  package let id: ID<FormQuestion>
  /// The slots it fills; the first names the question to programs.
  package let slots: [Slot]
  package let ask: String
  package let why: String
  package let choices: [Choice]
  /// Whether several choices may be given at once.
  package let takesSeveral: Bool
  /// Asked only of people for whom this holds; nil for everybody.
  package let when: Condition?
  /// Slots that must be known before the question is done with; none when any one will do.
  package let must: [Rest]
  /// What a plain "yes" stores; empty where a plain "yes" needs to be asked further.
  package let yes: [Setting]
  package let no: [Setting]
  /// Words that explain how to answer, for a second try.
  package let hint: String

  package init(
    id: ID<FormQuestion>,
    slots: [Slot],
    ask: String,
    why: String,
    choices: [Choice],
    takesSeveral: Bool,
    when: Condition?,
    must: [Rest],
    yes: [Setting],
    no: [Setting],
    hint: String
  ) {
    self.id = id
    self.slots = slots
    self.ask = ask
    self.why = why
    self.choices = choices
    self.takesSeveral = takesSeveral
    self.when = when
    self.must = must
    self.yes = yes
    self.no = no
    self.hint = hint
  }

  package init(unpacking reader: inout PackedReader) {
    id = reader.value()
    slots = reader.values()
    ask = reader.text()
    why = reader.text()
    choices = reader.values()
    takesSeveral = reader.flag()
    when = reader.optional { $0.value() }
    must = reader.values()
    yes = reader.values()
    no = reader.values()
    hint = reader.text()
  }

  package func pack(into writer: inout PackedWriter) {
    writer.value(id)
    writer.values(slots)
    writer.text(ask)
    writer.text(why)
    writer.values(choices)
    writer.flag(takesSeveral)
    writer.optional(when) { $1.value($0) }
    writer.values(must)
    writer.values(yes)
    writer.values(no)
    writer.text(hint)
  }
}
