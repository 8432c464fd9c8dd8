import Language
import Testing

/// A line and the numbers in it, ranges by their middle.
struct NumberCase: CustomTestStringConvertible, Sendable {
  let line: String
  let values: [Double]
  var testDescription: String { line }
}

struct NumberTests {
  @Test(arguments: [
    NumberCase(line: "i sleep 6.5 hours", values: [6.5]),
    NumberCase(line: "six and a half", values: [6.5]),
    NumberCase(line: "5-6 drinks", values: [5.5]),
    NumberCase(line: "between 7 and 8", values: [7.5]),
    NumberCase(line: "two or three", values: [2.5]),
    NumberCase(line: "twice", values: [2]),
    NumberCase(line: "no numbers here", values: []),
  ])
  func `numbers are read from digits and words`(_ given: NumberCase) {
    #expect(Numbers.spans(in: Tokenizer.tokens(in: given.line)).map(\.value) == given.values)
  }

  @Test(arguments: [("days", 1 / 7.0), ("fortnight", 2.0), ("months", 13 / 3.0), ("yrs", 52.0)])
  func `units of time are counted in weeks`(_ word: String, _ weeks: Double) {
    #expect(TimeSpan.weeks(per: word) == weeks)
  }

  @Test func `a word that is no unit has no length`() {
    #expect(TimeSpan.weeks(per: "milk") == nil)
  }

  @Test(arguments: [
    ("daily", 7.0), ("a day", 7.0), ("every other day", 3.5), ("per week", 1.0),
    ("on sundays", 1.0), ("every single night", 7.0),
  ])
  func `how often is counted a week`(_ words: String, _ times: Double) {
    #expect(TimeSpan.perWeek(at: 0, in: Tokenizer.tokens(in: words))?.times == times)
  }
}
