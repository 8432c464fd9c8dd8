import Testing
import Transcripts

struct ReportTests {
  private let results = Talks.play(
    """
    # Good
    \(Talks.block("you: bye", "bot: <chat.goodbye>"))
    # Bad #1
    \(Talks.block("you: bye", "bot: Take good care. [...]", "? not quits"))
    # Later
    \(Talks.block("@skip not yet", "you: bye", "bot: no"))
    # Someday
    \(Talks.block("@todo soon", "you: bye", "bot: no"))
    """
  ).results

  @Test func `people see one context a turn and the words compared without what a gap covers`() {
    let lines = Report.text(of: results, as: .pretty).split(separator: "\n").map(String.init)
    #expect(
      lines.prefix(6) == [
        "example.chat.md:6: Bad #1",
        "  example.chat.md:9: bot: …",
        "    words:    Take [-good-] care. [...]",
        "  example.chat.md:10: ? not quits",
        "    expected: not the talk to end",
        "    actual:   <chat.goodbye>",
      ]
    )
    #expect(lines.last == "4 conversations: 1 passed, 1 failed, 1 skipped, 1 to do")
    #expect(lines.filter { $0.hasPrefix("    why:") }.count == 1)
  }

  @Test func `TAP has a subtest a conversation and marks what is skipped or to do`() {
    let lines = Report.text(of: results, as: .tap).split(separator: "\n").map(String.init)
    let points = lines.filter { $0.contains("ok ") && !$0.hasPrefix(" ") }
    #expect(lines.prefix(2) == ["TAP version 14", "1..4"])
    #expect(
      points == [
        "ok 1 - example.chat.md:1 Good",
        "not ok 2 - example.chat.md:6 Bad \\#1",
        "ok 3 - example.chat.md:12 Later # SKIP not yet",
        "not ok 4 - example.chat.md:18 Someday # TODO soon",
      ]
    )
    #expect(lines.contains("    not ok 1 - line 8: bye"))
  }

  @Test func `JUnit counts the same and holds no bare sign`() {
    let text = Report.text(of: results, as: .junit)
    #expect(
      text.contains(
        "<testsuites name=\"flora test\" tests=\"4\" failures=\"1\" errors=\"0\" skipped=\"2\">"
      )
    )
    #expect(text.contains("&lt;chat.goodbye&gt;"))
  }

  @Test func `JSON has one object a line`() {
    let lines = Report.text(of: results, as: .json).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.hasPrefix("{\"failures\":[") && $0.hasSuffix("}") })
  }

  @Test func `a file with mistakes is a failure in every report`() {
    let mistakes = CaseResult.mistakes([
      ScriptError(file: "a.md", line: 3, problem: "p", remedy: "r"),
      ScriptError(file: "a.md", line: 5, problem: "q", remedy: "s"),
    ])
    #expect(mistakes.map(\.failures.count) == [2])
    #expect(
      Report.summary(mistakes)
        == "0 conversations: 0 passed, 0 failed, 1 with mistakes in the file, not played"
    )
    #expect(Report.text(of: mistakes, as: .tap).contains("\nnot ok 1 - a.md:3 "))
  }
}
