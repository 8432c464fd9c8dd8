import Dialogue
import Knowledge
import Safety
import Testing

/// Danger is heard whatever is open.
struct DangerTests {
  struct Place: CustomTestStringConvertible {
    let name: String
    let state: State
    var testDescription: String { name }
  }

  struct Danger: CustomTestStringConvertible {
    let line: String
    let twin: String
    var testDescription: String { line }
  }

  static let places: [Place] =
    Talk.questions.indices.map {
      Place(name: Talk.questions[$0].id.rawValue, state: Talk.atQuestion($0))
    } + [
      Place(name: "nothing open", state: State()),
      Place(name: "review", state: Talk.atReview),
      Place(name: "a change", state: Talk.say("change my age", in: Talk.atQuestion(6)).state),
      Place(name: "after a plan", state: Talk.withPlan),
      Place(name: "consent", state: Talk.say("save my plan", in: Talk.withPlan).state),
      Place(name: "overwrite", state: overwrite),
      Place(name: "clarify", state: clarify),
      Place(name: "a check", state: check),
      Place(name: "a held question", state: held),
      Place(name: "country", state: Talk.say("i want to die", in: State()).state),
    ]

  private static var overwrite: State {
    Talk.conversation.respond(to: .exists(path: "flora-plan.md"), in: Talk.withPlan).state
  }

  private static var clarify: State {
    var state = State()
    state.pending = .clarify(["dairy", "acne"], line: "milk spots")
    return state
  }

  private static var check: State {
    var state = State()
    state.pending = .check("sepsis", line: "i feel odd")
    return state
  }

  private static var held: State {
    Talk.say("there is blood in my vomit. which probiotic is best?", in: State()).state
  }

  static let dangers = [
    Danger(
      line: "my throat is closing up and I can't breathe",
      twin: "my throat is fine and I can breathe"
    ),
    Danger(line: "I want to kill myself", twin: "I'm not suicidal"),
    Danger(line: "I'm vomiting blood", twin: "I'm not vomiting blood"),
    Danger(line: "my lips and tongue are swelling up", twin: "my lips are not swollen"),
    Danger(line: "I have chest pain and can't breathe", twin: "I have no chest pain"),
  ]

  @Test(arguments: places, dangers)
  func `danger is answered first in every state`(_ place: Place, _ danger: Danger) {
    let turn = Talk.say(danger.line, in: place.state)
    #expect(turn.safety?.level ?? .soon > .soon)
    #expect(turn.replies.map(\.kind) == [.safety])
    #expect(turn.state.form?.step == place.state.form?.step)
    #expect(turn.state.profile == place.state.profile)
  }

  @Test(arguments: places)
  func `every sign is answered first in every state`(_ place: Place) {
    let unanswered = SignTests.signs.filter {
      let turn = Talk.say($0, in: place.state)
      return turn.safety == nil || turn.replies.map(\.kind) != [.safety]
    }
    #expect(unanswered == [])
  }

  @Test func `a held question outlasts a second danger`() {
    let turn = Talk.say(
      ["my lips are swelling, which probiotic is best", "now my throat is closing", "I'm safe now"]
    )
    #expect(turn.ids.first == "safety.back-safe")
    #expect(turn.ids.contains("probiotic-choice.short"))
  }

  @Test(arguments: places, dangers)
  func `danger is found inside a long line`(_ place: Place, _ danger: Danger) {
    let line =
      "well I was going to say that I eat mostly rice and beans, and then this morning, to be honest, \(danger.line), so I am not sure about the number you wanted, maybe seven"
    #expect(Talk.say(line, in: place.state).safety?.level ?? .soon > .soon)
  }

  @Test(
    arguments: places,
    [
      "my throat is closnig up and I cant breath", "I want to kil myself", "im vomitting blood",
      "my lips and tounge are sweling up",
    ]
  )
  func `danger is found through slips of the finger`(_ place: Place, _ line: String) {
    #expect(Talk.say(line, in: place.state).safety != nil)
  }

  @Test(arguments: places, dangers)
  func `a plain denial stays quiet`(_ place: Place, _ danger: Danger) {
    let turn = Talk.say(danger.twin, in: place.state)
    #expect(turn.safety == nil)
    #expect(!turn.replies.contains { $0.kind == .safety })
  }
}
