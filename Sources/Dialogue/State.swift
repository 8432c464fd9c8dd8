package import Knowledge
package import Planning

/// Everything that a conversation remembers, as one value.
package struct State: Equatable, Sendable {
  package var profile = Profile()
  /// Cautions that the person's words revealed though no slot holds them.
  package var noted: Set<ID<Caution>> = []
  /// What Flora waits for outside the form.
  package var pending: Pending?
  package var form: FormState?
  package var plan: Plan?
  package var wishes = Planner.Wishes()
  /// The topic under discussion.
  package var context: TopicContext?
  /// Numbered lines that a bare number picks from.
  package var offers: [Offer] = []
  /// Lines in a row that were not understood.
  package var misses = 0
  /// How often each line of wording was said.
  package var uses: [String: Int] = [:]
  package var lastReplies: [Reply] = []
  /// How the line now being answered is understood.
  package var trace: Trace?
  /// How the last line that was no command was understood.
  package var lastTrace: Trace?
  package var turn = 0
  package var savedFiles: [String] = []
  /// Profiles before the latest changes, the latest last.
  package var earlier: [Earlier] = []

  package init() {}

  /// A numbered line: what it says and what picking it does.
  package struct Offer: Equatable, Sendable {
    package let text: String
    package let topic: ID<Topic>
    /// The line to answer, where the offer stands for one the person typed.
    package var line: String?
  }

  /// What "/undo" goes back to.
  package struct Earlier: Equatable, Sendable {
    package let what: String
    package let profile: Profile
    package let plan: Plan?
    package let wishes: Planner.Wishes
  }
}

/// What Flora has just asked, outside the form.
package enum Pending: Equatable, Sendable {
  /// Two topics fit equally well.
  case clarify([ID<Topic>], line: String)
  /// Is this danger real? The line is answered if not.
  case check(ID<RedFlag>, line: String)
  /// A danger was raised; the line is held until the person is safe.
  case safe(ID<RedFlag>, held: String?)
  /// Which country, so that the right numbers can be given.
  case region(ID<RedFlag>, held: String?)
  /// May the plan be written? A line that is neither yes nor no is asked about once.
  case consent(path: String, reminded: Bool = false)
  /// Shall this visit leave the plan?
  case leaveOut(ID<PlanAction>)
  case overwrite(path: String, reminded: Bool = false)

  /// The line that waits for an answer.
  var held: String? {
    switch self {
    case .clarify(_, let line), .check(_, let line): line
    case .safe(_, let held), .region(_, let held): held
    case .consent, .leaveOut, .overwrite: nil
    }
  }
}

/// The topic under discussion, and what was shown of it.
///
/// Forgotten after two turns on other things.
package struct TopicContext: Equatable, Sendable {
  /// Turns that a topic stays under discussion.
  package static let life = 2

  package var topic: ID<Topic>
  package var about: ID<Topic>?
  /// Views shown so far.
  package var shown: Set<String> = []
  package var turnsLeft = life
  /// What the claims of the last answer rest on: the sources printed, in the order of their numbers, then the others.
  package var references: [ID<Reference>] = []
}

/// How far the onboarding form has come.
package struct FormState: Equatable, Sendable {
  package enum Stage: Equatable, Sendable {
    case asking
    case review
  }

  package var stage: Stage = .asking
  /// The question now open, by its place among all questions, from 0.
  package var step = 0
  /// Questions done with, in the order in which they were.
  package var done: [Int] = []
  package var skipped: Set<Int> = []
  /// Failed tries at the open question.
  package var tries = 0
  /// The slot that the open question still needs, when it was half answered.
  package var rest: Slot?
  /// A question that is open besides its turn: one to change, or one that a change made needed.
  package var changing: Int?
  /// Whether the plan is for somebody else, so that what is told of "her" or "him" counts.
  package var isForOther = false
  /// How often the open question was asked since the last step forward or back.
  package var asked = 0

  /// The question that waits for an answer, by its place among all questions.
  package var open: Int { changing ?? step }
  /// Whether the list of all facts is open, rather than a question.
  package var isReviewing: Bool { stage == .review && changing == nil }
}

/// How the last line was understood; what "/why" prints.
package struct Trace: Equatable, Sendable {
  package var line = ""
  package var topic: ID<Topic>?
  package var outcome: Outcome = .lost
  package var runnerUp: ID<Topic>?
  package var gap = 0.0
  package var counted: [String] = []
  package var against: [String] = []
  package var repairs: [String] = []
  /// What facts were read about; their words stand in the profile.
  package var told: [Slot] = []
  package var followUp: String?
  package var safety = "none"
}

/// How sure Flora is of what a line means.
package enum Outcome: String, Sendable {
  case sure, fairly, torn, lost
}
