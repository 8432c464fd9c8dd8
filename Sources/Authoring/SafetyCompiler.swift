internal import Intents
internal import Knowledge
internal import Language
internal import Packed
internal import Safety

/// Trains the safety screen from the red flags' own lines against everything harmless that people type.
struct SafetyCompiler {
  let content: Content
  let wordGuard: WordGuard
  let threads: Int
  let sentenceWords: SentenceWords

  /// Margin above which a stretch of a harmless line is worth learning from once more.
  private static let hard = -0.7

  init(_ content: Content, wordGuard: WordGuard, threads: Int) {
    self.content = content
    self.wordGuard = wordGuard
    self.threads = threads
    sentenceWords = SentenceWords(content.sentenceWords)
  }

  /// A line and the rule it stands for; nil when it is harmless.
  struct Line {
    let text: String
    let rule: String?
  }

  func packed() -> [UInt8] {
    let lines = dangerLines + quietLines.map { Line(text: $0, rule: nil) }
    let signs = SignTable.packed(signEntries(lines))
    let bounds = bounds(lines, signs: signs)
    var examples = examples(lines)
    examples += hardExamples(words(examples))
    return SafetyModels.pack(
      words: words(examples),
      letters: letters(examples + slipped(lines).map(example)),
      signs: signs,
      wholeSigns: packedWholeSigns,
      bounds: bounds
    )
  }

  // MARK: Lines

  var signLines: [Line] {
    content.redFlags.flatMap { entry in
      entry.signs.map { Line(text: $0.value, rule: entry.redFlag.id.rawValue) }
    }
  }

  var dangerLines: [Line] {
    content.redFlags.flatMap { entry in
      entry.says.map { Line(text: $0.value, rule: entry.redFlag.id.rawValue) }
    }
  }

  /// Lines written to look dangerous, and everything ordinary.
  private var quietLines: [String] { looksDangerous + ordinary }

  private var looksDangerous: [String] {
    content.redFlags.flatMap { $0.notThis.map(\.value) } + content.quietLines.map(\.value)
  }

  private var ordinary: [String] {
    content.liveIntents.filter { $0.group != Topic.safetyGroup }.flatMap { $0.asks.map(\.value) }
      + content.outOfScope.map(\.value)
  }

  /// The lines as hasty fingers type them, where they can be mistyped.
  func slipped(_ lines: [Line]) -> [Line] {
    lines.compactMap { line in
      TypingSlip.slipped(
        line.text,
        seed: TypingSlip.seed(of: line.text),
        oneIn: Self.slipsOneIn,
        isWord: wordGuard.knows
      ).map { Line(text: $0, rule: line.rule) }
    }
  }

  /// One word of so many slips: a hasty line, not an unreadable one.
  private static let slipsOneIn = 6

  // MARK: Training

  /// The model that tells the rules apart.
  func words(_ examples: [Example]) -> [UInt8] { trained(examples, Self.wordBlocks) }

  /// The model that tells danger from none, by letters as well.
  func letters(_ examples: [Example]) -> [UInt8] {
    let examples = examples.map { example in
      let isHarmless = example.intent == SafetyModels.harmless
      return Example(
        example.text,
        isHarmless ? SafetyModels.harmless : SafetyModels.danger,
        weight: example.weight
      )
    }
    return trained(examples, Self.wordBlocks.merging([.letters: 1]) { $1 })
  }

  private func trained(_ examples: [Example], _ blocks: [FeatureBlock: Float]) -> [UInt8] {
    var recipe = Recipe()
    recipe.learnsNames = false
    recipe.remembersExamples = false
    recipe.blocks = blocks
    recipe.leastExamples = Self.leastStretches
    return Trainer(recipe: recipe, concepts: content.safetyLexicon, threads: threads)
      .train(examples).packed()
  }

  /// A line's features stand in about four of its stretches as well; so many examples are about two lines.
  private static let leastStretches = 6

  private static let wordBlocks: [FeatureBlock: Float] = [
    .stem: 1, .pair: 0.7, .skip: 0.5, .concept: 1, .conceptPair: 0.5,
  ]

  /// The models with every bound open, as training itself uses them.
  func models(words: [UInt8], letters: [UInt8]?, signs: [UInt8]) -> SafetyModels {
    SafetyModels(
      words: Model(in: .owned(words), wordGuard: wordGuard),
      letters: letters.map { Model(in: .owned($0), wordGuard: nil) },
      signs: SignTable(in: .owned(signs), at: 0),
      wholeSigns: .none,
      bounds: .open
    )
  }

  func example(_ line: Line) -> Example {
    Example(line.text, line.rule ?? SafetyModels.harmless)
  }

  func examples(_ lines: [Line]) -> [Example] {
    (signLines + lines).map(example) + fragments(of: lines.filter { $0.rule == nil }.map(\.text))
  }

  /// Stretches of harmless lines that the screen took for dangerous.
  private func hardExamples(_ words: [UInt8]) -> [Example] {
    let models = models(words: words, letters: nil, signs: SignTable.packed([]))
    return quietLines.compactMap { line in
      guard
        let hearing = Hearing(
          Tokenizer.tokens(in: line),
          models: models,
          words: sentenceWords
        ),
        hearing.loudness > Self.hard
      else { return nil }
      return Example(hearing.clearestWords, SafetyModels.harmless)
    }
  }
}
