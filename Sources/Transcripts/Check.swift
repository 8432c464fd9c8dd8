internal import Foundation
internal import Language

/// Something that must hold after a turn.
package indirect enum Check: Equatable, Sendable {
  /// The reply acts on the topic; the margin is its lead over the next.
  case intent(String, margin: Double?)
  /// How sure Flora was: sure, fairly, torn, lost.
  case outcome(String)
  case answer(String)
  case has(String)
  case matches(String)
  case slot(String, value: String?)
  case asks(String?)
  case step(Int, of: Int)
  case planHas(String)
  case planLacks(String, because: String?)
  /// The plan weighed the action for this person, whatever came of it.
  case planConsiders(String)
  case planEmpty
  /// A rule, a category, a level, or "none".
  case safety(String)
  case cites(atLeast: Int)
  case source(String)
  case evidence(String)
  case grade(atMost: Double)
  case lines(atMost: Int)
  case suggests(String)
  case sameAs(String)
  case writes(String)
  case quits
  case not(Check)
}

extension Check {
  /// The forms a check may take, for messages and the grammar page.
  package static let forms = [
    "intent ID", "intent ID, margin >= N", "sure", "fairly", "torn", "lost", "answer ID",
    "has \"…\"", "lacks \"…\"", "matches /…/", "slot NAME = VALUE", "slot NAME unset",
    "asks NAME", "asks nothing", "step N of M", "plan has ID", "plan lacks ID",
    "plan lacks ID because CAUTION", "plan considers ID", "plan empty", "safety none",
    "safety NAME", "cites >= N", "source ID", "evidence GRADE", "grade <= N", "lines <= N",
    "suggests \"…\"", "same as @LABEL", "writes FILE", "quits", "exit 0",
  ]

  /// Why a text is no check, and how to write one.
  package struct Mistake: Error, Equatable, Sendable {
    package let problem: String
    package let remedy: String
  }

  /// Reads a check.
  package static func reading(_ text: String) throws(Mistake) -> Check {
    if let check = Check(text) {
      if case .matches(let pattern) = check.inner, !Self.isExpression(pattern) {
        throw Mistake(
          problem: "/\(pattern)/ is no regular expression",
          remedy: "close its brackets, and put a backslash before signs that stand for themselves"
        )
      }
      return check
    }
    let plain = text.hasPrefix("not ") ? text.dropFirst(4).trimmed : text
    let word = plain.split(separator: " ").first.map(String.init) ?? ""
    let own = forms.filter { $0 == word || $0.hasPrefix("\(word) ") || $0.hasPrefix("\(word),") }
    if !own.isEmpty {
      throw Mistake(
        problem: "'\(text)' is not how '\(word)' is written",
        remedy: "write \(own.map { "'\($0)'" }.joined(separator: " or "))"
      )
    }
    var words: [String] = []
    for form in forms {
      let first = String(form.prefix { $0 != " " })
      if !words.contains(first) { words.append(first) }
    }
    throw Mistake(
      problem: "no check is named '\(word)'",
      remedy: Nearest.name(to: word, in: words).map { "did you mean '\($0)'?" }
        ?? "use one of \(words.joined(separator: ", "))"
    )
  }

  /// The check itself, without any "not".
  package var inner: Check {
    if case .not(let check) = self { check.inner } else { self }
  }

  /// Reads a check; nil when it is none.
  package init?(_ text: String) {
    if text.hasPrefix("not ") {
      guard let check = Check(String(text.dropFirst(4))) else { return nil }
      self = .not(check)
      return
    }
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? words[1].trimmed : ""
    guard let check = Self.read(words.first ?? "", rest) else { return nil }
    self = check
  }

  private static func read(_ word: String, _ rest: String) -> Check? {
    switch word {
    case "sure", "fairly", "torn", "lost": rest.isEmpty ? .outcome(word) : nil
    case "intent": intent(rest)
    case "answer": name(rest).map { .answer($0) }
    case "has": quoted(rest).map { .has($0) }
    case "lacks": quoted(rest).map { .not(.has($0)) }
    case "suggests": quoted(rest).map { .suggests($0) }
    case "matches": between("/", rest).map { .matches($0) }
    case "slot": slot(rest)
    case "asks": name(rest).map { .asks($0 == "nothing" ? nil : $0) }
    case "step": step(rest)
    case "plan": plan(rest)
    case "safety": name(rest).map { .safety($0) }
    case "cites": number(rest, after: ">=").map { .cites(atLeast: Int($0)) }
    case "source": name(rest).map { .source($0) }
    case "evidence": name(rest).map { .evidence($0) }
    case "grade": number(rest, after: "<=").map { .grade(atMost: $0) }
    case "lines": number(rest, after: "<=").map { .lines(atMost: Int($0)) }
    case "same": rest.hasPrefix("as @") ? name(String(rest.dropFirst(4))).map { .sameAs($0) } : nil
    case "writes": name(rest).map { .writes($0) }
    case "quits": rest.isEmpty ? .quits : nil
    case "exit": rest == "0" ? .quits : nil
    default: nil
    }
  }

  private static func name(_ text: String) -> String? {
    text.isEmpty || text.contains(" ") ? nil : text
  }

  private static func intent(_ text: String) -> Check? {
    let parts = text.split(separator: ",").map(\.trimmed)
    guard let id = parts.first.flatMap({ name($0) }) else { return nil }
    guard parts.count == 2 else { return parts.count == 1 ? .intent(id, margin: nil) : nil }
    guard parts[1].hasPrefix("margin "),
      let margin = number(String(parts[1].dropFirst(7)), after: ">=")
    else { return nil }
    return .intent(id, margin: margin)
  }

  private static func quoted(_ text: String) -> String? { between("\"", text) }

  private static func between(_ mark: Character, _ text: String) -> String? {
    guard text.count >= 3, text.first == mark, text.last == mark else { return nil }
    return String(text.dropFirst().dropLast())
  }

  private static func slot(_ text: String) -> Check? {
    let parts = text.split(separator: "=", maxSplits: 1).map(\.trimmed)
    if parts.count == 2, let slot = name(parts[0]), !parts[1].isEmpty {
      return .slot(slot, value: parts[1])
    }
    let words = text.split(separator: " ").map(String.init)
    return words.count == 2 && words[1] == "unset" ? .slot(words[0], value: nil) : nil
  }

  private static func step(_ text: String) -> Check? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 3, words[1] == "of", let step = Int(words[0]), let count = Int(words[2])
    else { return nil }
    return .step(step, of: count)
  }

  private static func plan(_ text: String) -> Check? {
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("empty", 1): return .planEmpty
    case ("has", 2): return .planHas(words[1])
    case ("considers", 2): return .planConsiders(words[1])
    case ("lacks", 2): return .planLacks(words[1], because: nil)
    case ("lacks", 4) where words[2] == "because": return .planLacks(words[1], because: words[3])
    default: return nil
    }
  }

  private static func number(_ text: String, after sign: String) -> Double? {
    text.hasPrefix(sign) ? Double(text.dropFirst(sign.count).trimmed) : nil
  }

  private static func isExpression(_ pattern: String) -> Bool {
    (try? NSRegularExpression(pattern: pattern)) != nil
  }
}
