package import Packed

/// When to see someone about a concern, and which treatment is proven.
package struct CareNote: Equatable, Sendable, Packable {
  /// The concern, as in the `concern` slot.
  package let concern: String
  package let see: [String]
  package let treatment: String
  package let claims: [ID<Claim>]

  package init(concern: String, see: [String], treatment: String, claims: [ID<Claim>]) {
    self.concern = concern
    self.see = see
    self.treatment = treatment
    self.claims = claims
  }

  package init(unpacking reader: inout PackedReader) {
    concern = reader.text()
    see = reader.texts()
    treatment = reader.text()
    claims = reader.values()
  }

  package func pack(into writer: inout PackedWriter) {
    writer.text(concern)
    writer.texts(see)
    writer.text(treatment)
    writer.values(claims)
  }
}
