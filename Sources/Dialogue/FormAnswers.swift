internal import Intents
internal import Knowledge
internal import Packed
internal import Slots

extension Conversation {
  /// A line while the form is open: controls, then an answer, then anything else with a way back.
  ///
  /// - Returns: Whether the line was taken; a question on another matter is answered here too.
  func answerForm(_ heard: Heard, _ draft: inout Draft) -> Bool {
    guard let form = draft.state.form else { return false }
    if form.stage == .review { return answerReview(heard, &draft) }
    guard let question = question(form.step) else { return false }
    if control(heard, question, &draft) { return true }
    if let settings = chosen(heard, question, rest: form.rest) {
      store(settings, words: heard.text, question, &draft)
      return true
    }
    let own = heard.readings.filter { question.slots.contains($0.slot) }
    if !own.isEmpty, !isDigression(heard, own) {
      storeReadings(heard.readings, &draft)
      finish(question, &draft)
      return true
    }
    return otherwise(heard, question, &draft)
  }

  /// Whether the line is a question of its own rather than an answer: "does milk cause acne" names acne and answers nothing.
  private func isDigression(_ heard: Heard, _ own: [SlotReading]) -> Bool {
    guard heard.isQuestion, Dialogue(heard) == nil, let best = heard.best else { return false }
    return catalog.answers[best.intent] != nil && Policy.outcome(of: heard.classification) != .lost
  }

  private func otherwise(_ heard: Heard, _ question: FormQuestion, _ draft: inout Draft) -> Bool {
    let outcome = Policy.outcome(of: heard.classification)
    let isTopic = heard.best.map { catalog.answers[$0.intent] != nil } ?? false
    let isAside = Dialogue(heard).map(\.isAside) ?? false
    if isAside || (isTopic && (outcome == .sure || (heard.isQuestion && outcome != .lost))) {
      storeReadings(heard.readings, &draft)
      answerFreely(heard, &draft)
      if draft.state.form != nil, draft.state.pending == nil { resume(&draft) }
      return true
    }
    if !heard.readings.isEmpty {
      storeReadings(heard.readings, &draft)
      ask(&draft)
      return true
    }
    didNotUnderstand(question, &draft)
    return true
  }

  /// Two tries, then the choices, then the question is left out.
  private func didNotUnderstand(_ question: FormQuestion, _ draft: inout Draft) {
    draft.state.form?.tries += 1
    let rest = draft.state.form?.rest
    let ask = question.must.first { $0.slot == rest }?.ask
    switch draft.state.form?.tries ?? 0 {
    case 1:
      draft.say(.question, "form.hint", ["hint": ask ?? question.hint])
    case 2 where rest == nil && !question.choices.isEmpty:
      draft.replies.append(
        Reply(
          .question,
          "form.choices",
          "\(catalog.say("form.choices"))\n\n\(choiceLines(question))"
        )
      )
    default:
      draft.say(.notice, "form.gave-up")
      leaveOut(&draft)
    }
  }

  /// One line that says where we are, and the question again.
  func resume(_ draft: inout Draft) {
    draft.say(.notice, "form.resume")
    askAgain(&draft)
  }

  func leaveOut(_ draft: inout Draft) {
    guard let step = draft.state.form?.step else { return }
    draft.state.form?.skipped.insert(step)
    draft.state.form?.done.append(step)
    moveOn(from: step, &draft)
  }
}

extension Dialogue {
  /// Talk that may interrupt the form without being an answer to it.
  var isAside: Bool {
    switch self {
    case .more, .simpler, .sources, .repeat, .privacy, .botIdentity, .capabilities, .howAreYou,
      .thanks, .praise,
      .complaint, .greet, .forgetMe, .checkIn, .progress, .goodbye, .savePlan, .showPlan:
      true
    default: false
    }
  }
}
