/// Words that talk which ends or empties a conversation must hold: a guess may not wipe what somebody told.
enum FinalWords {
  private static let forgetting: Set<String> = [
    "forget", "forgotten", "delete", "erase", "wipe", "clear", "remove", "destroy", "purge", "rid",
    "remember", "remembering", "keep", "keeping", "store", "storing", "know", "stay", "scrub",
  ]
  private static let told: Set<String> = [
    "me", "everything", "all", "data", "it", "lot", "memory", "history", "profile", "record",
    "records", "details", "info", "information", "answers", "account", "anything", "nothing",
    "said", "told", "this", "that", "what", "chat", "conversation", "talk", "files", "notes",
    "forgotten",
  ]
  private static let beginning: Set<String> = [
    "restart", "restarting", "over", "again", "scratch", "beginning", "afresh", "fresh", "anew",
    "reset", "clear", "wipe", "new", "begin", "start", "scrap", "redo", "blank", "top",
  ]
  /// "I've had enough of everything" is no goodbye but a cry.
  private static let despairing: Set<String> = ["everything", "life", "world", "anymore", "myself"]

  /// Whether a line that sounds like ending or forgetting says so in words; true for all other talk.
  static func mean(_ talk: Dialogue, _ heard: Heard) -> Bool {
    let words = Set(heard.words)
    switch talk {
    case .forgetMe:
      // "forget the diet" and "clear my skin" name a subject; "I have forgotten" tells of the person.
      return heard.mentions.isEmpty && heard.readings.isEmpty
        && !words.isDisjoint(with: forgetting) && !words.isDisjoint(with: told)
        && !heard.words.starts(with: ["i", "have"])
    case .restart:
      return !words.isDisjoint(with: beginning)
    case .goodbye:
      return words.isDisjoint(with: despairing)
    default:
      return true
    }
  }
}
