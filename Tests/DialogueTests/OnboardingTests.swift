import Dialogue
import Knowledge
import Planning
import Testing

/// From hello to a plan.
struct OnboardingTests {
  @Test func `a plan takes at most twelve exchanges`() {
    var state = State()
    var lines = ["make me a plan"]
    while state.plan == nil, lines.count <= 12 {
      let turn = Talk.say(lines[lines.count - 1], in: state)
      state = turn.state
      guard let form = state.form else { break }
      lines.append(
        form.isReviewing ? "yes" : Talk.answers[Talk.questions[form.open].id.rawValue] ?? "no"
      )
    }
    #expect(state.plan != nil)
    #expect(lines.count <= 12)
  }

  @Test func `one sentence says it all`() {
    let line = """
      Make me a plan: I'm 34 and have acne, I'm not pregnant, breastfeeding or trying for a baby, \
      I have no illnesses and my immune system is fine, I take no medicines, I never had an eating \
      disorder, I eat everything and have no allergies, I sleep 7 hours, my stress is low and I use \
      gentle products.
      """
    let review = Talk.say(line, in: State())
    #expect(review.ids.last == "form.review")
    let plan = Talk.say("yes", in: review.state)
    #expect(plan.ids.first == "plan")
    #expect(plan.state.plan?.untold == [])
  }

  @Test func `what is known is confirmed and not asked`() {
    let start = Talk.say(["I'm 34, vegan and sleep 7 hours", "make me a plan"])
    #expect(start.ids == ["form.start", "form.known", "form.concern"])
    let next = Talk.say("acne", in: start.state)
    #expect(next.ids.last == "form.pregnancy")
    #expect(next.state.profile.number(.age) == 34)
  }

  @Test func `a change at the review asks what it makes needed, once`() {
    let old = Talk.say(["make me a plan", "acne", "60"])
    #expect(old.ids.last == "form.health")
    let review = Talk.say(
      ["no", "no", "no", "everything, no allergies", "7 hours, low stress", "gentle"],
      in: old.state
    )
    #expect(review.ids.last == "form.review")
    let changed = Talk.say("I'm 30", in: review.state)
    #expect(changed.ids == ["understand.corrected", "form.one-more", "form.pregnancy"])
    #expect(changed.step == nil)
    let done = Talk.say("no", in: changed.state)
    #expect(done.ids.last == "form.review")
    #expect(done.state.profile.flag(.pregnant) == false)
  }

  @Test func `taking a fact back asks for it again and leads back`() {
    let before = Talk.say(["make me a plan", "acne", "34", "vegan"])
    let turn = Talk.say("actually I'm not vegan", in: before.state)
    #expect(turn.state.profile[.diet] == nil)
    #expect(turn.state.asking(Talk.catalog) == "diet")
    let back = Talk.say("everything, no allergies", in: turn.state)
    #expect(back.ids == ["understand.noted", "form.resume", "form.pregnancy"])
    #expect(back.state.profile.choice(.diet) == "omnivore")
  }

  @Test func `the review takes corrections and hears no`() {
    let review = Talk.atReview
    let no = Talk.say("no", in: review)
    #expect(no.ids == ["form.review-no"])
    let slept = Talk.say("I said 6 hours, more like 5", in: no.state)
    #expect(slept.ids == ["understand.corrected", "form.review"])
    #expect(slept.state.profile.number(.sleepHours) == 5)
    let diet = Talk.say("change my diet", in: no.state)
    #expect(diet.ids == ["form.change-now", "form.diet"])
    #expect(Talk.say("vegan, no allergies", in: diet.state).ids.last == "form.review")
    let left = Talk.say(["asdf", "asdf", "asdf"], in: review)
    #expect(left.ids == ["form.review-gave-up"])
    #expect(left.state.profile == review.profile)
  }

  @Test func `none of these counts only alone`() {
    let turn = Talk.say("1 and 8", in: Talk.atQuestion(3))
    #expect(turn.state.profile.flag(.immunocompromised) == true)
  }

  @Test func `a check in the middle of the form leads back with the line it was about`() {
    var state = Talk.atQuestion(7)
    state.pending = .check("self-harm", line: "I sleep 5 hours, high stress")
    let turn = Talk.say("no", in: state)
    #expect(turn.ids.first == "safety.check-no-urgent")
    #expect(turn.state.profile.number(.sleepHours) == 5)
    #expect(turn.ids.last == "form.skincare")
  }
}
