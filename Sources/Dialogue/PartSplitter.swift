internal import Intents
internal import Knowledge
internal import Language

/// What a line asks, and the ways to cut it in two as far as both halves are understood already.
struct CutLine {
  let asked: Heard
  var cuts: [[Heard]]?
}

extension Conversation {
  /// The two halves of a line that seems to ask two things.
  func split(_ line: CutLine, _ state: State) -> [Heard] {
    guard line.asked.wordCount >= 6 else { return [] }
    let isPlain = (line.asked.best?.confidence ?? 0) >= Policy.plain
    var best: (halves: [Heard], confidence: Double) = ([], 0)
    for halves in line.cuts ?? Array(cuts(of: line.asked, state)) {
      guard halves[0].best?.intent != halves[1].best?.intent,
        halves.allSatisfy({ $0.wordCount >= 2 && isQuestionOfItsOwn($0) }),
        !line.asked.isQuestion || halves.allSatisfy({ asksOrBids($0, amidStory: !isPlain) })
      else { continue }
      let isDoubtful = isPlain || !line.asked.isQuestion
      let least = isDoubtful && !asksAfresh(halves[1]) ? Self.clearHalfOfPlain : Self.clearHalf
      let confidence = halves.map { $0.best?.confidence ?? 0 }.min() ?? 0
      if confidence > max(least, best.confidence) { best = (halves, confidence) }
    }
    return best.halves
  }

  /// What a line asks, without the part that only tells facts: "I'm pregnant, is kombucha ok?".
  func withoutFacts(_ heard: Heard, _ state: State) -> CutLine {
    guard !heard.readings.isEmpty, heard.wordCount >= 4 else { return CutLine(asked: heard) }
    var cuts: [[Heard]] = []
    for halves in self.cuts(of: heard, state) {
      cuts.append(halves)
      guard let told = halves.firstIndex(where: tellsOnlyFacts), !tellsOnlyFacts(halves[1 - told])
      else { continue }
      let asked = halves[1 - told]
      guard asked.wordCount >= 2, asked.isQuestion || Self.asks(asked.text),
        // What the whole line plainly asks is not lost with the facts: "told I'm coeliac, is that why I itch?".
        Policy.outcome(of: asked.classification) == .sure
          || Policy.outcome(of: heard.classification) != .sure
      else { continue }
      return CutLine(
        asked: Heard(
          text: asked.text,
          classification: asked.classification,
          mentions: asked.mentions,
          facts: (heard.readings, heard.denials),
          isQuestion: true,
          asksFrom: nil,
          wordCount: asked.wordCount
        )
      )
    }
    return CutLine(asked: heard, cuts: cuts)
  }

  /// The ways to cut a line in two, the likeliest first, each half understood only when its turn comes.
  private func cuts(of heard: Heard, _ state: State) -> some Sequence<[Heard]> {
    PartSplitter.halves(of: heard.text).prefix(Self.mostCuts).lazy
      .map { $0.map { understand($0, state) } }
  }

  private func tellsOnlyFacts(_ half: Heard) -> Bool {
    !half.readings.isEmpty && !half.isQuestion && half.facts.isStatement
  }

  private static func asks(_ text: String) -> Bool {
    text.hasSuffix("?") || text.lowercased().hasPrefix("what") || text.lowercased().hasPrefix("how")
  }

  /// Whether a part of a line that asks something is no mere story around the question.
  private func asksOrBids(_ half: Heard, amidStory: Bool) -> Bool {
    half.isQuestion || amidStory && half.words.contains(where: Self.askers.contains)
      || half.words.first.map(Self.bids.contains) == true || Dialogue(half)?.isRequest == true
      || half.best.map { catalog.group(of: ID($0.intent)) } == Topic.safetyGroup
  }

  /// Whether a second half opens like a question and points at nothing in the first: "and does cheese matter".
  private func asksAfresh(_ half: Heard) -> Bool {
    let words = half.words.drop { Self.joining.contains($0) }
    return words.first.map(Self.openers.contains) == true
      && words.allSatisfy { !Self.pointers.contains($0) }
  }

  private static let joining: Set<String> = [
    "and", "also", "or", "but", "plus", "then", "so", "separately", ",", "ok", "&",
  ]
  private static let openers = QuestionWords.openers.union(["was", "whether"])
  private static let pointers = QuestionWords.pointers.union([
    "its", "those", "one", "ones", "same",
  ])
  /// Words that ask wherever they stand: "if not, how do I heal it".
  private static let askers: Set<String> = ["how", "what", "why", "which", "whether"]
  /// Words that a wish opens with: "any breathing tricks", "tell me why".
  private static let bids: Set<String> = ["any", "tell", "explain", "show", "give", "best", "help"]

  /// Whether a part of a line asks something that Flora can answer; "yes please" and "thanks" do not.
  private func isQuestionOfItsOwn(_ half: Heard) -> Bool {
    guard Policy.outcome(of: half.classification) != .lost, let best = half.best,
      !tellsOnlyFacts(half)
    else { return false }
    return Dialogue(rawValue: best.intent).map(\.isRequest) ?? true
  }

  /// Places tried at most; a line with more is a story, and each costs two readings of it.
  private static let mostCuts = 24
  /// Confidence that each half of a two-part question must reach.
  private static let clearHalf = 0.5
  /// The same where the line as a whole is plain, or asks nothing by its form.
  private static let clearHalfOfPlain = 0.8
}

/// Cuts a line where a second question may begin.
enum PartSplitter {
  /// The last sentence that asks, when a line holds others too.
  static func question(in line: String) -> String? {
    let sentences = line.split { ".!?".contains($0) }
    guard sentences.count > 1, let end = line.lastIndex(of: "?"),
      let last = sentences.last(where: { $0.endIndex <= end })
    else { return nil }
    return String(line[last.startIndex...end])
  }

  private static let joints = [
    ", and also ", " and also ", ", and ", " also ", " and ", " but ", " or ", ", ", " plus ",
    " & ",
    " then ",
  ]

  /// Ways to cut a line in two, the likeliest first: at the end of a sentence, then at joining words.
  static func halves(of line: String) -> [[String]] {
    var cuts: [[String]] = []
    for mark in ["? ", ". ", "! "] {
      for range in line.ranges(of: mark) {
        let end = mark == "? " ? line.index(after: range.lowerBound) : range.lowerBound
        add(line, end, range.upperBound, to: &cuts)
      }
    }
    let lower = line.lowercased()
    guard lower.utf8.count == line.utf8.count else { return cuts }
    for joint in joints {
      for range in lower.ranges(of: joint) {
        add(lower, range.lowerBound, range.upperBound, to: &cuts)
      }
    }
    return cuts
  }

  private static func add(
    _ line: String,
    _ end: String.Index,
    _ start: String.Index,
    to cuts: inout [[String]]
  ) {
    let parts = [String(line[..<end]), String(line[start...])]
    guard parts.allSatisfy({ $0.split(separator: " ").count >= 2 }),
      !parts[1].hasPrefix("and ")
    else { return }
    cuts.append(parts)
  }
}
