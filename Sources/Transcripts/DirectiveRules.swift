internal import Knowledge
internal import Language
internal import Planning

/// The words that may follow `@`, and what each takes.
package enum DirectiveRules {
  /// All words, sorted.
  package static let words = [
    "advance", "clock", "each", "label", "lang", "locked", "profile", "region", "seed", "set",
    "skip", "strict", "tags", "todo", "use", "width",
  ]

  /// Words that may stand in the front matter.
  package static let sharedWords = [
    "clock", "lang", "profile", "region", "seed", "strict", "tags", "width",
  ]

  /// Words that act at their place between two turns.
  static let placedWords: Set<String> = ["advance", "clock", "profile", "region", "seed", "width"]

  /// What is wrong with a directive's value; nil when nothing is.
  static func mistake(in word: String, _ value: String) -> Check.Mistake? {
    if word == "locked" {
      return value.isEmpty
        ? nil : Check.Mistake(problem: "@locked takes no value", remedy: "write '@locked'")
    }
    guard !isGood(word, value), let wanted = wanted[word] else { return nil }
    return Check.Mistake(
      problem: value.isEmpty ? "@\(word) says nothing" : "'\(value)' is nothing for @\(word)",
      remedy: "write \(wanted)"
    )
  }

  private static let wanted = [
    "advance": "days, such as '@advance 7d'",
    "clock": "a day, such as '@clock 2026-03-02' or '@clock 2026-03-02T09:00 Europe/London'",
    "each": "'@each name = a | b | c' or '@each name from FILE'",
    "label": "one word, such as '@label first'",
    "lang": "'en': Flora speaks English only",
    "profile": "facts, such as '@profile age=30 diet=vegan', or '@profile from FILE'",
    "region": "one of \(Slot.region.options.joined(separator: ", "))",
    "seed": "a whole number from 0 up, such as '@seed 7'",
    "set": "'@set name = value'",
    "skip": "a reason, such as '@skip waits for the journal'",
    "strict": "'@strict no REASON': strict is how it is anyway",
    "tags": "words, such as '@tags safety'",
    "todo": "a reason, such as '@todo the answer is not written yet'",
    "use": "the name of a conversation that is tagged 'fragment'",
    "width": "columns from 20 to 200, such as '@width 40'",
  ]

  private static func isGood(_ word: String, _ value: String) -> Bool {
    switch word {
    case "advance": days(value) != nil
    case "clock": day(value) != nil
    case "each", "set": assignment(value) != nil || (word == "each" && source(value) != nil)
    case "label": Template.isName(value)
    case "lang": value == "en"
    case "profile": source(value) != nil || facts(value) != nil
    case "region": SlotValue(value.uppercased(), for: .region) != nil
    case "seed": seed(value) != nil
    case "strict": value.hasPrefix("no ") && !value.dropFirst(3).trimmed.isEmpty
    case "width": width(value) != nil
    default: !value.isEmpty
    }
  }

  /// Days from `7d`; nil when it is something else.
  static func days(_ value: String) -> Int? {
    guard value.hasSuffix("d"), let days = Int(value.dropLast()), (1...36_500).contains(days) else {
      return nil
    }
    return days
  }

  /// A day, with or without an hour and a time zone; Flora counts in days.
  static func day(_ value: String) -> CivilDate? {
    guard let day = CivilDate(String(value.prefix(10))) else { return nil }
    let rest = value.dropFirst(10)
    if rest.isEmpty { return day }
    let parts = rest.split(separator: " ", omittingEmptySubsequences: false)
    let digits = parts[0].dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard parts[0].first == "T", parts.count <= 2, digits.count == 2,
      let hour = Int(digits[0]), let minute = Int(digits[1]), (0...23).contains(hour),
      (0...59).contains(minute), parts.dropFirst().allSatisfy({ !$0.isEmpty })
    else { return nil }
    return day
  }

  static func seed(_ value: String) -> Int? { Int(value).flatMap { $0 >= 0 ? $0 : nil } }

  static func width(_ value: String) -> Int? {
    Int(value).flatMap { (20...200).contains($0) ? $0 : nil }
  }

  /// The two sides of `name = value`.
  static func assignment(_ value: String) -> (name: String, value: String)? {
    let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(\.trimmed)
    guard parts.count == 2, Template.isName(parts[0]), !parts[1].isEmpty else { return nil }
    return (parts[0], parts[1])
  }

  /// `name from FILE`, or `from FILE` where there is no name.
  static func source(_ value: String) -> (name: String, file: String)? {
    let words = value.split(separator: " ").map(String.init)
    if words.count == 2, words[0] == "from" { return ("", words[1]) }
    guard words.count == 3, words[1] == "from", Template.isName(words[0]) else { return nil }
    return (words[0], words[2])
  }

  /// Facts from `slot=value slot=value,value`; nil when one is none.
  static func facts(_ value: String) -> [(slot: Slot, value: SlotValue, words: String)]? {
    var facts: [(slot: Slot, value: SlotValue, words: String)] = []
    for pair in value.split(whereSeparator: \.isWhitespace) {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let slot = Slot(rawValue: parts[0]),
        let fact = SlotValue(listing: parts[1], for: slot)
      else { return nil }
      facts.append((slot, fact, parts[1]))
    }
    return facts.isEmpty ? nil : facts
  }
}

extension SlotValue {
  /// Reads a value, or for lists several with commas between them.
  init?(listing text: String, for slot: Slot) {
    guard case .list(let options) = slot.kind else {
      self.init(text.trimmed, for: slot)
      return
    }
    var found: Set<String> = []
    for item in text.split(separator: ",").map(\.trimmed) {
      guard let value = SlotValue(item, for: slot), case .list(let values) = value else {
        return nil
      }
      found.formUnion(values)
    }
    self = .list(options.filter(found.contains))
  }
}
