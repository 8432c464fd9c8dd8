/// Says how sure a claim is, in the fixed words of `seeds/wording.yml`.
package struct EvidenceWords: Sendable {
  private let catalog: Catalog

  package init(_ catalog: Catalog) { self.catalog = catalog }

  /// "some evidence", "good evidence against it": the grade's phrase, turned round where the claim speaks against.
  package func phrase(for claim: Claim) -> String {
    let phrase = catalog.say("evidence.\(claim.grade.rawValue)")
    return claim.direction == .against && claim.grade != .none
      ? catalog.say("evidence.against", ["phrase": phrase]) : phrase
  }
}
