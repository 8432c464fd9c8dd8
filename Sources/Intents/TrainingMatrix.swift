internal import Language

/// The examples as sparse unit-length blocks: row by row, the features known and their values.
struct TrainingMatrix: Sendable {
  /// Feature names in order of first sight; a column's number is its place here.
  private(set) var names: [UInt64] = []
  /// Inverse document frequency of each column, square root taken.
  private(set) var idf: [Float] = []
  private(set) var blocks: [FeatureBlock] = []
  /// Row `i` is `columns[starts[i]..<starts[i + 1]]`.
  private(set) var starts: [Int] = [0]
  private(set) var columns: [UInt32] = []
  private(set) var values: [Float] = []

  var rowCount: Int { starts.count - 1 }

  /// The columns that a row has something in.
  func columns(of row: Int) -> [Int] { columns[starts[row]..<starts[row + 1]].map(Int.init) }

  init(lines: [Tokens], extractor: borrowing FeatureExtractor, plan: Recipe.Plan) {
    columns.reserveCapacity(lines.count * 128)
    values.reserveCapacity(lines.count * 128)
    let index = countColumns(of: lines, extractor: extractor, plan: plan)
    var row = RowBuilder()
    for line in lines {
      row.fill(from: extractor.features(of: line), index: index, idf: idf, lengths: plan.blocks)
      columns.append(contentsOf: row.columns)
      values.append(contentsOf: row.values)
      starts.append(columns.count)
    }
  }

  /// Gives a column to each feature that stands in enough lines.
  private mutating func countColumns(
    of lines: [Tokens],
    extractor: borrowing FeatureExtractor,
    plan: Recipe.Plan
  ) -> [UInt64: UInt32] {
    struct Count {
      var lines: Int32 = 0
      var last: Int32 = -1
      var order: Int32
      var block: FeatureBlock
    }
    var counts: [UInt64: Count] = [:]
    for (number, line) in lines.enumerated() {
      for feature in extractor.features(of: line) {
        let order = Int32(counts.count)
        var count = counts[feature.hash] ?? Count(order: order, block: feature.block)
        if count.last != Int32(number) {
          count.lines += 1
          count.last = Int32(number)
          counts[feature.hash] = count
        }
      }
    }
    let kept = counts.filter { _, count in
      let least = count.block == .letters ? plan.leastExamplesOfLetters : plan.leastExamples
      return count.lines >= least
    }
    .sorted { $0.value.order < $1.value.order }
    for (name, count) in kept {
      names.append(name)
      blocks.append(count.block)
      idf.append(Self.idf(lines: Int(count.lines), of: lines.count))
    }
    return Dictionary(uniqueKeysWithValues: zip(names, 0...))
  }

  /// Adds up some rows and scales the sum to length 1.
  ///
  /// Returns the columns that are not zero, in order, with their values.
  func centroid(of rows: [Int]) -> (columns: [UInt32], values: [Float]) {
    var sums: [UInt32: Float] = [:]
    for row in rows {
      for place in starts[row]..<starts[row + 1] {
        sums[columns[place], default: 0] += values[place]
      }
    }
    let sorted = sums.sorted { $0.key < $1.key }
    let length = sorted.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
    return (sorted.map(\.key), sorted.map { $0.value / max(length, 1e-6) })
  }

  /// √(ln((1 + n) / (1 + df)) + 1), the recipe's softened inverse document frequency.
  static func idf(lines: Int, of total: Int) -> Float {
    (Mathematics.log(Float(1 + total) / Float(1 + lines)) + 1).squareRoot()
  }
}

/// Builds one row: counts features, weighs them by idf, and scales each block to its length.
struct RowBuilder {
  private(set) var columns: [UInt32] = []
  private(set) var values: [Float] = []
  private var counts: [UInt32: (number: Int32, weight: Float)] = [:]

  mutating func fill(
    from features: [Feature],
    index: [UInt64: UInt32],
    idf: [Float],
    lengths: [FeatureBlock: Float]
  ) {
    columns.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    var rest = features[...]
    while let block = rest.first?.block {
      let part = rest.prefix { $0.block == block }
      rest = rest.dropFirst(part.count)
      append(part, scaledTo: lengths[block] ?? 0, index: index, idf: idf)
    }
  }

  private mutating func append(
    _ part: ArraySlice<Feature>,
    scaledTo length: Float,
    index: [UInt64: UInt32],
    idf: [Float]
  ) {
    counts.removeAll(keepingCapacity: true)
    for feature in part {
      guard let column = index[feature.hash] else { continue }
      let count = counts[column] ?? (0, 0)
      counts[column] = (count.number + 1, max(count.weight, feature.weight))
    }
    let start = values.count
    var squares: Float = 0
    for (column, count) in counts.sorted(by: { $0.key < $1.key }) {
      let value = (1 + Mathematics.log(Float(count.number))) * idf[Int(column)] * count.weight
      columns.append(column)
      values.append(value)
      squares += value * value
    }
    guard squares > 0 else { return }
    let scale = length / squares.squareRoot()
    for place in start..<values.count { values[place] *= scale }
  }
}
