import Dialogue
import Knowledge
import Packed
import Planning
import Slots
import Testing

/// Facts that are taken back, and facts that a line only seems to tell.
struct TakingBackTests {
  struct Back: CustomTestStringConvertible {
    let told, line: String
    let slot: Slot
    var left: SlotValue?

    var testDescription: String { "\(told) | \(line)" }
  }

  static let backs = [
    Back(told: "I'm pregnant", line: "sorry I meant my sister is pregnant", slot: .pregnant),
    Back(told: "I'm vegan", line: "no I'm not vegan", slot: .diet),
    Back(told: "I'm allergic to nuts", line: "I'm not allergic to nuts", slot: .allergies),
    Back(told: "I take methotrexate", line: "I came off methotrexate", slot: .medicines),
    Back(told: "I take doxycycline", line: "I stopped doxycycline last week", slot: .medicines),
    Back(told: "I have eczema", line: "actually my eczema is gone", slot: .concern),
    Back(
      told: "I have eczema and acne",
      line: "I don't have eczema",
      slot: .concern,
      left: .list(["acne"])
    ),
  ]

  @Test(arguments: backs)
  func `a fact that is taken back is gone, and Flora says so`(_ back: Back) {
    let known = Talk.say(back.told, in: State())
    #expect(known.state.profile[back.slot] != nil)
    let turn = Talk.say(back.line, in: known.state)
    #expect(turn.ids.first == "understand.taken-back")
    #expect(turn.state.profile[back.slot] == back.left)
    let undone = Talk.say("/undo", in: turn.state)
    #expect(undone.state.profile[back.slot] == known.state.profile[back.slot])
  }

  @Test(arguments: backs)
  func `a fact is taken back within the form too, and the question stays`(_ back: Back) {
    let open = Talk.say(["make me a plan: \(back.told)", back.line])
    #expect(open.ids.contains("understand.taken-back"))
    #expect(open.state.profile[back.slot] == back.left)
    #expect(open.ids.last?.hasPrefix("form.") == true)
  }

  @Test func `a loss is met with a kind word and no page`() {
    for before in [State(), Talk.say("I'm pregnant", in: State()).state] {
      let turn = Talk.say("I lost the baby", in: before)
      #expect(turn.ids == ["understand.loss"])
      #expect(turn.state.profile.flag(.pregnant) == false)
    }
    let form = Talk.say(["make me a plan", "acne", "30", "pregnant", "I lost the baby"])
    #expect(form.ids == ["understand.loss", "form.health"])
  }

  @Test func `a medicine given up is met with one short line`() {
    let turn = Talk.say("I stopped doxycycline last week", in: State())
    #expect(turn.ids == ["understand.stopped-medicine", "understand.noted-only"])
  }

  @Test func `a medicine that calms the immune system outweighs a healthy one`() {
    let turn = Talk.say(["my immune system is healthy", "I take methotrexate"])
    #expect(turn.ids.first == "understand.immune-medicine")
    var profile = turn.state.profile
    #expect(profile.flag(.immunocompromised) == false)
    let calmed = Planner(Talk.catalog).plan(for: profile, on: Talk.day)
    profile.set(.immunocompromised, .flag(true))
    let weak = Planner(Talk.catalog).plan(for: profile, on: Talk.day)
    #expect(calmed.items.map(\.action.id) == weak.items.map(\.action.id))
  }
}

/// What a line says and does not say about the one who types.
struct FactReadingTests {
  struct Line: CustomTestStringConvertible {
    let text: String
    let facts: [Slot: SlotValue]

    init(_ text: String, _ facts: [Slot: SlotValue] = [:]) {
      self.text = text
      self.facts = facts
    }

    var testDescription: String { text }
  }

  static let lines = [
    Line("I have 3 kids aged 4, 7 and 12"),
    Line("single mum with a 4 year old"),
    Line("I'll be 18 in June", [.age: .number(17)]),
    Line("I'm in my early forties", [.age: .number(42)]),
    Line("I'm allergic to penicillin"),
    Line("my mum won't let me have antibiotics", [.onAntibiotics: .flag(false)]),
    Line("my doctor won't give me roaccutane", [.onIsotretinoin: .flag(false)]),
    Line("I'm starting isotretinoin next week"),
    Line("I'm so bloated I look pregnant", [.gutSymptoms: .list(["bloating"])]),
    Line("I'm trying to get pregnant", [.tryingToConceive: .flag(true)]),
    Line("I might be pregnant"),
    Line("it's my sister who is pregnant, not me", [.pregnant: .flag(false)]),
    Line("I eat fish twice a week"),
    Line("I only eat chicken"),
    Line("my acne is gone but my eczema is back", [.concern: .list(["eczema"])]),
    Line("my son is allergic to milk"),
    Line(
      "my son is allergic to milk, can you make a plan for him",
      [.allergies: .list(["milk"])]
    ),
    Line("I put metronidazole on my cheeks"),
    Line("never touched fags or booze", [.smoker: .flag(false), .alcoholWeekly: .number(0)]),
    Line("I had a few drinks last night"),
    Line("two bottles of wine a week", [.alcoholWeekly: .number(12)]),
    Line("three pints a week", [.alcoholWeekly: .number(3)]),
    Line("I can't have milk", [.allergies: .list(["milk"])]),
    Line("I can't eat nuts", [.allergies: .list(["nuts"])]),
    Line("I use metronidazole gel"),
    Line("I'm on clindamycin gel"),
    Line("my acne has cleared up"),
    Line("I don't have acne"),
    Line("no wait I'm 16", [.age: .number(16)]),
    Line(
      "make a plan for my 8 year old daughter who has eczema",
      [.age: .number(8), .concern: .list(["eczema"])]
    ),
  ]

  @Test(arguments: lines)
  func `a line tells just this`(_ line: Line) {
    let readings = Talk.conversation.readings(in: line.text)
    #expect(Dictionary(uniqueKeysWithValues: readings.map { ($0.slot, $0.value) }) == line.facts)
  }
}
