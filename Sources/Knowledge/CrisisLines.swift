package import Packed

/// Whom to call in one country.
package struct CrisisLines: Equatable, Sendable, Packable {
  package struct Line: Equatable, Sendable, Packable {
    package let kind: RedFlag.Contact
    package let name: String
    package let contact: String
    package let hours: String?
    package let references: [ID<Reference>]
    /// The day the number was last checked, as `yyyy-mm-dd`.
    package let checked: String

    package init(
      kind: RedFlag.Contact,
      name: String,
      contact: String,
      hours: String?,
      references: [ID<Reference>],
      checked: String
    ) {
      self.kind = kind
      self.name = name
      self.contact = contact
      self.hours = hours
      self.references = references
      self.checked = checked
    }

    package init(unpacking reader: inout PackedReader) {
      kind = reader.value()
      name = reader.text()
      contact = reader.text()
      hours = reader.optional { $0.text() }
      references = reader.values()
      checked = reader.text()
    }

    package func pack(into writer: inout PackedWriter) {
      writer.value(kind)
      writer.text(name)
      writer.text(contact)
      writer.optional(hours) { $1.text($0) }
      writer.values(references)
      writer.text(checked)
    }
  }

  /// The region's code, as in the `region` slot.
  package let region: String
  package let country: String
  package let lines: [Line]

  package init(region: String, country: String, lines: [Line]) {
    self.region = region
    self.country = country
    self.lines = lines
  }

  package init(unpacking reader: inout PackedReader) {
    region = reader.text()
    country = reader.text()
    lines = reader.values()
  }

  package func pack(into writer: inout PackedWriter) {
    writer.text(region)
    writer.text(country)
    writer.values(lines)
  }
}
