import Intents
import Testing

/// Likeness to the nearest example, a sign of being out of scope.
struct NearestTests {
  /// Words of their own for each of many intents, so that no word stands in too many examples to tell them apart.
  private static let model = SmallSet.model(
    Trainer(),
    (0..<60).flatMap { number in
      ["where is the word\(number)", "word\(number) thing\(number) please"].map {
        Example($0, "topic\(number)")
      }
    } + [Example("who won the match", Model.outOfScope), Example("the match", Model.outOfScope)]
  )

  private static func nearest(_ line: String) -> Double {
    model.classify(line).evidence.nearest
  }

  @Test func `an example is most like itself`() {
    #expect(Self.nearest("where is the word7") > 0.99)
  }

  @Test func `half of its words known is less like one`() {
    let half = Self.nearest("where is the word7 of the zebra")
    #expect(half > 0.1 && half < 0.9)
  }

  @Test func `words of two examples are less like either`() {
    #expect(Self.nearest("word7 word8") < 0.99)
  }

  @Test func `nothing known is like nothing`() {
    #expect(Self.nearest("quagga zebra okapi") == 0)
  }

  @Test func `lines out of scope are not remembered`() {
    #expect(Self.nearest("quagga match") < Self.nearest("quagga word7"))
  }
}
