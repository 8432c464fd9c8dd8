internal import Intents

/// The measures that evaluations print.
enum Metrics {
  static func share<Element>(_ elements: [Element], _ holds: (Element) -> Bool) -> Double {
    elements.isEmpty ? 0 : Double(elements.filter(holds).count) / Double(elements.count)
  }

  static func accuracy(_ outcomes: [Calibrator.Outcome]) -> Double { share(outcomes, \.isRight) }

  /// The mean over labels of the harmonic mean of precision and recall.
  static func macroF1(_ lines: [(expected: String, given: String)]) -> Double {
    let wanted = Dictionary(grouping: lines, by: \.expected)
    let given = Dictionary(grouping: lines, by: \.given)
    guard !wanted.isEmpty else { return 0 }
    let sum = wanted.keys.sorted().reduce(0.0) { sum, label in
      let own = wanted[label] ?? []
      let right = own.filter { $0.given == label }.count
      return sum + 2 * Double(right) / Double(own.count + (given[label]?.count ?? 0))
    }
    return sum / Double(wanted.count)
  }

  static func macroF1(_ outcomes: [Calibrator.Outcome]) -> Double {
    macroF1(outcomes.map { ($0.expected, $0.classification.best?.intent ?? "") })
  }

  /// Lines of one band of confidence.
  struct Bin: Equatable {
    let confidence: Double
    let accuracy: Double
    let count: Int
  }

  private static let binCount = 15

  /// The lines in bands of confidence, the least confident first.
  static func bins(_ lines: [(confidence: Double, isRight: Bool)]) -> [Bin] {
    let groups = Dictionary(grouping: lines) { line in
      min(binCount - 1, Int(line.confidence * Double(binCount)))
    }
    return groups.sorted { $0.key < $1.key }.map { _, group in
      Bin(
        confidence: group.reduce(0) { $0 + $1.confidence } / Double(group.count),
        accuracy: share(group, \.isRight),
        count: group.count
      )
    }
  }

  static func calibrationBins(_ outcomes: [Calibrator.Outcome]) -> [Bin] {
    bins(outcomes.map { ($0.classification.best?.confidence ?? 0, $0.isRight) })
  }

  /// How far confidence and share of right answers lie apart, weighed by lines.
  static func calibrationError(_ bins: [Bin]) -> Double {
    let lines = bins.reduce(0) { $0 + $1.count }
    return bins.reduce(0) {
      $0 + abs($1.confidence - $1.accuracy) * Double($1.count) / Double(max(lines, 1))
    }
  }

  static func calibrationError(_ outcomes: [Calibrator.Outcome]) -> Double {
    calibrationError(calibrationBins(outcomes))
  }

  /// The chance that a foreign line scores above one in scope; ties count half.
  static func auroc(inside: [Double], outside: [Double]) -> Double {
    let all = (inside.map { ($0, false) } + outside.map { ($0, true) }).sorted { $0.0 < $1.0 }
    var rankSum = 0.0
    var index = 0
    while index < all.count {
      var end = index
      while end < all.count, all[end].0 == all[index].0 { end += 1 }
      let rank = Double(index + 1 + end) / 2
      rankSum += rank * Double(all[index..<end].filter(\.1).count)
      index = end
    }
    let positives = Double(outside.count)
    return (rankSum - positives * (positives + 1) / 2) / (positives * Double(inside.count))
  }

  /// Share of foreign lines refused at the score where refusing costs some accuracy.
  static func recall(inside: [(score: Double, isRight: Bool)], outside: [Double], cost: Double)
    -> Double
  {
    let right = inside.filter(\.isRight).map(\.score).sorted(by: >)
    let allowed = Int(cost * Double(inside.count) + 1e-9)
    guard right.count > allowed else { return 1 }
    return share(outside) { $0 > right[allowed] }
  }
}
