internal import Dialogue
internal import Knowledge
internal import Packed

/// Puts names in braces in the place of personal words, and one stand-in for each, the same for everybody.
struct Placeholders {
  /// A line of a transcript, and the values to set before it.
  struct Line: Equatable {
    var text: String
    var sets: [Setting] = []

    struct Setting: Equatable {
      let name: String
      let value: String
    }

    init(_ text: String) { self.text = text }

    /// A line as it was typed; its own braces are doubled.
    init(escaping text: String) {
      self.text = text.replacing("{", with: "{{").replacing("}", with: "}}")
    }
  }

  private let questions: [FormQuestion]
  /// What each name stands for now.
  private(set) var values: [String: String] = [:]

  init(_ catalog: Catalog) { questions = catalog.questions.all }

  /// The line with its personal words taken out: what it told about the person, numbers, names and addresses.
  ///
  /// - Parameters:
  ///   - line: What the person typed.
  ///   - before: The talk before the line.
  ///   - after: The talk after it.
  ///   - facts: What the line says of the person, whether or not it was kept.
  ///   - shown: The talk with stand-ins before the line; its form may be at another question.
  /// - Returns: What to write down.
  mutating func line(
    _ line: String,
    from before: State,
    to after: State,
    facts: [Slot: String],
    shown: State
  ) -> Line {
    let told = Slot.allCases.filter { slot in
      slot != .region
        && (facts[slot] != nil
          || after.profile[slot] != nil && after.profile[slot] != before.profile[slot])
    }
    if isFormAnswer(before, told), let answer = answer(to: shown) {
      return whole(Self.name(of: answer.slot), answer.value)
    }
    // Marks that no typed line holds stand for braces until the line's own braces are doubled.
    var text = line
    var names: [(name: String, value: String)] = []
    for slot in told {
      let (words, value) = Self.standIn(
        for: slot,
        facts[slot] ?? after.profile.source(of: slot) ?? ""
      )
      guard !words.isEmpty, let place = Self.range(of: words, in: text) else {
        return whole(Self.name(of: slot), value)
      }
      text.replaceSubrange(place, with: "\u{1}\(Self.name(of: slot))\u{2}")
      names.append((Self.name(of: slot), value))
    }
    for (name, value, words) in Self.details(in: text) {
      guard let place = Self.range(of: words, in: text) else { continue }
      text.replaceSubrange(place, with: "\u{1}\(name)\u{2}")
      names.append((name, value))
    }
    var result = Line(escaping: text)
    result.text = result.text.replacing("\u{1}", with: "{").replacing("\u{2}", with: "}")
    for (name, value) in names { set(name, value, &result) }
    return result
  }

  /// The slot's name, or for yes-or-no facts one name for all: "pregnant" would itself tell.
  private static func name(of slot: Slot) -> String {
    if case .flag = slot.kind { "about_me" } else { slot.rawValue }
  }

  private mutating func whole(_ name: String, _ value: String) -> Line {
    var line = Line("{\(name)}")
    set(name, value, &line)
    return line
  }

  private mutating func set(_ name: String, _ value: String, _ line: inout Line) {
    guard values[name] != value else { return }
    values[name] = value
    line.sets.append(Line.Setting(name: name, value: value))
  }

  /// Whole words only, in any case of letters.
  private static func range(of words: String, in text: String) -> Range<String.Index>? {
    var from = text.startIndex
    let (lower, wanted) = (text.lowercased(), words.lowercased())
    // A letter that changes its length in lower case would shift the places; such a line is replaced as a whole.
    guard lower.count == text.count else { return nil }
    while let found = lower[from...].firstRange(of: wanted) {
      let start = lower.distance(from: lower.startIndex, to: found.lowerBound)
      let end = lower.distance(from: lower.startIndex, to: found.upperBound)
      let place =
        text.index(
          text.startIndex,
          offsetBy: start
        )..<text.index(
          text.startIndex,
          offsetBy: end
        )
      let left =
        place.lowerBound == text.startIndex ? nil : text[text.index(before: place.lowerBound)]
      let right = place.upperBound == text.endIndex ? nil : text[place.upperBound]
      if left?.isWordSign != true, right?.isWordSign != true { return place }
      from = found.upperBound
    }
    return nil
  }
}

extension Placeholders {
  private func openQuestion(_ state: State) -> FormQuestion? {
    guard let form = state.form, !form.isReviewing, questions.indices.contains(form.open)
    else { return nil }
    return questions[form.open]
  }

  /// Whether the line told what the form had asked for.
  private func isFormAnswer(_ before: State, _ told: [Slot]) -> Bool {
    guard let question = openQuestion(before) else { return false }
    return told.contains(where: question.slots.contains)
  }

  /// What stands in for an answer to the open question; nil when none is open.
  private func answer(to state: State) -> (slot: Slot, value: String)? {
    guard let question = openQuestion(state), let slot = state.form?.rest ?? question.slots.first
    else { return nil }
    if case .flag = slot.kind, state.form?.rest != nil { return (slot, "no") }
    guard let last = question.choices.last, state.form?.rest == nil else {
      return (slot, Self.plainValue(of: slot))
    }
    let isNone = last.sets.allSatisfy { $0.value == "no" || $0.value == "none" }
    return (slot, String(isNone ? question.choices.count : 1))
  }

  /// The words to take out, and what stands for them.
  private static func standIn(for slot: Slot, _ source: String) -> (words: String, value: String) {
    guard case .number = slot.kind else { return (source, plainValue(of: slot)) }
    let digits = source.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }
    return (digits.isEmpty ? source : String(digits), plainValue(of: slot))
  }

  /// One ordinary value a slot, whatever the person's own is.
  private static func plainValue(of slot: Slot) -> String {
    switch slot.kind {
    case .flag: "healthy"
    case .number(let bounds): slot == .age ? "30" : bounds.upperBound < 10 ? "3" : "7"
    case .choice(let options), .list(let options):
      options.first?.replacing("-", with: " ") ?? "none"
    }
  }

  /// Numbers of two digits or more, addresses, and names that follow "my name is" and the like.
  private static func details(in text: String) -> [(name: String, value: String, words: String)] {
    let words = text.split(whereSeparator: \.isWhitespace)
    var details: [(name: String, value: String, words: String)] = []
    for (place, word) in words.enumerated() {
      let bare = word.trimmingSigns
      if word.contains("@"), word.contains(".") {
        details.append(("address", "somebody@example.org", bare))
      } else if bare.count > 1, bare.allSatisfy({ $0.isNumber || ".,-/:+".contains($0) }) {
        details.append(("number", "20", bare))
      } else if place > 1, bare.first?.isLetter == true, bare.allSatisfy(\.isLetter) {
        let lead = words[(place - 2)..<place].map { $0.lowercased() }.joined(separator: " ")
        let isName = ["name is", "name's", "am called", "call me", "i'm called"].contains(lead)
        if isName { details.append(("name", "Sam", bare)) }
      }
    }
    return details
  }
}

extension Character {
  fileprivate var isWordSign: Bool { isLetter || isNumber || self == "\u{1}" || self == "\u{2}" }
}

extension Substring {
  fileprivate var trimmingSigns: String {
    var rest = self
    while let last = rest.last, last.isPunctuation { rest = rest.dropLast() }
    while let first = rest.first, first.isPunctuation { rest = rest.dropFirst() }
    return String(rest)
  }
}
