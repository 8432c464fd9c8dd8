import Terminal
import Testing

/// A text, how it is to look, and what is to come out.
struct MarkdownCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let markdown: String
  var columns: Int?
  var bold = false
  let text: String
}

struct MarkdownTests {
  @Test(arguments: [
    MarkdownCase(
      testDescription: "a paragraph",
      markdown: "One  two\nthree.",
      text: "One two\nthree."
    ),
    MarkdownCase(testDescription: "two paragraphs", markdown: "One.\n\nTwo.", text: "One.\n\nTwo."),
    MarkdownCase(testDescription: "nothing", markdown: "", text: ""),
    MarkdownCase(testDescription: "a heading", markdown: "# Title\nText", text: "Title\n\nText"),
    MarkdownCase(
      testDescription: "bold, where it is not wanted",
      markdown: "**How sure**: fairly.",
      text: "How sure: fairly."
    ),
    MarkdownCase(
      testDescription: "bold, word by word, and the mark behind it",
      markdown: "**How sure**: fairly.",
      bold: true,
      text: "\u{1B}[1mHow\u{1B}[0m \u{1B}[1msure\u{1B}[0m: fairly."
    ),
    MarkdownCase(testDescription: "a list", markdown: "- one\n- two", text: "- one\n- two"),
    MarkdownCase(
      testDescription: "a numbered list keeps its numbers",
      markdown: "9. nine\n10. ten",
      text: "9. nine\n10. ten"
    ),
    MarkdownCase(
      testDescription: "a list in a list",
      markdown: "- one\n  - two\n- three",
      text: "- one\n  two\n- three"
    ),
    MarkdownCase(testDescription: "code", markdown: "Type `flora`.", text: "Type flora."),
    MarkdownCase(testDescription: "a code block", markdown: "```\na b\nc\n```", text: "a b\nc"),
    MarkdownCase(testDescription: "a link", markdown: "[NHS](https://nhs.uk).", text: "NHS."),
    MarkdownCase(testDescription: "HTML stays text", markdown: "<b>x</b> y", text: "<b>x</b> y"),
    MarkdownCase(
      testDescription: "a reference is no link",
      markdown: "Good. [1][2]",
      text: "Good. [1][2]"
    ),
    MarkdownCase(
      testDescription: "a colour is no colour",
      markdown: "a\u{1B}[31mb\u{9B}c\u{202E}d",
      bold: true,
      text: "a[31mbcd"
    ),
    MarkdownCase(
      testDescription: "an entity is no way in",
      markdown: "a&#27;[31mb",
      text: "a[31mb"
    ),
  ])
  func `Markdown becomes text`(_ given: MarkdownCase) {
    let style = Style(columns: given.columns, bold: given.bold)
    #expect(MarkdownRenderer.render(given.markdown, as: style) == given.text)
  }

  @Test(arguments: [
    MarkdownCase(
      testDescription: "a paragraph",
      markdown: "one two three four five six",
      columns: 20,
      text: "one two three four\nfive six"
    ),
    MarkdownCase(
      testDescription: "up to the last column",
      markdown: "- one two three four five six",
      columns: 20,
      text: "- one two three four\n  five six"
    ),
    MarkdownCase(
      testDescription: "bold takes no columns",
      markdown: "**one two three four** five",
      columns: 20,
      bold: true,
      text:
        "\u{1B}[1mone\u{1B}[0m \u{1B}[1mtwo\u{1B}[0m \u{1B}[1mthree\u{1B}[0m \u{1B}[1mfour\u{1B}[0m\nfive"
    ),
    MarkdownCase(
      testDescription: "wide letters",
      markdown: "中中中中 中中中中 中中",
      columns: 20,
      text: "中中中中 中中中中\n中中"
    ),
    MarkdownCase(
      testDescription: "a word wider than the line stands alone",
      markdown: "a abcdefghijklmnopqrstuvwxyz b",
      columns: 20,
      text: "a\nabcdefghijklmnopqrstuvwxyz\nb"
    ),
    MarkdownCase(
      testDescription: "narrower than 20 is set as 20",
      markdown: "one two three four five",
      columns: 1,
      text: "one two three four\nfive"
    ),
  ])
  func `lines are wrapped`(_ given: MarkdownCase) {
    let style = Style(columns: given.columns, bold: given.bold)
    #expect(MarkdownRenderer.render(given.markdown, as: style) == given.text)
  }

  @Test func `no line is wider than 80 columns, however wide the terminal`() {
    let words = Array(repeating: "word", count: 100).joined(separator: " ")
    let lines = MarkdownRenderer.render(words, as: Style(columns: 300, bold: false))
      .split(separator: "\n")
    #expect(lines.map(\.count) == Array(repeating: 79, count: 6) + [19])
  }
}
