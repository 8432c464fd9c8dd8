internal import Intents
internal import Knowledge

/// Which rules a line may mean, once it is taken that it means one.
struct RuleChoice {
  /// A rule that may be meant.
  struct Candidate {
    let rule: ID<RedFlag>
    let level: Level
    /// How likely it is that this is the rule.
    let share: Double
    let stretch: Range<Int>
  }

  /// The rule to answer with first, then the others that may well be meant.
  let candidates: [Candidate]

  /// What a curators' sign adds to its rule, by its telling stems and word for word.
  private static let (signBonus, wholeBonus): (Float, Float) = (0.25, 1)
  /// How much a difference between two rules means; fitted on lines that the models had not seen, with `dangerShare`.
  private static let sharpness = 4.0
  /// A level is answered with when it, or a more serious one, is at least so likely.
  private static let dangerShare = 0.2
  /// A rule less likely than this is not named.
  private static let leastShare = 0.1
  /// Rules named at most.
  private static let most = 3

  /// Weighs the rules: by their loudest stretch and by the line as a whole.
  ///
  /// The line as a whole tells neighbours apart best: a stretch of it often lacks the word that does.
  init(_ hearing: Hearing, names: [String], levels: [String: Level]) {
    let voices = hearing.choir.loudest
    let shares = Logistic.shares(
      voices.map { voice in
        let bonus =
          (hearing.signed.contains(names[voice.rule]) ? Self.signBonus : 0)
          + (hearing.spoken.contains(names[voice.rule]) ? Self.wholeBonus : 0)
        return Self.sharpness * Double(voice.score + hearing.whole[voice.rule] + bonus)
      }
    )
    let all = zip(voices, shares).map { voice, share in
      Candidate(
        rule: ID(names[voice.rule]),
        level: levels[names[voice.rule]] ?? .soon,
        share: share,
        stretch: voice.stretch
      )
    }
    .sorted { ($1.share, $0.rule.rawValue) < ($0.share, $1.rule.rawValue) }
    let level = Self.level(of: all)
    let first = all.first { $0.level >= level }
    let others = all.filter { $0.rule != first?.rule && $0.share >= Self.leastShare }
    candidates = Array(([first].compactMap(\.self) + others).prefix(Self.most))
  }

  /// The most serious level that is likely enough.
  private static func level(of all: [Candidate]) -> Level {
    Level.allCases.reversed().first { level in
      all.reduce(0) { $0 + ($1.level >= level ? $1.share : 0) } > dangerShare
    } ?? .soon
  }
}
