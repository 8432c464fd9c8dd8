internal import Language

/// Reads conversations out of a Markdown file: the fenced blocks whose info word is `chat`.
package struct ScriptParser {
  let file: String
  /// The text of a file that the transcript names, by its path from the transcript.
  let readFile: (String) -> String?
  var scripts: [Script] = []
  var errors: [ScriptError] = []
  var shared: [Script.Directive] = []
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
        heading = (line.drop { $0 == "#" }.trimmed, index + 1)
      }
    }
    if let open = fence, open.isChat {
      let last = lines.lastIndex { !$0.trimmed.isEmpty } ?? 0
      fail(last + 1, "the chat block is not closed", "end it with '\(open.mark)'")
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
    let settings = ScriptLines.settings(in: lines)
    for index in settings where !lines[index].trimmed.isEmpty {
      let parts = lines[index].split(separator: ":", maxSplits: 1).map(\.trimmed)
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
    return settings.isEmpty ? 0 : settings.upperBound + 1
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
    let text = line.trimmed
    if text.isEmpty || text.hasPrefix("# ") || text == "#" { return }
    if text.hasPrefix("you:") {
      addStep(text.dropFirst(4).trimmed, number)
    } else if text.hasPrefix("bot:") {
      addExpectation(text.dropFirst(4).trimmed, number)
    } else if text.hasPrefix("bot*") {
      addSnapshot(text.dropFirst(4).trimmed, number)
    } else if text.hasPrefix("?") {
      addCheck(text.dropFirst(1).trimmed, number)
    } else if text.hasPrefix("@") {
      let parts = text.dropFirst().split(separator: " ", maxSplits: 1)
      addDirective(
        parts.first.map(String.init) ?? "",
        parts.count > 1 ? parts[1].trimmed : "",
        number
      )
    } else if text.hasPrefix("|") {
      goOn(text.dropFirst(1).trimmed, number)
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

  mutating func fail(_ line: Int, _ problem: String, _ remedy: String) {
    errors.append(ScriptError(file: file, line: line, problem: problem, remedy: remedy))
  }
}
