/// What training leaves behind, before it is packed: a weight for some pairs of feature and intent.
struct TrainedWeights: Sendable {
  let intents: [String]
  let biases: [Float]
  /// Weights by feature; only the largest are kept, the rest are zero.
  let rows: [[IntentWeight]]

  /// Each intent as the mean direction of its examples.
  ///
  /// `labels`: The intent of each row, in the order of `intents`.
  init(centroidsOf labels: [String], _ intents: [String], in matrix: TrainingMatrix) {
    var rows = [[IntentWeight]](repeating: [], count: matrix.names.count)
    var row = 0
    for (number, intent) in intents.enumerated() {
      let start = row
      while row < labels.count, labels[row] == intent { row += 1 }
      let centroid = matrix.centroid(of: Array(start..<row))
      for (column, value) in zip(centroid.columns, centroid.values) {
        rows[Int(column)].append(IntentWeight(intent: Int32(number), weight: value))
      }
    }
    self.init(intents: intents, biases: intents.map { _ in 0 }, rows: rows)
  }

  init(intents: [String], biases: [Float], rows: [[IntentWeight]]) {
    self.intents = intents
    self.biases = biases
    self.rows = rows
  }

  struct IntentWeight: Sendable {
    let intent: Int32
    let weight: Float
  }
}

/// One intent's weights that are not zero.
struct SparseWeights: Sendable {
  let bias: Float
  private var features: [Int32] = []
  private var weights: [Float] = []

  /// - Parameter dense: A weight for each feature, and the bias last.
  init(_ dense: [Float]) {
    bias = dense.last ?? 0
    for (feature, weight) in dense.dropLast().enumerated() where weight != 0 {
      features.append(Int32(feature))
      weights.append(weight)
    }
  }

  /// Turns the weights of all intents into rows by feature.
  ///
  /// `most`: Weights kept over all intents; the smallest go.
  static func rows(of all: [SparseWeights], features: Int, most: Int) -> [[TrainedWeights
    .IntentWeight]]
  {
    let least = smallestKept(of: all, most: most)
    var rows = [[TrainedWeights.IntentWeight]](repeating: [], count: features)
    for (intent, part) in all.enumerated() {
      for (feature, weight) in zip(part.features, part.weights) where abs(weight) >= least {
        rows[Int(feature)].append(.init(intent: Int32(intent), weight: weight))
      }
    }
    return rows
  }

  /// The size below which weights go, from a histogram of the leading bits of their sizes.
  private static func smallestKept(of all: [SparseWeights], most: Int) -> Float {
    var histogram = [Int](repeating: 0, count: 1 << 16)
    for part in all {
      for weight in part.weights { histogram[Int(abs(weight).bitPattern >> 16)] += 1 }
    }
    var sum = 0
    for bin in histogram.indices.reversed() {
      sum += histogram[bin]
      if sum > most { return Float(bitPattern: UInt32(bin + 1) << 16) }
    }
    return 0
  }
}
