internal import Intents
internal import Language
internal import Slots

/// How much of a line tells facts about the person, and how much says something else.
struct FactLine: Sendable {
  /// Whether the person speaks of themselves.
  let isPersonal: Bool
  /// Whether the person is the one who does or is something.
  private let isTold: Bool
  /// Words with a meaning of their own that no fact was read from.
  let rest: Int

  /// Whether the line does nothing but tell facts.
  var isStatement: Bool { rest == 0 || (isTold && rest <= Self.mostRest) }

  /// Words besides the facts that a plain statement may hold.
  private static let mostRest = 3
  private static let personal: Set<String> = [
    "i", "my", "me", "mine", "am", "we", "our",
  ]

  init(_ tokens: Tokens, words: [String], readings: [SlotReading]) {
    isPersonal = words.contains(where: Self.personal.contains)
    isTold = words.contains(where: ["i", "am", "we"].contains)
    let told = Set(
      readings.flatMap { reading in
        let words = Tokenizer.tokens(in: reading.words)
        return words.list.indices.map(words.text)
      }
    )
    rest = tokens.list.indices.count { index in
      let word = words[index]
      return tokens.list[index].kind == .word && !told.contains(word)
        && !SmallWords.ofFacts.contains(word) && !Self.personal.contains(word)
    }
  }
}
