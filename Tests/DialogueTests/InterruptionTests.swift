import Dialogue
import Knowledge
import Safety
import Testing

/// Every question of the form, interrupted in every way.
struct InterruptionTests {
  struct Open: CustomTestStringConvertible {
    let index: Int
    var testDescription: String { Talk.questions[index].id.rawValue }
    var question: FormQuestion { Talk.questions[index] }
    var state: State { Talk.atQuestion(index) }
  }

  static let open = Talk.questions.indices.map { Open(index: $0) }

  @Test(arguments: open)
  func `plain answers lead to each question`(_ open: Open) {
    let state = open.state
    #expect(state.form?.step == open.index)
    #expect(state.form?.skipped == [])
    #expect(state.asking(Talk.catalog) == open.question.slots.first?.rawValue)
  }

  @Test(
    arguments: open,
    [
      "does milk cause acne?", "are probiotics safe", "what is the gut-skin axis?", "help",
      "who are you", "thanks", "is my data private",
    ]
  )
  func `a question on something else is answered, and one line leads back`(
    _ open: Open,
    _ line: String
  ) {
    let before = open.state
    let turn = Talk.say(line, in: before)
    #expect(turn.state.profile == before.profile)
    #expect(turn.state.form?.step == open.index)
    #expect(turn.state.pending == nil)
    #expect(turn.resumptions == 1)
    #expect(turn.ids.last == "form.\(open.question.id.rawValue)")
    #expect(turn.replies.count >= 3)
    #expect(!turn.replies.contains { $0.text.contains("You could ask:") })
  }

  @Test(
    arguments: open,
    ["why do you ask", "what for", "why?", "why do you need to know that", "what for?"]
  )
  func `why is told in the question's own words`(_ open: Open, _ line: String) {
    let before = open.state
    let turn = Talk.say(line, in: before)
    #expect(turn.replies.first?.text == open.question.why)
    #expect(turn.ids == ["form.why", "form.\(open.question.id.rawValue)"])
    #expect(turn.state.profile == before.profile)
    #expect(turn.state.form?.step == open.index)
  }

  @Test(
    arguments: open,
    ["skip", "next question", "not sure", "I don't know", "prefer not to say"]
  )
  func `what is skipped or not known is left out`(_ open: Open, _ line: String) {
    let before = open.state
    let turn = Talk.say(line, in: before)
    #expect(turn.state.profile == before.profile)
    #expect(turn.state.form?.skipped == [open.index])
    if open.index + 1 < Talk.questions.count {
      #expect(turn.state.form?.step == open.index + 1)
    } else {
      #expect(turn.ids.last == "form.review")
    }
  }

  @Test(arguments: open, ["back", "go back", "previous question"])
  func `back opens the question before`(_ open: Open, _ line: String) {
    let turn = Talk.say(line, in: open.state)
    #expect(turn.state.form?.step == max(open.index - 1, 0))
    #expect(turn.state.profile == open.state.profile)
    #expect(turn.replies.count == 2)
  }

  @Test(
    arguments: open.dropFirst(2),
    ["actually I'm 36", "change my age to 36", "I said 34, I'm 36"]
  )
  func `an earlier answer is put right on the way`(_ open: Open, _ line: String) {
    let before = open.state
    let turn = Talk.say(line, in: before)
    var profile = before.profile
    profile.set(.age, .number(36), from: turn.state.profile.source(of: .age))
    #expect(turn.state.profile == profile)
    #expect(turn.ids == ["understand.corrected", "form.\(open.question.id.rawValue)"])
    #expect(turn.state.form?.step == open.index)
  }

  @Test(arguments: open.dropFirst(2))
  func `an earlier question opens again and leads back`(_ open: Open) {
    let before = open.state
    let asked = Talk.say("change my age", in: before)
    #expect(asked.ids == ["form.change-now", "form.age"])
    #expect(asked.state.asking(Talk.catalog) == "age")
    for (line, age) in [("36", 36.0), ("skip", 34), ("back", 34), ("dunno", 34)] {
      let turn = Talk.say(line, in: asked.state)
      #expect(turn.state.profile.number(.age) == age)
      #expect(turn.resumptions == 1)
      #expect(turn.state.form?.changing == nil)
      #expect(turn.state.form?.step == open.index)
      #expect(turn.ids.last == "form.\(open.question.id.rawValue)")
    }
  }

