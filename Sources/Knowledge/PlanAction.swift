package import Packed

/// One thing that a plan may ask of a person.
package struct PlanAction: Equatable, Sendable, Packable {
  package enum Pillar: String, CaseIterable, Sendable, Packable {
    case diet, supplements, stress, sleep, movement, skincare, medical
  }

  /// How much money or trouble it takes.
  package enum Amount: String, CaseIterable, Comparable, Sendable, Packable {
    case free, low, medium, high

    package static func < (left: Amount, right: Amount) -> Bool {
      allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
  }

  /// Why it fits a person: a clause that is true exactly when its condition holds.
  package struct Reason: Equatable, Sendable, Packable {
    package let when: Condition
    package let say: String

    package init(when: Condition, say: String) {
      self.when = when
      self.say = say
    }

    package init(unpacking reader: inout PackedReader) {
      when = reader.value()
      say = reader.text()
    }

    package func pack(into writer: inout PackedWriter) {
      writer.value(when)
      writer.text(say)
    }
  }

  /// The claims that carry it for one concern, the most fitting first.
  package struct Fit: Equatable, Sendable, Packable {
    /// A concern, or "any" for all that are not named.
    package let concern: String
    package let claims: [ID<Claim>]

    package init(concern: String, claims: [ID<Claim>]) {
      self.concern = concern
      self.claims = claims
    }

    package init(unpacking reader: inout PackedReader) {
      concern = reader.text()
      claims = reader.values()
    }

    package func pack(into writer: inout PackedWriter) {
      writer.text(concern)
      writer.values(claims)
    }
  }

  /// How it changes for people with a caution.
  package struct Adaptation: Equatable, Sendable, Packable {
    package let caution: ID<Caution>
    package let say: String

    package init(caution: ID<Caution>, say: String) {
      self.caution = caution
      self.say = say
    }

    package init(unpacking reader: inout PackedReader) {
      caution = reader.value()
      say = reader.text()
    }

    package func pack(into writer: inout PackedWriter) {
      writer.value(caution)
      writer.text(say)
    }
  }

  /// For actions that take a food away: when it ends, and how the food comes back.
  package struct Restriction: Equatable, Sendable, Packable {
    /// Weeks after which it ends without a dietitian.
    package let limit: Int
    package let back: String

    package init(limit: Int, back: String) {
      self.limit = limit
      self.back = back
    }

    package init(unpacking reader: inout PackedReader) {
      limit = reader.number()
      back = reader.text()
    }

    package func pack(into writer: inout PackedWriter) {
      writer.number(limit)
      writer.text(back)
    }
  }

  package let id: ID<PlanAction>
  package let title: String
  package let pillar: Pillar
  /// Whether it stands before every other step for all whom it fits, beside others from its part of life.
  package let comesFirst: Bool
  /// Whether somebody is seen who must not be missed: it leaves a plan only where that is said plainly.
  package let isVisit: Bool
  /// What it contains or touches, in the words of the cautions.
  package let things: [String]
  package let fits: [Fit]
  package let when: Condition?
  package let unless: Condition?
  package let reasons: [Reason]
  package let because: String
  package let cue: String
  package let smallest: String
  package let usual: String
  package let obstacle: String
  package let coping: String
  package let cost: Amount
  package let costNote: String
  package let effort: Amount
  /// Weeks until an effect could show.
  package let wait: Int
  package let look: String
  package let stop: String
  package let adaptations: [Adaptation]
  package let restriction: Restriction?
  package let swaps: [ID<PlanAction>]
  package let topic: ID<Topic>

  package init(
    id: ID<PlanAction>,
    title: String,
    pillar: Pillar,
    comesFirst: Bool,
    isVisit: Bool,
    things: [String],
    fits: [Fit],
    when: Condition?,
    unless: Condition?,
    reasons: [Reason],
    because: String,
    cue: String,
    smallest: String,
    usual: String,
    obstacle: String,
    coping: String,
    cost: Amount,
    costNote: String,
    effort: Amount,
    wait: Int,
    look: String,
    stop: String,
    adaptations: [Adaptation],
    restriction: Restriction?,
    swaps: [ID<PlanAction>],
    topic: ID<Topic>
  ) {
    self.id = id
    self.title = title
    self.pillar = pillar
    self.comesFirst = comesFirst
    self.isVisit = isVisit
    self.things = things
    self.fits = fits
    self.when = when
    self.unless = unless
    self.reasons = reasons
    self.because = because
    self.cue = cue
    self.smallest = smallest
    self.usual = usual
    self.obstacle = obstacle
    self.coping = coping
    self.cost = cost
    self.costNote = costNote
    self.effort = effort
    self.wait = wait
    self.look = look
    self.stop = stop
    self.adaptations = adaptations
    self.restriction = restriction
    self.swaps = swaps
    self.topic = topic
  }

  package init(unpacking reader: inout PackedReader) {
    id = reader.value()
    title = reader.text()
    pillar = reader.value()
    comesFirst = reader.flag()
    isVisit = reader.flag()
    things = reader.texts()
    fits = reader.values()
    when = reader.optional { $0.value() }
    unless = reader.optional { $0.value() }
    reasons = reader.values()
    because = reader.text()
    cue = reader.text()
    smallest = reader.text()
    usual = reader.text()
    obstacle = reader.text()
    coping = reader.text()
    cost = reader.value()
    costNote = reader.text()
    effort = reader.value()
    wait = reader.number()
    look = reader.text()
    stop = reader.text()
    adaptations = reader.values()
    restriction = reader.optional { $0.value() }
    swaps = reader.values()
    topic = reader.value()
  }

  package func pack(into writer: inout PackedWriter) {
    writer.value(id)
    writer.text(title)
    writer.value(pillar)
    writer.flag(comesFirst)
    writer.flag(isVisit)
    writer.texts(things)
    writer.values(fits)
    writer.optional(when) { $1.value($0) }
    writer.optional(unless) { $1.value($0) }
    writer.values(reasons)
    writer.text(because)
    writer.text(cue)
    writer.text(smallest)
    writer.text(usual)
    writer.text(obstacle)
    writer.text(coping)
    writer.value(cost)
    writer.text(costNote)
    writer.value(effort)
    writer.number(wait)
    writer.text(look)
    writer.text(stop)
    writer.values(adaptations)
    writer.optional(restriction) { $1.value($0) }
    writer.values(swaps)
    writer.value(topic)
  }
}
