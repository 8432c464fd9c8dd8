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
      guard helpers.contains(words[place]), place > 0, !joining.contains(words[place - 1]) else {
        return false
      }
      if place >= leastBefore, end - place < mostBehind, pronouns.contains(words[place + 1]) {
        return true
      }
      return end - place < mostBehindStatement && isStatement(words[..<place])
        && asks(words[place...end])
    }
  }

  /// Words that stand before such a question at least, and words that it has at most.
  private static let (leastBefore, mostBehind) = (3, 6)
  /// The same where a whole statement stands before it.
  private static let mostBehindStatement = 14
  private static let helpers: Set<String> = [
    "is", "are", "does", "do", "did", "could", "would", "will", "can", "should", "might",
  ]
  private static let pronouns: Set<String> = [
    "that", "it", "this", "they", "these", "those", "there", "i",
  ]
  /// Words behind which the same two tell, or belong to what is asked before.
  private static let joining: Set<String> = [
    "what", "how", "why", "which", "who", "where", "when", "whether", "if", "that", "because", "so",
    "as", "than", "and", "or", "neither", "nor", "reason", "problem", "thing", "all", "it", "this",
    "i", "they", "often", "much", "many", "long", "soon", "far", "whatever", "whichever", "says",
    "said", "say", "think", "thinks", "know", "hope", "guess", "my", "the", "a", "you", "we", "she",
    "he", "there",
  ]
}

/// "i am pregnant is zinc ok": a statement that is complete, and a question behind it.
extension QuestionWords {
  /// Whether the part since the last "and" says something of the speaker that needs no more words.
  private static func isStatement(_ words: ArraySlice<String>) -> Bool {
    let start = words.lastIndex { divides.contains($0) }.map { $0 + 1 } ?? words.startIndex
    let part = words[start...].drop { leads.contains($0) }
    guard let first = part.first, speakers.contains(first), let last = part.last else {
      return false
    }
    return !verbs.contains(last) || last == "smoke" || last == "drink"
      ? part.dropFirst().contains(where: verbs.contains) : false
  }

  /// "is zinc ok", "will cutting dairy help", "should i stop": the words of a question, the helper first.
  private static func asks(_ words: ArraySlice<String>) -> Bool {
    guard let helper = words.first, let subject = words.dropFirst().first,
      !degrees.contains(subject), !doings.contains(subject)
    else { return false }
    if pronouns.contains(subject) { return true }
    let rest = words.dropFirst(2)
    return rest.contains(
      where: ["is", "are"].contains(helper) ? qualities.contains : doings.contains
    )
  }

  private static let divides: Set<String> = ["and", "but", "so", "because", "then", ",", ".", "!"]
  private static let leads: Set<String> = ["hi", "hello", "hey", "also", "well", "ok", "okay"]
  private static let speakers: Set<String> = ["i", "my", "we", "our"]
  private static let verbs: Set<String> = [
    "am", "have", "has", "had", "got", "get", "take", "takes", "taking", "use", "using", "eat",
    "drink", "smoke", "quit", "stopped", "started", "was", "were", "is", "are", "been", "gave",
    "went", "live", "work", "sleep", "suffer", "tried",
  ]
  private static let degrees: Set<String> = [
    "so", "very", "really", "too", "not", "quite", "pretty", "still", "getting", "always", "a",
    "an",
    "just", "only", "also", "more", "less", "all", "no", "me",
  ]
  private static let qualities: Set<String> = [
    "ok", "okay", "safe", "good", "bad", "fine", "alright", "allowed", "harmful", "dangerous",
    "worth", "useful", "helpful", "better", "worse", "enough", "best", "healthy", "unhealthy",
    "linked", "related", "needed", "blame", "toxic", "risky", "normal",
  ]
  private static let doings: Set<String> = [
    "help", "helps", "work", "matter", "cause", "make", "affect", "hurt", "harm", "trigger",
    "clear",
    "worsen", "improve", "mean", "change", "ease", "need", "do", "be", "clash", "count", "react",
    "stop", "fix", "heal",
  ]
}
