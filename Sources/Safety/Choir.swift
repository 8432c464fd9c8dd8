internal import Intents

/// What all stretches of a line say together.
struct Choir {
  /// A stretch that speaks for a rule.
  struct Voice: Sendable {
    /// Danger rather than none, lowered where other rules fit better.
    let score: Float
    /// The rule's own margin.
    let margin: Float
    let stretch: Range<Int>
  }

  /// For each rule the stretch that speaks loudest for it, by the rule's place in the model.
  private(set) var loudest: [Int: Voice] = [:]
  /// The loudest of all.
  private(set) var clearest: Voice?
  /// Share of the stretches that speak of danger.
  let speakingShare: Double
  /// Place of the harmless class.
  let harmless: Int

  /// Margin from which a stretch counts as speaking of danger.
  private static let speaks: Float = -0.3
  /// How much a rule that fits badly takes from a stretch's voice.
  private static let fit: Float = 0.5

  init(_ scores: WindowScores, _ stretches: [Range<Int>], leastMass: Float) {
    harmless = scores.intents.firstIndex(of: SafetyModels.harmless) ?? 0
    var speaking = 0
    for stretch in stretches {
      let margins = scores.margins(of: stretch, leastMass: leastMass)
      let danger = -margins[harmless]
      if danger > Self.speaks { speaking += 1 }
      for (rule, margin) in margins.enumerated() where rule != harmless {
        let score = danger + min(margin, 0) * Self.fit
        guard score > loudest[rule]?.score ?? -.infinity else { continue }
        let voice = Voice(score: score, margin: margin, stretch: stretch)
        loudest[rule] = voice
        if score > clearest?.score ?? -.infinity { clearest = voice }
      }
    }
    speakingShare = stretches.isEmpty ? 0 : Double(speaking) / Double(stretches.count)
  }

  /// The best margin of any rule.
  func best(of margins: [Float]) -> Float {
    var best = -Float.infinity
    for (rule, margin) in margins.enumerated() where rule != harmless { best = max(best, margin) }
    return best
  }
}
