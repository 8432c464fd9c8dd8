import Authoring
import Testing

/// Where the words that counted were learned.
struct DecidingEntriesTests {
  private static func entries(_ terms: String..., topic: String = "dairy") throws -> [String] {
    let content = Content(try SourceFolder(root: GoodContent.root))
    return DecidingEntries(content).entries(for: terms, topic: topic).map {
      "\($0.place.file):\($0.place.line) \($0.kind): \($0.text)"
    }
  }

  @Test func `a curators' word and a concept's word are both named`() throws {
    #expect(
      try Self.entries("cheese") == [
        "intents/diet/dairy.yml:3 strong: cheese", "seeds/concepts.yml:2 concept dairy: cheese",
      ]
    )
  }

  @Test func `another word is in the shortest example that holds it`() throws {
    #expect(
      try Self.entries("give … up") == ["intents/diet/dairy.yml:10 example: should i give up dairy"]
    )
  }

  @Test func `a word that stands nowhere has no entry`() throws {
    #expect(try Self.entries("quagga") == [])
    #expect(try Self.entries("cheese", topic: "nowhere") == [])
  }
}
