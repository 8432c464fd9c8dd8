package import Intents
package import Knowledge
package import Language
internal import Packed

/// What the screen hears in a line.
package struct Verdict: Equatable, Sendable {
  /// A rule that a line raised.
  package struct Raised: Equatable, Sendable {
    package let rule: ID<RedFlag>
    package let level: Level
    /// How far past the threshold; 0 is just raised.
    package let score: Double
    /// The words that raised it.
    package let words: String

    package init(rule: ID<RedFlag>, level: Level, score: Double, words: String) {
      self.rule = rule
      self.level = level
      self.score = score
      self.words = words
    }
  }

  /// Rules raised, most serious first.
  package let raised: [Raised]
  /// A rule that may be meant: worth one plain question.
  package let check: ID<RedFlag>?

  package static let quiet = Verdict(raised: [], check: nil)
}

/// Hears danger in a line, whatever else the line is about.
package struct SafetyScreen: Sendable {
  let model: Model
  private let words: SentenceWords
  private let clauseReader: ClauseReader
  private let levels: [String: Level]
  package var threshold: Double
  package var leastMass: Float = 20

  /// How far behind the clearest rule another may be and still come first for being more serious.
  private static let aboutAsClear = 0.25

  /// The class of lines that hold no danger.
  package static let quietClass = "quiet"

  package init(model: Model, words: SentenceWords, flags: [RedFlag], threshold: Double) {
    self.model = model
    self.words = words
    clauseReader = ClauseReader(words)
    levels = Dictionary(uniqueKeysWithValues: flags.map { ($0.id.rawValue, $0.level) })
    self.threshold = threshold
  }

  /// The screen that stands in a catalog.
  package init(_ catalog: Catalog) {
    self.init(
      model: Model(
        in: catalog.blob,
        at: catalog.start(of: .safetyModel),
        wordGuard: catalog.wordGuard
      ),
      words: catalog.sentenceWords,
      flags: catalog.redFlags.all,
      threshold: -0.3
    )
  }

  package func screen(_ line: String) -> Verdict {
    let typed = Tokenizer.tokens(in: line)
    let repaired = model.repaired(typed)
    let first = verdict(on: typed)
    guard !repaired.repairs.isEmpty else { return first }
    let second = verdict(on: repaired.tokens)
    return Self.worse(first, second)
  }

  private static func worse(_ left: Verdict, _ right: Verdict) -> Verdict {
    guard let a = left.raised.first else { return right.raised.isEmpty ? left : right }
    guard let b = right.raised.first else { return left }
    return (a.level, a.score) >= (b.level, b.score) ? left : right
  }

  private func verdict(on tokens: Tokens) -> Verdict {
    let stems = StemReader().stems(of: tokens)
    let clauses = clauseReader.clauses(of: tokens, stems: stems)
    let hidden = hiddenTokens(clauses, stems: stems, tokens)
    let (heard, places) = tokens.dropping(hidden)
    guard heard.count > 0, let quiet = model.intents.firstIndex(of: Self.quietClass) else {
      return .quiet
    }
    let scores = model.windowScores(of: heard)
    var best: [Int: (score: Float, window: Range<Int>)] = [:]
    for window in windows(clauses, places: places, count: heard.count) {
      let margins = scores.margins(of: window, leastMass: leastMass)
      let danger = -margins[quiet]
      for (intent, margin) in margins.enumerated() where intent != quiet {
        // Both must speak for it: this rule rather than others, and danger rather than none.
        let score = danger + min(margin, 0) * 0.5
        if score > best[intent]?.score ?? -.infinity { best[intent] = (score, window) }
      }
    }
    let raised = best.compactMap { intent, found -> Verdict.Raised? in
      guard Double(found.score) > threshold, let level = levels[scores.intents[intent]] else {
        return nil
      }
      return Verdict.Raised(
        rule: ID(scores.intents[intent]),
        level: level,
        score: Double(found.score) - threshold,
        words: found.window.map(heard.text).joined(separator: " ")
      )
    }
    // The most serious comes first among those that are about as clear as the clearest.
    let clearest = raised.map(\.score).max() ?? 0
    let sorted = raised.filter { $0.score >= clearest - Self.aboutAsClear }
      .sorted { ($1.level, $1.score, $0.rule) < ($0.level, $0.score, $1.rule) }
    return Verdict(raised: Array(sorted.prefix(3)), check: nil)
  }

  /// Signs of a line for the second stage.
  package struct Signs: Sendable {
    package var values: [Double]
    package var rule: String
    package var words: String
    package var rules: [(String, Double)]
  }

  package func signs(_ line: String) -> Signs? {
    let typed = Tokenizer.tokens(in: line)
    let tokens = model.repaired(typed).tokens
    let stems = StemReader().stems(of: tokens)
    let clauses = clauseReader.clauses(of: tokens, stems: stems)
    let hidden = hiddenTokens(clauses, stems: stems, tokens)
    let (heard, places) = tokens.dropping(hidden)
    guard heard.count > 0, let quiet = model.intents.firstIndex(of: Self.quietClass) else {
      return nil
    }
    let scores = model.windowScores(of: heard)
    let whole = scores.margins(of: 0..<heard.count, leastMass: leastMass)
    let all = model.windowScores(of: tokens).margins(of: 0..<tokens.count, leastMass: leastMass)
    var best: [Int: (score: Float, window: Range<Int>)] = [:]
    var top: (Float, Range<Int>, Float) = (-9, 0..<0, -9)
    var above = 0, count = 0
    for window in windows(clauses, places: places, count: heard.count) {
      let margins = scores.margins(of: window, leastMass: leastMass)
      let danger = -margins[quiet]
      count += 1
      if danger > -0.3 { above += 1 }
      for (intent, margin) in margins.enumerated() where intent != quiet {
        let score = danger + min(margin, 0) * 0.5
        if score > best[intent]?.score ?? -.infinity { best[intent] = (score, window) }
        if score > top.0 { top = (score, window, margin) }
      }
    }
    let rules = best.map { (model.intents[$0.key], Double($0.value.score)) }.sorted { $0.1 > $1.1 }
    let personal: Set<String> = ["i", "my", "me", "he", "she", "his", "her", "we", "they"]
    let words = Set((0..<tokens.count).map(tokens.text))
    let wholeRule = whole.enumerated().filter { $0.offset != quiet }.map(\.element).max() ?? -2
    return Signs(
      values: [
        Double(top.0), Double(-whole[quiet]), Double(top.2), Double(wholeRule), Double(-all[quiet]),
        Double(above) / Double(max(count, 1)), Double(heard.count).squareRoot(),
        Double(top.1.count) / Double(heard.count),
        words.isDisjoint(with: personal) ? 0 : 1,
        Double(hidden.count) / Double(max(tokens.count, 1)),
        clauses.contains(where: \.isResolved) ? 1 : 0, clauses.contains(where: \.isGeneral) ? 1 : 0,
        clauses.contains { !$0.denied.isEmpty } ? 1 : 0,
      ],
      rule: rules.first?.0 ?? "",
      words: top.1.map(heard.text).joined(separator: " "),
      rules: Array(rules.prefix(4))
    )
  }

  /// Stretches to look at: each clause, neighbours joined, and the whole line in steps.
  private func windows(_ clauses: [Clause], places: [Int], count: Int) -> [Range<Int>] {
    var index: [Int] = [0]
    var kept = 0
    for clause in clauses {
      while kept < places.count, places[kept] < clause.tokens.upperBound { kept += 1 }
      if kept > (index.last ?? 0) { index.append(kept) }
    }
    if index.last != count { index.append(count) }
    var windows: [Range<Int>] = []
    for start in 0..<(index.count - 1) {
      for end in (start + 1)..<min(start + 5, index.count) {
        windows.append(index[start]..<index[end])
      }
    }
    let longest = 24
    if count > longest {
      for start in stride(from: 0, to: count - longest / 2, by: longest / 2) {
        windows.append(start..<min(start + longest, count))
      }
      for start in stride(from: 0, to: count - 6, by: 6) {
        windows.append(start..<min(start + 12, count))
      }
    } else {
      windows.append(0..<count)
    }
    return windows
  }

  /// Whether only a comma or a contrast lies between two clauses.
  private func isSameSentence(_ left: Clause, _ right: Clause, _ tokens: Tokens) -> Bool {
    (left.tokens.upperBound..<right.tokens.lowerBound).allSatisfy { tokens.token($0, is: ",") }
      && !tokens.token(right.tokens.lowerBound, is: "but")
      && !tokens.token(right.tokens.lowerBound, is: "now")
  }

  /// Tokens that say nothing about danger now: sayings, denials, general questions, fancies, and what is over.
  private func hiddenTokens(_ clauses: [Clause], stems: [StemPlace], _ tokens: Tokens) -> Set<Int> {
    var hidden: Set<Int> = []
    for place in words.places(of: .idioms, in: stems) { hidden.formUnion(place) }
    for negator in words.places(of: .negators, in: stems)
    where negator.upperBound + 1 < tokens.count {
      let isDenial = clauses.contains { $0.denied.contains(negator.upperBound + 1) }
      if isDenial { hidden.formUnion(negator) }
    }
    for (number, clause) in clauses.enumerated() {
      hidden.formUnion(clause.denied)
      if clause.isGeneral || clause.isHypothetical || (clause.isResolved && !clause.isPresent) {
        hidden.formUnion(clause.tokens)
      }
      // "meningitis as a newborn, full recovery": what settles it often stands in the next clause.
      let next = number + 1 < clauses.count ? clauses[number + 1] : nil
      if let next, next.isResolved, !clause.isPresent, isSameSentence(clause, next, tokens) {
        hidden.formUnion(clause.tokens)
      }
    }
    for index in tokens.list.indices where tokens.list[index].kind == .pause {
      hidden.insert(index)
    }
    return hidden
  }
}

extension Tokens {
  /// The tokens without some of them, and where each of the rest stood.
  func dropping(_ hidden: Set<Int>) -> (tokens: Tokens, places: [Int]) {
    let places = list.indices.filter { !hidden.contains($0) }
    return (selecting(places), places)
  }
}
