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
  /// Places in `blocks`, by the block's number.
  private static let places = FeatureBlock.allCases.map(blocks.firstIndex)

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
      guard let block = Self.places[Int(feature.block.rawValue)],
        let row = table.find(feature.hash, in: bytes)
      else { continue }
      let idf = FeatureRow.idf(of: row, in: bytes)
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
      }
      sums.withUnsafeMutableBufferPointer { sums in
        for row in stride(from: start + 1, through: start + count, by: 1) {
          let before = UnsafeBufferPointer(rebasing: sums[(row - 1) * width..<row * width])
          let own = UnsafeMutableBufferPointer(rebasing: sums[row * width..<(row + 1) * width])
          for intent in 0..<width { own[intent] += before[intent] }
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
    sums.withUnsafeBufferPointer { sums in
      margins.withUnsafeMutableBufferPointer { margins in
        let width = margins.count
        forEachBlock(of: range, leastMass: leastMass) { from, to, scale in
          let upper = UnsafeBufferPointer(rebasing: sums[to * width..<(to + 1) * width])
          let lower = UnsafeBufferPointer(rebasing: sums[from * width..<(from + 1) * width])
          for intent in 0..<width { margins[intent] += (upper[intent] - lower[intent]) * scale }
        }
      }
    }
    return margins
  }

  /// The margin of one intent alone.
  package func margin(of intent: Int, in range: Range<Int>, leastMass: Float) -> Float {
    let width = biases.count
    var margin = biases[intent]
    forEachBlock(of: range, leastMass: leastMass) { from, to, scale in
      margin += (sums[to * width + intent] - sums[from * width + intent]) * scale
    }
    return margin
  }

  /// Calls `body` with the rows of `sums` whose difference a stretch is, and its scale, for each block that says something.
  @inline(__always)
  private func forEachBlock(
    of range: Range<Int>,
    leastMass: Float,
    _ body: (_ from: Int, _ to: Int, _ scale: Float) -> Void
  ) {
    for (number, block) in Self.blocks.enumerated() {
      let zero = number * (count + 1) + start
      let (from, to) = (zero + range.lowerBound, zero + range.upperBound)
      let square = squares[to] - squares[from]
      guard square > 1e-6 else { continue }
      body(from, to, blockLengths[Int(block.rawValue)] / max(square, leastMass).squareRoot())
    }
  }
}

extension Model {
  /// Scores all stretches of a line; spelling is left as it is.
  ///
  /// `stems`: Those of the line.
  package func windowScores(of tokens: Tokens, stems: [StemPlace]) -> WindowScores {
    let extractor = extractor
    return blob.withBytes { bytes in
      WindowScores(
        features: extractor.features(of: tokens, stems: stems),
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
    let reader = StemReader()
    return blob.withBytes { bytes in
      speller.repair(typed) { token in
        let stem = reader.hash(of: token, in: typed)
        return table.find(FeatureExtractor.hash(ofStem: stem), in: bytes) != nil
      }
    }
  }
}
