/// A linear support vector machine with squared hinge loss for one intent against the rest.
///
/// Solved in the dual by coordinate descent with shrinking (Hsieh and others 2008, the method of
/// LIBLINEAR).
///
/// Deterministic: the visiting order comes from a fixed generator, so equal data give equal weights.
struct LinearSolver {
  let matrix: TrainingMatrix
  /// Cost of a mistake on each row.
  let costs: [Float]
  let tolerance: Float
  /// How many times as much a mistake on a positive costs.
  let ownCost: Float
  /// Passes over the data at most; convergence usually needs far fewer.
  static let mostPasses = 200

  private let squaredLengths: [Float]

  init(matrix: TrainingMatrix, costs: [Float], ownCost: Float, tolerance: Float) {
    self.matrix = matrix
    self.costs = costs
    self.tolerance = tolerance
    self.ownCost = ownCost
    squaredLengths = (0..<matrix.rowCount).map { row in
      matrix.values[matrix.starts[row]..<matrix.starts[row + 1]].reduce(1) { $0 + $1 * $1 }
    }
  }

  /// - Parameter positives: Whether each row is an example of the intent.
  /// - Returns: A weight for each column, and the bias last.
  func weights(positives: [Bool]) -> [Float] {
    var weights = [Float](repeating: 0, count: matrix.names.count + 1)
    weights.withUnsafeMutableBufferPointer { weights in
      matrix.withRows { descend(over: $0, weights: weights, positives: positives) }
    }
    return weights
  }

  private func descend(
    over rows: SparseRows,
    weights: UnsafeMutableBufferPointer<Float>,
    positives: [Bool]
  ) {
    let bias = weights.count - 1
    var duals = [Float](repeating: 0, count: rows.count)
    var order = Array(0..<rows.count)
    var active = order.count
    var random = SplitMix(seed: 1)
    var highest = Float.infinity
    for _ in 0..<Self.mostPasses {
      var (nextHighest, nextLowest) = (-Float.infinity, Float.infinity)
      for place in 0..<active {
        order.swapAt(place, place + Int(random.next(below: UInt64(active - place))))
      }
      var place = 0
      while place < active {
        let row = order[place]
        let label: Float = positives[row] ? 1 : -1
        let margin = rows.dot(row, weights) + weights[bias]
        let ridge = 0.5 / (positives[row] ? costs[row] * ownCost : costs[row])
        let gradient = label * margin - 1 + duals[row] * ridge
        if duals[row] == 0, gradient > highest {
          active -= 1
          order.swapAt(place, active)
          continue
        }
        place += 1
        let projected = duals[row] == 0 ? min(gradient, 0) : gradient
        nextHighest = max(nextHighest, projected)
        nextLowest = min(nextLowest, projected)
        guard abs(projected) > 1e-12 else { continue }
        let old = duals[row]
        duals[row] = max(old - gradient / (squaredLengths[row] + ridge), 0)
        let step = (duals[row] - old) * label
        rows.add(row, times: step, to: weights)
        weights[bias] += step
      }
      if nextHighest - nextLowest <= tolerance {
        if active == order.count { return }
        active = order.count
        highest = .infinity
      } else {
        highest = nextHighest <= 0 ? .infinity : nextHighest
      }
    }
  }
}

/// The rows of a matrix as they lie in memory, for loops that go over them thousands of times.
struct SparseRows {
  fileprivate let starts: UnsafeBufferPointer<Int>
  fileprivate let columns: UnsafeBufferPointer<UInt32>
  fileprivate let values: UnsafeBufferPointer<Float>

  var count: Int { starts.count - 1 }

  /// The product of a row and a vector, added up from left to right.
  @inline(__always)
  func dot(_ row: Int, _ vector: UnsafeMutableBufferPointer<Float>) -> Float {
    var sum: Float = 0
    for place in starts[row]..<starts[row + 1] {
      sum += vector[Int(columns[place])] * values[place]
    }
    return sum
  }

  @inline(__always)
  func add(_ row: Int, times step: Float, to vector: UnsafeMutableBufferPointer<Float>) {
    for place in starts[row]..<starts[row + 1] {
      vector[Int(columns[place])] += step * values[place]
    }
  }
}

extension TrainingMatrix {
  /// Lends the rows; they are valid inside the closure alone.
  func withRows(_ body: (SparseRows) -> Void) {
    starts.withUnsafeBufferPointer { starts in
      columns.withUnsafeBufferPointer { columns in
        values.withUnsafeBufferPointer { values in
          body(SparseRows(starts: starts, columns: columns, values: values))
        }
      }
    }
  }
}

/// A small generator of numbers that only look random; the same seed gives the same run.
package struct SplitMix: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not including `bound`.
  package mutating func next(below bound: UInt64) -> UInt64 {
    next().multipliedFullWidth(by: bound).high
  }
}
