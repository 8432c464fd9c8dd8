internal import Knowledge
internal import Packed
internal import Planning
internal import Slots

extension Conversation {
  /// The slot that the open question waits for.
  func openSlot(in state: State) -> Slot? {
    if case .region = state.pending { return .region }
    guard let form = state.form, !form.isReviewing, let question = question(form.open) else {
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
    guard nextQuestion(after: -1, draft.state) != nil else { return review(&draft) }
    draft.say(.notice, "form.start", ["count": String(formQuestions.count)])
    let facts = ProfileWords(catalog).facts(of: draft.state.profile)
    if !facts.isEmpty { draft.say(.notice, "form.known", ["facts": facts]) }
    moveOn(from: -1, &draft)
  }

  /// "make me a plan: I'm 34, vegan and …": keeps the facts, and asks only for the rest.
  ///
  /// - Returns: Whether the line wants a plan and tells facts.
  func startsForm(_ heard: Heard, _ draft: inout Draft) -> Bool {
    guard draft.state.form == nil, !heard.readings.isEmpty, says(.start, heard) else {
      return false
    }
    noteCautions(heard, &draft)
    storeReadings(heard.readings, open: nil, &draft)
    if isTooYoung(&draft) { return true }
    draft.intents = [Heard.Intent(id: "start-plan", confidence: 1)]
    startForm(&draft)
    return true
  }

  /// Goes to the next question that still needs an answer, or to the review.
  func moveOn(from step: Int, _ draft: inout Draft) {
    let next = nextQuestion(after: step, draft.state)
    draft.state.form?.startQuestion()
    guard let next, let question = question(next) else { return review(&draft) }
    draft.state.form?.step = next
    draft.state.form?.stage = .asking
    let rest = firstOpen(of: question, draft.state)
    draft.state.form?.rest = rest
    ask(&draft)
  }

  /// The first question behind a step that still needs an answer.
  func nextQuestion(after step: Int, _ state: State) -> Int? {
    let questions = formQuestions
    return questions.indices.first { $0 > step && isNeeded(questions[$0], $0, state) }
  }

  private func isNeeded(_ question: FormQuestion, _ index: Int, _ state: State) -> Bool {
    if state.form?.skipped.contains(index) == true { return false }
    if let when = question.when, !when.holds(for: state.profile) { return false }
    if !question.must.isEmpty { return question.must.contains { state.profile[$0.slot] == nil } }
    return question.mainSlots.allSatisfy { state.profile[$0] == nil }
  }

  /// The slot that is missing when another of the question's slots is known already.
  func firstOpen(of question: FormQuestion, _ state: State) -> Slot? {
    let open = question.must.filter { state.profile[$0.slot] == nil }
    return open.count < question.must.count ? open.first?.slot : nil
  }
}

extension Conversation {
  /// Asks the open question; every third time in a row in short, with the way out.
  func ask(_ draft: inout Draft) {
    guard let form = draft.state.form, let question = question(form.open) else { return }
    draft.state.form?.asked += 1
    let ask = question.must.first { $0.slot == form.rest }?.ask ?? question.ask
    let isBrief = form.asked % 3 == 2
    let text: String
    if form.changing != nil {
      text = catalog.say(isBrief ? "form.change-brief" : "form.change", ["ask": ask])
    } else {
      text = catalog.say(
        isBrief ? "form.step-brief" : "form.step",
        ["step": String(form.step + 1), "count": String(formQuestions.count), "ask": ask]
      )
    }
    let choices = form.rest == nil && !isBrief ? choiceLines(question) : ""
    draft.replies.append(
      Reply(
        .question,
        "form.\(question.id.rawValue)",
        choices.isEmpty ? text : "\(text)\n\n\(choices)"
      )
    )
  }

  func choiceLines(_ question: FormQuestion) -> String {
    question.choices.map(\.label).numbered.joined(separator: "\n")
  }

  /// The open question once more, after something else was answered.
  func askAgain(_ draft: inout Draft) {
    guard let form = draft.state.form else { return }
    form.isReviewing ? askReview(&draft) : ask(&draft)
  }

  /// One line that says where we are, and the question again.
  ///
  /// Numbers answer the form from here on, so lines offered before are taken back.
  ///
  /// `answered`: The open question, where the same line answered it: "I sleep 5 hours, is that bad?".
  func resume(after answered: FormQuestion? = nil, _ draft: inout Draft) {
    guard draft.state.form != nil, draft.state.pending == nil, !draft.effects.contains(.quit)
    else { return }
    dropOffers(&draft)
    draft.say(.notice, "form.resume")
    if let answered { finish(answered, &draft) } else { askAgain(&draft) }
  }

  /// Takes numbered lines off the answers of this turn: the form's own numbers come next.
  private func dropOffers(_ draft: inout Draft) {
    guard !draft.state.offers.isEmpty else { return }
    let lines = "\n\n\(offerLines(draft.state.offers))"
    draft.replies = draft.replies.map { reply in
      guard reply.kind == .answer, reply.text.hasSuffix(lines) else { return reply }
      let text = String(reply.text.dropLast(lines.count))
      return Reply(reply.kind, reply.id, text, sources: reply.sources)
    }
    draft.state.offers = []
  }
}

extension FormState {
  /// Forgets the tries at the question before.
  mutating func startQuestion() {
    tries = 0
    rest = nil
    changing = nil
    asked = 0
  }
}

extension FormQuestion {
  /// The slots that the question is really about: those that its choices fill, or its first.
  var mainSlots: [Slot] {
    let filled = slots.filter { slot in choices.contains { $0.sets.contains { $0.slot == slot } } }
    return filled.isEmpty ? Array(slots.prefix(1)) : filled
  }
}
