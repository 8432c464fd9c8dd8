import Intents
import Testing

@testable import Evaluation

struct MetricsTests {
  @Test func `area under the curve counts pairs, ties by half`() {
    #expect(Metrics.auroc(inside: [0.1, 0.2], outside: [0.3, 0.4]) == 1)
    #expect(Metrics.auroc(inside: [0.3, 0.4], outside: [0.1, 0.2]) == 0)
    #expect(Metrics.auroc(inside: [1, 1], outside: [1, 1]) == 0.5)
    #expect(Metrics.auroc(inside: [0, 2], outside: [1, 3]) == 0.75)
  }

  @Test func `bins compare what was said with what was right`() {
    let lines: [(confidence: Double, isRight: Bool)] = [
      (0.9, true), (0.9, false), (0.1, false), (0.1, false),
    ]
    let bins = Metrics.bins(lines)
    #expect(bins.map(\.count) == [2, 2])
    #expect(bins.map(\.accuracy) == [0, 0.5])
    #expect(abs(Metrics.calibrationError(bins) - (0.1 * 0.5 + 0.4 * 0.5)) < 1e-12)
  }

  @Test func `recall is read where refusing costs no more than allowed`() {
    // Of ten lines in scope all are right; one may go: the score of the second is the limit.
    let inside = (0..<10).map { (score: Double($0), isRight: true) }
    #expect(Metrics.recall(inside: inside, outside: [7.5, 8.5, 9.5, 20], cost: 0.1) == 0.75)
    #expect(Metrics.recall(inside: inside, outside: [8, 9], cost: 0.1) == 0.5)
  }

  @Test func `a wrong line in scope costs nothing when refused`() {
    let inside = [(score: 9.0, isRight: false), (score: 1.0, isRight: true)]
    #expect(Metrics.recall(inside: inside, outside: [2, 0.5], cost: 0) == 0.5)
  }

  @Test func `macro F1 is the mean over labels`() {
    // a: 2 wanted, 1 given and right → F1 2/3; b: 1 wanted, 2 given, 1 right → F1 2/3.
    let pairs = [("a", "a"), ("a", "b"), ("b", "b")].map { (expected: $0.0, given: $0.1) }
    #expect(abs(Metrics.macroF1(pairs) - 2.0 / 3) < 1e-12)
    #expect(Metrics.macroF1([(expected: "a", given: "b")]) == 0)
  }
}
