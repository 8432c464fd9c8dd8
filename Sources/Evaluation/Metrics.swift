internal import Intents

/// The measures that evaluations print.
enum Metrics {
  static func share<Element>(_ elements: [Element], _ holds: (Element) -> Bool) -> Double {
    elements.isEmpty ? 0 : Double(elements.filter(holds).count) / Double(elements.count)
  }

  static func accuracy(_ outcomes: [Calibrator.Outcome]) -> Double { share(outcomes, \.isRight) }

  /// The mean over labels of the harmonic mean of precision and recall.
  static func macroF1(_ outcomes: [Calibrator.Outcome]) -> Double {
    let labels = Set(outcomes.map(\.expected))
    guard !labels.isEmpty else { return 0 }
    let scores = labels.sorted().map { label -> Double in
      let wanted = outcomes.filter { $0.expected == label }
      let given = outcomes.filter { $0.classification.best?.intent == label }
      let both = wanted.filter(\.isRight).count
      return both == 0 ? 0 : 2 * Double(both) / Double(wanted.count + given.count)
    }
    return scores.reduce(0, +) / Double(scores.count)
  }

  /// How far confidence and share of right answers lie apart, over 15 bins, weighed by their lines.
  static func calibrationError(_ outcomes: [Calibrator.Outcome]) -> Double {
    guard !outcomes.isEmpty else { return 0 }
    return calibrationBins(outcomes).reduce(0) { sum, bin in
      sum + abs(bin.confidence - bin.accuracy) * Double(bin.count) / Double(outcomes.count)
    }
  }

  struct Bin: Equatable {
    let confidence: Double
    let accuracy: Double
    let count: Int
  }

  static func calibrationBins(_ outcomes: [Calibrator.Outcome]) -> [Bin] {
    let bins = 15
    let groups = Dictionary(grouping: outcomes) { outcome in
      min(bins - 1, Int((outcome.classification.best?.confidence ?? 0) * Double(bins)))
    }
    return groups.keys.sorted().map { key in
      let group = groups[key] ?? []
      let confidence =
        group.reduce(0) { $0 + ($1.classification.best?.confidence ?? 0) } / Double(group.count)
      return Bin(confidence: confidence, accuracy: accuracy(group), count: group.count)
    }
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
  static func recall(inside: [Calibrator.Outcome], outside: [Calibrator.Outcome], cost: Double)
    -> Double
  {
    let right = inside.filter(\.isRight).map(\.score).sorted(by: >)
    let allowed = Int(cost * Double(inside.count))
    guard right.count > allowed else { return 1 }
    let threshold = right[allowed]
    return share(outside) { $0.score > threshold }
  }
}
