package import Packed

/// Which claims belong to a topic and which join it with another.
package struct TopicIndex: Equatable, Sendable, Packable {
  /// A claim that speaks of this topic and another one together.
  package struct Join: Equatable, Sendable, Packable {
    package let other: ID<Topic>
    package let claim: ID<Claim>

    package init(other: ID<Topic>, claim: ID<Claim>) {
      self.other = other
      self.claim = claim
    }

    package init(unpacking reader: inout PackedReader) {
      other = reader.value()
      claim = reader.value()
    }

    package func pack(into writer: inout PackedWriter) {
      writer.value(other)
      writer.value(claim)
    }
  }

  package let claims: [ID<Claim>]
  package let joins: [Join]

  package init(claims: [ID<Claim>], joins: [Join]) {
    self.claims = claims
    self.joins = joins
  }

  package init(unpacking reader: inout PackedReader) {
    claims = reader.values()
    joins = reader.values()
  }

  package func pack(into writer: inout PackedWriter) {
    writer.values(claims)
    writer.values(joins)
  }

  /// The indexes of all topics, from all claims.
  package static func all(of claims: [Claim]) -> [(id: String, value: TopicIndex)] {
    var own: [ID<Topic>: [ID<Claim>]] = [:]
    var joins: [ID<Topic>: [Join]] = [:]
    for claim in claims {
      own[claim.topic, default: []].append(claim.id)
      for other in claim.about where other != claim.topic {
        joins[claim.topic, default: []].append(Join(other: other, claim: claim.id))
        joins[other, default: []].append(Join(other: claim.topic, claim: claim.id))
      }
    }
    return Set(own.keys).union(joins.keys).sorted().map { topic in
      (topic.rawValue, TopicIndex(claims: own[topic] ?? [], joins: joins[topic] ?? []))
    }
  }
}
