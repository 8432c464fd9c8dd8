internal import Intents
internal import Knowledge
internal import Language
internal import Safety

/// Trains the safety screen's model from the red flags' own lines against everything harmless that people type.
struct SafetyCompiler {
  private let content: Content
  private let threads: Int

  /// A clause of a harmless line weighs less than the line: many clauses say nothing at all.
  private static let clauseWeight: Float = 0.5

  init(_ content: Content, threads: Int) {
    self.content = content
    self.threads = threads
  }

  func model() -> [UInt8] {
    var recipe = Recipe()
    recipe.learnsNames = false
    recipe.blocks = [.stem: 1, .pair: 0.7, .skip: 0.5]
    return Trainer(recipe: recipe, threads: threads).train(examples()).packed()
  }

  func examples() -> [Example] {
    let danger = content.redFlags.flatMap { entry in
      (entry.signs + entry.says).map { Example($0.value, entry.redFlag.id.rawValue) }
    }
    let quiet = quietLines()
    return danger + quiet.map { Example($0, SafetyScreen.quietClass) } + clauses(of: quiet)
  }

  private func quietLines() -> [String] {
    content.redFlags.flatMap { $0.notThis.map(\.value) } + content.quietLines.map(\.value)
      + content.liveIntents.filter { $0.group != Topic.safetyGroup }.flatMap {
        $0.asks.map(\.value)
      }
      + content.outOfScope.map(\.value)
  }

  /// The clauses of harmless lines: the screen looks at clauses too.
  private func clauses(of lines: [String]) -> [Example] {
    let reader = ClauseReader(SentenceWords(content.sentenceWords))
    let stems = StemReader()
    return lines.flatMap { line -> [Example] in
      let tokens = Tokenizer.tokens(in: line)
      let clauses = reader.clauses(of: tokens, stems: stems.stems(of: tokens))
      guard clauses.count > 1 else { return [] }
      return clauses.filter { $0.tokens.count > 2 }.map { clause in
        Example(
          clause.tokens.map(tokens.text).joined(separator: " "),
          SafetyScreen.quietClass,
          weight: Self.clauseWeight
        )
      }
    }
  }
}
