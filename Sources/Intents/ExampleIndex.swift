internal import Packed

/// Which examples hold which telling word, to find the one nearest to a line.
///
/// Words that stand in many examples tell nothing of any and are left out.
struct ExampleIndex: Sendable {
  private let count: Int
  /// Where each example's length stands, two bytes each.
  private let lengths: Int
  private let words: PackedTable

  /// A word in a larger share of examples than this tells none of them.
  private static let mostShare = 0.05
  /// Lengths are kept in steps of 1/256.
  private static let lengthSteps: Float = 256

  /// Finds an index that starts at the reader's place; the reader moves behind it.
  init(_ reader: inout PackedReader) {
    count = reader.number()
    lengths = reader.offset
    reader.offset += count * 2
    words = PackedTable(&reader)
  }

  /// Whether there is nothing to compare with.
  var isEmpty: Bool { count == 0 }

  /// How like a line is to the example most like it.
  ///
  /// - Parameters:
  ///   - stems: The line's stems, each once, with the idf of those that the model knows.
  ///   - unknownIdf: The idf of the others.
  ///   - bytes: Where the index stands.
  /// - Returns: A cosine, 0...1; 1 where no word of the line tells examples apart.
  func nearest(
    to stems: [(hash: UInt64, idf: Float?)],
    unknownIdf: Float,
    bytes: UnsafeBufferPointer<UInt8>
  ) -> Double {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: count) { sums in
      sums.initialize(repeating: 0)
      var (best, squares): (Float, Float) = (0, 0)
      for stem in stems {
        guard let idf = stem.idf else {
          squares += unknownIdf * unknownIdf
          continue
        }
        guard let examples = words.find(stem.hash, in: bytes) else { continue }
        squares += idf * idf
        var reader = PackedReader(bytes, at: examples.lowerBound)
        var example = -1
        while reader.offset < examples.upperBound {
          example += reader.number() + 1
          sums[example] += idf * idf
          best = max(best, sums[example] / length(of: example, bytes))
        }
      }
      return squares > 0 ? Double(min(best / squares.squareRoot(), 1)) : 1
    }
  }

  private func length(of example: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Float {
    let place = lengths + example * 2
    return Float(Int(bytes[place]) | Int(bytes[place + 1]) << 7) / Self.lengthSteps
  }

  /// Writes the index of some rows of a matrix.
  static func write(_ rows: [Int], of matrix: TrainingMatrix, to writer: inout PackedWriter) {
    let stems = rows.map { matrix.columns(of: $0).filter { matrix.blocks[$0] == .stem } }
    var counts = [Int](repeating: 0, count: matrix.names.count)
    for column in stems.joined() { counts[column] += 1 }
    let most = Int(Double(rows.count) * mostShare)
    var examples: [Int: [Int]] = [:]
    writer.number(rows.count)
    for (example, columns) in stems.enumerated() {
      let telling = columns.filter { counts[$0] <= most }
      let squares = telling.reduce(0) { $0 + matrix.idf[$1] * matrix.idf[$1] }
      let steps = Int((squares.squareRoot() * lengthSteps).rounded())
      writer.fixed(max(1, min(steps, 16_383)), width: 2)
      for column in telling { examples[column, default: []].append(example) }
    }
    PackedTable.write(
      examples.map { (matrix.names[$0.key], packed($0.value)) },
      to: &writer
    )
  }

  /// Numbers in rising order, as the steps between them.
  private static func packed(_ examples: [Int]) -> [UInt8] {
    var writer = PackedWriter()
    var last = -1
    for example in examples {
      writer.number(example - last - 1)
      last = example
    }
    return writer.bytes
  }
}
