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

/// One slip of the fingers, the same for the same line.
enum TypingSlip {
  /// Shorter words are never repaired.
  private static let shortest = 5

  static func seed(of text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }

  /// The line with two letters swapped, one left out or one doubled in one of its longer words; nil where it has none.
  ///
  /// Only real words slip, and never into another real word: that would be another question.
  static func slipped(_ text: String, seed: UInt64, isWord: (String) -> Bool) -> String? {
    var words = text.split(separator: " ").map(String.init)
    let places = words.indices.filter { index in
      words[index].utf8.count >= shortest
        && words[index].utf8.allSatisfy { (97...122).contains($0) } && isWord(words[index])
    }
    guard !places.isEmpty else { return nil }
    var random = SplitMix(seed: seed)
    let place = places[Int(random.next(below: UInt64(places.count)))]
    let slip = slipped(Array(words[place].utf8), &random)
    guard slip != words[place], !isWord(slip) else { return nil }
    words[place] = slip
    return words.joined(separator: " ")
  }

  private static func slipped(_ letters: [UInt8], _ random: inout SplitMix) -> String {
    var letters = letters
    // The first letter stays: few people miss it.
    let letter = 1 + Int(random.next(below: UInt64(letters.count - 2)))
    switch random.next(below: 3) {
    case 0: letters.swapAt(letter, letter + 1)
    case 1: letters.remove(at: letter)
    default: letters.insert(letters[letter], at: letter)
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
