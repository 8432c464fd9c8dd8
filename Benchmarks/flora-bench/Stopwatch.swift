import Foundation
import Intents

/// Time, and the loop that it is compared with.
enum Stopwatch {
  /// How long `body` takes, in microseconds.
  static func micros(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let elapsed = try clock.measure(body)
    return Double(elapsed.components.seconds) * 1e6
      + Double(elapsed.components.attoseconds) / 1e12
  }

  /// The calibration loop: two million steps of a generator, the best of five rounds.
  static let loopMicros: Double = {
    (0..<5).map { round in
      micros {
        var random = SplitMix(seed: UInt64(round))
        var sum: UInt64 = 0
        for _ in 0..<2_000_000 { sum &+= random.next() }
        kept = sum
      }
    }.min() ?? 1
  }()

  /// Keeps the loop from being optimised away.
  nonisolated(unsafe) private static var kept: UInt64 = 0
}

/// Times of equal pieces of work.
struct Times {
  private let sorted: [Double]

  init(_ micros: [Double]) { sorted = micros.sorted() }

  /// Times `body` over all elements, `rounds` times, and keeps each element's best.
  init<Element>(of elements: [Element], rounds: Int = 3, _ body: (Element) -> Void) {
    var best = [Double](repeating: .infinity, count: elements.count)
    for _ in 0..<rounds {
      for (place, element) in elements.enumerated() {
        best[place] = min(best[place], Stopwatch.micros { body(element) })
      }
    }
    self.init(best)
  }

  func percentile(_ share: Int) -> Double {
    sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, sorted.count * share / 100)]
  }

  var median: Double { percentile(50) }
  var best: Double { sorted.first ?? 0 }
  var total: Double { sorted.reduce(0, +) }
}

/// How cost grows: the exponent k for which cost ≈ c · sizeᵏ, by least squares on logarithms.
enum Growth {
  static func exponent(_ points: [(size: Double, cost: Double)]) -> Double {
    let logs = points.filter { $0.size > 0 && $0.cost > 0 }.map { (log($0.size), log($0.cost)) }
    guard logs.count > 1 else { return .nan }
    let count = Double(logs.count)
    let (x, y) = (logs.reduce(0) { $0 + $1.0 } / count, logs.reduce(0) { $0 + $1.1 } / count)
    let (top, bottom) = logs.reduce((0.0, 0.0)) {
      ($0.0 + ($1.0 - x) * ($1.1 - y), $0.1 + ($1.0 - x) * ($1.0 - x))
    }
    return bottom > 0 ? top / bottom : .nan
  }
}

/// Memory of this process.
enum Memory {
  /// The most that was ever in use, in MiB.
  static var peakMiB: Double {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return (Double(usage.ru_maxrss) / 1_048_576 * 10).rounded() / 10
    #else
      getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
      return (Double(usage.ru_maxrss) / 1_024 * 10).rounded() / 10
    #endif
  }
}

/// How results are printed.
enum Report {
  static func row(_ name: String, _ value: String) {
    print("\(name.padding(toLength: 46, withPad: " ", startingAt: 0)) \(value)")
  }

  /// A time, and how many calibration loops it is.
  static func row(_ name: String, micros: Double) {
    row(
      name,
      "\(String(format: "%10.1f", micros)) µs  \(String(format: "%9.4f", micros / Stopwatch.loopMicros)) loops"
    )
  }

  static func growth(_ name: String, _ points: [(size: Double, cost: Double)]) {
    guard points.count > 1 else { return row(name, "growth not measured: one size only") }
    row(name, "grows with size to the power of \(String(format: "%.2f", Growth.exponent(points)))")
  }
}
