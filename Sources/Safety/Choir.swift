internal import Intents

/// What all stretches of a line say together.
struct Choir {
  /// A stretch that speaks for a rule.
  struct Voice: Sendable {
    /// The rule's place in the model.
    let rule: Int
    /// Danger rather than none, lowered where other rules fit better.
    let score: Float
    /// The rule's own margin.
    let margin: Float
    let stretch: Range<Int>
  }

  /// The stretch that speaks loudest of all, and the rule it speaks for.
  let clearest: Voice?
  /// Share of the stretches that speak of danger.
  let speakingShare: Double
  /// Place of the harmless class.
  let harmless: Int
  private let scores: WindowScores
  private let stretches: [Range<Int>]
  /// How much each stretch speaks of danger.
  private let dangers: [Float]

  /// Margin from which a stretch counts as speaking of danger.
  private static let speaks: Float = -0.3
  /// How much a rule that fits badly takes from a stretch's voice.
  private static let fit: Float = 0.5
  /// How loud a stretch must speak for it, or its sentence, to be looked at on its own.
  static let worthALook: Float = -0.6

  init(_ scores: WindowScores, _ stretches: [Range<Int>]) {
    self.scores = scores
    self.stretches = stretches
    harmless = scores.intents.firstIndex(of: SafetyModels.harmless) ?? 0
    var clearest: Voice?
    dangers = stretches.map { [harmless] stretch in
      -scores.margin(of: harmless, in: stretch, leastMass: Remains.leastMass)
    }
    for (stretch, danger) in zip(stretches, dangers) {
      // No rule makes a stretch louder than its danger.
      guard danger > clearest?.score ?? -.infinity else { continue }
      let margins = scores.margins(of: stretch, leastMass: Remains.leastMass)
      for rule in margins.indices where rule != harmless {
        let score = Self.score(danger: danger, margin: margins[rule])
        guard score > clearest?.score ?? -.infinity else { continue }
        clearest = Voice(rule: rule, score: score, margin: margins[rule], stretch: stretch)
      }
    }
    self.clearest = clearest
    let speaking = dangers.count { $0 > Self.speaks }
    speakingShare = stretches.isEmpty ? 0 : Double(speaking) / Double(stretches.count)
  }

  /// For each rule, in the order of the model, the stretch that speaks loudest for it.
  var loudest: [Voice] {
    var loudest = [Voice?](repeating: nil, count: scores.intents.count)
    for stretch in stretches {
      let margins = scores.margins(of: stretch, leastMass: Remains.leastMass)
      for rule in margins.indices where rule != harmless {
        let score = Self.score(danger: -margins[harmless], margin: margins[rule])
        guard score > loudest[rule]?.score ?? -.infinity else { continue }
        loudest[rule] = Voice(rule: rule, score: score, margin: margins[rule], stretch: stretch)
      }
    }
    return loudest.compactMap(\.self)
  }

  /// How loud a stretch speaks for a rule.
  private static func score(danger: Float, margin: Float) -> Float {
    danger + min(margin, 0) * fit
  }

  /// Whether anything that reaches into a sentence is loud enough for the sentence to be looked at on its own.
  func isHeard(in sentence: Range<Int>) -> Bool {
    zip(stretches, dangers).contains { $1 > Self.worthALook && $0.overlaps(sentence) }
  }

  /// The best margin of any rule.
  func best(of margins: [Float]) -> Float {
    var best = -Float.infinity
    for (rule, margin) in margins.enumerated() where rule != harmless { best = max(best, margin) }
    return best
  }
}
