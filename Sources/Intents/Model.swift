package import Language
package import Packed

/// A trained keyword model, read where it stands in memory.
///
/// The score of an intent is a bias plus a sum over the line's features of value × weight; nothing else.
package struct Model: Sendable {
  /// All intents, sorted; the out-of-scope examples' class included.
  package let intents: [String]
  package let kind: Kind
  package let featureCount: Int
  package private(set) var calibration: Calibration
  let blob: Blob
  let biases: [Float]
  let blockLengths: [Float]
  private let storyWeight: Float
  let table: PackedTable
  let concepts: PhraseTable?
  private let examples: ExampleIndex
  private let conceptNames: [UInt64]
  private let activeBlocks: FeatureBlocks
  let speller: Speller
  private let background: Int?
  /// What a word that stands in no example would weigh.
  private let unknownIdf: Float

  /// The class that out-of-scope examples train; it is never an answer.
  package static let outOfScope = "oos"
  /// Ranked intents returned.
  package static let rankedCount = 5

  /// Reads a model that starts at `offset` in `blob`.
  ///
  /// `wordGuard`: Words that spelling repair leaves alone, or nil for no repair.
  package init(in blob: Blob, at offset: Int = 0, wordGuard: WordGuard?) {
    self.blob = blob
    var after = 0
    (
      kind, intents, biases, blockLengths, storyWeight, featureCount, unknownIdf, calibration,
      table, after
    ) =
      blob.withBytes { bytes in
        var reader = PackedReader(bytes, at: offset)
        let kind = Kind(code: reader.byte())
        let intents = reader.list { $0.text() }
        let biases = intents.map { _ in Float(reader.real()) }
        let blocks = FeatureBlock.allCases.map { _ in Float(reader.real()) }
        let story = Float(reader.real())
        let count = reader.number()
        let unknownIdf = Float(reader.real())
        let calibration = Calibration(&reader)
        let table = PackedTable(&reader)
        return (
          kind, intents, biases, blocks, story, count, unknownIdf, calibration, table, reader.offset
        )
      }
    let phrases = PhraseTable(in: blob, at: after)
    concepts = phrases.isEmpty ? nil : phrases
    conceptNames = FeatureExtractor.names(of: concepts)
    let lengths = blockLengths
    activeBlocks = FeatureBlocks(FeatureBlock.allCases.filter { lengths[Int($0.rawValue)] > 0 })
    background = intents.firstIndex(of: Self.outOfScope)
    let (examples, spelling) = blob.withBytes { bytes in
      var reader = PackedReader(bytes, at: phrases.end)
      return (ExampleIndex(&reader), reader.offset)
    }
    self.examples = examples
    speller =
      wordGuard.map { Speller(index: SpellingIndex(in: blob, at: spelling), wordGuard: $0) } ?? .off
  }

  /// How the model was trained.
  package enum Kind: String, Sendable {
    /// One linear machine for each intent against the rest.
    case linear
    /// Each intent is the mean direction of its examples: for more intents than linear machines can be trained for.
    case centroids

    var code: UInt8 { self == .linear ? 0 : 1 }
    init(code: UInt8) { self = code == 0 ? .linear : .centroids }
  }

  /// The same model with other confidences.
  package func calibrated(_ calibration: Calibration) -> Model {
    var model = self
    model.calibration = calibration
    return model
  }

  /// Bytes that the model takes.
  package var byteCount: Int { blob.count }
}

extension Model {
  /// Ranks the intents for a line.
  package func classify(_ line: String) -> Classification {
    classify(Tokenizer.tokens(in: line))
  }

  package func classify(_ typed: Tokens) -> Classification {
    let extractor = extractor
    return blob.withBytes { bytes in
      let asTyped = LineReading(extractor.features(of: typed), table: table, bytes: bytes)
      let unknown = asTyped.unknownTokens
      let (tokens, repairs) = speller.repair(typed) { !unknown.contains($0) }
      let understood =
        repairs.isEmpty
        ? asTyped : LineReading(extractor.features(of: tokens), table: table, bytes: bytes)
      let active = counted(understood.activeFeatures(blockLengths: blockLengths, bytes: bytes))
      let scores = scores(of: active, in: bytes)
      let ranked = ranked(scores)
      let evidence = evidence(
        ranked: ranked,
        scores: scores,
        asTyped: asTyped,
        active: active,
        bytes: bytes
      )
      let score = Logistic.score(evidence.values, weights: calibration.refusal)
      return Classification(
        tokens: tokens,
        repairs: repairs,
        ranked: ranked,
        evidence: evidence,
        outOfScopeScore: score,
        isOutOfScope: calibration.threshold.map { score > $0 } ?? false,
        active: active
      )
    }
  }

