/// Reads conversations out of a Markdown file: the fenced blocks whose info word is `chat`.
package struct ScriptParser {
  private let file: String
  /// The text of a file that the transcript names, by its path from the transcript.
  private let readFile: (String) -> String?
  private var scripts: [Script] = []
  private var errors: [ScriptError] = []
  private var shared: [Script.Directive] = []
  private var heading: (name: String, line: Int)?
  private var blocks = 0

  /// - Returns: The conversations, and every mistake in the file.
  package static func parse(
    _ text: String,
    file: String,
    reading read: (String) -> String? = { _ in nil }
  ) -> (scripts: [Script], errors: [ScriptError]) {
    withoutActuallyEscaping(read) { read in
      var parser = ScriptParser(file: file, readFile: read)
      parser.read(text)
      let whole = ScriptRules.errors(in: parser.soundScripts)
      return (parser.scripts, (parser.errors + whole).sorted { $0.line < $1.line })
    }
  }

  private init(file: String, readFile: @escaping (String) -> String?) {
    self.file = file
    self.readFile = readFile
  }

  private mutating func read(_ text: String) {
    let lines = ScriptLines.lines(of: text)
    var fence: Fence?
    for index in frontMatter(lines)..<lines.count {
      let line = lines[index]
      if let open = fence {
        if open.isClosed(by: line) {
          fence = nil
        } else if open.isChat {
          readLine(line, index + 1)
        }
      } else if let opened = Fence(line) {
        fence = opened
        if opened.isChat { openBlock() }
        if opened.isSlip {
          fail(
            index + 1,
            "a block of '\(opened.word)' is not played",
            "write '\(opened.mark)chat'"
          )
        }
      } else if Self.isHeading(line) {
        heading = (line.drop { $0 == "#" }.trimmedText, index + 1)
      }
    }
    if let open = fence, open.isChat {
      fail(lines.count, "the chat block is not closed", "end it with '\(open.mark)'")
    }
    if blocks == 0, errors.isEmpty {
      fail(1, "there is no conversation in the file", "write one in a block that starts '```chat'")
    }
  }

  /// Conversations whose every line could be read; in the others what seems to be missing may be in the bad line.
  private var soundScripts: [Script] {
    scripts.enumerated().filter { index, script in
      let end = scripts.dropFirst(index + 1).first?.line ?? Int.max
      return !errors.contains { (script.line..<end).contains($0.line) }
    }.map(\.element)
  }

  private static func isHeading(_ line: String) -> Bool {
    let marks = line.prefix { $0 == "#" }.count
    return (1...6).contains(marks) && line.dropFirst(marks).first?.isWhitespace == true
  }

  /// Flat `key: value` lines between dashes, which hold for the whole file.
  private mutating func frontMatter(_ lines: [String]) -> Int {
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return 0 }
    for index in 1..<end where !lines[index].trimmedText.isEmpty {
      let parts = lines[index].split(separator: ":", maxSplits: 1).map(\.trimmedText)
      guard parts.count == 2, DirectiveRules.sharedWords.contains(parts[0]) else {
        fail(
          index + 1,
          "'\(lines[index])' is no setting of a file",
          "write 'WORD: VALUE' with one of \(DirectiveRules.sharedWords.joined(separator: ", "))"
        )
        continue
      }
      addDirective(parts[0], parts[1], index + 1)
    }
    return end + 1
  }

  /// A block under the heading of the one before goes on with its conversation.
  private mutating func openBlock() {
    blocks += 1
    let name = heading?.name ?? file
    let start = heading?.line ?? 1
    if let last = scripts.last, last.line == start, last.name == name { return }
    scripts.append(Script(name: name, file: file, line: start, directives: shared))
  }

  private mutating func readLine(_ line: String, _ number: Int) {
    let text = line.trimmedText
    if text.isEmpty || text.hasPrefix("# ") || text == "#" { return }
    if text.hasPrefix("you:") {
      addStep(text.dropFirst(4).trimmedText, number)
    } else if text.hasPrefix("bot:") {
      addExpectation(text.dropFirst(4).trimmedText, number)
    } else if text.hasPrefix("bot*") {
      addSnapshot(text.dropFirst(4).trimmedText, number)
    } else if text.hasPrefix("?") {
      addCheck(text.dropFirst(1).trimmedText, number)
    } else if text.hasPrefix("@") {
      let parts = text.dropFirst().split(separator: " ", maxSplits: 1)
      addDirective(
        parts.first.map(String.init) ?? "",
        parts.count > 1 ? parts[1].trimmedText : "",
        number
      )
    } else if text.hasPrefix("|") {
      goOn(text.dropFirst(1).trimmedText, number)
    } else {
      fail(number, "the line starts with no mark", Self.suggestion(for: text))
    }
  }

  private static func suggestion(for text: String) -> String {
    if text.hasPrefix("#") { return "write '# ' with a space for a comment" }
    let word = text.prefix { $0.isLetter }.lowercased()
    if ["you", "me", "user", "human"].contains(word) { return "write 'you: …'" }
    if ["bot", "flora", "assistant"].contains(word) { return "write 'bot: …'" }
    return "start it with you:, bot:, bot*, ?, @, | or #"
  }

  private mutating func fail(_ line: Int, _ problem: String, _ remedy: String) {
    errors.append(ScriptError(file: file, line: line, problem: problem, remedy: remedy))
  }
}

/// The start of a fenced block.
private struct Fence {
  let mark: String
  /// The first word after the mark.
  let word: String

  init?(_ line: String) {
    let indent = line.prefix { $0 == " " }.count
    let text = line.dropFirst(indent)
    guard indent < 4, let sign = text.first, sign == "`" || sign == "~" else { return nil }
    mark = String(text.prefix { $0 == sign })
    guard mark.count >= 3 else { return nil }
    let info = text.dropFirst(mark.count).trimmedText
    if sign == "`", info.contains("`") { return nil }
    word = info.split(separator: " ").first.map(String.init) ?? ""
  }

  var isChat: Bool { word == "chat" }
  /// Whether the word looks like a slip for `chat`.
  var isSlip: Bool { !isChat && ["chat", "chats"].contains(word.lowercased()) }

  func isClosed(by line: String) -> Bool {
    let text = line.trimmedText
    return text.count >= mark.count && text.allSatisfy { $0 == mark.first }
  }
}

extension ScriptParser {
  private static let keys: Set<String> = ["^C", "^D"]

  private mutating func addStep(_ text: String, _ number: Int) {
    guard !text.isEmpty else {
      return fail(number, "the person says nothing", "write what they say, or '^D'")
    }
    if text.hasPrefix("^"), !Self.keys.contains(text) {
      fail(number, "no key is named '\(text)'", "write '^C' or '^D'")
    }
    scripts[scripts.count - 1].steps.append(Script.Step(message: [text], file: file, line: number))
  }

  private mutating func addExpectation(_ text: String, _ number: Int) {
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

  private mutating func addSnapshot(_ text: String, _ number: Int) {
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

  private mutating func addCheck(_ text: String, _ number: Int) {
    guard hasStep(number) else { return }
    do throws(Check.Mistake) {
      let check = try Check.reading(text)
      change { $0.checks.append(.init(check: check, text: text, line: number)) }
    } catch {
      fail(number, error.problem, error.remedy)
    }
  }

  private mutating func addDirective(_ word: String, _ value: String, _ number: Int) {
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
    let lines = text.split(whereSeparator: \.isNewline).map(\.trimmedText)
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
  private mutating func goOn(_ text: String, _ number: Int) {
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
