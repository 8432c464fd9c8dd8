package import Language

/// Finds the part of a long line that asks: "we moved to Leeds in May and I work nights, does milk matter?".
package enum QuestionPlace {
  /// Tokens from which a line tells a story as well.
  package static let leastTokens = 16
  /// Tokens that a question has at least.
  private static let leastQuestion = 4

  /// The tokens of the last question; nil where the line is short or nothing in it asks.
  package static func range(in tokens: Tokens) -> Range<Int>? {
    guard tokens.count >= leastTokens else { return nil }
    let sentences = tokens.sentences()
    let asking =
      sentences.last { tokens.token($0.upperBound - 1, is: "?") }
      ?? sentences.last { opens(at: $0.lowerBound, tokens) }
      ?? (sentences.count == 1 ? sentences.first : nil)
    guard let asking else { return nil }
    return (lastClause(in: asking, tokens) ?? asking.lowerBound)..<asking.upperBound
  }

  /// Where the last clause starts that opens like a question.
  private static func lastClause(in sentence: Range<Int>, _ tokens: Tokens) -> Int? {
    sentence.dropLast(leastQuestion).last { index in
      index > sentence.lowerBound && opens(at: index, tokens)
        && (tokens.list[index - 1].kind == .pause || joints.contains(tokens.text(index - 1)))
    }
  }

  private static func opens(at index: Int, _ tokens: Tokens) -> Bool {
    openers.contains(tokens.text(index))
  }

  /// Words that a question opens with.
  private static let openers = QuestionWords.openers.union(["any", "tell"])
  /// Words that join a question to the story before it.
  private static let joints: Set<String> = ["and", "so", "but", "then", "because"]
}
