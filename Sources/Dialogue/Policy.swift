internal import Intents
internal import Knowledge

/// When Flora is sure, torn or lost.
///
/// The two figures are fitted on held-out lines (`flora evaluate` prints them).
enum Policy {
  /// From this confidence on an answer is given without a word about doubt.
  static let sure = 0.7
  /// From this confidence on a line most likely asks one thing alone, whatever else it names.
  static let plain = 0.95
  /// Below this the best guess is not offered as an answer.
  static let lost = 0.2
  /// Two intents whose confidences are closer than this, as a share of the better, are too close to call.
  static let torn = 0.87

  /// Margin from which a line asks about a topic, whatever else it asks about.
  static let plainTopic = 0.85

  /// Log odds of being about something else from which talk must be plainly talk: "spelling of okay" is none.
  private static let foreign = -0.5
  /// Margin from which a line is talk, whatever else it names.
  static let plainTalk = 0.3

  /// Whether a line that looks like talk is rather about nothing that Flora knows.
  static func isForeignTalk(_ classification: Classification) -> Bool {
    guard let best = classification.best, Dialogue(rawValue: best.intent) != nil else {
      return false
    }
    return best.margin < plainTalk && classification.outOfScopeScore > foreign
  }

  static func outcome(of classification: Classification) -> Outcome {
    guard let best = classification.best, !classification.isOutOfScope else { return .lost }
    let second = classification.ranked.dropFirst().first?.confidence ?? 0
    if best.confidence >= sure { return .sure }
    if best.confidence < lost { return .lost }
    return second >= torn * best.confidence ? .torn : .fairly
  }
}
