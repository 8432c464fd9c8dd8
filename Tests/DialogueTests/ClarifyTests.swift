@testable import Dialogue
@testable import Intents
import Knowledge
import Packed
import Testing

/// A line that could be two things is asked about.
struct ClarifyTests {
  private static let line = "zinc or milk for my face"
  private static let topics: [ID<Topic>] = [ID("dairy"), ID("zinc")]

  private static func classified(_ best: Double, _ second: Double) -> Classification {
    Talk.classified(line, zip(topics, [best, second]).map { ($0.rawValue, 0, $1) })
  }

  @Test func `two that are as likely are too close to call`() {
    #expect(Policy.outcome(of: Self.classified(0.5, 0.49)) == .torn)
    #expect(Policy.outcome(of: Self.classified(0.5, 0.3)) == .fairly)
    #expect(Policy.outcome(of: Self.classified(0.9, 0.89)) == .sure)
    #expect(Policy.outcome(of: Self.classified(0.1, 0.1)) == .lost)
  }

  private static func asked() -> Turn {
    let heard = Talk.conversation.understand(line, State())
    var draft = Draft(state: State(), day: Talk.day, catalog: Talk.catalog)
    Talk.conversation.clarify(topics, heard, &draft)
    return draft.turn()
  }

  @Test func `both are offered by number`() {
    let turn = Self.asked()
    #expect(turn.ids == ["understand.clarify"])
    #expect(turn.intents.map(\.id) == Self.topics)
    #expect(turn.state.offers.map(\.topic) == Self.topics)
    #expect(turn.state.pending == .clarify(Self.topics, line: Self.line))
    for (number, topic) in zip(1..., Self.topics) {
      #expect(turn.replies[0].text.contains("\(number). \(Talk.catalog.title(of: topic))"))
    }
  }

  @Test(arguments: [
    ("1", "dairy.short"), ("the second", "zinc.short"),
    ("what is eczema", "eczema.short"),
  ])
  func `one is picked, or let drop`(_ answer: (line: String, reply: String)) {
    #expect(Talk.say(answer.line, in: Self.asked().state).ids == [answer.reply])
  }
}
