/// Ways of saying that a danger is over, cared for, or was never there.
enum SafeWords {
  private static let telling: Set<String> = [
    "safe", "better", "called", "rang", "ringing", "ambulance", "hospital", "helped", "seen",
    "calm", "alright", "sorted", "done", "joking", "joke", "testing", "mistake", "misunderstood",
    "wrong",
  ]
  /// These tell it only of the person: "I'm ok", but not a bare "ok".
  private static let ofPerson: Set<String> = ["ok", "okay", "fine", "good", "well"]
  private static let person: Set<String> = ["i", "am", "we", "he", "she", "they", "all"]
  /// What is not so: "I'm not pregnant", "no fever", "that's not happening".
  private static let denials: [String] = [
    "false alarm", "not an emergency", "not happening", "nothing like that", "none of that",
    "not pregnant", "do not have that", "no such thing", "i do not have", "it is not that",
    "no bleeding", "no pain", "no fever", "no swelling", "no symptoms", "no signs", "none of these",
    "none of those", "not what i meant", "did not mean", "not in danger", "that is not me",
    "got it wrong", "got me wrong",
  ]

  static func says(_ heard: Heard) -> Bool {
    guard heard.wordCount <= 12, !heard.isQuestion else { return false }
    let words = heard.words
    let line = words.joined(separator: " ")
    if denials.contains(where: line.contains) { return true }
    guard !words.contains("not") else { return false }
    return words.contains(where: telling.contains)
      || (words.contains(where: ofPerson.contains) && words.contains(where: person.contains))
  }
}
