internal import Knowledge

/// A side of the answer under discussion that a short line asks for.
enum Aspect: String {
  case sure, risks, steps

  /// The parts of an answer that tell it, with their headings.
  var parts: [(Answer.Part, String)] {
    switch self {
    case .sure: [(.howSure, "answer.how-sure"), (.why, "answer.why")]
    case .risks: [(.costsAndRisks, "answer.costs"), (.seeSomeone, "answer.see-someone")]
    case .steps: [(.whatToDo, "answer.what-to-do")]
    }
  }

  /// The longest line, in words, that asks for a side alone.
  private static let longest = 8

  /// Reads a line that names nothing and only asks for a side of what was said.
  init?(_ heard: Heard) {
    let words = heard.words.filter { $0.first?.isLetter == true }
    guard words.count <= Self.longest, heard.mentions.isEmpty, !words.isEmpty else { return nil }
    let found = Self.all.first { aspect in
      let (_, telling, phrases) = aspect
      let line = words.joined(separator: " ")
      let isTold =
        words.contains(where: telling.contains) || phrases.contains(where: line.hasPrefix)
      return isTold
        && words.allSatisfy { telling.contains($0) || SmallWords.ofAspects.contains($0) }
    }
    guard let found else { return nil }
    self = found.0
  }

  private static let all: [(Aspect, Set<String>, [String])] = [
    (
      .sure,
      [
        "sure", "proof", "proven", "evidence", "study", "studies", "trial", "trials", "numbers",
        "certain", "found", "against",
      ], ["why do you say", "says who", "how do you know"]
    ),
    (.risks, ["risk", "risks", "danger", "dangers", "dangerous", "side", "effects", "harm"], []),
    (
      .steps, ["instead"],
      [
        "what can i do about", "what should i do about", "what do i do about", "so what do i do",
        "what can i do", "ok so what", "what do i do", "what would you do", "how much",
        "how much a day", "how often", "how many",
      ]
    ),
  ]
}