  @Test(arguments: open, ["stop", "cancel", "quit", "never mind, stop"])
  func `stop ends the form and keeps what was told`(_ open: Open, _ line: String) {
    let before = open.state
    let turn = Talk.say(line, in: before)
    #expect(turn.ids == ["form.cancelled"])
    #expect(turn.state.form == nil)
    #expect(turn.state.profile == before.profile)
    #expect(turn.effects.isEmpty)
  }

  @Test(arguments: open)
  func `danger comes first, and safety leads back`(_ open: Open) {
    let before = open.state
    let raised = Talk.say("my throat is closing up and I can't breathe", in: before)
    #expect(raised.safety?.level == .emergency)
    #expect(raised.replies.map(\.kind) == [.safety])
    let safe = Talk.say("I am safe now", in: raised.state)
    #expect(safe.resumptions == 1)
    #expect(safe.ids.last == "form.\(open.question.id.rawValue)")
    #expect(safe.state.profile == before.profile)
    #expect(safe.state.form?.step == open.index)
  }

  @Test(arguments: open, ["xqzt blorf", "%%% &&&"])
  func `nonsense gets two tries, and then the question is left out`(_ open: Open, _ line: String) {
    let before = open.state
    let first = Talk.say(line, in: before)
    let second = Talk.say(line, in: first.state)
    let third = Talk.say(line, in: second.state)
    #expect(first.ids == ["form.hint"])
    #expect(second.ids == [open.question.choices.isEmpty ? "form.hint-last" : "form.choices"])
    #expect(third.ids.first == "form.gave-up")
    #expect(third.state.profile == before.profile)
    #expect(third.state.form?.skipped == [open.index])
  }

  @Test(arguments: open, ["purple", "two hundred elephants", "a blue bicycle"])
  func `an answer of the wrong kind is asked again`(_ open: Open, _ line: String) {
    let before = open.state
    let turn = Talk.say(line, in: before)
    #expect(turn.ids == ["form.hint"])
    #expect(turn.state.profile == before.profile)
    #expect(turn.state.form?.step == open.index)
  }

  @Test(arguments: open)
  func `two answers at once are both kept`(_ open: Open) throws {
    let answer = try #require(Talk.answers[open.question.id.rawValue])
    let before = open.state
    let turn = Talk.say("\(answer), and I smoke", in: before)
    #expect(turn.state.profile.flag(.smoker) == true)
    let plain = Talk.say(answer, in: before)
    #expect(turn.state.form?.step == plain.state.form?.step)
    #expect(turn.state.form?.stage == plain.state.form?.stage)
    for slot in plain.state.profile.known {
      #expect(turn.state.profile[slot] == plain.state.profile[slot])
    }
  }

  @Test(arguments: open)
  func `so far lists what is known`(_ open: Open) {
    let before = open.state
    let turn = Talk.say("so far?", in: before)
    #expect(
      turn.ids == [
        open.index == 0 ? "form.so-far-none" : "form.so-far", "form.\(open.question.id.rawValue)",
      ]
    )
    #expect(turn.state.profile == before.profile)
  }

  @Test(arguments: open, ["start over", "restart"])
  func `restart begins at the first question with nothing known`(_ open: Open, _ line: String) {
    let turn = Talk.say(line, in: open.state)
    #expect(turn.ids == ["form.restarted", "form.concern"])
    #expect(turn.state.profile == Profile())
    #expect(turn.state.form?.step == 0)
  }

  @Test(arguments: open.dropLast(3).filter { $0.index != 0 })
  func `a bare fact for a later question is noted, and the question asked again`(_ open: Open) {
    let turn = Talk.say("vegan", in: open.state)
    #expect(turn.ids == ["understand.noted", "form.\(open.question.id.rawValue)"])
    #expect(turn.state.profile.choice(.diet) == "vegan")
    #expect(turn.state.form?.step == open.index)
  }
}
