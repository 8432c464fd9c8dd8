/// The kinds of feature the keyword model counts.
///
/// Each block is scaled to unit length on its own.
package enum FeatureBlock: UInt8, CaseIterable, Sendable {
  /// A word's stem: "breakouts" and "breakout" are one.
  case stem
  /// Two stems side by side; the line's edges count as words.
  case pair
  /// Two stems with one or two words between them.
  case skip
  /// Two to five letters of one word, its edges included.
  case letters
  /// An everyday word's concept: "zits" and "pimples" are both `spots`.
  case concept
  /// Two concepts close to each other, in either order: `throat` and `closing`.
  case conceptPair

  /// In words, for explanations.
  package var title: String {
    switch self {
    case .stem: "word"
    case .pair: "word pair"
    case .skip: "words near each other"
    case .letters: "letters"
    case .concept: "concept"
    case .conceptPair: "two concepts"
    }
  }
}

/// Some of the kinds of feature.
struct FeatureBlocks: Sendable, ExpressibleByArrayLiteral {
  private let bits: UInt8

  init(_ blocks: some Sequence<FeatureBlock>) {
    bits = blocks.reduce(0) { $0 | 1 << $1.rawValue }
  }

  init(arrayLiteral blocks: FeatureBlock...) { self.init(blocks) }

  func contains(_ block: FeatureBlock) -> Bool { bits & 1 << block.rawValue != 0 }
}
