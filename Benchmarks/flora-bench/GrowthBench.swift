import Intents
import Language
import Packed

/// Questions as examples of as many intents: how training, the model and one line grow.
struct GrowthBench {
  /// Our own questions; larger sets are made from their halves.
  let questions: [String]
  let wordGuard: WordGuard

  func run(_ sizes: [Int]) {
    var (training, lines): ([(size: Double, cost: Double)], [(size: Double, cost: Double)]) = (
      [], []
    )
    for size in sizes.sorted() {
      let examples = SyntheticQuestions(from: questions, seed: 1).examples(size)
      var bytes: [UInt8] = []
      let time = Stopwatch.micros { bytes = Trainer(threads: 1).train(examples).packed() }
      let model = Model(in: .owned(bytes), wordGuard: wordGuard)
      let sample = SyntheticQuestions.sample(of: examples, count: 400, seed: 2)
      let exact = sample.filter { model.classify($0.text).best?.intent == $0.intent }.count
      let heard = sample.map { Example(SyntheticQuestions.halved($0.text), $0.intent) }
      let found = heard.filter { line in
        model.classify(line.text).ranked.contains { $0.intent == line.intent }
      }.count
      let times = Times(of: heard) { _ = model.classify($0.text) }
      Report.row(
        "\(size) questions, \(model.kind.rawValue)",
        "\(bytes.count) bytes; \(exact * 100 / sample.count)% of questions found as they are, "
          + "\(found * 100 / sample.count)% of halves in the first five"
      )
      Report.row("  training, one core", micros: time)
      Report.row("  one line, p50", micros: times.median)
      Report.row("  one line, p99", micros: times.percentile(99))
      training.append((Double(size), time))
      lines.append((Double(size), times.median))
    }
    Report.growth("training", training)
    Report.growth("one line", lines)
  }
}

/// Questions put together from halves of others; the same seed gives the same.
struct SyntheticQuestions {
  private let heads: [String]
  private let tails: [String]
  private let seed: UInt64

  init(from questions: [String], seed: UInt64) {
    let long = questions.map { $0.split(separator: " ") }.filter { $0.count >= 4 }
    heads = Array(Set(long.map { $0.prefix($0.count / 2).joined(separator: " ") })).sorted()
    tails = Array(Set(long.map { $0.suffix($0.count - $0.count / 2).joined(separator: " ") }))
      .sorted()
    self.seed = seed
  }

  /// So many different questions, each an intent of its own.
  func examples(_ count: Int) -> [Example] {
    var random = SplitMix(seed: seed)
    var seen: Set<String> = []
    var examples: [Example] = []
    while examples.count < count {
      let text =
        heads[Int(random.next(below: UInt64(heads.count)))] + " "
        + tails[Int(random.next(below: UInt64(tails.count)))]
      if seen.insert(text).inserted { examples.append(Example(text, "q\(examples.count)")) }
    }
    return examples
  }

  static func sample(of examples: [Example], count: Int, seed: UInt64) -> [Example] {
    var random = SplitMix(seed: seed)
    return (0..<min(count, examples.count)).map { _ in
      examples[Int(random.next(below: UInt64(examples.count)))]
    }
  }

  /// Every other word of a question, and the last: what somebody remembers of it.
  static func halved(_ text: String) -> String {
    let words = text.split(separator: " ")
    return words.indices.filter { $0 % 2 == 0 || $0 == words.count - 1 }.map { String(words[$0]) }
      .joined(separator: " ")
  }
}
