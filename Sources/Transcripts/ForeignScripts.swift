internal import Language

/// Reads conversations that were written for other tools.
///
/// Their bot lines are met as their own tools meet them: anywhere in a message, other messages allowed.
package enum ForeignScripts {
  package enum Kind: Sendable {
    case botium, botFramework
  }

  /// What kind of file a path names; nil for Markdown and everything else.
  package static func kind(of path: String) -> Kind? {
    if path.hasSuffix(".convo.txt") { return .botium }
    return path.hasSuffix(".chat") ? .botFramework : nil
  }

  package static func parse(_ text: String, file: String, as kind: Kind) -> (
    scripts: [Script], errors: [ScriptError]
  ) {
    let lines = ScriptLines.lines(of: text)
    var reader = ForeignReader(file: file)
    switch kind {
    case .botium: reader.readBotium(lines)
    case .botFramework: reader.readBotFramework(lines)
    }
    let loose = Script.Directive(
      word: "strict",
      value: "no, as its own tool does",
      line: 1,
      before: 0
    )
    let script = Script(
      name: reader.name,
      file: file,
      line: 1,
      directives: [loose],
      steps: reader.steps
    )
    return ([script], reader.errors.isEmpty ? reader.missing(in: script) : reader.errors)
  }
}

/// Turns the lines of another tool's file into steps.
private struct ForeignReader {
  let file: String
  var name: String
  var steps: [Script.Step] = []
  var errors: [ScriptError] = []

  init(file: String) {
    self.file = file
    name = file.split(separator: "/").last.map(String.init) ?? file
  }

  mutating func fail(_ line: Int, _ problem: String, _ remedy: String) {
    errors.append(ScriptError(file: file, line: line, problem: problem, remedy: remedy))
  }

  /// A file without a word from the bot checks nothing; turns without one take any answer.
  func missing(in script: Script) -> [ScriptError] {
    if script.steps.isEmpty {
      return [
        ScriptError(
          file: file,
          line: 1,
          problem: "there is no conversation in the file",
          remedy: "write what the person says"
        )
      ]
    }
    let hasCheck = script.steps.contains { !$0.expectations.isEmpty || !$0.checks.isEmpty }
    return hasCheck
      ? []
      : [
        ScriptError(
          file: file,
          line: 1,
          problem: "the conversation checks nothing",
          remedy: "write at least one thing that the bot says"
        )
      ]
  }

  private mutating func say(_ text: String, _ line: Int) {
    steps.append(Script.Step(message: [text], file: file, line: line))
  }

  private mutating func expect(_ kind: Script.Expectation.Kind, _ line: Int) {
    guard !steps.isEmpty else {
      return fail(line, "the bot speaks first", "Flora answers what people say: remove the line")
    }
    steps[steps.count - 1].expectations.append(.init(kind: kind, line: line, lastLine: line))
  }
}

extension ForeignReader {
  /// Words that begin a line of Botium's own checks, which are not words to expect.
  private static let asserters: Set<String> = [
    "BUTTONS", "MEDIA", "CARDS", "FORMS", "ENTITIES", "ENTITY_VALUES", "INTENT_CONFIDENCE",
    "JSON_PATH", "RESPONSE_LENGTH", "PAUSE", "WAITFORBOT", "SET_SCRIPTING_MEMORY",
    "CLEAR_SCRIPTING_MEMORY", "ASSIGN_SCRIPTING_MEMORY", "UPDATE_CUSTOM", "BUTTON", "UTTERANCES",
  ]

  /// Botium's text form: the name on the first line, then `#me` and `#bot` sections.
  mutating func readBotium(_ lines: [String]) {
    var section: (word: String, line: Int)?
    var words: [String] = []
    for (index, line) in lines.enumerated() {
      let text = line.trimmed
      if text.hasPrefix("#") {
        if let section { close(section, words) }
        section = (String(text.dropFirst().prefix { !$0.isWhitespace }), index + 1)
        words = []
      } else if section != nil {
        if !text.isEmpty { words.append(text) }
      } else if !text.isEmpty, name == file.split(separator: "/").last.map(String.init) {
        name = text
      }
    }
    if let section { close(section, words) }
  }

