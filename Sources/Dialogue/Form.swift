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

  private func question(_ step: Int) -> FormQuestion? {
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
  private func moveOn(from step: Int, _ draft: inout Draft) {
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

  private func isNeeded(_ question: FormQuestion, _ index: Int, _ state: State) -> Bool {
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

  private func ask(_ draft: inout Draft) {
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

  private func choiceLines(_ question: FormQuestion) -> String {
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
  private func resume(_ draft: inout Draft) {
    draft.say(.notice, "form.resume")
    askAgain(&draft)
  }

  private func leaveOut(_ draft: inout Draft) {
    guard let step = draft.state.form?.step else { return }
    draft.state.form?.skipped.insert(step)
    draft.state.form?.done.append(step)
    moveOn(from: step, &draft)
  }
}

extension Conversation {
  /// Words that steer the form; the open question has first claim on everything else.
  private func control(_ heard: Heard, _ question: FormQuestion, _ draft: inout Draft) -> Bool {
    switch Dialogue(heard) {
    case .whyAsk:
      draft.say(.notice, "form.why", ["why": question.why])
      ask(&draft)
    case .skip:
      draft.say(.notice, "form.skipped")
      leaveOut(&draft)
    case .unsure:
      draft.say(.notice, "form.unsure")
      leaveOut(&draft)
    case .back:
      goBack(&draft)
    case .cancel,
      .goodbye where isStop(heard):
      draft.state.form = nil
      draft.say(.notice, "form.cancelled")
    case .restart:
      draft.state.form = FormState()
      draft.state.profile = Profile()
      draft.say(.notice, "form.restarted")
      moveOn(from: -1, &draft)
    case .startPlan where heard.readings.isEmpty:
      draft.say(.notice, "form.already")
      ask(&draft)
    default:
      return soFar(heard, &draft)
    }
    return true
  }

  /// "stop" and "quit" stop the form before they leave the talk.
  private func isStop(_ heard: Heard) -> Bool {
    heard.words.contains { ["stop", "quit", "exit"].contains($0) }
  }

  /// "so far", "what have you got": shows what is known.
  private func soFar(_ heard: Heard, _ draft: inout Draft) -> Bool {
    let text = heard.words.joined(separator: " ")
    guard heard.wordCount <= 8, Self.soFarPhrases.contains(where: text.contains) else {
      return false
    }
    let facts = ProfileWords(catalog).facts(of: draft.state.profile)
    draft.say(.notice, facts.isEmpty ? "form.so-far-none" : "form.so-far", ["facts": facts])
    askAgain(&draft)
    return true
  }

  private static let soFarPhrases = [
    "so far", "what have you got", "what do you have", "my answers", "what did i say",
  ]

  private func goBack(_ draft: inout Draft) {
    guard var form = draft.state.form, let last = form.done.popLast() else {
      draft.say(.notice, "form.cannot-go-back")
      return ask(&draft)
    }
    form.step = last
    form.skipped.remove(last)
    form.tries = 0
    form.rest = nil
    form.stage = .asking
    draft.state.form = form
    draft.say(.notice, "form.went-back")
    ask(&draft)
  }
}

extension Conversation {
  /// What a line picks from the question's choices, by number, by label, or by a plain yes or no.
  private func chosen(_ heard: Heard, _ question: FormQuestion, rest: Slot?) -> [FormQuestion
    .Setting]?
  {
    if rest == nil, !question.choices.isEmpty {
      let numbers = Choice.numbers(in: heard, count: question.choices.count)
      if !numbers.isEmpty, question.takesSeveral || numbers.count == 1 {
        return numbers.flatMap { question.choices[$0].sets }
      }
      let text = heard.words.joined(separator: " ")
      if let choice = question.choices.first(where: {
        Tokenizer.tokens(in: $0.label).joined == text
      }) {
        return choice.sets
      }
    }
    guard heard.readings.filter({ question.slots.contains($0.slot) }).isEmpty else { return nil }
    switch YesNo(heard) {
    case .yes:
      guard rest == nil else {
        return rest.flatMap { $0.kind == .flag ? [.init(slot: $0, value: "yes")] : nil }
      }
      return question.yes.isEmpty ? nil : question.yes
    case .no:
      guard let rest else { return question.no.isEmpty ? nil : question.no }
      let none = rest.kind == .flag ? "no" : "none"
      return SlotValue(none, for: rest).map { _ in [.init(slot: rest, value: none)] }
    case nil:
      return isNone(heard) && !question.no.isEmpty && rest == nil
        ? question.no : noneOf(rest, heard)
    }
  }

  private func noneOf(_ rest: Slot?, _ heard: Heard) -> [FormQuestion.Setting]? {
    guard let rest, isNone(heard) else { return nil }
    let none = rest.kind == .flag ? "no" : "none"
    return SlotValue(none, for: rest).map { _ in [.init(slot: rest, value: none)] }
  }

  private func isNone(_ heard: Heard) -> Bool {
    heard.wordCount <= 4
      && heard.words.contains { ["none", "nothing", "neither", "nope", "nah", "nil"].contains($0) }
  }

  private func store(
    _ settings: [FormQuestion.Setting],
    words: String,
    _ question: FormQuestion,
    _ draft: inout Draft
  ) {
    var lists: [Slot: [String]] = [:]
    for setting in settings {
      guard let value = SlotValue(setting.value, for: setting.slot) else { continue }
      if case .list(let items) = value {
        lists[setting.slot, default: []] += items
        let all = lists[setting.slot] ?? []
        draft.state.profile.set(
          setting.slot,
          .list(setting.slot.options.filter(all.contains)),
          from: words
        )
      } else {
        draft.state.profile.set(setting.slot, value, from: words)
      }
    }
    finish(question, &draft)
  }

  /// Confirms in a short phrase and goes on, or asks for what the answer left open.
  private func finish(_ question: FormQuestion, _ draft: inout Draft) {
    guard let step = draft.state.form?.step else { return }
    confirmInForm(question, &draft)
    if let open = question.must.first(where: { draft.state.profile[$0.slot] == nil }) {
      draft.state.form?.rest = open.slot
      draft.state.form?.tries = 0
      return ask(&draft)
    }
    draft.state.form?.done.append(step)
    if let age = draft.state.profile.number(.age), age < Self.youngest {
      draft.state.form = nil
      return draft.say(.notice, "form.too-young")
    }
    moveOn(from: step, &draft)
  }

  /// Years below which Flora makes no plan.
  private static let youngest = 5.0

  private func confirmInForm(_ question: FormQuestion, _ draft: inout Draft) {
    let facts = ProfileWords(catalog).facts(of: draft.state.profile, only: Set(question.slots))
    if !facts.isEmpty { draft.say(.notice, "understand.noted", ["facts": facts]) }
  }

  /// Stores facts, several at once; lists grow within the form's answer, and a later statement replaces an earlier one.
  func storeReadings(_ readings: [SlotReading], _ draft: inout Draft) {
    for reading in readings {
      draft.state.profile.set(reading.slot, reading.value, from: reading.words)
    }
  }
}

extension Conversation {
  private func review(_ draft: inout Draft) {
    draft.state.form?.stage = .review
    let facts = ProfileWords(catalog).lines(of: draft.state.profile)
    let text =
      facts.isEmpty
      ? catalog.say("form.review-empty")
      : ([catalog.say("form.review"), ""] + facts).joined(separator: "\n")
    draft.replies.append(
      Reply(.question, "form.review", "\(text)\n\n\(catalog.say("form.review-ask"))")
    )
  }

  private func answerReview(_ heard: Heard, _ draft: inout Draft) -> Bool {
    if !heard.readings.isEmpty, !heard.isQuestion {
      storeReadings(heard.readings, &draft)
      review(&draft)
      return true
    }
    switch Dialogue(heard) {
    case .affirm, .startPlan, .showPlan, .more:
      draft.state.form = nil
      makePlan(&draft)
    case .cancel, .deny:
      draft.state.form = nil
      draft.say(.notice, "form.cancelled")
    case .back:
      goBack(&draft)
    case .restart:
      draft.state.form = FormState()
      draft.state.profile = Profile()
      draft.say(.notice, "form.restarted")
      moveOn(from: -1, &draft)
    case .unsure, .skip:
      draft.state.form = nil
      makePlan(&draft)
    default:
      if soFar(heard, &draft) { return true }
      let outcome = Policy.outcome(of: heard.classification)
      guard outcome == .sure || outcome == .fairly else {
        draft.say(.question, "form.review-hint")
        return true
      }
      answerFreely(heard, &draft)
      if draft.state.form != nil, draft.state.pending == nil { resume(&draft) }
    }
    return true
  }
}

extension FormQuestion {
  /// The slots that the question is really about: those that its choices fill, or its first.
  var mainSlots: [Slot] {
    let filled = slots.filter { slot in choices.contains { $0.sets.contains { $0.slot == slot } } }
    return filled.isEmpty ? Array(slots.prefix(1)) : filled
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

extension Tokens {
  /// The words with a space between them.
  var joined: String { list.indices.map(text).joined(separator: " ") }
}
