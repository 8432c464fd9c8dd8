package import Packed

/// How far the evidence can be trusted for a claim as it is worded.
package enum Grade: String, CaseIterable, Sendable, Packable {
  case none, mechanistic, mixed, limited, moderate, strong

  /// From no good evidence (0) to good evidence (4); limited and mixed stand level.
  package var rank: Int {
    switch self {
    case .none: 0
    case .mechanistic: 1
    case .mixed, .limited: 2
    case .moderate: 3
    case .strong: 4
    }
  }
}

/// Whether a claim backs the idea that people usually ask about.
package enum Direction: String, CaseIterable, Sendable, Packable {
  case supports, against, neutral
}

/// One graded fact with its sources; the only thing that answers are made of.
package struct Claim: Equatable, Sendable, Packable {
  package let id: ID<Claim>
  package let topic: ID<Topic>
  /// A sentence or two that stand alone.
  package let text: String
  package let grade: Grade
  package let direction: Direction
  package let references: [ID<Reference>]
  /// Topics that the claim joins with its own.
  package let about: [ID<Topic>]
  /// The day it was last checked, as `yyyy-mm-dd`.
  package let checked: String

  package init(
    id: ID<Claim>,
    topic: ID<Topic>,
    text: String,
    grade: Grade,
    direction: Direction,
    references: [ID<Reference>],
    about: [ID<Topic>],
    checked: String
  ) {
    self.id = id
    self.topic = topic
    self.text = text
    self.grade = grade
    self.direction = direction
    self.references = references
    self.about = about
    self.checked = checked
  }

  package init(unpacking reader: inout PackedReader) {
    id = reader.value()
    topic = reader.value()
    text = reader.text()
    grade = reader.value()
    direction = reader.value()
    references = reader.values()
    about = reader.values()
    checked = reader.text()
  }

  package func pack(into writer: inout PackedWriter) {
    writer.value(id)
    writer.value(topic)
    writer.text(text)
    writer.value(grade)
    writer.value(direction)
    writer.values(references)
    writer.values(about)
    writer.text(checked)
  }
}
