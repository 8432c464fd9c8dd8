package import Packed

/// How soon somebody must act.
package enum Level: String, CaseIterable, Comparable, Sendable, Packable {
  /// Book a clinician; no reason to panic.
  case soon
  /// Be seen or speak to a clinician the same day.
  case urgent
  /// Call emergency services now.
  case emergency

  package static func < (left: Level, right: Level) -> Bool { left.order < right.order }

  private var order: Int {
    switch self {
    case .soon: 0
    case .urgent: 1
    case .emergency: 2
    }
  }
}

/// A rule of the safety screen, as far as a reply needs it.
package struct RedFlag: Equatable, Sendable, Packable {
  /// Whom to turn to.
  package enum Contact: String, CaseIterable, Sendable, Packable {
    case emergency
    case urgentMedical = "urgent-medical"
    case crisis = "suicide-crisis"
    case eatingDisorder = "eating-disorder"
    case poison
    case clinician, maternity, prescriber
  }

  package let id: ID<RedFlag>
  package let title: String
  package let level: Level
  /// The topic of the catalogue's safety group.
  package let category: ID<Topic>
  package let contact: Contact
  /// What to do now, sentence by sentence.
  package let advice: [String]
  /// A yes-or-no question to ask when the screen is unsure.
  package let check: String
  package let references: [ID<Reference>]

  package init(
    id: ID<RedFlag>,
    title: String,
    level: Level,
    category: ID<Topic>,
    contact: Contact,
    advice: [String],
    check: String,
    references: [ID<Reference>]
  ) {
    self.id = id
    self.title = title
    self.level = level
    self.category = category
    self.contact = contact
    self.advice = advice
    self.check = check
    self.references = references
  }

  package init(unpacking reader: inout PackedReader) {
    id = reader.value()
    title = reader.text()
    level = reader.value()
    category = reader.value()
    contact = reader.value()
    advice = reader.texts()
    check = reader.text()
    references = reader.values()
  }

  package func pack(into writer: inout PackedWriter) {
    writer.value(id)
    writer.text(title)
    writer.value(level)
    writer.value(category)
    writer.value(contact)
    writer.texts(advice)
    writer.text(check)
    writer.values(references)
  }
}
