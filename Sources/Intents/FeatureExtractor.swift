internal import Language

/// One feature of a line, before anything is known of its weight.
struct Feature {
  /// The name under which a model knows it.
  let hash: UInt64
  let block: FeatureBlock
  /// The tokens it was made of, first and last.
  let first: UInt16
  let last: UInt16
  /// For `letters`: where in the padded word it starts, and how long it is.
  var start: UInt8 = 0
  var length: UInt8 = 0
  /// How much it counts: 1, or less where it belongs to the story around a question.
  var weight: Float = 1
}

/// Turns tokens into features.
///
/// One extractor serves one thread.
struct FeatureExtractor: ~Copyable {
  private let reader = StemReader()
  private let blocks: FeatureBlocks
  private let concepts: PhraseTable?
  /// Feature names of the concepts, in the table's order.
  private let conceptNames: [UInt64]
  private let storyWeight: Float

  /// Letter groups of this many letters are counted.
  static let letterLengths = 2...5

  init(
    blocks: FeatureBlocks = FeatureBlocks(FeatureBlock.allCases),
    concepts: PhraseTable? = nil,
    storyWeight: Float = 1
  ) {
    self.init(
      blocks: blocks,
      concepts: concepts,
      names: Self.names(of: concepts),
      storyWeight: storyWeight
    )
  }

  /// `names`: those of the concepts, where they are at hand.
  init(
    blocks: FeatureBlocks,
    concepts: PhraseTable?,
    names: [UInt64],
    storyWeight: Float = 1
  ) {
    self.blocks = blocks
    self.concepts = concepts
    self.storyWeight = storyWeight
    conceptNames = names
  }

  /// Feature names of the concepts, in the table's order.
  static func names(of concepts: PhraseTable?) -> [UInt64] {
    concepts?.names.map(hash(ofConcept:)) ?? []
  }

  /// All features of a line, block after block, repeats included.
  func features(of tokens: Tokens) -> [Feature] {
    features(of: tokens, stems: reader.stems(of: tokens))
  }

  /// The same for a line whose stems are known.
  func features(of tokens: Tokens, stems: [StemPlace]) -> [Feature] {
    var features: [Feature] = []
    features.reserveCapacity(tokens.count * (blocks.contains(.letters) ? 32 : 8) + 32)
    if blocks.contains(.stem) {
      for stem in stems {
        features.append(
          Feature(
            hash: Self.hash(ofStem: stem.hash),
            block: .stem,
            first: stem.token,
            last: stem.token
          )
        )
      }
    }
    if blocks.contains(.pair) { appendPairs(of: stems, to: &features) }
    if blocks.contains(.skip) { appendSkips(of: stems, to: &features) }
    if blocks.contains(.letters) { appendLetters(of: tokens, to: &features) }
    if let concepts, blocks.contains(.concept) || blocks.contains(.conceptPair) {
      appendConcepts(concepts.matches(in: stems), to: &features)
    }
    if storyWeight < 1 { hush(&features, around: tokens) }
    return features
  }

  /// In a long line the words around the question count for less than the question's own.
  private func hush(_ features: inout [Feature], around tokens: Tokens) {
    guard let question = QuestionPlace.range(in: tokens) else { return }
    for place in features.indices
    where !question.contains(Int(features[place].first))
      || !question.contains(Int(features[place].last))
    {
      features[place].weight = storyWeight
    }
  }
}

extension FeatureExtractor {
  private static func hash(ofConcept name: String) -> UInt64 {
    var hash = FeatureHash(.concept)
    for byte in name.utf8 { hash.combine(byte) }
    return hash.value
  }

  private static let edge: UInt64 = 0x5eed_ed9e

  /// Tokens at most between two concepts that make a pair.
  private static let conceptReach = 12

  private func appendConcepts(_ matches: [PhraseTable.Match], to features: inout [Feature]) {
    if blocks.contains(.concept) {
      for match in matches {
        features.append(
          Feature(
            hash: conceptNames[match.name],
            block: .concept,
            first: match.first,
            last: match.last
          )
        )
      }
    }
    guard blocks.contains(.conceptPair) else { return }
    for (place, left) in matches.enumerated() {
      for right in matches[(place + 1)...] {
        guard Int(right.first) - Int(left.last) <= Self.conceptReach else { break }
        guard left.name != right.name else { continue }
        let (low, high) = (min(left.name, right.name), max(left.name, right.name))
        features.append(
          Feature(
            hash: joined(.conceptPair, conceptNames[low], conceptNames[high]),
            block: .conceptPair,
            first: left.first,
            last: right.last
          )
        )
      }
    }
  }

  private func appendPairs(of stems: [StemPlace], to features: inout [Feature]) {
    guard let first = stems.first, let last = stems.last else { return }
    features.append(
      Feature(
        hash: joined(.pair, Self.edge, first.hash),
        block: .pair,
        first: first.token,
        last: first.token
      )
    )
    for (left, right) in zip(stems, stems.dropFirst()) {
      features.append(
        Feature(
          hash: joined(.pair, left.hash, right.hash),
          block: .pair,
          first: left.token,
          last: right.token
        )
      )
    }
    features.append(
      Feature(
        hash: joined(.pair, last.hash, Self.edge),
        block: .pair,
        first: last.token,
        last: last.token
      )
    )
  }

  private func appendSkips(of stems: [StemPlace], to features: inout [Feature]) {
    for gap in 2...3 where stems.count > gap {
      for index in 0..<(stems.count - gap) {
        let (left, right) = (stems[index], stems[index + gap])
        features.append(
          Feature(
            hash: joined(.skip, left.hash, right.hash),
            block: .skip,
            first: left.token,
            last: right.token
          )
        )
      }
    }
  }

  /// The name of the feature that a stem is.
  static func hash(ofStem stem: UInt64) -> UInt64 {
    var hash = FeatureHash(.stem)
    hash.combine(stem)
    return hash.value
  }

  private func joined(_ block: FeatureBlock, _ left: UInt64, _ right: UInt64) -> UInt64 {
    var hash = FeatureHash(block)
    hash.combine(left)
    hash.combine(right)
    return hash.value
  }

  private func appendLetters(of tokens: Tokens, to features: inout [Feature]) {
    for (index, token) in tokens.list.prefix(StemReader.mostTokens).enumerated()
    where token.kind == .word {
      let padded = token.range.count + 2
      for start in 0..<(padded - 1) {
        var hash = FeatureHash(.letters)
        for offset in 0..<min(Self.letterLengths.upperBound, padded - start) {
          hash.combine(letter(start + offset, of: token, in: tokens))
          guard offset + 1 >= Self.letterLengths.lowerBound else { continue }
          features.append(
            Feature(
              hash: hash.value,
              block: .letters,
              first: UInt16(index),
              last: UInt16(index),
              start: UInt8(clamping: start),
              length: UInt8(offset + 1)
            )
          )
        }
      }
    }
  }

  /// A letter of a word with a space before and behind it.
  private func letter(_ place: Int, of token: Token, in tokens: Tokens) -> UInt8 {
    place == 0 || place > token.range.count
      ? UInt8(ascii: " ") : tokens.bytes[token.range.lowerBound + place - 1]
  }
}
