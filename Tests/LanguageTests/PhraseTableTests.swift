import Language
import Testing

/// A line, and the phrases that are found in it under each name.
struct PhraseCase: CustomTestStringConvertible, Sendable {
  let line: String
  let alone: [String]
  let absorbed: [String]
  var testDescription: String { line }
}

struct PhraseTableTests {
  private let table = PhraseTable(
    [
      PhraseTable.Entry(name: "drink", phrases: ["milk", "oat milk tea"]),
      PhraseTable.Entry(name: "food", phrases: ["oat", "milk tea"]),
    ],
    hidden: ["goat milk"]
  )

  private func found(_ line: String, _ absorbing: PhraseTable.Absorbing) -> [String] {
    let tokens = Tokenizer.tokens(in: line)
    return table.matches(in: StemReader().stems(of: tokens), absorbing: absorbing).map { match in
      let words = (match.first...match.last).map { tokens.text(Int($0)) }
      return "\(table.names[match.name]): \(words.joined(separator: " "))"
    }.sorted()
  }

  @Test(arguments: [
    PhraseCase(
      line: "oat milk tea",
      alone: ["drink: oat milk tea", "food: milk tea", "food: oat"],
      absorbed: ["drink: oat milk tea"]
    ),
    PhraseCase(
      line: "milk tea and oat milk",
      alone: ["drink: milk", "drink: milk", "food: milk tea", "food: oat"],
      absorbed: ["drink: milk", "food: milk tea", "food: oat"]
    ),
    PhraseCase(line: "oat cakes", alone: ["food: oat"], absorbed: ["food: oat"]),
    PhraseCase(line: "tea", alone: [], absorbed: []),
  ])
  func `the longest phrase absorbs the shorter ones under all names or its own`(_ given: PhraseCase)
  {
    #expect(found(given.line, .ownName) == given.alone)
    #expect(found(given.line, .allNames) == given.absorbed)
  }

  @Test func `a phrase under no name hides what it absorbs`() {
    #expect(found("goat milk and milk", .allNames) == ["drink: milk"])
  }
}
