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
  let words: SentenceWords

  /// Margin above which a stretch of a harmless line is worth learning from once more.
  private static let hard = -0.5

  init(_ content: Content, wordGuard: WordGuard, threads: Int) {
    self.content = content
    self.wordGuard = wordGuard
    self.threads = threads
    words = SentenceWords(content.sentenceWords)
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
    examples += hardExamples(trained(examples, rules: [], signs: signs))
    let models = trained(examples, rules: ruleExamples, signs: signs)
    return SafetyModels.pack(
      words: models.words,
      letters: models.letters,
      rules: models.rules,
      signs: signs,
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

  private var ruleExamples: [Example] {
    (signLines + dangerLines).map { Example($0.text, $0.rule ?? "") }
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

  // MARK: Training

  struct Packed {
    let words, letters, rules: [UInt8]
  }

  private func recipe(_ blocks: [FeatureBlock: Float], leastExamples: Int) -> Recipe {
    var recipe = Recipe()
    recipe.learnsNames = false
    recipe.blocks = blocks
    recipe.leastExamples = leastExamples
    recipe.mostWeights = 200_000
    return recipe
  }

  func trained(_ examples: [Example], rules: [Example], signs: [UInt8]) -> Packed {
    func train(_ blocks: [FeatureBlock: Float], _ examples: [Example], least: Int) -> [UInt8] {
      Trainer(
        recipe: recipe(blocks, leastExamples: least),
        concepts: content.safetyLexicon,
        threads: threads
      ).train(examples).packed()
    }
    let letterBlocks = Self.wordBlocks.merging([.letters: 1]) { $1 }
    return Packed(
      words: train(Self.wordBlocks, examples, least: Self.leastStretches),
      letters: train(letterBlocks, examples, least: Self.leastStretches),
      rules: train(Self.wordBlocks, rules, least: 2)
    )
  }

  /// A line's features stand in about four of its stretches as well; so many examples are about two lines.
  private static let leastStretches = 8

  private static let wordBlocks: [FeatureBlock: Float] = [
    .stem: 1, .pair: 0.7, .skip: 0.5, .concept: 1, .conceptPair: 0.5,
  ]

  func models(_ packed: Packed, signs: [UInt8]) -> SafetyModels {
    SafetyModels(
      words: Model(in: .owned(packed.words), wordGuard: wordGuard),
      letters: Model(in: .owned(packed.letters), wordGuard: nil),
      rules: Model(in: .owned(packed.rules), wordGuard: nil),
      signs: SignTable(in: .owned(signs), at: 0),
      bounds: .open
    )
  }

  func examples(_ lines: [Line]) -> [Example] {
    let whole = (signLines + lines).map {
      Example($0.text, $0.rule == nil ? SafetyModels.harmless : SafetyModels.danger)
    }
    return whole + fragments(of: lines.filter { $0.rule == nil }.map(\.text))
  }

  /// Stretches of harmless lines that the screen took for dangerous.
  private func hardExamples(_ packed: Packed) -> [Example] {
    let models = models(packed, signs: SignTable.packed([]))
    return quietLines.compactMap { line in
      guard
        let evidence = DangerEvidence(Tokenizer.tokens(in: line), models: models, words: words),
        evidence.top > Self.hard
      else { return nil }
      return Example(evidence.clearest, SafetyModels.harmless)
    }
  }
}