  private mutating func close(_ section: (word: String, line: Int), _ words: [String]) {
    switch section.word {
    case "me":
      guard !words.isEmpty else {
        return fail(section.line, "the person says nothing", "write what they say under #me")
      }
      say(words.joined(separator: "\n"), section.line)
    case "bot":
      if !steps.isEmpty { expectBotium(words, section.line) }
    case "begin", "end", "include": break
    default:
      fail(section.line, "no section is named '#\(section.word)'", "use #me and #bot")
    }
  }

  /// One message; `!` denies it, and INTENT is the one of Botium's checks that Flora has too.
  private mutating func expectBotium(_ words: [String], _ line: Int) {
    var plain: [String] = []
    for (offset, text) in words.enumerated() {
      let word = String(text.prefix { !$0.isWhitespace })
      if word == "INTENT" {
        let check = "intent \(text.dropFirst(word.count).trimmed)"
        if let read = Check(check) {
          steps[steps.count - 1].checks.append(
            .init(check: read, text: check, line: line + offset + 1)
          )
        }
      } else if Self.asserters.contains(word) {
        fail(line + offset + 1, "'\(word)' is a check that Flora does not know", "remove the line")
      } else {
        plain.append(text)
      }
    }
    guard let first = plain.first else {
      return words.isEmpty ? expect(.like("*"), line) : ()
    }
    let text = plain.joined(separator: " ")
    expect(first.hasPrefix("!") ? .unlike(String(text.dropFirst())) : .like(text), line)
  }
}

extension ForeignReader {
  /// Bot Framework's form: `user:` and `bot:` lines, `>` comments, `user=Name` to rename the two.
  mutating func readBotFramework(_ lines: [String]) {
    var names = ["user": "user", "bot": "bot"]
    var open: (isBot: Bool, words: [String], line: Int)?
    for (index, line) in lines.enumerated() {
      let text = line.trimmed
      if text.hasPrefix(">") { continue }
      if let setting = Self.setting(text) {
        names[setting.who] = setting.name
      } else if let spoken = Self.spoken(text, names) {
        close(open)
        open = (spoken.isBot, [spoken.words], index + 1)
      } else if open != nil {
        open?.words.append(text)
      } else if !text.isEmpty {
        fail(index + 1, "nobody says the line", "start it with 'user:' or 'bot:'")
      }
    }
    close(open)
  }

  private static func setting(_ text: String) -> (who: String, name: String)? {
    let parts = text.split(separator: "=", maxSplits: 1).map(\.trimmed)
    guard parts.count == 2, ["user", "bot"].contains(parts[0].lowercased()) else { return nil }
    return (parts[0].lowercased(), parts[1])
  }

  private static func spoken(_ text: String, _ names: [String: String]) -> (
    isBot: Bool, words: String
  )? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let who = text[..<colon].trimmed.lowercased()
    let words = text[text.index(after: colon)...].trimmed
    if who == "bot" || who == names["bot"]?.lowercased() { return (true, words) }
    return who == "user" || who == names["user"]?.lowercased() ? (false, words) : nil
  }

  private mutating func close(_ open: (isBot: Bool, words: [String], line: Int)?) {
    guard let open else { return }
    let text = open.words.map { without($0, at: open.line) }.filter { !$0.isEmpty }
      .joined(separator: open.isBot ? " " : "\n")
    if open.isBot {
      if !text.isEmpty, !steps.isEmpty { expect(.like(text), open.line) }
    } else if !text.isEmpty {
      say(text, open.line)
    }
  }

  /// The words without `[Typing]` and `[Delay=…]`, which mean nothing in a test.
  private mutating func without(_ text: String, at line: Int) -> String {
    var text = text
    while let start = text.firstIndex(of: "["), let end = text[start...].firstIndex(of: "]") {
      let inner = text[text.index(after: start)..<end].lowercased()
      if inner == "typing" || inner.hasPrefix("delay=") {
        text.removeSubrange(start...end)
      } else {
        if inner.contains("=") {
          fail(line, "'[\(inner)]' is nothing that Flora can send or get", "remove it")
        }
        return text.trimmed
      }
    }
    return text.trimmed
  }
}
