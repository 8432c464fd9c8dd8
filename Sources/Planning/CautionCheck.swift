package import Knowledge
internal import Packed

/// The one place that knows what a person must avoid, ask about first, or do differently.
package struct CautionCheck: Sendable {
  private let cautions: [Caution]
  private let things: [String: Set<ID<Topic>>]

  package init(_ catalog: Catalog) {
    cautions = catalog.cautions.all
    things = Dictionary(
      catalog.affectedThings.all.map { ($0.name, Set($0.topics)) },
      uniquingKeysWith: { $0.union($1) }
    )
  }

  /// Cautions that hold for a person.
  ///
  /// `noted`: Cautions that the person's own words revealed though no slot holds them.
  package func cautions(for profile: Profile, noted: Set<ID<Caution>> = []) -> [Caution] {
    cautions.filter { caution in
      caution.when?.holds(for: profile) == true || noted.contains(caution.id)
    }
  }

  /// Slots that decide whether a caution holds.
  package var slots: Set<Slot> {
    cautions.reduce(into: []) { $0.formUnion($1.when?.slots ?? []) }
  }

  /// What the cautions say of an action, the strictest first.
  package func findings(
    on action: PlanAction,
    profile: Profile,
    noted: Set<ID<Caution>> = []
  ) -> [Caution] {
    cautions(for: profile, noted: noted)
      .filter { !$0.affects.allSatisfy { !action.things.contains($0) } }
      .sorted { ($1.action, $0.id) < ($0.action, $1.id) }
  }

  /// What the cautions say of an answer, the strictest first.
  package func findings(
    on topic: ID<Topic>,
    profile: Profile,
    noted: Set<ID<Caution>> = []
  ) -> [Caution] {
    cautions(for: profile, noted: noted)
      .filter { caution in caution.affects.contains { things[$0]?.contains(topic) == true } }
      .sorted { ($1.action, $0.id) < ($0.action, $1.id) }
  }
}
