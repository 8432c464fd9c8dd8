package import Language
internal import Packed

/// The scores of every stretch of a line at once, so that a sentence buried in a long story is heard as if it stood alone.
///
/// Sums run along the line; a stretch's sum is the difference of two of them, so that each further stretch costs only a
/// subtraction per intent. A repeated word counts each time, unlike in `Model.classify`.
package struct WindowScores: Sendable {
  /// The model's intents; scores stand in this order.
  package let intents: [String]
  /// Tokens of the line, and the first of them that counts.
  private let count: Int
  private var start = 0
  private let biases: [Float]
  private let blockLengths: [Float]
  /// For each block, token and intent: idf × weight of all features that end at or before the token.
  private var sums: [Float]
  /// For each block and token: the squares of those features' idf.
  private var squares: [Float]

  private static let blocks: [FeatureBlock] = [.stem, .pair, .skip, .concept, .conceptPair]

  init(
    features: [Feature],
    tokenCount: Int,
    intents: [String],
    biases: [Float],
    blockLengths: [Float],
    table: PackedTable,
    bytes: UnsafeBufferPointer<UInt8>
  ) {
    self.intents = intents
    self.biases = biases
    self.blockLengths = blockLengths
    count = tokenCount
    let width = intents.count
    sums = [Float](repeating: 0, count: Self.blocks.count * (tokenCount + 1) * width)
    squares = [Float](repeating: 0, count: Self.blocks.count * (tokenCount + 1))
    for feature in features where feature.block != .pair || feature.first != feature.last {
      guard let block = Self.blocks.firstIndex(of: feature.block),
        let row = table.find(feature.hash, in: bytes)
      else { continue }
      var reader = PackedReader(bytes, at: row.lowerBound)
      let idf = FeatureRow.idf(&reader)
      let place = block * (tokenCount + 1) + Int(feature.last) + 1
      squares[place] += idf * idf
      sums.withUnsafeMutableBufferPointer { sums in
        let slots = UnsafeMutableBufferPointer(rebasing: sums[place * width..<(place + 1) * width])
        FeatureRow.add(row, times: idf, to: slots, in: bytes)
      }
    }
    accumulate(width: width)
  }

  private mutating func accumulate(width: Int) {
    for block in Self.blocks.indices {
      let start = block * (count + 1)
      for token in stride(from: 1, through: count, by: 1) {
        squares[start + token] += squares[start + token - 1]
        sums.withUnsafeMutableBufferPointer { sums in
          let (from, to) = ((start + token - 1) * width, (start + token) * width)
          for intent in 0..<width { sums[to + intent] += sums[from + intent] }
        }
      }
    }
  }

  /// The scores of a part of the line, whose first token is from now on the first of all.
  package func part(_ range: Range<Int>) -> WindowScores {
    var part = self
    part.start += range.lowerBound
    return part
  }

  /// The margin of each intent for the tokens of a stretch.
  ///
  /// `leastMass`: a stretch with less to say than this (idf squared, summed) is not scaled up to full length, so
  ///   that two stray words never weigh like a sentence.
  package func margins(of range: Range<Int>, leastMass: Float) -> [Float] {
    var margins = biases
    self.margins(of: range, leastMass: leastMass, into: &margins)
    return margins
  }

  /// The same, in place of what `margins` held; it holds one place for each intent.
  package func margins(of range: Range<Int>, leastMass: Float, into margins: inout [Float]) {
    let width = biases.count
    for intent in 0..<width { margins[intent] = biases[intent] }
    for (number, block) in Self.blocks.enumerated() {
      let zero = number * (count + 1) + start
      let (from, to) = (zero + range.lowerBound, zero + range.upperBound)
      let square = squares[to] - squares[from]
      guard square > 1e-6 else { continue }
      let scale = blockLengths[Int(block.rawValue)] / max(square, leastMass).squareRoot()
      for intent in 0..<width {
        margins[intent] += (sums[to * width + intent] - sums[from * width + intent]) * scale
      }
    }
  }
}

extension Model {
  /// Scores all stretches of a line; spelling is left as it is.
  package func windowScores(of tokens: Tokens) -> WindowScores {
    let extractor = extractor
    return blob.withBytes { bytes in
      WindowScores(
        features: extractor.features(of: tokens),
        tokenCount: tokens.count,
        intents: intents,
        biases: biases,
        blockLengths: blockLengths,
        table: table,
        bytes: bytes
      )
    }
  }

  /// The line with its spelling put right.
  package func repaired(_ typed: Tokens) -> (tokens: Tokens, repairs: [Repair]) {
    let extractor = FeatureExtractor(blocks: [.stem])
    return blob.withBytes { bytes in
      let reading = LineReading(extractor.features(of: typed), table: table, bytes: bytes)
      return speller.repair(typed) { reading.knows(token: $0) }
    }
  }
}
