import Testing
import Transcripts

struct ForeignScriptTests {
  private func messages(_ text: String, _ kind: ForeignScripts.Kind) -> [String] {
    let parsed = ForeignScripts.parse(text, file: "a", as: kind)
    let cases = ScriptCase.all(of: parsed.scripts).cases
    return parsed.errors.map(\.description)
      + (parsed.errors.isEmpty ? Runner(Talks.catalog).run(cases) : []).flatMap(\.failures).map {
        "\($0.file):\($0.line): \($0.what)"
      }
  }

  struct File: CustomTestStringConvertible {
    let text: String
    var messages: [String] = []
    var testDescription: String { text }
  }

  @Test(arguments: [
    File(
      text:
        "milk\n\n#me\ndoes milk cause acne\n\n#bot\nDAIRY * acne\nINTENT dairy\n\n#me\nbye\n\n#bot\n"
    ),
    File(text: "m\n#me\nbye\n#bot\n!plan\n#bot\ntake care\n"),
    File(text: "m\n#me\nbye\n#bot\n!care\n", messages: ["a:4: not this message"]),
    File(text: "m\n#me\nbye\n#bot\nwelcome\n", messages: ["a:4: no message like it"]),
    File(
      text: "m\n#me\nbye\n#bot\nBUTTONS yes\n",
      messages: ["a:5: 'BUTTONS' is a check that Flora does not know; remove the line"]
    ),
    File(
      text: "m\n#me\nbye\n",
      messages: [
        "a:1: the conversation checks nothing; write at least one thing that the bot says"
      ]
    ),
    File(
      text: "m\n#me\n\n#you\nx\n",
      messages: [
        "a:2: the person says nothing; write what they say under #me",
        "a:4: no section is named '#you'; use #me and #bot",
      ]
    ),
  ])
  func `Botium files are met loosely`(_ file: File) {
    #expect(messages(file.text, .botium) == file.messages)
  }

  @Test(arguments: [
    File(
      text:
        "user=Ann\n> hi\nAnn: does milk\ncause acne\nbot: [Typing][Delay=10] milk\nuser: bye\nbot: take care"
    ),
    File(text: "user: bye\nbot: welcome\n", messages: ["a:2: no message like it"]),
    File(
      text: "hello\nuser: bye\nbot: care\n",
      messages: ["a:1: nobody says the line; start it with 'user:' or 'bot:'"]
    ),
    File(
      text: "user: [Attachment=x.png]\nbot: care\nuser: bye\nbot: care",
      messages: ["a:1: '[attachment=x.png]' is nothing that Flora can send or get; remove it"]
    ),
  ])
  func `Bot Framework files are met loosely`(_ file: File) {
    #expect(messages(file.text, .botFramework) == file.messages)
  }

  @Test func `files are known by their names`() {
    #expect(ForeignScripts.kind(of: "x/a.convo.txt") == .botium)
    #expect(ForeignScripts.kind(of: "x/a.chat") == .botFramework)
    #expect(ForeignScripts.kind(of: "x/a.chat.md") == nil)
  }
}
