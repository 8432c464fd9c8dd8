internal import Intents
internal import Knowledge
internal import Language
internal import Packed
internal import Slots

extension Conversation {
  /// The slot that the open question waits for.
  func openSlot(in state: State) -> Slot? {
    if case .region = state.pending { return .region }
    guard let form = state.form, form.stage == .asking, let question = question(form.step) else {
      return nil
    }
    return form.rest ?? question.slots.first
  }

  var formQuestions: [FormQuestion] { catalog.questions.all }

  func question(_ step: Int) -> FormQuestion? {
    let ids = catalog.questions.ids
    return ids.indices.contains(step) ? catalog.questions[ids[step]] : nil
  }

  /// Opens the form; what is known already is confirmed and not asked again.
  func startForm(_ draft: inout Draft) {
    guard draft.state.form == nil else {
      draft.say(.notice, "form.already")
      return askAgain(&draft)
    }
    draft.state.form = FormState()
    draft.state.offers = []
    draft.say(.notice, "form.start", ["count": String(formQuestions.count)])
    let facts = ProfileWords(catalog).facts(of: draft.state.profile)
    if !facts.isEmpty { draft.say(.notice, "form.known", ["facts": facts]) }
    moveOn(from: -1, &draft)
  }

  /// Goes to the next question that still needs an answer, or to the review.
  func moveOn(from step: Int, _ draft: inout Draft) {
    let questions = formQuestions
    let next = questions.indices.first { index in
      index > step && isNeeded(questions[index], index, draft.state)
    }
    draft.state.form?.tries = 0
    draft.state.form?.rest = nil
    guard let next else { return review(&draft) }
    draft.state.form?.step = next
    draft.state.form?.stage = .asking
    let open = firstOpen(of: questions[next], draft.state)
    draft.state.form?.rest = open
    ask(&draft)
  }

  func isNeeded(_ question: FormQuestion, _ index: Int, _ state: State) -> Bool {
    if state.form?.skipped.contains(index) == true { return false }
    if let when = question.when, !when.holds(for: state.profile) { return false }
    if !question.must.isEmpty { return question.must.contains { state.profile[$0.slot] == nil } }
    return question.mainSlots.allSatisfy { state.profile[$0] == nil }
  }

  /// The slot that is missing when another of the question's slots is known already.
  private func firstOpen(of question: FormQuestion, _ state: State) -> Slot? {
    let open = question.must.filter { state.profile[$0.slot] == nil }
    return open.count < question.must.count ? open.first?.slot : nil
  }

  func ask(_ draft: inout Draft) {
    guard let form = draft.state.form, let question = question(form.step) else { return }
    let ask = question.must.first { $0.slot == form.rest }?.ask ?? question.ask
    let text = catalog.say(
      "form.step",
      ["step": String(form.step + 1), "count": String(formQuestions.count), "ask": ask]
    )
    let choices = form.rest == nil ? choiceLines(question) : ""
    draft.replies.append(
      Reply(
        .question,
        "form.\(question.id.rawValue)",
        choices.isEmpty ? text : "\(text)\n\n\(choices)"
      )
    )
  }

  func choiceLines(_ question: FormQuestion) -> String {
    question.choices.enumerated().map { "\($0.offset + 1). \($0.element.label)" }.joined(
      separator: "\n"
    )
  }

  /// The open question once more, after something else was answered.
  func askAgain(_ draft: inout Draft) {
    guard let form = draft.state.form else { return }
    if form.stage == .review {
      draft.say(.question, "form.review-ask")
    } else {
      ask(&draft)
    }
  }
}

extension FormQuestion {
  /// The slots that the question is really about: those that its choices fill, or its first.
  var mainSlots: [Slot] {
    let filled = slots.filter { slot in choices.contains { $0.sets.contains { $0.slot == slot } } }
    return filled.isEmpty ? Array(slots.prefix(1)) : filled
  }
}
