/// Words that questions are known by.
package enum QuestionWords {
  /// Words that a question opens with in any kind of line: "how", "do", "can".
  package static let openers: Set<String> = [
    "what", "how", "why", "which", "who", "where", "when", "is", "are", "am", "do", "does", "did",
    "can", "could", "should", "would", "will", "has", "have",
  ]

  /// Words that point at what was said before.
  package static let pointers: Set<String> = ["it", "that", "this", "they", "them", "these"]

  /// Where a question begins that ends a line and that no comma divides from the rest: "i have ibs and acne are they linked".
  ///
  /// `words`: The line's words in their normal form.
  package static func lastQuestion(in words: [String]) -> Int? {
    let end = words.lastIndex { $0 != "?" } ?? 0
    return words.indices.dropLast().first { place in
      place >= leastBefore && end - place < mostBehind
        && helpers.contains(words[place]) && pronouns.contains(words[place + 1])
        && !joining.contains(words[place - 1])
    }
  }

  /// Words that stand before such a question at least, and words that it has at most.
  private static let (leastBefore, mostBehind) = (3, 6)
  private static let helpers: Set<String> = [
    "is", "are", "does", "do", "could", "would", "will", "can", "should", "might",
  ]
  private static let pronouns: Set<String> = [
    "that", "it", "this", "they", "these", "those", "there", "i",
  ]
  /// Words behind which the same two tell, or belong to what is asked before.
  private static let joining: Set<String> = [
    "what", "how", "why", "which", "who", "where", "when", "whether", "if", "that", "because", "so",
    "as", "than", "and", "or", "neither", "nor", "reason", "problem", "thing", "all", "it", "this",
    "i", "they", "often", "much", "many", "long", "soon", "far",
  ]
}
