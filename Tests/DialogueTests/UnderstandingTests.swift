import Dialogue
import Knowledge
import Packed
import Testing

/// What a line is taken to ask, beyond the keyword model.
struct UnderstandingTests {
  struct Line: CustomTestStringConvertible {
    let line: String
    let intents: [String]

    var testDescription: String { line }
  }

  static let pairs = [
    Line(line: "who made this and do you keep what i type", intents: ["bot-identity", "privacy"]),
    Line(
      line: "does zinc help acne, and are eggs bad for rosacea",
      intents: ["zinc", "foods-to-avoid"]
    ),
    Line(
      line: "is kefir good for eczema and does it work",
      intents: ["fermented-foods", "eczema"]
    ),
  ]

  @Test(arguments: pairs)
  func `a line is cut where it asks afresh`(_ pair: Line) {
    #expect(Talk.say(pair.line, in: State()).intents.map(\.id.rawValue) == pair.intents)
  }

  static let narrow = [
    Line(line: "what is azelaic acid", intents: ["topical-treatments"]),
    Line(line: "should i take magnesium", intents: ["supplements-overview"]),
    Line(line: "does toothpaste work on spots", intents: ["skincare-avoid", "acne"]),
  ]

  @Test(arguments: narrow)
  func `a narrow topic is reported by the wider one`(_ line: Line) {
    let turn = Talk.say(line.line, in: State())
    #expect(turn.intents.map(\.id.rawValue) == line.intents)
    #expect(turn.replies.first?.kind == .answer)
  }

  @Test(arguments: ["do you reckon ghosts are real", "skip the second song on the record"])
  func `talk that is about nothing known is no talk`(_ line: String) {
    #expect(Talk.say(line, in: State()).intents.isEmpty)
  }
}
