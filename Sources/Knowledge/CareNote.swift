package import Packed

/// When to see someone about a concern, and which treatment is proven.
package struct CareNote: Equatable, Sendable, Packable {
  /// Whom to see and how soon.
  package struct Visit: Equatable, Sendable, Packable {
    /// The people to whom it is said; nil says it to everybody with the concern.
    package let when: Condition?
    package let say: String

    package init(when: Condition?, say: String) {
      self.when = when
      self.say = say
    }

    package init(unpacking reader: inout PackedReader) {
      when = reader.optional { $0.value() }
      say = reader.text()
    }

    package func pack(into writer: inout PackedWriter) {
      writer.optional(when) { $1.value($0) }
      writer.text(say)
    }
  }

  /// The treatment that is proven, for some people or for all others.
  package struct Treatment: Equatable, Sendable, Packable {
    package let when: Condition?
    package let say: String
    /// The claims that carry it first.
    package let claims: [ID<Claim>]

    package init(when: Condition?, say: String, claims: [ID<Claim>]) {
      self.when = when
      self.say = say
      self.claims = claims
    }

    package init(unpacking reader: inout PackedReader) {
      when = reader.optional { $0.value() }
      say = reader.text()
      claims = reader.values()
    }

    package func pack(into writer: inout PackedWriter) {
      writer.optional(when) { $1.value($0) }
      writer.text(say)
      writer.values(claims)
    }
  }

  /// The concern, as in the `concern` slot.
  package let concern: String
  package let see: [Visit]
  /// The first whose condition holds is said; the last has none.
  package let treatments: [Treatment]

  package init(concern: String, see: [Visit], treatments: [Treatment]) {
    self.concern = concern
    self.see = see
    self.treatments = treatments
  }

  package init(unpacking reader: inout PackedReader) {
    concern = reader.text()
    see = reader.values()
    treatments = reader.values()
  }

  package func pack(into writer: inout PackedWriter) {
    writer.text(concern)
    writer.values(see)
    writer.values(treatments)
  }
}
