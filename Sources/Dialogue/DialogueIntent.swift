internal import Intents
internal import Knowledge

/// What a person says to Flora itself, rather than about the gut and the skin.
enum Dialogue: String {
  case greet, goodbye, thanks, capabilities
  case botIdentity = "bot-identity"
  case howAreYou = "how-are-you"
  case praise, complaint
  case startPlan = "start-plan"
  case showPlan = "show-plan"
  case savePlan = "save-plan"
  case changeAnswer = "change-answer"
  case whyAsk = "why-ask"
  case more, `repeat`, simpler, sources
  case checkIn = "check-in"
  case progress, privacy
  case forgetMe = "forget-me"
  case affirm, deny, unsure, skip, back, cancel, restart

  /// A line of so few words may be talk although the model holds it for foreign, when it is clear.
  private static let shortest = 3
  private static let clear = 0.6
  /// What ends or empties the talk must be meant.
  private static let certain = 0.5
  /// The longest line, in words, that can be a control such as "back" or "skip".
  private static let longestControl = 9

  /// What the line says to Flora; nil when it is about something else.
  init?(_ heard: Heard) {
    guard let best = Self.plainTalk(heard) ?? heard.best,
      !heard.classification.isOutOfScope
        || (heard.wordCount <= Self.shortest && best.confidence >= Self.clear),
      let intent = Dialogue(rawValue: best.intent)
    else { return nil }
    if intent.isControl, heard.wordCount > Self.longestControl { return nil }
    if best.confidence < (intent.isFinal ? Self.certain : Policy.lost) { return nil }
    if !FinalWords.mean(intent, heard) { return nil }
    self = intent
  }

  /// "thanks, and for not being preachy about the chocolate": talk beyond doubt, whatever else is named.
  private static func plainTalk(_ heard: Heard) -> Classification.Ranked? {
    guard !heard.isQuestion, let second = heard.classification.ranked.dropFirst().first,
      second.margin >= Policy.plainTalk
    else { return nil }
    return Dialogue(rawValue: second.intent) == nil ? nil : second
  }

  /// Talk that ends the conversation or forgets what was said.
  private var isFinal: Bool {
    switch self {
    case .goodbye, .restart, .forgetMe: true
    default: false
    }
  }

  /// Controls are short: a longer line that only sounds like one is an answer or a question.
  private var isControl: Bool {
    switch self {
    case .affirm, .deny, .unsure, .skip, .back, .cancel, .restart, .more, .repeat, .simpler,
      .whyAsk, .thanks, .greet:
      true
    default: false
    }
  }
}

extension Dialogue {
  /// Talk that asks Flora to do or tell something, and can stand beside another question.
  var isRequest: Bool {
    switch self {
    case .capabilities, .botIdentity, .startPlan, .showPlan, .savePlan, .changeAnswer, .sources,
      .checkIn, .progress, .privacy, .forgetMe, .restart, .simpler, .skip, .whyAsk:
      true
    default: false
    }
  }
}

/// A plain yes or no.
enum YesNo {
  case yes, no

  init?(_ heard: Heard) {
    switch Dialogue(heard) {
    case .affirm: self = .yes
    case .deny: self = .no
    default: return nil
    }
  }
}
