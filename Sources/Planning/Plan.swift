package import Knowledge

/// A person's plan: at most three actions, one started after the other, each with its reason.
package struct Plan: Equatable, Sendable {
  /// Actions at most.
  package static let mostActions = 3
  /// Weeks that a plan runs, at least and at most.
  package static let length = 8...12

  package struct Item: Equatable, Sendable {
    package let action: PlanAction
    /// Why it is there for this person, as one sentence.
    package let why: String
    /// How sure, in the fixed words.
    package let evidence: String
    /// The concern that the evidence is about; nil where it is about skin or health in general.
    package let concern: String?
    /// The fact that carries it most.
    package let known: String?
    package let references: [Reference]
    /// How it changes for this person.
    package let adaptations: [String]
    /// The week of the plan in which it starts, from 1.
    package let week: Int
    package let starts: CivilDate
    /// The day to look back on it, never after the plan's last.
    package let review: CivilDate
    /// The day before which skin could not show an effect, where that comes after the review.
    package let decide: CivilDate?
    /// The day on which a food that was taken away comes back at the latest.
    package let bringBack: CivilDate?
  }

  /// Something a person might expect, and why it is not in the plan.
  package struct LeftOut: Equatable, Sendable {
    package let action: ID<PlanAction>
    package let title: String
    package let why: String
    /// The caution that rules it out, if one does.
    package let caution: ID<Caution>?
  }

  /// A treatment that is proven, and what says so.
  package struct Treatment: Equatable, Sendable {
    package let text: String
    package let references: [Reference]
  }

  /// How an action came to its place.
  package struct Score: Equatable, Sendable {
    package let action: ID<PlanAction>
    package let title: String
    /// 1 (no good evidence) to 5 (good evidence).
    package let evidence: Double
    /// 1, and a half more for evidence about the person's own concern, for each reason that is true of them, and for having
    /// been asked about.
    package let fit: Double
    /// 1 for a free and easy action, less for cost and effort.
    package let ease: Double
    /// What became of it: "chosen", or why not.
    package let outcome: String

    package var total: Double { evidence * fit * ease }
  }

  /// Why there is nothing in a plan.
  package enum Emptiness: Equatable, Sendable {
    case tooYoung, nothingSafe
  }

  package let concerns: [String]
  package let made: CivilDate
  /// How many weeks it runs.
  package let weeks: Int
  package let items: [Item]
  package let emptiness: Emptiness?
  package let leftOut: [LeftOut]
  package let see: [String]
  /// What is proven for each concern.
  package let treatment: [Treatment]
  package let always: String
  package let scores: [Score]
  /// Facts that nobody told and that kept something out.
  package let untold: [Slot]
  /// True when nothing about the person shaped it.
  package let isGeneral: Bool

  /// The last day of the plan.
  package var ends: CivilDate { made.adding(days: weeks * 7) }
}
