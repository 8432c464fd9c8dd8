package import Knowledge
internal import Packed

/// Knows what a person must avoid, ask about first, or do differently from what an answer says.
package struct CautionCheck: Sendable {
  private let cautions: [Caution]
  private let things: [String: Set<ID<Topic>>]
  private let catalog: Catalog

  package init(_ cautions: [Caution], _ catalog: Catalog) {
    self.cautions = cautions
    self.catalog = catalog
    things = Dictionary(
      catalog.affectedThings.all.map { ($0.name, Set($0.topics)) },
      uniquingKeysWith: { $0.union($1) }
    )
  }

  /// What the cautions say of an answer, the strictest first; those of a wider topic hold for its parts.
  ///
  /// `noted`: Cautions that the person's own words revealed though no slot holds them.
  package func findings(
    on topic: ID<Topic>,
    profile: Profile,
    noted: Set<ID<Caution>> = []
  ) -> [Caution] {
    let profile = profile.withEffects
    let topics = [topic, catalog.topics[topic.rawValue]?.partOf].compactMap(\.self)
    return cautions.filter { caution in
      let holds = caution.when?.holds(for: profile) == true || noted.contains(caution.id)
      return holds && caution.affects.contains { things[$0]?.isDisjoint(with: topics) == false }
    }
    .sorted { ($1.action, $0.id) < ($0.action, $1.id) }
  }
}

extension Profile {
  /// The profile with what its medicines bring about: a medicine that calms the immune system weakens it, whatever was said of it.
  var withEffects: Profile {
    guard takesImmuneMedicine, flag(.immunocompromised) == false else { return self }
    var profile = self
    profile.set(.immunocompromised, .flag(true))
    return profile
  }

  /// Whether a medicine is taken that calms the immune system.
  package var takesImmuneMedicine: Bool {
    ["methotrexate", "immunosuppressant"].contains { has($0, in: .medicines) == true }
  }
}
