internal import Intents
internal import Language

/// How much of a line tells facts about the person, and how much says something else.
struct FactLine: Sendable {
  /// Whether the person speaks of themselves.
  let isPersonal: Bool
  /// Whether the person is the one who does or is something.
  let isTold: Bool
  /// Words with a meaning of their own that no fact was read from.
  let rest: Int

  /// Whether the line does nothing but tell facts.
  var isStatement: Bool { rest == 0 || (isTold && rest <= Self.mostRest) }

  /// Whether the line does nothing but say that something is not so, or no more.
  var isDenial: Bool { rest <= Self.mostRest && (isPersonal || rest == 0) }

  /// Words besides the facts that a plain statement may hold.
  private static let mostRest = 3
  private static let personal: Set<String> = [
    "i", "my", "me", "mine", "am", "we", "our",
  ]

  /// `told`: The words that facts were read from.
  init(_ tokens: Tokens, words: [String], told: [String]) {
    // "Sleep: 6 hours. Smoker: no.": a form that somebody filled in.
    let isForm = words.count { $0 == ":" } >= 2
    isPersonal = isForm || words.contains(where: Self.personal.contains)
    isTold = isForm || words.contains(where: ["i", "am", "we"].contains)
    let told = Set(told.flatMap { Tokenizer.tokens(in: $0).words })
    rest = tokens.list.indices.count { index in
      let word = words[index]
      return tokens.list[index].kind == .word && !told.contains(word)
        && !SmallWords.ofFacts.contains(word) && !Self.personal.contains(word)
    }
  }
}
