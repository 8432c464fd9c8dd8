/// Reads conversations out of a Markdown file: the fenced blocks whose info word is `chat`.
package struct ScriptParser {
  private let file: String
  private var scripts: [Script] = []
  private var errors: [ScriptError] = []
  private var shared: [Script.Directive] = []
  private var heading: (name: String, line: Int)?
  private var isOpen = false
  private var opened = 0

  /// Words that may follow `@`.
  package static let directives: Set<String> = [
    "clock", "advance", "seed", "profile", "region", "lang", "width", "set", "label", "use", "each",
    "tags", "locked",
    "skip", "todo", "strict",
  ]

  /// - Returns: The conversations, and every mistake in the file.
  package static func parse(_ text: String, file: String) -> (
    scripts: [Script], errors: [ScriptError]
  ) {
    var parser = ScriptParser(file: file)
    parser.read(text)
    return (parser.scripts, parser.errors)
  }

  private init(file: String) { self.file = file }

  private mutating func read(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.last == "\r" ? String(line.dropLast()) : String(line)
    }
    var index = frontMatter(lines)
    var fence: String?
    while index < lines.count {
      let line = lines[index]
      if let open = fence {
        if line.trimmedText == open {
          fence = nil
          isOpen = false
        } else if isOpen {
          readLine(line, index + 1)
        }
      } else if line.hasPrefix("#") {
        heading = (line.drop { $0 == "#" }.trimmedText, index + 1)
      } else if line.hasPrefix("```") {
        let mark = String(line.prefix { $0 == "`" })
        fence = mark
        isOpen = line.dropFirst(mark.count).trimmedText == "chat"
        if isOpen { openBlock(index + 1) }
      }
      index += 1
    }
    if fence != nil, isOpen { fail(lines.count, "the chat block is not closed", "end it with ```") }
    finish()
  }

  /// Flat `key: value` lines between dashes, which hold for the whole file.
  private mutating func frontMatter(_ lines: [String]) -> Int {
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return 0 }
    for index in 1..<end where !lines[index].trimmedText.isEmpty {
      let parts = lines[index].split(separator: ":", maxSplits: 1).map(\.trimmedText)
      guard parts.count == 2, Self.directives.contains(parts[0]) else {
        fail(
          index + 1,
          "'\(lines[index])' is no setting",
          "write one of \(Self.directives.sorted().joined(separator: ", ")) and a value"
        )
        continue
      }
      shared.append(Script.Directive(word: parts[0], value: parts[1], line: index + 1, before: 0))
    }
    return end + 1
  }

  /// A block under the heading of the one before goes on with its conversation.
  private mutating func openBlock(_ line: Int) {
    opened = line
    let name = heading?.name ?? file
    let start = heading?.line ?? 1
    if let last = scripts.last, last.line == start, last.name == name { return }
    scripts.append(Script(name: name, file: file, line: start, directives: shared, steps: []))
  }

  private mutating func readLine(_ line: String, _ number: Int) {
    let text = line.trimmedText
    if text.isEmpty || text.hasPrefix("# ") || text == "#" { return }
    if text.hasPrefix("you:") {
      addStep(text.dropFirst(4).trimmedText, number)
    } else if text.hasPrefix("bot:") {
      addExpectation(text.dropFirst(4).trimmedText, isSnapshot: false, number)
    } else if text.hasPrefix("bot*") {
      addExpectation(text.dropFirst(4).trimmedText, isSnapshot: true, number)
    } else if text.hasPrefix("?") {
      addCheck(text.dropFirst(1).trimmedText, number)
    } else if text.hasPrefix("@") {
      addDirective(String(text.dropFirst(1)), number)
    } else if text.hasPrefix("|") {
      goOn(text.dropFirst(1).trimmedText, number)
    } else {
      fail(number, "the line starts with no mark", suggestion(for: text))
    }
  }

  private func suggestion(for text: String) -> String {
    let word = text.prefix { $0.isLetter }.lowercased()
    if ["you", "me", "user", "human"].contains(word) { return "write 'you: …'" }
    if ["bot", "flora", "assistant"].contains(word) { return "write 'bot: …'" }
    return "start it with you:, bot:, bot*, ?, @, | or #"
  }
}

extension ScriptParser {
  private mutating func addStep(_ text: String, _ number: Int) {
    guard !text.isEmpty else {
      return fail(number, "the person says nothing", "write what they say, or '^D'")
    }
    scripts[scripts.count - 1].steps.append(Script.Step(message: [text], line: number))
  }

