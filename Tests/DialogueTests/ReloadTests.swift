import Compiled
import Dialogue
import Knowledge
import Planning
import Testing

/// "/reload": what the conversation asks for, and what it says to what came of it.
struct ReloadTests {
  private let conversation = Conversation(CompiledCatalog.catalog)
  private let day = CivilDate(daysSince1970: 20_000)

  private func state(after lines: String...) -> State {
    lines.reduce(State()) { conversation.respond(to: .line($1, on: day), in: $0).state }
  }

  @Test func `the line asks for it and says nothing itself`() {
    let turn = conversation.respond(to: .line("/reload", on: day), in: State())
    #expect(turn.effects == [.reload])
    #expect(turn.replies == [])
  }

  @Test func `facts and the plan stay, lines of the old content go`() {
    let before = state(after: "I'm 34 and vegan", "does milk cause acne")
    #expect(before.context != nil)
    let turn = conversation.respond(to: .reloaded(topics: 7), in: before)
    var after = before
    after.offers = []
    after.context = nil
    #expect(
      turn
        == Turn(
          state: after,
          replies: [
            Reply(
              .notice,
              "reload.done",
              "I read the content again; 7 topics. What you told me stays, and so does your plan."
            )
          ]
        )
    )
  }

  @Test func `an open form ends, and its facts stay`() {
    let before = state(after: "make me a plan", "acne", "34")
    let turn = conversation.respond(to: .reloaded(topics: 7), in: before)
    #expect(before.form != nil)
    #expect(turn.state.form == nil)
    #expect(turn.state.profile == before.profile)
    #expect(turn.replies.map(\.id) == ["reload.done-form"])
  }

  @Test func `findings are told as they are, and nothing changes`() {
    let before = state(after: "make me a plan", "acne")
    let turn = conversation.respond(
      to: .notReloaded(findings: ["a_b.yml:4: no key is named '*x'; remove it [key]", "b: c"]),
      in: before
    )
    #expect(turn.state == before)
    #expect(
      turn.replies.map(\.text) == [
        "There is something to mend, so I go on with the content as it was.\n"
          + "- a\\_b.yml:4: no key is named '\\*x'; remove it \\[key]\n- b: c"
      ]
    )
  }

  @Test func `built-in content cannot change`() {
    let turn = conversation.respond(to: .contentIsBuiltIn, in: State())
    #expect(turn.replies.map(\.id) == ["reload.built-in"])
  }
}
