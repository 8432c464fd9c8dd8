package import Language

/// What the keyword model makes of a line, with all that a person needs to see why.
package struct Classification: Sendable {
  /// An intent and how well it fits.
  package struct Ranked: Equatable, Sendable {
    package let intent: String
    /// The sum of the weights of the line's features: 1 is a clear yes, −1 a clear no.
    package let margin: Double
    /// The chance of being right, 0...1, as calibrated on lines the model had not seen.
    package let confidence: Double
    let index: Int
  }

  /// The line as it was understood, spelling put right.
  package let tokens: Tokens
  package let repairs: [Repair]
  /// The best few intents, best first; equal margins stand in the order of their names.
  package let ranked: [Ranked]
  package let evidence: ScopeEvidence
  /// Above the model's threshold the line is not about its subject.
  package let outOfScopeScore: Double
  package var isOutOfScope: Bool
  let active: [ActiveFeature]

  package var best: Ranked? { ranked.first }
}

/// Signs that a line belongs to none of the intents; see `Calibration.refusal`.
package struct ScopeEvidence: Equatable, Sendable {
  /// Best margin.
  package let margin: Double
  /// Best margin less the second best.
  package let gap: Double
  /// Share of the line's words that the model knows, each counted by its idf, as typed.
  package let knownWords: Double
  /// Share of word pairs that the model knows, as typed.
  package let knownPairs: Double
  /// ln(1 + words).
  package let length: Double
  /// Margin of the out-of-scope examples less the best margin; 0 when there are none.
  package let background: Double
  /// Share of the line's words that speak for the best intent, as understood.
  package let support: Double
  /// Likeness to the nearest example, 0...1, by the words that tell examples apart, as typed.
  package let nearest: Double

  /// What each sign weighs where nothing taught it, constant first; the order is that of `values`.
  static let untaught: [Double] = [0, -2, -0.5, -2, -1, 0, 1, -1, -1]

  package var values: [Double] {
    [margin, gap, knownWords, knownPairs, length, background, support, nearest]
  }
}

/// A feature of a line that the model knows, with its value in the line's vector.
struct ActiveFeature: Sendable {
  /// Where its weights stand in the model.
  let row: Range<Int>
  var value: Float
  let block: FeatureBlock
  let first: UInt16
  let last: UInt16
  let start: UInt8
  let length: UInt8
}
