import Dialogue
import Testing
import Transcripts

struct RecorderTests {
  private func record(_ lines: String..., keepsWords: Bool = false) -> Recorder.Recording {
    Recorder(Conversation(Talks.catalog), name: "talk", keepsWords: keepsWords)
      .recording(of: lines)
  }

  @Test func `a talk is written with ids and checks`() {
    #expect(
      record("does milk cause acne", "bye").text == """
        # talk

        A recorded talk. Personal words stand in braces.

        ```chat
        you: does milk cause acne
        bot: <dairy.short>
        ? intent dairy
        ? intent acne
        ? source juhl2018
        you: bye
        bot: <chat.goodbye>
        ? intent goodbye
        ? quits
        ```

        """
    )
  }

  struct Talk: CustomTestStringConvertible {
    let lines: [String]
    var testDescription: String { lines.first ?? "" }
  }

  @Test(arguments: [
    Talk(lines: ["I'm 43 and I take warfarin, is garlic fine?", "yes", "sources", "bye"]),
    Talk(lines: ["make me a plan", "eczema for 17 weeks", "43", "no", "no", "why", "stop"]),
    Talk(lines: ["my name is Brunhilde, mail brunhilde@example.com", "/profile", "{x} {y=}", "^Z"]),
    Talk(lines: ["does milk\ncause acne", "", "```", "| hm", "? intent dairy", "/forget"]),
    Talk(lines: ["my throat is swelling and I can't breathe", "UK", "I am safe"]),
  ])
  func `what is written passes at once, with placeholders and with the words`(_ talk: Talk) {
    for keepsWords in [false, true] {
      let recorder = Recorder(
        Conversation(Talks.catalog),
        name: "talk",
        keepsWords: keepsWords
      )
      #expect(Talks.messages(recorder.recording(of: talk.lines).text) == [])
    }
  }

  @Test(arguments: [
    "43", "methotrexate", "Brunhilde", "brunhilde@example.com", "rosacea", "breastfeeding",
  ])
  func `personal words are nowhere in the file`(_ word: String) {
    let text = record(
      "I'm 43",
      "I'm breastfeeding",
      "I take methotrexate",
      "I have rosacea",
      "my name is Brunhilde and my address is brunhilde@example.com",
      "make me a plan",
      "rosacea",
      "43"
    ).text
    #expect(!text.contains(word))
    #expect(text.contains("{age}"))
  }

  @Test func `the words are kept when that is asked for`() {
    let text = record("I'm 43", keepsWords: true).text
    #expect(text.contains("you: I'm 43\n"))
    #expect(text.contains("? slot age = 43\n"))
  }

  @Test func `turns whose answers change with the stand-ins are counted`() {
    #expect(record("does milk cause acne").changedTurns == 0)
    #expect(record("I'm 43").changedTurns == 0)
  }

  @Test func `the chat asks for the file and says what came of it`() {
    #expect(
      Talks.messages(
        Talks.block(
          "you: does milk cause acne",
          "bot: <dairy.short>",
          "you: /save-test my-talk",
          "bot: <save-test.done>",
          "? writes my-talk.chat.md",
          "you: /save-test my-talk",
          "bot: <save-test.exists>",
          "you: /save-test ../up",
          "bot: <save-test.name>",
          "? not writes ../up.chat.md",
          "you: bye",
          "bot: <chat.goodbye-files>"
        )
      ) == []
    )
  }
}
