import Authoring
import Testing

struct MistakeTests {
  @Test func `finds nothing in the good content, and says how much it checked`() throws {
    let report = GoodContent.report(try GoodContent.files())
    #expect(
      report
        == LintReport(
          counts: [
            "9 texts read for their grade", "6 offers followed",
            "18 examples, 1 near misses and 5 typing slips tried",
          ]
        )
    )
  }

  @Test(arguments: Mistakes.all)
  func `tells each mistake once, with its place and its remedy`(_ mistake: Mistake) throws {
    let files = try #require(mistake.made(in: try GoodContent.files()))
    #expect(GoodContent.report(files).findings.map(\.description) == [mistake.finding])
  }

  @Test func `tells all mistakes at once, in the order of their places`() throws {
    var files = try GoodContent.files()
    for mistake in Mistakes.wording + Mistakes.names where mistake.edits.count == 1 {
      files = mistake.made(in: files) ?? files
    }
    let places = GoodContent.report(files).findings.map(\.place)
    #expect(places.count > 5)
    #expect(places == places.sorted())
  }

  @Test func `has a mistake for every rule`() {
    // A note, and what only a disk can show, have tests of their own.
    let elsewhere: Set<Rule> = [.idleKeyword, .tooLarge]
    let told = Set(
      Mistakes.all.compactMap { mistake in
        mistake.finding.split(separator: "[").last.map { String($0.dropLast()) }
      }
    )
    let untold = Rule.allCases.filter { !told.contains($0.rawValue) && !elsewhere.contains($0) }
    #expect(untold == [])
  }
}
