import Testing
import Transcripts

/// Mistakes that the grammar page leaves out, and readings that must not change.
struct ParserTests {
  struct Slip: CustomTestStringConvertible {
    let text: String
    let message: String
    var testDescription: String { message }
  }

  @Test(arguments: [
    Slip(
      text: Talks.block("you: bye", "#no space", "bot: [any]"),
      message:
        "example.chat.md:3: the line starts with no mark; write '# ' with a space for a comment"
    ),
    Slip(
      text: Talks.block("User: bye"),
      message: "example.chat.md:2: the line starts with no mark; write 'you: …'"
    ),
    Slip(
      text: Talks.block("you: bye", "bot* Take care. {x}"),
      message: "example.chat.md:3: a snapshot cannot hold {x}; write 'bot: …' for that"
    ),
    Slip(
      text: Talks.block("you: bye", "bot* Take", "| {x=}"),
      message: "example.chat.md:4: a snapshot cannot hold {x=}; write 'bot: …' for that"
    ),
    Slip(
      text: Talks.block("you: bye", "bot: [any]", "? wobble"),
      message:
        "example.chat.md:4: no check is named 'wobble'; use one of intent, sure, fairly, torn, lost, answer, has, lacks, matches, slot, asks, step, plan, safety, cites, source, evidence, grade, lines, suggests, same, writes, quits, exit"
    ),
    Slip(
      text: Talks.block("you: bye", "bot: [any]", "? exit 3"),
      message: "example.chat.md:4: 'exit 3' is not how 'exit' is written; write 'exit 0'"
    ),
    Slip(
      text: Talks.block("@frobnicate", "you: bye", "bot: <chat.goodbye>"),
      message:
        "example.chat.md:2: no directive is named '@frobnicate'; use one of @advance, @clock, @each, @label, @lang, @locked, @profile, @region, @seed, @set, @skip, @strict, @tags, @todo, @use, @width"
    ),
    Slip(
      text: Talks.block("you: bye", "bot: <chat.goodbye>", "? slot age = 999"),
      message:
        "example.chat.md:4: '999' is no value of the slot 'age'; write a number from 0 to 120"
    ),
    Slip(
      text: Talks.block("you: bye", "bot: <chat.goodbye>", "? slot smoker = maybe"),
      message: "example.chat.md:4: 'maybe' is no value of the slot 'smoker'; write yes or no"
    ),
    Slip(
      text: Talks.block("you: bye", "bot: <chat.goodbye>", "? slot smokr unset"),
      message: "example.chat.md:4: no slot is named 'smokr'; did you mean 'smoker'?"
    ),
  ])
  func `a slip is told with its line and a remedy`(_ slip: Slip) {
    #expect(Talks.messages(slip.text) == [slip.message])
  }

  @Test func `lines may end as on Windows and a byte order mark is no letter`() {
    let text =
      "\u{FEFF}---\r\nclock: 2026-03-02\r\n---\r\n```chat\r\nyou: bye\r\nbot: [any]\r\n? quits\r\n```\r\n"
    #expect(Talks.messages(text) == [])
    #expect(Talks.cases(text).first?.script.steps.map(\.line) == [5])
  }

  @Test func `blocks of other kinds are not read, whatever stands in them`() {
    let text = """
      ````markdown
      ```chat
      nonsense
      ```
      ````

      ~~~text
      # no heading
      ~~~

      # Real

      ~~~chat
      you: bye
      bot: <chat.goodbye>
      ~~~
      """
    #expect(Talks.messages(text) == [])
    #expect(Talks.cases(text).map(\.name) == ["Real"])
  }

  @Test func `values multiply into cases`() {
    let text = Talks.block(
      "@each a = does milk | does cheese",
      "@each b = cause acne | cause spots",
      "you: {a} {b}",
      "bot: <dairy.short>"
    )
    #expect(
      Talks.cases(text).map(\.name) == [
        "example.chat.md [a = does milk, b = cause acne]",
        "example.chat.md [a = does milk, b = cause spots]",
        "example.chat.md [a = does cheese, b = cause acne]",
        "example.chat.md [a = does cheese, b = cause spots]",
      ]
    )
  }

  @Test func `values and facts come from files beside the transcript`() {
    let text = Talks.block(
      "@each q from questions.txt",
      "@profile from anna.txt",
      "you: {q}",
      "bot: [any]",
      "? slot age = 30"
    )
    let files = ["questions.txt": "# two\nbye\n\nhello\n", "anna.txt": "age=30\ndiet=vegan\n"]
    let parsed = ScriptParser.parse(text, file: Talks.file) { files[$0] }
    #expect(parsed.errors == [])
    let cases = ScriptCase.all(of: parsed.scripts).cases
    #expect(cases.map(\.values) == [["q": "bye"], ["q": "hello"]])
    #expect(Runner(Talks.catalog).run(cases).map(\.status) == [.passed, .passed])
  }

  @Test func `a fragment brings its turns and its values to their place`() {
    let text = """
      # Hello
      ```chat
      @tags fragment
      @set name = hello
      you: {name}
      bot: <smalltalk.greet>
      ```
      # Whole
      ```chat
      you: does milk cause acne
      bot: <dairy.short>
      @use Hello
      @label greeting
      you: repeat
      bot: <smalltalk.greet>
      ? same as @greeting
      ```
      """
    #expect(Talks.messages(text) == [])
    #expect(Talks.cases(text).first?.script.steps.map(\.line) == [10, 5, 14])
  }
}
