package import Knowledge

/// A person's plan: at most three actions, one started after the other, each with its reason.
package struct Plan: Equatable, Sendable {
  /// Actions at most.
  package static let mostActions = 3

  package struct Item: Equatable, Sendable {
    package let action: PlanAction
    /// Why it is there for this person, as one sentence.
    package let why: String
    /// How sure, in the fixed words, and for which concern.
    package let evidence: String
    package let references: [Reference]
    /// How it changes for this person.
    package let adaptations: [String]
    package let starts: CivilDate
    package let review: CivilDate
  }

  /// Something a person might expect, and why it is not in the plan.
  package struct LeftOut: Equatable, Sendable {
    package let action: ID<PlanAction>
    package let title: String
    package let why: String
    /// The caution that rules it out, if one does.
    package let caution: ID<Caution>?
  }

  /// How an action came to its place.
  package struct Score: Equatable, Sendable {
    package let action: ID<PlanAction>
    package let title: String
    /// 1 (no good evidence) to 5 (good evidence).
    package let evidence: Double
    /// 1, and a half more for each reason that is true of the person.
    package let fit: Double
    /// 1 for a free and easy action, less for cost and effort.
    package let ease: Double
    /// What became of it: "chosen", or why not.
    package let outcome: String

    package var total: Double { evidence * fit * ease }
  }

  package let concerns: [String]
  package let made: CivilDate
  package let items: [Item]
  package let leftOut: [LeftOut]
  package let see: [String]
  package let treatment: [String]
  package let careReferences: [Reference]
  package let always: String
  package let scores: [Score]
  /// True when nothing about the person shaped it.
  package let isGeneral: Bool

  /// The last day of the plan: the last review.
  package var ends: CivilDate { items.map(\.review).max() ?? made }
}
