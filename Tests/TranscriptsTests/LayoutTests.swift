import Foundation
import Testing
import Transcripts

/// `flora test --fmt`.
struct LayoutTests {
  @Test func `marks get one space, blocks get blank lines around them, prose stays`() {
    let text = """
      ---
      seed:7
      ---
      # Milk\u{20}\u{20}
      Prose  as it is.\u{20}\u{20}
      ```  chat\u{20}

      @region   GB
        you:does  milk cause acne
      |	ok
      # a note\u{20}


      bot:   <dairy.short>
      ?intent dairy
      bot*Old  words.

      ````
      More prose.
      ~~~text
      ?not ours\u{20}
      ~~~
      """
    let expected = """
      ---
      seed: 7
      ---
      # Milk\u{20}\u{20}
      Prose  as it is.\u{20}\u{20}

      ```chat
      @region GB
      you: does  milk cause acne
      | ok
      # a note

      bot: <dairy.short>
      ? intent dairy
      bot* Old  words.
      ```

      More prose.
      ~~~text
      ?not ours\u{20}
      ~~~
      """
    #expect(ScriptLayout.text(text) == expected)
    #expect(ScriptLayout.text(expected) == expected)
  }

  @Test func `an indented block keeps its place, and lines keep their ends`() {
    #expect(
      ScriptLayout.text("\u{FEFF}- item\r\n  ```chat\r\nyou:bye\r\n  ? quits\r\n  ```")
        .unicodeScalars.elementsEqual(
          "\u{FEFF}- item\r\n\r\n  ```chat\r\n  you: bye\r\n  ? quits\r\n  ```\n".unicodeScalars
        )
    )
  }

  /// Files are spoilt line by line, then set: what comes out is what comes of the file itself.
  @Test(arguments: try TranscriptTests.files())
  func `setting a file is stable, loses nothing and mends what was spoilt`(_ file: String) throws {
    let text = try String(contentsOf: TranscriptTests.root.appending(path: file), encoding: .utf8)
    let set = ScriptLayout.text(text)
    #expect(ScriptLayout.text(set) == set)
    #expect(ScriptLayout.text(Self.spoilt(set)) == set)
    #expect(Self.words(set) == Self.words(text))
    let before = ScriptParser.parse(text, file: file).scripts
    let after = ScriptParser.parse(set, file: file).scripts
    #expect(before.map { $0.steps.map(\.message) } == after.map { $0.steps.map(\.message) })
    #expect(
      before.flatMap { $0.steps.flatMap(\.checks) }.map(\.check)
        == after.flatMap { $0.steps.flatMap(\.checks) }.map(\.check)
    )
  }

  private static func words(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }

  /// With blanks at both ends of the lines of blocks, and two after each mark.
  private static func spoilt(_ text: String) -> String {
    var isInside = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line == "```chat" { isInside = true } else if line.hasPrefix("```") { isInside = false }
      guard isInside, line != "```chat", !line.isEmpty else { return String(line) }
      let mark = ["you: ", "bot: ", "bot* ", "? ", "| "].first { line.hasPrefix($0) } ?? ""
      return "\t\(mark)  \(line.dropFirst(mark.count)) \t"
    }.joined(separator: "\n")
  }
}
