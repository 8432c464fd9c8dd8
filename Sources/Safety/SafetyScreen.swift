internal import Intents
package import Knowledge
internal import Language
internal import Packed

/// Hears danger in a line, whatever else the line is about.
///
/// The line is read twice, as typed and with its spelling put right, and the more serious reading counts.
/// Each reading has two steps: a keyword model looks at every stretch of the line, and most lines stop there;
/// for the rest a second model reads the letters, all evidence is summed up, and the loudest stretches say which rule it is.
package struct SafetyScreen: Sendable {
  let models: SafetyModels
  let catalog: Catalog
  private let levels: [String: Level]

  /// What a curators' sign adds to the log odds; half of it lies above the bound from which is asked.
  private static let signOdds = 1.0
  /// How far past the bound a sign is that stands word for word.
  private static let wholeOdds = 0.5

  /// The screen that stands in a catalog.
  package init(_ catalog: Catalog) {
    self.catalog = catalog
    models = SafetyModels(
      in: catalog.blob,
      at: catalog.start(of: .safetyModel),
      wordGuard: catalog.wordGuard
    )
    levels = Dictionary(
      uniqueKeysWithValues: catalog.redFlags.all.map { ($0.id.rawValue, $0.level) }
    )
  }

  /// Hears danger in a line of any length.
  ///
  /// A long line is read in pieces; where a piece leaves it unsure it does not ask.
  package func screen(_ line: String) -> Verdict {
    let pieces = LongLine.pieces(of: line)
    guard pieces.count > 1 else { return doubted(read(line), line) }
    return pieces.reduce(.quiet) { worst, piece in
      let found = read(String(piece))
      return found.raised.isEmpty ? worst : .worse(worst, found)
    }
  }

  private func read(_ line: String) -> Verdict {
    let typed = Tokenizer.tokens(in: line).withoutNoise()
    let repaired = models.words.repaired(typed)
    let sentences = typed.sentences()
    let parts = sentences.count > 1 ? sentences : []
    let first = wholeAndParts(typed, parts)
    guard !repaired.repairs.isEmpty else { return first }
    // A sentence in which nothing was put right says what it said before.
    let changed = parts.filter { part in repaired.repairs.contains { part.contains($0.token) } }
    return .worse(first, wholeAndParts(repaired.tokens, changed))
  }

  /// A line of several sentences is heard as a whole and sentence by sentence, so that harmless words drown nothing.
  private func wholeAndParts(_ tokens: Tokens, _ parts: [Range<Int>]) -> Verdict {
    guard let line = hearing(tokens) else { return .quiet }
    return parts.reduce(verdict(onAndIn: line)) { worst, range in
      guard let sentence = line.sentence(range) else { return worst }
      return .worse(worst, verdict(onAndIn: sentence, penalty: Self.partPenalty))
    }
  }

  private func hearing(_ tokens: Tokens) -> Hearing? {
    Hearing(tokens, models: models, words: catalog.sentenceWords)
  }

  /// Log odds that a sentence alone must have beyond those of a whole line: more looks, more false alarms.
  private static let partPenalty = 0.5
  /// The same for a stretch cut out of a sentence.
  private static let mostPenalty = 1.8

  /// A line or sentence and, when that raises nothing, the stretch of it that speaks the loudest, on its own.
  private func verdict(onAndIn hearing: Hearing, penalty: Double = 0) -> Verdict {
    let all = verdict(on: hearing, penalty: penalty)
    let clearest = hearing.clearest
    guard all.raised.isEmpty, clearest.score > Choir.worthALook,
      clearest.stretch.count < hearing.heard.tokens.count,
      let stretch = self.hearing(hearing.heard.tokens.selecting(Array(clearest.stretch)))
    else { return all }
    return .worse(all, verdict(on: stretch, penalty: Self.mostPenalty))
  }

  private func verdict(on hearing: Hearing, penalty: Double) -> Verdict {
    let bounds = models.bounds
    guard let evidence = DangerEvidence(hearing, models: models) else { return .quiet }
    var odds = Logistic.score(evidence.values, weights: bounds.weights) - penalty
    if !hearing.signed.isEmpty {
      odds = max(odds + Self.signOdds, bounds.asks + Self.signOdds / 2)
    }
    if !hearing.spoken.isEmpty { odds = max(odds, bounds.raises + Self.wholeOdds) }
    let isSigned = !hearing.signed.isEmpty || !hearing.spoken.isEmpty
    guard odds > bounds.asks, isSigned || evidence.isHinted else {
      return Verdict(raised: [], check: nil, odds: odds)
    }
    let choice = RuleChoice(hearing, names: models.words.intents, levels: levels)
    guard odds > bounds.raises, isSigned || evidence.isFounded else {
      return Verdict(raised: [], check: choice.candidates.first?.rule, odds: odds)
    }
    let raised = choice.candidates.map {
      Verdict.Raised(
        rule: $0.rule,
        level: $0.level,
        score: odds - bounds.raises,
        words: $0.stretch.map(hearing.heard.tokens.text).joined(separator: " "),
        share: $0.share
      )
    }
    return Verdict(raised: raised, check: nil, odds: odds)
  }
}
