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
    noteCautions(heard, &draft)
    if saysSorry(heard, &draft) { return true }
    if notesDrugAllergy(heard, &draft) {
      askAgain(&draft)
      return true
    }
    let lost = withdraw(heard, &draft)
    if !lost.isEmpty, stopsMedicine(heard) { draft.say(.notice, "understand.stopped-medicine") }
    if form.isReviewing { return answerReview(heard, lost: lost, &draft) }
    guard let question = question(form.open) else { return false }
    let own = ownReadings(heard, question)
    if !lost.isEmpty, own.isEmpty, heard.readings.isEmpty, !heard.isQuestion {
      askAfterDenial(heard, &draft)
      return true
    }
    if control(heard, question, hasAnswer: !own.isEmpty, &draft) { return true }
    let others = heard.readings.filter { !question.slots.contains($0.slot) }
    if let settings = chosen(heard, question, rest: form.rest) {
      let before = draft.state.profile
      storeReadings(others, open: nil, &draft)
      store(settings, words: heard.text, &draft)
      confirm(settings.map(\.slot).uniqued() + others.map(\.slot), before: before, &draft)
      finish(question, &draft)
      return true
    }
    if !own.isEmpty, !isDigression(heard) {
      let before = draft.state.profile
      storeReadings(own + others, open: question, &draft)
      confirm((own + others).map(\.slot), before: before, &draft)
      finish(question, &draft)
      return true
    }
    otherwise(heard, question, &draft)
    return true
  }

  /// Whether the line is a question of its own rather than an answer: "does milk cause acne" names acne and answers nothing.
  private func isDigression(_ heard: Heard) -> Bool {
    guard heard.isQuestion, Dialogue(heard) == nil, let best = heard.best else { return false }
    return catalog.answers[best.intent] != nil && Policy.outcome(of: heard.classification) != .lost
  }

  private func otherwise(_ heard: Heard, _ question: FormQuestion, _ draft: inout Draft) {
    let news = news(in: heard, draft.state)
    if !news.isEmpty, !heard.isQuestion, Dialogue(heard) == .changeAnswer || heard.facts.isStatement
    {
      return note(news, &draft)
    }
    if reopen(heard, &draft) { return }
    let outcome = Policy.outcome(of: heard.classification)
    let isTopic = heard.best.map { catalog.answers[$0.intent] != nil } ?? false
    let isAside = Dialogue(heard).map(\.isAside) ?? false
    if isAside || (isTopic && (outcome == .sure || (heard.isQuestion && outcome != .lost))) {
      let stated = slots.read(heard.classification.tokens).map(\.slot)
      let told = news.filter { stated.contains($0.slot) }
      let before = draft.state.profile
      storeReadings(told, open: question, &draft)
      confirm(told.map(\.slot), before: before, &draft)
      answerFreely(heard, &draft)
      let isAnswered = told.contains { question.slots.contains($0.slot) }
      return resume(after: isAnswered ? question : nil, &draft)
    }
    news.isEmpty ? didNotUnderstand(question, &draft) : note(news, &draft)
  }

  /// The facts of a line that is no answer to the open question.
  ///
  /// A bare word for what is known otherwise already ("acne", from somebody with eczema) is a subject, and changes nothing.
  private func news(in heard: Heard, _ state: State) -> [SlotReading] {
    let isPersonal = heard.facts.isPersonal || Dialogue(heard) == .changeAnswer
    return heard.readings.filter { isPersonal || state.profile[$0.slot] == nil }
  }

  /// Keeps facts for later questions, says so, and asks the open one again.
  private func note(_ readings: [SlotReading], _ draft: inout Draft) {
    let before = draft.state.profile
    storeReadings(readings, open: nil, &draft)
    confirm(readings.map(\.slot), before: before, &draft)
    if isTooYoung(&draft) { return }
    ask(&draft)
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
    case 2:
      draft.say(.question, "form.hint-last", ["hint": ask ?? question.hint])
    default:
      draft.say(.notice, "form.gave-up")
      leaveOut(&draft)
    }
  }

  /// Goes on without an answer to the open question.
  func leaveOut(_ draft: inout Draft) {
    guard let form = draft.state.form else { return }
    draft.state.form?.skipped.insert(form.open)
    guard form.changing == nil else { return endChange(&draft) }
    draft.state.form?.done.append(form.step)
    moveOn(from: form.step, &draft)
  }
}

extension Conversation {
  /// Confirms in a short phrase what a line told: what is new, and what is now otherwise.
  func confirm(_ slots: [Slot], before: Profile, _ draft: inout Draft) {
    let words = ProfileWords(catalog)
    let profile = draft.state.profile
    let isCorrected: (Slot) -> Bool = { before[$0] != nil && before[$0] != profile[$0] }
    let corrected = slots.filter(isCorrected)
    let told = slots.filter { profile[$0] != nil && !isCorrected($0) }
    for (id, slots) in [("understand.noted", told), ("understand.corrected", corrected)] {
      let facts = words.facts(of: profile, only: Set(slots))
      if !facts.isEmpty { draft.say(.notice, id, ["facts": facts]) }
    }
    minds(slots.filter { before[$0] != profile[$0] }, &draft)
  }

  /// Stores facts, several at once; an answer to the open question replaces what stood there.
  ///
  /// Elsewhere a condition, an allergy or a medicine adds to what is known.
  func storeReadings(_ readings: [SlotReading], open question: FormQuestion?, _ draft: inout Draft)
  {
    for reading in readings {
      let isAnswer = question?.slots.contains(reading.slot) ?? false
      let value = isAnswer ? reading.value : reading.value(addedTo: draft.state.profile)
      draft.state.profile.set(reading.slot, value, from: reading.words)
    }
  }
}

extension Dialogue {
  /// Talk that may interrupt the form without being an answer to it.
  var isAside: Bool {
    switch self {
    case .more, .simpler, .sources, .privacy, .botIdentity, .capabilities, .howAreYou,
      .thanks, .praise,
      .complaint, .greet, .forgetMe, .checkIn, .progress, .goodbye, .savePlan, .showPlan:
      true
    default: false
    }
  }
}
