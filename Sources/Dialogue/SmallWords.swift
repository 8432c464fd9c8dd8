/// Words that carry no subject of their own, by the kind of line they are passed over in.
enum SmallWords {
  /// In a line that tells facts.
  static let ofFacts: Set<String> = everywhere.union([
    "also", "around", "as", "because", "been", "by", "day", "days", "each", "every", "from", "get",
    "got", "had", "having", "hours", "if", "just", "like", "maybe", "months", "more", "most",
    "mostly", "night", "no", "now", "only", "or", "roughly", "since", "some", "than", "too", "up",
    "usually", "very", "was", "week", "weeks", "well", "were", "with", "year", "years",
  ])

  /// In a line that asks for a side of the answer.
  static let ofAspects: Set<String> = everywhere.union(ofQuestions).union([
    "day", "each", "exactly", "many", "much", "often", "okay", "please", "say", "says", "was",
    "week", "were", "who", "why", "your",
  ])

  /// In a line that leans on the one before.
  static let ofFollowUps: Set<String> = everywhere.union(ofQuestions).union([
    "am", "before", "could", "d", "every", "get", "go", "going", "if", "just", "least", "most",
    "my", "n", "need", "once", "one", "ones", "or", "out", "pick", "put", "real", "s", "see",
    "some", "take", "tho", "though", "till", "too", "until", "up", "use", "we", "which", "will",
    "with",
  ])

  private static let everywhere: Set<String> = [
    "a", "about", "an", "and", "are", "at", "be", "but", "do", "for", "has", "have", "in", "is",
    "it", "not", "of", "on", "per", "really", "so", "that", "the", "then", "there", "they", "this",
    "to",
  ]

  private static let ofQuestions: Set<String> = [
    "all", "any", "can", "did", "does", "give", "how", "i", "know", "me", "ok", "should", "them",
    "what", "would", "you",
  ]
}
