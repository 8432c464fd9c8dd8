internal import Intents
internal import Knowledge
internal import Language

/// Examples and near misses go where their files say, some of them with a typing slip too.
struct ExampleRule {
  /// Examples of each topic that are tried with a slip.
  private static let slipsEach = 3

  private let facts: LintFacts
  private let model: Model
  private let dictionary: Set<String>

  init(_ facts: LintFacts, _ model: Model) {
    self.facts = facts
    self.model = model
    dictionary = Set(facts.compiler.dictionary)
  }

  /// How many lines of each kind were tried.
  struct Counts {
    var asks = 0
    var nearMisses = 0
    var slips = 0
  }

  /// A line, where it must go, and which rule says so.
  private struct Line: Sendable {
    let text: String
    let place: Place
    let topic: String
    let rule: Rule
  }

  /// A line that is lost without a slip is told once, not again with it.
  func check(_ findings: FindingList) -> Counts {
    let intents = facts.content.liveIntents
    let live = Set(intents.map(\.id))
    let asks = intents.flatMap { intent in
      intent.asks.map {
        Line(text: $0.value, place: $0.place, topic: intent.id, rule: .wrongTopic)
      }
    }
    let nearMisses = intents.flatMap(\.nearMisses).filter { live.contains($0.topic.value) }
      .flatMap { miss in
        miss.texts.map {
          Line(text: $0.value, place: $0.place, topic: miss.topic.value, rule: .nearMiss)
        }
      }
    let slips = intents.flatMap(slips)
    let lines = asks + nearMisses + slips
    let model = model
    let reached = parallelMap(lines.count, threads: facts.threads) { number in
      model.classify(lines[number].text).best?.intent ?? "nothing"
    }
    let wrong = zip(lines, reached).filter { $0.topic != $1 }
    let lost = Set(wrong.filter { $0.0.rule == .wrongTopic }.map(\.0.place))
    for (line, topic) in wrong where line.rule != .typingSlip || !lost.contains(line.place) {
      findings.add(finding(line, reached: topic))
    }
    return Counts(asks: asks.count, nearMisses: nearMisses.count, slips: slips.count)
  }

  private func slips(_ intent: IntentFile) -> [Line] {
    let ordered = intent.asks.map { (ask: $0, seed: TypingSlip.seed(of: $0.value)) }
      .sorted { ($0.seed, $0.ask.place) < ($1.seed, $1.ask.place) }
    return ordered.lazy.compactMap { ask, seed in
      TypingSlip.slipped(ask.value, seed: seed, isWord: dictionary.contains).map {
        Line(text: $0, place: ask.place, topic: intent.id, rule: .typingSlip)
      }
    }.prefix(Self.slipsEach).map { $0 }
  }

  private func finding(_ line: Line, reached: String) -> Finding {
    let remedy =
      switch line.rule {
      case .nearMiss: "add lines like it to the examples of \(line.topic)"
      case .typingSlip: "add examples that hold its words to \(line.topic)"
      default: "add lines like it to \(line.topic), or move it to \(reached)"
      }
    return Finding(
      line.rule,
      at: line.place,
      "'\(line.text)' goes to '\(reached)', not '\(line.topic)'",
      remedy: remedy
    )
  }
}
