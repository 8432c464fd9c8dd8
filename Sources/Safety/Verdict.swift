package import Knowledge

/// What the screen hears in a line.
package struct Verdict: Equatable, Sendable {
  /// A rule that a line raised.
  package struct Raised: Equatable, Sendable {
    package let rule: ID<RedFlag>
    package let level: Level
    /// Log odds of danger, past the bound from which the screen is sure.
    package let score: Double
    /// The words that raised it.
    package let words: String
    /// How likely it is this rule, when it is any.
    package let share: Double

    /// Whether it is likely enough this rule for the rule's own advice.
    package var isClear: Bool { share >= Self.clearShare }
    /// Less likely rules were the right ones in one case of five.
    private static let clearShare = 0.3

    package init(
      rule: ID<RedFlag>,
      level: Level,
      score: Double,
      words: String,
      share: Double = 1
    ) {
      self.rule = rule
      self.level = level
      self.score = score
      self.words = words
      self.share = share
    }
  }

  /// Rules raised: the one to answer with, then others that may be meant.
  package let raised: [Raised]
  /// A rule that may be meant: worth one plain question.
  package let check: ID<RedFlag>?
  /// Log odds of danger; nil when the line was quiet at first sight.
  package let odds: Double?

  package static let quiet = Verdict(raised: [], check: nil, odds: nil)

  private func isLouder(than other: Verdict) -> Bool {
    (odds ?? -.infinity) > (other.odds ?? -.infinity)
  }

  /// The more serious of two readings of one line.
  static func worse(_ left: Verdict, _ right: Verdict) -> Verdict {
    switch (left.raised.first, right.raised.first) {
    case (nil, nil):
      left.check == nil && (right.check != nil || right.isLouder(than: left)) ? right : left
    case (.some, nil): left
    case (nil, .some): right
    case (.some(let a), .some(let b)): (a.level, a.score) >= (b.level, b.score) ? left : right
    }
  }
}
