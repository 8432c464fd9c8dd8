import Compiled
import Dialogue
@testable import Intents
import Knowledge
import Packed
import Planning

/// Talks that tests hold without a terminal.
enum Talk {
  static let catalog = CompiledCatalog.catalog
  static let conversation = Conversation(catalog)
  static let day = CivilDate(daysSince1970: 20_780)
  static let questions = catalog.questions.all

  /// A plain answer to each question.
  static let answers = [
    "concern": "acne", "age": "34", "pregnancy": "no", "health": "no", "medicines": "no",
    "eating": "no", "diet": "everything, no allergies", "sleep": "7 hours, low stress",
    "skincare": "gentle",
  ]

  static func say(_ line: String, in state: State) -> Turn {
    conversation.respond(to: .line(line, on: day), in: state)
  }

  static func say(_ lines: [String], in state: State = State()) -> Turn {
    lines.reduce(Turn(state: state)) { turn, line in say(line, in: turn.state) }
  }

  /// The form with a question open, everything before it answered.
  static func atQuestion(_ index: Int) -> State {
    let answers = questions.prefix(index).compactMap { Self.answers[$0.id.rawValue] }
    return say(["make me a plan"] + answers).state
  }

  /// A line read as said, all else as the model has it.
  static func classified(
    _ line: String,
    _ ranked: [(intent: String, margin: Double, confidence: Double)]
  ) -> Classification {
    let real = catalog.model.classify(line)
    return Classification(
      tokens: real.tokens,
      repairs: [],
      ranked: ranked.enumerated().map { index, intent in
        Classification.Ranked(
          intent: intent.intent,
          margin: intent.margin,
          confidence: intent.confidence,
          index: index
        )
      },
      evidence: real.evidence,
      outOfScopeScore: 0,
      isOutOfScope: false,
      active: []
    )
  }

  static var atReview: State { atQuestion(questions.count) }
  static var withPlan: State { say("yes", in: atReview).state }
}

extension Turn {
  var ids: [String] { replies.map(\.id) }

  /// Lines that lead back to the form.
  var resumptions: Int {
    ids.count { $0 == "form.resume" || $0 == "safety.back-safe-form" }
  }

  /// The form's number for the open question, where it is said.
  var step: Int? {
    for reply in replies.reversed() where reply.text.hasPrefix("Question ") {
      return reply.text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    }
    return nil
  }
}

/// Walks draw with the program's own generator.
extension SplitMix: RandomNumberGenerator {}
