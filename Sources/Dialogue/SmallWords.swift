/// Words that carry no subject of their own, by the kind of line they are passed over in.
enum SmallWords {
  /// Words that a plain no may carry: "no, not that I know of", "none at all, thanks".
  static let ofDenials: Set<String> = [
    "i", "am", "do", "does", "did", "not", "have", "has", "had", "any", "at", "all", "of", "these",
    "those", "them", "that", "this", "it", "is", "there", "know", "aware", "thanks", "thank", "you",
    "really", "just", "sorry", "so", "far", "to", "my", "me", "the", "and", "never", "ever", "yet",
    "problem", "problems", "issues", "trouble", "worries", "idea", "one", "way", "sir", "madam",
    "please", "actually", "thankfully", "luckily", "kind", "sort", "here", "for", "as",
    "or", "a", "currently", "now", "in", "anything", "else", "apply", "applies",
  ]

  /// In a line that tells facts.
  static let ofFacts: Set<String> = everywhere.union([
    "also", "around", "as", "because", "been", "by", "day", "days", "each", "every", "from", "get",
    "got", "had", "having", "hours", "if", "just", "lately", "like", "maybe", "minute", "moment",
    "month", "months", "more", "most",
    "mostly", "night", "no", "now", "only", "or", "roughly", "since", "some", "than", "today",
    "too", "up",
    "usually", "very", "was", "week", "weeks", "well", "were", "with", "year", "years",
  ])

  /// In a line that asks for a side of the answer.
  static let ofAspects: Set<String> = everywhere.union(ofQuestions).union([
    "day", "each", "exactly", "many", "much", "often", "okay", "please", "say", "says", "was",
    "week", "were", "who", "why", "your",
  ])

  /// In a line that leans on the one before.
  static let ofFollowUps: Set<String> = everywhere.union(ofQuestions).union([
    "am", "before", "could", "d", "every", "get", "go", "going", "if", "just", "least", "make",
    "most",
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