  var extractor: FeatureExtractor {
    FeatureExtractor(
      blocks: activeBlocks,
      concepts: concepts,
      names: conceptNames,
      storyWeight: storyWeight
    )
  }

  private func scores(of active: [ActiveFeature], in bytes: UnsafeBufferPointer<UInt8>) -> [Float] {
    var scores = biases
    scores.withUnsafeMutableBufferPointer { scores in
      for feature in active {
        FeatureRow.add(feature.row, times: feature.value, to: scores, in: bytes)
      }
    }
    return scores
  }

  private func ranked(_ scores: [Float]) -> [Classification.Ranked] {
    var order: [Int] = []
    for index in scores.indices where index != background {
      guard order.count < Self.rankedCount || scores[index] > scores[order[order.count - 1]] else {
        continue
      }
      let place = order.firstIndex { scores[index] > scores[$0] } ?? order.count
      order.insert(index, at: place)
      if order.count > Self.rankedCount { order.removeLast() }
    }
    let best = order.first.map { Double(scores[$0]) } ?? 0
    func share(_ index: Int) -> Double {
      Mathematics.exp((Double(scores[index]) - best) / calibration.temperature)
    }
    // Those behind the ranked count as three of the last; the calibration reckons likewise.
    let total = order.reduce(0) { $0 + share($1) } + (order.last.map(share) ?? 0) * 3
    return order.map { index in
      Classification.Ranked(
        intent: intents[index],
        margin: Double(scores[index]),
        confidence: share(index) / total,
        index: index
      )
    }
  }

  /// Bytes of rows that a line may read in a model of centroids.
  private static let mostBytes = 100_000

  /// The features that count: of a model of centroids those in the fewest examples, up to a fixed amount of work.
  private func counted(_ active: [ActiveFeature]) -> [ActiveFeature] {
    guard kind == .centroids else { return active }
    let order = active.indices.sorted { (active[$0].row.count, $0) < (active[$1].row.count, $1) }
    var rest = Self.mostBytes
    let kept = order.prefix { place in
      defer { rest -= active[place].row.count }
      return rest > 0
    }
    return kept.sorted().map { active[$0] }
  }

  private func evidence(
    ranked: [Classification.Ranked],
    scores: [Float],
    asTyped: LineReading,
    active: [ActiveFeature],
    bytes: UnsafeBufferPointer<UInt8>
  ) -> ScopeEvidence {
    let best = ranked.first?.margin ?? -1
    let second = ranked.dropFirst().first?.margin ?? -1
    let known = asTyped.knownShares(unknownIdf: unknownIdf, bytes: bytes)
    return ScopeEvidence(
      margin: best,
      gap: best - second,
      knownWords: known.words,
      knownPairs: known.pairs,
      length: Mathematics.log(1 + Double(known.wordCount)),
      background: background.map { Double(scores[$0]) - best } ?? 0,
      support: ranked.first.map { support(for: $0.index, active, known: known.words, bytes) } ?? 0,
      nearest: examples.isEmpty
        ? 0
        : examples.nearest(to: asTyped.stems(in: bytes), unknownIdf: unknownIdf, bytes: bytes)
    )
  }

  /// Share of the line's words, each counted by its value, that speak for an intent: they stand in its examples.
  private func support(
    for intent: Int,
    _ active: [ActiveFeature],
    known: Double,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Double {
    var (speaking, all): (Float, Float) = (0, 0)
    for feature in active where feature.block == .stem {
      all += feature.value
      if FeatureRow.weight(of: intent, in: feature.row, bytes: bytes) > 0 {
        speaking += feature.value
      }
    }
    return all > 0 ? known * Double(speaking / all) : 0
  }
}
