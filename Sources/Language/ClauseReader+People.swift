extension ClauseReader {
  /// Another person stands where the subject stands, and the clause does not come back to the speaker.
  func isAboutOthers(
    _ range: Range<Int>,
    _ tokens: Tokens,
    _ places: Places,
    before: Clause?
  ) -> Bool {
    var first = range.lowerBound
    while first < range.upperBound, Self.lead.holds(first, of: tokens) { first += 1 }
    guard first < range.upperBound else { return false }
    if Self.pronouns.holds(first, of: tokens) {
      let hasSpeaker = (first..<range.upperBound).contains { Self.speaker.holds($0, of: tokens) }
      return !hasSpeaker || before?.isAboutOthers == true && !tokens.token(first, is: "they")
    }
    if isChildByAge(first, range, tokens) { return true }
    let noun = Self.determiners.holds(first, of: tokens) ? first + 1 : first
    guard let person = places.people.first(where: { $0.contains(noun) || $0.contains(noun + 1) }),
      person.isWithin(range), person.lowerBound <= noun + 1
    else { return false }
    let next = person.upperBound + 1
    guard next < range.upperBound else {
      return !isNobody(person, tokens) && (range.count > 3 || before != nil)
    }
    if tokens.token(next, is: "and"), next + 1 < range.upperBound, tokens.token(next + 1, is: "i") {
      return false
    }
    if Self.reporting.holds(next, of: tokens) { return false }
    if noun == first,
      namesSpeaker(person, next, tokens) || isNobody(person, tokens)
        || person.lowerBound > first && Self.care.holds(first, of: tokens)
    {
      return false
    }
    return !(first..<range.upperBound).contains {
      Self.oneself.holds($0, of: tokens)
        && ($0 == 0 || !tokens.token($0 - 1, is: "than"))
    }
  }

  /// "my 5 year old has eczema".
  private func isChildByAge(_ first: Int, _ range: Range<Int>, _ tokens: Tokens) -> Bool {
    guard Self.ours.holds(first, of: tokens) else { return false }
    return (first + 2..<min(first + 5, max(range.upperBound, first + 2))).contains { index in
      tokens.token(index, is: "yo")
        || tokens.token(index, is: "old") && TimeSpan.weeks(per: tokens.text(index - 1)) != nil
    }
  }

  /// "night nurse with eczema", "mum of two": how people speak of themselves.
  private func namesSpeaker(_ person: ClosedRange<Int>, _ next: Int, _ tokens: Tokens) -> Bool {
    tokens.token(next, is: "of")
      || tokens.token(person.upperBound, is: "student") && tokens.token(next, is: "in")
      || tokens.token(next, is: "with") && Self.jobs.holds(person.upperBound, of: tokens)
  }

  /// "nursing my baby", "dog walk every day", "seb derm": the word names no person here.
  private func isNobody(_ person: ClosedRange<Int>, _ tokens: Tokens) -> Bool {
    let (word, next) = (tokens.text(person.lowerBound), person.upperBound + 1)
    let isWalk = next < tokens.count && tokens.text(next).hasPrefix("walk")
    let isFormer = word == "ex" && next < tokens.count && tokens.text(next).hasPrefix("smok")
    let isSkin = person.lowerBound > 0 && tokens.token(person.lowerBound - 1, is: "seb")
    let isNone = person.lowerBound > 0 && tokens.token(person.lowerBound - 1, is: "no")
    let isProduct =
      ["baby", "babies"].contains(word) && next < tokens.count
      && Self.ofBabies.holds(next, of: tokens)
    let isTraining =
      word == "trainer" && person.lowerBound > 0
      && tokens.token(person.lowerBound - 1, is: "personal")
    return word == "nursing" || isWalk || isFormer || isSkin || isNone || isProduct || isTraining
  }

  /// "baby shampoo", "baby bump": nobody's doing.
  private static let ofBabies: WordSet = [
    "wash", "shampoo", "soap", "lotion", "oil", "wipes", "bump", "weight", "cream", "products",
  ]

  private static let jobs: WordSet = [
    "nurse", "doctor", "gp", "dermatologist", "trainer", "consultant", "teacher",
  ]

  /// "breastfeeding twins", "expecting a girl": what the speaker does for somebody.
  private static let care: WordSet = [
    "breastfeeding", "feeding", "chestfeeding", "expecting", "carrying", "having", "raising",
  ]

  static let speaker: WordSet = ["i", "me", "my", "mine", "myself", "we", "our"]
  /// The same without those that name what is the speaker's: "my" often opens the talk of somebody else.
  private static let oneself: WordSet = ["i", "me", "mine", "we"]
  private static let ours: WordSet = ["my", "our"]
  private static let pronouns: WordSet = ["he", "she", "they", "his", "her", "their"]
  private static let determiners: WordSet = [
    "my", "our", "a", "the", "his", "her", "their", "some", "this", "every",
  ]
  /// "my doctor says I have acne", "derm put me on": about the speaker all the same.
  package static let reporting: WordSet = [
    "says", "said", "say", "thinks", "thought", "reckons", "put", "gave", "told", "diagnosed",
    "prescribed", "asked",
    "wants", "started", "offered", "recommended", "suggested", "suggests", "prescribes", "called",
    "calls", "confirmed", "suspects", "reckon", "saw", "took", "stopped", "switched",
  ]
}
