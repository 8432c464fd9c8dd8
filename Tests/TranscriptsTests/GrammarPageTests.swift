import Foundation
import Testing
import Transcripts

/// Every example of `docs/transcripts.md`: good ones pass, bad ones give exactly the message shown.
struct GrammarPageTests {
  struct Example: CustomTestStringConvertible {
    let line: Int
    let text: String
    /// The messages that stand below a bad example.
    var messages: [String]
    var testDescription: String { "line \(line)" }
  }

  /// Blocks of four marks hold examples; a text block right after one holds its messages.
  static func examples() throws -> [Example] {
    let page = TranscriptTests.root.appending(path: "docs/transcripts.md")
    let lines = try String(contentsOf: page, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var examples: [Example] = []
    var index = 0
    while index < lines.count {
      guard lines[index] == "````markdown" else {
        index += 1
        continue
      }
      let end = try #require(lines[index...].firstIndex(of: "````"))
      var example = Example(
        line: index + 1,
        text: lines[(index + 1)..<end].joined(separator: "\n"),
        messages: []
      )
      index = end + 1
      if lines[index...].prefix(2) == ["", "```text"] {
        let close = try #require(lines[(index + 2)...].firstIndex(of: "```"))
        example.messages = Array(lines[(index + 2)..<close])
        index = close + 1
      }
      examples.append(example)
    }
    return examples
  }

  @Test(arguments: try examples())
  func `an example passes or gives its message`(_ example: Example) {
    #expect(Talks.messages(example.text).map(Self.plain) == example.messages.map(Self.plain))
  }

  /// A message without its margin, which moves with every example that is written.
  private static func plain(_ message: String) -> String {
    message.replacing(/margin \d+\.\d+/, with: "margin")
  }

  @Test func `the page has examples of both kinds`() throws {
    let examples = try Self.examples()
    #expect(examples.filter(\.messages.isEmpty).count >= 9)
    #expect(examples.filter { !$0.messages.isEmpty }.count >= 35)
  }

  @Test(arguments: DirectiveRules.words)
  func `the page names every directive`(_ word: String) throws {
    let page = TranscriptTests.root.appending(path: "docs/transcripts.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    #expect(text.contains("| `@\(word)"))
  }

  @Test func `the page names every check`() throws {
    let page = TranscriptTests.root.appending(path: "docs/transcripts.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let words = Set(Check.forms.map { form in String(form.prefix { $0 != " " && $0 != "," }) })
    #expect(words.filter { !text.contains("`\($0)") } == [])
  }
}
