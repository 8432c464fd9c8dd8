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

  /// For each rule, in the order of the model, the stretch that speaks loudest for it; nil where none does.
  private(set) var loudest: [Voice?]
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
    loudest = [Voice?](repeating: nil, count: scores.intents.count)
    var margins = [Float](repeating: 0, count: scores.intents.count)
    var speaking = 0
    for stretch in stretches {
      scores.margins(of: stretch, leastMass: leastMass, into: &margins)
      let danger = -margins[harmless]
      if danger > Self.speaks { speaking += 1 }
      for rule in margins.indices where rule != harmless {
        let margin = margins[rule]
        let score = danger + min(margin, 0) * Self.fit
        guard score > (loudest[rule]?.score ?? -.infinity) else { continue }
        let voice = Voice(rule: rule, score: score, margin: margin, stretch: stretch)
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
