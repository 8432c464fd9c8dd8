/// Words that questions are known by.
package enum QuestionWords {
  /// Words that a question opens with in any kind of line: "how", "do", "can".
  package static let openers: Set<String> = [
    "what", "how", "why", "which", "who", "where", "when", "is", "are", "am", "do", "does", "did",
    "can", "could", "should", "would", "will", "has", "have",
  ]
}
