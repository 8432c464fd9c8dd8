import Intents
import Language
import Testing

/// Where a long line asks, and what that is worth.
struct QuestionPlaceTests {
  struct Line: CustomTestStringConvertible {
    let line: String
    /// The words of the question; nil where none stands out.
    let question: String?

    var testDescription: String { line }
  }

  static let lines = [
    Line(line: "does milk cause spots?", question: nil),
    Line(
      line: "we moved to the coast in May and I work nights in a bakery. does milk cause spots?",
      question: "does milk cause spots ?"
    ),
    Line(
      line: "does milk cause spots? my sister swears it does and my mum says it is all in my head",
      question: "does milk cause spots ?"
    ),
    Line(
      line:
        "I have worked on a dairy farm since I left school in June, so what is a good face wash",
      question: "what is a good face wash"
    ),
    Line(
      line: "my sister likes milk. my mum likes cheese and my brother eats only toast and jam",
      question: nil
    ),
  ]

  @Test(arguments: lines)
  func `the last thing asked in a long line is its question`(_ line: Line) {
    let tokens = Tokenizer.tokens(in: line.line)
    let range = QuestionPlace.range(in: tokens)
    #expect(range.map { $0.map(tokens.text).joined(separator: " ") } == line.question)
  }

  @Test func `a story counts for less than its question, and the sum still adds up`() throws {
    let story = "i sleep badly in a tent with no bed and a loud owl all of june. is cheese bad?"
    var recipe = Recipe()
    recipe.storyWeight = 0.2
    let models = [SmallSet.model(), SmallSet.model(Trainer(recipe: recipe))]
    let margins = models.map { $0.classify(story).ranked.first { $0.intent == "dairy" }?.margin }
    #expect(try #require(margins[1]) > #require(margins[0]))
    let heard = models[1].classify(story)
    let best = try #require(heard.best)
    let explanation = try #require(models[1].explain(heard, as: best.intent))
    #expect(abs(explanation.sum - best.margin) < 1e-4)
  }
}
