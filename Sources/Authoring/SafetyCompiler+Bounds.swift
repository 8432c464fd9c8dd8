internal import Intents
internal import Language
internal import Safety

extension SafetyCompiler {
  /// Parts of the held-out estimate.
  private static let folds = 2
  /// Share of held-out harmless lines above each bound.
  ///
  /// Many of those lines were written to look dangerous, so that ordinary lines pass more seldom than this:
  /// `flora evaluate --safety` measures both kinds.
  private static let (raisesShare, asksShare) = (0.036, 0.08)
  /// Share of the held-out dangerous lines that are asked about or raised which a gate may keep back.
  private static let floorShare = 0.0005

  /// A held-out line's evidence.
  private struct Case {
    /// The line as typed and, where that differs, as repaired.
    let readings: [[Double]]
    let isDanger: Bool

    /// The log odds of the reading that speaks the loudest.
    func odds(_ weights: [Double]) -> Double {
      readings.map { Logistic.score($0, weights: weights) }.max() ?? -.infinity
    }

    /// The case by its first figures alone.
    func first(_ count: Int) -> Case {
      Case(readings: readings.map { Array($0.prefix(count)) }, isDanger: isDanger)
    }
  }

  /// Weighs the evidence on lines that the models had not seen, and sets the bounds there.
  func bounds(_ lines: [Line], signs: [UInt8]) -> SafetyModels.Bounds {
    let cases = (0..<Self.folds).flatMap { heldOut($0, lines, signs: signs) }
    let weights = weights(cases)
    let harmless = cases.filter { !$0.isDanger }.map { $0.odds(weights) }.sorted(by: >)
    guard !harmless.isEmpty else { return .open }
    let asks = harmless[Int(Double(harmless.count) * Self.asksShare)]
    return SafetyModels.Bounds(
      gates: DangerEvidence.gates.map { count in
        gate(cases.map { $0.first(count) }) { cases[$0].odds(weights) > asks }
      },
      asks: asks,
      raises: harmless[Int(Double(harmless.count) * Self.raisesShare)],
      weights: weights
    )
  }

  /// Keeps back what looks harmless by its first figures.
  ///
  /// `isHeard`: Whether a case is asked about or raised once all its figures are known; others lose nothing at a gate.
  private func gate(_ cases: [Case], isHeard: (Int) -> Bool) -> SafetyModels.Gate {
    let weights = weights(cases)
    let floors = cases.indices.filter { cases[$0].isDanger && isHeard($0) }
      .map { cases[$0].odds(weights) }.sorted()
    return SafetyModels.Gate(
      weights: weights,
      floor: floors.isEmpty ? -.infinity : floors[Int(Double(floors.count) * Self.floorShare)]
    )
  }

  private func weights(_ cases: [Case]) -> [Double] {
    let rows = cases.flatMap { held in held.readings.map { (values: $0, isDanger: held.isDanger) } }
    return Logistic.fit(rows: rows.map(\.values), labels: rows.map(\.isDanger))
  }

  private func heldOut(_ fold: Int, _ lines: [Line], signs: [UInt8]) -> [Case] {
    let numbered = lines.enumerated()
    let isHeldOut = { (number: Int) in SplitMix.mixed(UInt64(number)) % UInt64(Self.folds) == fold }
    let training = numbered.filter { !isHeldOut($0.offset) }.map(\.element)
    let held = numbered.filter { isHeldOut($0.offset) }.map(\.element)
    let tested = held + slipped(held)
    let examples = examples(training)
    let models = models(
      words: words(examples),
      letters: letters(examples + slipped(training).map(example)),
      signs: signs
    )
    return parallelMap(tested.count, threads: threads) { number in
      Case(
        readings: readings(tested[number].text, models),
        isDanger: tested[number].rule != nil
      )
    }.filter { !$0.readings.isEmpty }
  }

  private func readings(_ line: String, _ models: SafetyModels) -> [[Double]] {
    let typed = Tokenizer.tokens(in: line)
    let repaired = models.words.repaired(typed)
    return (repaired.repairs.isEmpty ? [typed] : [typed, repaired.tokens]).compactMap { tokens in
      Hearing(tokens, models: models, words: sentenceWords)
        .flatMap { DangerEvidence($0, models: models)?.values }
    }
  }
}
