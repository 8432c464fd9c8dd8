import Language
import Testing

/// A line and its words that are denied.
struct DenialCase: CustomTestStringConvertible, Sendable {
  let line: String
  let denied: [String]
  var testDescription: String { line }
}

struct ClauseTests {
  private let words = SentenceWords([
    .negators: ["no", "not", "never", "without"], .contrast: ["but"],
    .notDenials: ["does not fade"],
  ])

  private func clauses(_ line: String) -> (tokens: Tokens, clauses: [Clause]) {
    let tokens = Tokenizer.tokens(in: line)
    let stems = StemReader().stems(of: tokens)
    return (tokens, ClauseReader(words).clauses(of: tokens, stems: stems))
  }

  @Test(arguments: [
    DenialCase(line: "no fever", denied: ["fever"]),
    DenialCase(line: "i have no fever but a rash", denied: ["fever"]),
    DenialCase(line: "the rash does not fade", denied: []),
    DenialCase(line: "i have a fever", denied: []),
  ])
  func `a negator denies up to the end of its clause`(_ given: DenialCase) {
    let (tokens, clauses) = clauses(given.line)
    let denied = clauses.flatMap { $0.denied.sorted() }.map(tokens.text)
    #expect(denied == given.denied)
  }

  @Test func `pauses and contrast divide a line`() {
    let (_, clauses) = clauses("i sleep badly, my skin itches but it fades")
    #expect(clauses.map(\.tokens) == [0..<3, 4..<7, 7..<10])
  }

  @Test func `a question mark makes a question`() {
    let (_, clauses) = clauses("milk is fine. is cheese?")
    #expect(clauses.map(\.isQuestion) == [false, true])
  }
}
