import Terminal
import Testing

/// A text and its columns.
struct WidthCase: CustomTestStringConvertible, Sendable {
  let text: String
  let columns: Int
  var testDescription: String { text.debugDescription }
}

struct DisplayWidthTests {
  @Test(arguments: [
    WidthCase(text: "", columns: 0),
    WidthCase(text: "gut-skin", columns: 8),
    WidthCase(text: "é", columns: 1),
    WidthCase(text: "e\u{301}", columns: 1),
    WidthCase(text: "\u{301}", columns: 0),
    WidthCase(text: "–…’", columns: 3),
    WidthCase(text: "中文", columns: 4),
    WidthCase(text: "한국", columns: 4),
    WidthCase(text: "ＡＢ", columns: 4),
    WidthCase(text: "ｱ", columns: 1),
    WidthCase(text: "🙂", columns: 2),
    WidthCase(text: "🚀", columns: 2),
    WidthCase(text: "👩‍🔬", columns: 2),
    WidthCase(text: "👍🏽", columns: 2),
    WidthCase(text: "🇬🇧", columns: 2),
    WidthCase(text: "❤", columns: 1),
    WidthCase(text: "❤️", columns: 2),
    WidthCase(text: "1️⃣", columns: 2),
    WidthCase(text: "a\u{200B}b", columns: 2),
  ])
  func `columns are counted by what is seen`(_ given: WidthCase) {
    #expect(DisplayWidth.of(given.text) == given.columns)
  }
}
