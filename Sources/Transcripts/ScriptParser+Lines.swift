internal import Language

extension ScriptParser {
  private static let keys: Set<String> = ["^C", "^D"]

  mutating func addStep(_ text: String, _ number: Int) {
    guard !text.isEmpty else {
      return fail(number, "the person says nothing", "write what they say, or '^D'")
    }
    if text.hasPrefix("^"), !Self.keys.contains(text) {
      fail(number, "no key is named '\(text)'", "write '^C' or '^D'")
    }
    scripts[scripts.count - 1].steps.append(Script.Step(message: [text], file: file, line: number))
  }

  mutating func addExpectation(_ text: String, _ number: Int) {
    guard hasStep(number) else { return }
    let kind: Script.Expectation.Kind
    switch text {
    case "": return fail(number, "nothing is expected", "write the words, <id>, [any] or [none]")
    case "[any]": kind = .any
    case "[none]": kind = .none
    case _
    where text.hasPrefix("<") && text.hasSuffix(">") && !text.dropFirst().dropLast().contains(" "):
      kind = .id(String(text.dropFirst().dropLast()))
    default: kind = .text(text)
    }
    change { $0.expectations.append(.init(kind: kind, line: number, lastLine: number)) }
  }

  mutating func addSnapshot(_ text: String, _ number: Int) {
    guard hasStep(number) else { return }
    guard !text.isEmpty else {
      return fail(number, "the snapshot is empty", "write the words, or 'bot* ?' and --update")
    }
    if let reason = Self.whyNoSnapshot(text) {
      return fail(number, "a snapshot cannot hold \(reason)", "write 'bot: …' for that")
    }
    change { $0.expectations.append(.init(kind: .snapshot(text), line: number, lastLine: number)) }
  }

  private static func whyNoSnapshot(_ text: String) -> String? {
    if text == "[any]" || text == "[none]" { return text }
    if Pattern.words(text).contains("[...]") { return "[...]" }
    return
      (Template.captures(in: text).map { "{\($0)=}" }
      + Template.names(in: text).map { "{\($0)}" }).first
  }

  mutating func addCheck(_ text: String, _ number: Int) {
    guard hasStep(number) else { return }
    do throws(Check.Mistake) {
      let check = try Check.reading(text)
      change { $0.checks.append(.init(check: check, text: text, line: number)) }
    } catch {
      fail(number, error.problem, error.remedy)
    }
  }

  mutating func addDirective(_ word: String, _ value: String, _ number: Int) {
    guard DirectiveRules.words.contains(word) else {
      return fail(
        number,
        "no directive is named '@\(word)'",
        Nearest.name(to: word, in: DirectiveRules.words).map { "did you mean '@\($0)'?" }
          ?? "use one of @\(DirectiveRules.words.joined(separator: ", @"))"
      )
    }
    if let mistake = DirectiveRules.mistake(in: word, value) {
      return fail(number, mistake.problem, mistake.remedy)
    }
    guard let value = fromFile(word, value, number) else { return }
    var directive = Script.Directive(
      word: word,
      value: value,
      line: number,
      before: scripts.last?.steps.count ?? 0
    )
    if scripts.isEmpty {
      directive.isShared = true
      shared.append(directive)
    } else {
      scripts[scripts.count - 1].directives.append(directive)
    }
  }

  /// The value itself, taken from the file that it names if it names one; nil after a mistake.
  private mutating func fromFile(_ word: String, _ value: String, _ number: Int) -> String? {
    guard word == "each" || word == "profile", let source = DirectiveRules.source(value) else {
      return value
    }
    guard let text = readFile(source.file) else {
      fail(number, "the file '\(source.file)' cannot be read", "name a file beside this one")
      return nil
    }
    let lines = text.split(whereSeparator: \.isNewline).map(\.trimmed)
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    if word == "profile" {
      let facts = lines.joined(separator: " ")
      if DirectiveRules.facts(facts) != nil { return facts }
      fail(number, "the file '\(source.file)' holds no facts", "write lines such as 'age=30'")
      return nil
    }
    guard !lines.isEmpty else {
      fail(number, "the file '\(source.file)' holds no values", "write one a line")
      return nil
    }
    return "\(source.name) = \(lines.joined(separator: " | "))"
  }

  /// A line that goes on with the message or the expectation before it.
  mutating func goOn(_ text: String, _ number: Int) {
    guard hasStep(number) else { return }
    let last = scripts.count - 1
    let step = scripts[last].steps.count - 1
    guard let expectation = scripts[last].steps[step].expectations.last else {
      scripts[last].steps[step].message.append(text)
      return
    }
    let kind: Script.Expectation.Kind
    switch expectation.kind {
    case .text(let words): kind = .text("\(words)\n\(text)")
    case .snapshot(let words): kind = .snapshot("\(words)\n\(text)")
    default: return fail(number, "nothing can go on here", "remove the line")
    }
    if case .snapshot = kind, let reason = Self.whyNoSnapshot(text) {
      return fail(number, "a snapshot cannot hold \(reason)", "write 'bot: …' for that")
    }
    let place = scripts[last].steps[step].expectations.count - 1
    scripts[last].steps[step].expectations[place] = .init(
      kind: kind,
      line: expectation.line,
      lastLine: number
    )
  }

  private mutating func hasStep(_ number: Int) -> Bool {
    if scripts.last?.steps.isEmpty == false { return true }
    fail(number, "nobody has spoken yet", "start with 'you: …'")
    return false
  }

  private mutating func change(_ body: (inout Script.Step) -> Void) {
    let last = scripts.count - 1
    body(&scripts[last].steps[scripts[last].steps.count - 1])
  }
}
