package import Packed

/// A source that claims rest on.
package struct Reference: Equatable, Sendable, Packable {
  package enum Kind: String, CaseIterable, Sendable, Packable {
    case guideline
    case systematicReview = "systematic-review"
    case trial = "rct"
    case cohort
    case mechanistic
    case review
    case officialPage = "official-page"
  }

  package let id: ID<Reference>
  /// People or body, or nil for pages that name none.
  package let authors: String?
  package let year: String?
  package let title: String
  /// Journal, or the site's name.
  package let published: String
  package let doi: String?
  package let kind: Kind
  /// The day it was last checked, as `yyyy-mm-dd`.
  package let checked: String

  package init(
    id: ID<Reference>,
    authors: String?,
    year: String?,
    title: String,
    published: String,
    doi: String?,
    kind: Kind,
    checked: String
  ) {
    self.id = id
    self.authors = authors
    self.year = year
    self.title = title
    self.published = published
    self.doi = doi
    self.kind = kind
    self.checked = checked
  }

  package init(unpacking reader: inout PackedReader) {
    id = reader.value()
    authors = reader.optional { $0.text() }
    year = reader.optional { $0.text() }
    title = reader.text()
    published = reader.text()
    doi = reader.optional { $0.text() }
    kind = reader.value()
    checked = reader.text()
  }

  package func pack(into writer: inout PackedWriter) {
    writer.value(id)
    writer.optional(authors) { $1.text($0) }
    writer.optional(year) { $1.text($0) }
    writer.text(title)
    writer.text(published)
    writer.optional(doi) { $1.text($0) }
    writer.value(kind)
    writer.text(checked)
  }
}

extension Reference {
  /// Who and when, in a few words: "Juhl CR et al., 2018".
  package var short: String {
    [authors ?? published, year].compactMap(\.self).joined(separator: ", ")
  }

  /// Everything a reader needs to find it: authors, year, title, journal or site, and DOI where there is one.
  package var full: String {
    let who = [authors, year.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
    let parts = [who.isEmpty ? nil : who, title, published == authors ? nil : published]
    let text = parts.compactMap(\.self).map {
      $0.hasSuffix("?") || $0.hasSuffix(".") ? $0 : $0 + "."
    }
    .joined(separator: " ")
    return doi.map { "\(text) doi:\($0)" } ?? text
  }
}