  private mutating func addExpectation(_ text: String, isSnapshot: Bool, _ number: Int) {
    guard hasStep(number) else { return }
    let kind: Script.Expectation.Kind
    switch text {
    case "": return fail(number, "nothing is expected", "write the words, <id>, [any] or [none]")
    case "[any]": kind = .any
    case "[none]": kind = .none
    case _
    where text.hasPrefix("<") && text.hasSuffix(">") && !text.dropFirst().dropLast().contains(" "):
      kind = .id(String(text.dropFirst().dropLast()))
    default: kind = isSnapshot ? .snapshot(text) : .text(text)
    }
    change { $0.expectations.append(.init(kind: kind, line: number, lastLine: number)) }
  }

  private mutating func addCheck(_ text: String, _ number: Int) {
    guard hasStep(number) else { return }
    guard let check = Check(text) else {
      return fail(
        number,
        "'\(text)' is no check",
        "write one of: \(Check.forms.joined(separator: "; "))"
      )
    }
    change { $0.checks.append(.init(check: check, text: text, line: number)) }
  }

  private mutating func addDirective(_ text: String, _ number: Int) {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    let word = parts.first ?? ""
    guard Self.directives.contains(word) else {
      return fail(
        number,
        "no directive is named '@\(word)'",
        "use one of @\(Self.directives.sorted().joined(separator: ", @"))"
      )
    }
    let last = scripts.count - 1
    scripts[last].directives.append(
      Script.Directive(
        word: word,
        value: parts.count > 1 ? parts[1].trimmedText : "",
        line: number,
        before: scripts[last].steps.count
      )
    )
  }

  /// A line that goes on with the message or the expectation before it.
  private mutating func goOn(_ text: String, _ number: Int) {
    guard hasStep(number) else { return }
    let last = scripts.count - 1
    let step = scripts[last].steps.count - 1
    guard let expectation = scripts[last].steps[step].expectations.last else {
      let old = scripts[last].steps[step]
      scripts[last].steps[step] = Script.Step(message: old.message + [text], line: old.line)
      return
    }
    let kind: Script.Expectation.Kind
    switch expectation.kind {
    case .text(let words): kind = .text("\(words)\n\(text)")
    case .snapshot(let words): kind = .snapshot("\(words)\n\(text)")
    case .id, .any, .none: return fail(number, "nothing can go on here", "remove the line")
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

  private mutating func fail(_ line: Int, _ problem: String, _ remedy: String) {
    errors.append(ScriptError(file: file, line: line, problem: problem, remedy: remedy))
  }

  /// What only shows when a conversation is whole.
  private mutating func finish() {
    for script in scripts where !script.directives.contains(where: { $0.word == "skip" }) {
      let isFragment = script.tags.contains("fragment")
      if script.steps.isEmpty, !script.directives.contains(where: { $0.word == "use" }) {
        fail(script.line, "the conversation '\(script.name)' is empty", "write what is said")
      }
      let hasCheck = script.steps.contains { step in
        !step.checks.isEmpty || step.expectations.contains { $0.kind != .any }
      }
      if !hasCheck, !isFragment, !script.steps.isEmpty {
        fail(
          script.line,
          "the conversation '\(script.name)' checks nothing",
          "add a bot line or a check"
        )
      }
      for step in script.steps {
        for expectation in step.expectations where expectation.kind == .any && step.checks.isEmpty {
          fail(
            expectation.line,
            "[any] stands without a check",
            "add a '?' line that says what matters"
          )
        }
        if step.expectations.isEmpty {
          fail(
            step.line,
            "no answer is expected",
            "add 'bot: …', 'bot: [any]' with a check, or 'bot: [none]'"
          )
        }
      }
      checkVariables(script)
    }
  }

  private mutating func checkVariables(_ script: Script) {
    let texts = script.steps.flatMap { step in
      step.message.map { ($0, step.line) }
        + step.expectations.compactMap { expectation in
          switch expectation.kind {
          case .text(let text), .snapshot(let text): (text, expectation.line)
          default: nil
          }
        } + step.checks.map { ($0.text, $0.line) }
    }
    for (text, line) in texts {
      for name in Pattern.captures(in: text)
      where !texts.contains(where: { $0.0.contains("{\(name)}") }) {
        fail(line, "the capture '\(name)' is never used", "use {\(name)} later or write [...]")
      }
    }
  }
}
