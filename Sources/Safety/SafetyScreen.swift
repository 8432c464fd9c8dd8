internal import Intents
package import Knowledge
package import Language
internal import Packed

/// Hears danger in a line, whatever else the line is about.
///
/// The line is read twice, as typed and with its spelling put right, and the more serious reading counts.
/// Each reading has two steps: a keyword model looks at every stretch of the line, and most lines stop there;
/// for the rest a second model reads the letters, all evidence is summed up, and the loudest stretches say which rule it is.
package struct SafetyScreen: Sendable {
  let models: SafetyModels
  private let words: SentenceWords
  private let levels: [String: Level]

  /// How far behind the clearest rule another may be and still come first for being more serious.
  private static let aboutAsClear: Float = 0.4
  /// What a curators' sign adds to its rule.
  private static let signBonus: Float = 0.5
  /// Rules named at most.
  private static let mostRules = 3

  package init(models: SafetyModels, words: SentenceWords, flags: [RedFlag]) {
    self.models = models
    self.words = words
    levels = Dictionary(uniqueKeysWithValues: flags.map { ($0.id.rawValue, $0.level) })
  }

  /// The screen that stands in a catalog.
  package init(_ catalog: Catalog) {
    self.init(
      models: SafetyModels(
        in: catalog.blob,
        at: catalog.start(of: .safetyModel),
        wordGuard: catalog.wordGuard
      ),
      words: catalog.sentenceWords,
      flags: catalog.redFlags.all
    )
  }

  package func screen(_ line: String) -> Verdict {
    let typed = Tokenizer.tokens(in: line)
    let repaired = models.words.repaired(typed)
    let first = verdict(on: typed)
    return repaired.repairs.isEmpty ? first : .worse(first, verdict(on: repaired.tokens))
  }

  private func verdict(on tokens: Tokens) -> Verdict {
    let bounds = models.bounds
    guard let evidence = DangerEvidence(tokens, models: models, words: words) else {
      return .quiet
    }
    let odds = Logistic.score(evidence.values, weights: bounds.weights)
    guard odds > bounds.asks else { return Verdict(raised: [], check: nil, odds: odds) }
    let rules = rules(for: evidence)
    guard odds > bounds.raises else {
      return Verdict(raised: [], check: rules.first?.rule, odds: odds)
    }
    let raised = rules.compactMap { found -> Verdict.Raised? in
      levels[found.rule.rawValue].map {
        Verdict.Raised(
          rule: found.rule,
          level: $0,
          score: odds - bounds.raises,
          words: found.stretch.map(evidence.heard.text).joined(separator: " ")
        )
      }
    }
    return Verdict(raised: raised, check: nil, odds: odds)
  }

  /// The rules that the evidence speaks for, the most serious of those that are about as clear as the clearest first.
  private func rules(for evidence: DangerEvidence) -> [(rule: ID<RedFlag>, stretch: Range<Int>)] {
    let names = models.words.intents
    let voices = evidence.loudest.map { rule, voice in
      let bonus = evidence.signed.contains(names[rule]) ? Self.signBonus : 0
      return (name: names[rule], score: voice.score + bonus, stretch: voice.stretch)
    }
    let clearest = voices.map(\.score).max() ?? 0
    return voices.filter { $0.score >= clearest - Self.aboutAsClear }
      .sorted {
        let (a, b) = (levels[$0.name] ?? .soon, levels[$1.name] ?? .soon)
        return (b, $1.score, $0.name) < (a, $0.score, $1.name)
      }
      .prefix(Self.mostRules)
      .map { (ID($0.name), $0.stretch) }
  }
}
