import Authoring
import Foundation
import Testing

struct LintTests {
  @Test func `notes keywords that no example holds, and calls them no mistake`() throws {
    var files = try GoodContent.files()
    files["intents/diet/dairy.yml"] = files["intents/diet/dairy.yml"]?
      .replacing("weak: [milk]", with: "weak: [milk, goat+cheese, yak*, \"sour cream\"]")
    let report = GoodContent.report(files)
    #expect(report.findings == [])
    #expect(
      report.notes.map(\.description) == [
        "intents/diet/dairy.yml:4:14: no example holds 'goat+cheese'; add one that does, or drop the word [idle-keyword]",
        "intents/diet/dairy.yml:4:27: no example holds 'yak*'; add one that does, or drop the word [idle-keyword]",
        "intents/diet/dairy.yml:4:33: no example holds 'sour cream'; add one that does, or drop the word [idle-keyword]",
      ]
    )
  }

  @Test func `says so when there is no text to read`() throws {
    let files = try GoodContent.files().filter { !$0.key.hasPrefix("seeds/answers/") }
    let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, text: $0.value) }
    let linter = Linter(
      Content(SourceFolder(files: sources)),
      released: "2026-11-23",
      dictionary: []
    )
    #expect(
      linter.report([.readability]).findings.map(\.description)
        == ["seeds/answers:1:1: no text was read; write an answer [readability]"]
    )
  }

  @Test func `passes over a finding that the content says is right`() throws {
    var files = try GoodContent.files()
    files["seeds/answers/diet/dairy.md"] = files["seeds/answers/diet/dairy.md"]?
      .replacing("Try one change at a time.", with: "Some say that it cures them.")
    files["seeds/wording-rules.yml"] = files["seeds/wording-rules.yml"]?
      .replacing(
        "exceptions: []",
        with:
          "exceptions:\n  - { rule: promise, file: seeds/answers/diet/dairy.md, has: cures, why: what some say }"
      )
    #expect(GoodContent.report(files).findings == [])
  }

  @Test func `asks only for the rules that are wanted`() throws {
    let files = try #require(Mistakes.wording.first?.made(in: try GoodContent.files()))
    let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, text: $0.value) }
    let content = Content(SourceFolder(files: sources))
    let linter = Linter(content, released: "2026-11-23", dictionary: [])
    #expect(linter.report([]) == LintReport())
    #expect(linter.report([.evidence]).findings == [])
    #expect(linter.report([.wording]).findings.map(\.rule) == [.promise])
  }

  @Test func `finds the same on any number of threads`() throws {
    let files = try GoodContent.files()
    let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, text: $0.value) }
    let content = Content(SourceFolder(files: sources))
    let reports = [1, 4].map { threads in
      Linter(content, released: "2030-01-01", dictionary: ["cheese"], threads: threads)
        .report(Set(Linter.Part.allCases))
    }
    #expect(reports[0] == reports[1])
    #expect(reports[0].findings.count == 9 + 2 + 1 + 3)
  }

  @Test func `refuses a file that is too large or no text`() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "flora-lint-\(UUID())")
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.copyItem(atPath: GoodContent.root, toPath: root.path)
    let large = String(repeating: "# a remark that goes on\n", count: 50_000)
    try Data(large.utf8).write(to: root.appending(path: "seeds/large.yml"))
    try Data([0x61, 0xFF, 0x0A]).write(to: root.appending(path: "seeds/bytes.yml"))
    let report = GoodContent.report(try SourceFolder(root: root.path))
    #expect(
      report.findings.map(\.description) == [
        "seeds/bytes.yml:1:1: the file is not UTF-8 text; save it as UTF-8 [unreadable]",
        "seeds/large.yml:1:1: the file is over 1 MiB; split it [too-large]",
      ]
    )
  }

  @Test func `says which folder is missing`() {
    let error = #expect(throws: SourceFolder.Missing.self) { try SourceFolder(root: "/nowhere") }
    #expect(error?.folder == "/nowhere/intents")
  }
}
