@testable import Dialogue
@testable import Intents
import Knowledge
import Packed
import Testing

/// What a line is beyond doubt, though another reading comes first.
struct PlainTests {
  private static func heard(_ line: String, _ ranked: [(String, Double, Double)]) -> Heard {
    Heard(
      text: line,
      classification: Talk.classified(line, ranked),
      mentions: [],
      facts: ([], []),
      isQuestion: line.hasSuffix("?"),
      asksFrom: nil,
      wordCount: line.split(separator: " ").count
    )
  }

  private static func topics(_ heard: Heard) -> [String] {
    let read = Reader(Talk.catalog).readings(of: heard, context: nil, split: [])
    guard case .topics(let topics) = read else { return [] }
    return topics.map(\.topic.rawValue)
  }

  @Test func `two topics beyond doubt are both answered`() {
    let line = "are berries among the best foods?"
    let both = [("polyphenols", 1.0, 0.6), ("top-foods-clear-skin", 0.9, 0.4)]
    #expect(Self.topics(Self.heard(line, both)) == ["polyphenols", "top-foods-clear-skin"])
    let one = [("polyphenols", 1.0, 0.9), ("top-foods-clear-skin", 0.3, 0.1)]
    #expect(Self.topics(Self.heard(line, one)) == ["polyphenols"])
  }

  @Test func `topics that one claim joins have one answer`() {
    let joined = [("zinc", 1.0, 0.6), ("acne", 0.9, 0.4)]
    #expect(Self.topics(Self.heard("zinc acne", joined)) == ["zinc"])
  }

  @Test func `talk beyond doubt is talk, whatever else is named`() {
    let ranked = [("chocolate", 1.0, 0.7), ("thanks", 0.5, 0.2)]
    #expect(Dialogue(Self.heard("thanks, not least for the chocolate", ranked)) == .thanks)
    #expect(Dialogue(Self.heard("thanks, and what of chocolate?", ranked)) == nil)
    let weak = [("chocolate", 1.0, 0.7), ("thanks", 0.1, 0.2)]
    #expect(Dialogue(Self.heard("thanks to the chocolate", weak)) == nil)
  }
}
