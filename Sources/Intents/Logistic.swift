/// Logistic regression over a handful of signs, fitted by Newton's method with a little ridge.
package enum Logistic {
  /// The log odds: constant plus weighted sum; 0 without weights.
  package static func score(_ values: [Double], weights: [Double]) -> Double {
    guard let constant = weights.first else { return 0 }
    return zip(values, weights.dropFirst()).reduce(constant) { $0 + $1.0 * $1.1 }
  }

  /// How likely each of several is when one of them is so: e to the odds, as shares of one.
  package static func shares(_ odds: [Double]) -> [Double] {
    guard let highest = odds.max() else { return [] }
    let weights = odds.map { Mathematics.exp($0 - highest) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  /// - Parameters:
  ///   - rows: The signs of each case.
  ///   - labels: Whether each case is what the odds are of.
  ///   - ridge: How much the weights are held back.
  ///   - steps: Newton steps at most.
  /// - Returns: Constant first, then a weight for each sign. Both classes count the same in all, however many cases each has.
  package static func fit(rows: [[Double]], labels: [Bool], ridge: Double = 1e-3, steps: Int = 50)
    -> [Double]
  {
    let positives = Double(labels.filter { $0 }.count)
    let negatives = Double(labels.count) - positives
    guard positives > 0, negatives > 0, let width = rows.first?.count else { return [] }
    var weights = [Double](repeating: 0, count: width + 1)
    for _ in 0..<steps {
      var gradient = weights.map { -ridge * $0 }
      var curvature = [[Double]](
        repeating: [Double](repeating: 0, count: width + 1),
        count: width + 1
      )
      for place in 0...width { curvature[place][place] = ridge }
      for (row, label) in zip(rows, labels) {
        let signs = [1] + row
        let chance = Mathematics.sigmoid(score(row, weights: weights))
        let share = 0.5 / (label ? positives : negatives)
        let pull = share * ((label ? 1 : 0) - chance)
        let bend = share * chance * (1 - chance)
        for i in 0...width {
          gradient[i] += pull * signs[i]
          for j in 0...width { curvature[i][j] += bend * signs[i] * signs[j] }
        }
      }
      let step = solve(curvature, gradient)
      for place in weights.indices { weights[place] += step[place] }
      if step.allSatisfy({ abs($0) < 1e-8 }) { break }
    }
    return weights
  }

  /// Gaussian elimination with pivots.
  private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var rows = zip(matrix, right).map { $0 + [$1] }
    let size = right.count
    for column in 0..<size {
      let pivot = (column..<size).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      guard abs(rows[column][column]) > 1e-15 else { continue }
      for row in 0..<size where row != column {
        let factor = rows[row][column] / rows[column][column]
        for place in column...size { rows[row][place] -= factor * rows[column][place] }
      }
    }
    return (0..<size).map { abs(rows[$0][$0]) > 1e-15 ? rows[$0][size] / rows[$0][$0] : 0 }
  }
}
