internal import Intents
internal import Language
internal import Safety

extension SafetyCompiler {
  /// Parts of the held-out estimate.
  private static let folds = 2
  /// Share of held-out harmless lines above each bound.
  ///
  /// Most of those lines were written to look dangerous; ordinary lines pass far more seldom, as
  /// `flora evaluate --safety` and `--questions` measure.
  private static let (raisesShare, asksShare) = (0.036, 0.08)
  /// Share of held-out dangerous lines that may lie below the floor.
  private static let floorShare = 0.002

  /// A held-out line's evidence.
  private struct Case {
    let values: [Double]
    let isDanger: Bool
  }

  /// Weighs the evidence on lines that the models had not seen, and sets the bounds there.
  func bounds(_ lines: [Line], signs: [UInt8]) -> SafetyModels.Bounds {
    let cases = (0..<Self.folds).flatMap { heldOut($0, lines, signs: signs) }
    let labels = cases.map(\.isDanger)
    let quick = cases.map { Array($0.values.prefix(DangerEvidence.quickCount)) }
    let quickWeights = Logistic.fit(rows: quick, labels: labels)
    let weights = Logistic.fit(rows: cases.map(\.values), labels: labels)
    let harmless = cases.filter { !$0.isDanger }
      .map { Logistic.score($0.values, weights: weights) }.sorted(by: >)
    let floors = zip(quick, labels).filter(\.1).map { Logistic.score($0.0, weights: quickWeights) }
      .sorted()
    guard !harmless.isEmpty, !floors.isEmpty else { return .open }
    return SafetyModels.Bounds(
      floor: floors[Int(Double(floors.count) * Self.floorShare)],
      asks: harmless[Int(Double(harmless.count) * Self.asksShare)],
      raises: harmless[Int(Double(harmless.count) * Self.raisesShare)],
      weights: weights,
      quickWeights: quickWeights
    )
  }

  private func heldOut(_ fold: Int, _ lines: [Line], signs: [UInt8]) -> [Case] {
    let numbered = lines.enumerated()
    let isHeldOut = { (number: Int) in SplitMix.mixed(UInt64(number)) % UInt64(Self.folds) == fold }
    let training = numbered.filter { !isHeldOut($0.offset) }.map(\.element)
    let tested = numbered.filter { isHeldOut($0.offset) }.map(\.element)
    let examples = examples(training)
    let models = models(words: words(examples), letters: letters(examples), signs: signs)
    return parallelMap(tested.count, threads: threads) { number -> Case? in
      let tokens = models.words.repaired(Tokenizer.tokens(in: tested[number].text)).tokens
      return Hearing(tokens, models: models, words: sentenceWords)
        .flatMap { DangerEvidence($0, models: models) }
        .map { Case(values: $0.values, isDanger: tested[number].rule != nil) }
    }.compactMap(\.self)
  }
}
