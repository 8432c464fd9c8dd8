import Testing
import Transcripts

struct CoverageTests {
  private func report(_ lines: String...) -> CoverageReport {
    let text = (["```chat"] + lines + ["```"]).joined(separator: "\n")
    var coverage = Coverage()
    for result in Talks.play(text).results { coverage.merge(result.coverage) }
    return CoverageReport(of: coverage, in: Talks.catalog)
  }

  private func missed(_ kind: Coverage.Kind, in report: CoverageReport) -> [String] {
    report.rows.first { $0.kind == kind }?.missed ?? []
  }

  @Test func `an answer and its views are counted apart`() {
    let report = report(
      "you: does milk cause acne",
      "bot: [any]",
      "? sure",
      "you: more",
      "bot: [any]",
      "? sure"
    )
    #expect(!missed(.topics, in: report).contains("dairy"))
    #expect(!missed(.answers, in: report).contains("dairy"))
    #expect(!missed(.views, in: report).contains("dairy.fuller"))
    #expect(missed(.views, in: report).contains("dairy.plain"))
  }

  @Test func `a question and the choice taken are counted`() {
    let report = report(
      "you: make me a plan",
      "bot: <form.start>",
      "bot: <form.concern>",
      "you: 2",
      "bot: [any]",
      "bot: [any]",
      "? slot concern = eczema"
    )
    #expect(!missed(.questions, in: report).contains("concern"))
    #expect(!missed(.choices, in: report).contains("concern: eczema"))
    #expect(missed(.choices, in: report).contains("concern: acne or spots"))
  }

  @Test func `minimums are read and enforced`() throws {
    let report = report("you: bye", "bot: <chat.goodbye>")
    let least = try CoverageReport.minimums("topics=100,rules=0")
    #expect(least == [.topics: 100, .rules: 0])
    #expect(report.shortfalls(least) == ["coverage of topics is 0 %, and 100 % is wanted"])
    #expect(throws: Check.Mistake.self) { try CoverageReport.minimums("topics=101") }
    #expect(throws: Check.Mistake.self) { try CoverageReport.minimums("tpics=90") }
  }
}
