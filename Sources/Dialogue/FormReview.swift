internal import Knowledge
internal import Slots

extension Conversation {
  /// Shows everything understood before the plan is made, after any question that a change made needed.
  func review(_ draft: inout Draft) {
    draft.state.form?.stage = .review
    let missed = nextQuestion(after: -1, draft.state)
    if missed == nil || missed != draft.state.form?.changing { draft.state.form?.startQuestion() }
    if let missed, let question = question(missed) {
      draft.state.form?.changing = missed
      let rest = firstOpen(of: question, draft.state)
      draft.state.form?.rest = rest
      draft.say(.notice, "form.one-more")
      return ask(&draft)
    }
    draft.replies.append(
      Reply(
        .question,
        "form.review",
        "\(reviewText(draft.state.profile))\n\n\(catalog.say("form.review-ask"))"
      )
    )
  }

  private func reviewText(_ profile: Profile) -> String {
    let facts = ProfileWords(catalog).lines(of: profile)
    return facts.isEmpty
      ? catalog.say("form.review-empty")
      : ([catalog.say("form.review"), ""] + facts).joined(separator: "\n")
  }

  /// Asks whether to make the plan; every third time in a row in other words.
  func askReview(_ draft: inout Draft) {
    let asked = draft.state.form?.asked ?? 0
    draft.state.form?.asked = asked + 1
    draft.say(.question, asked % 3 == 2 ? "form.review-brief" : "form.review-ask")
  }

  /// `lost`: What the line took back, in words.
  func answerReview(_ heard: Heard, lost: [String], _ draft: inout Draft) -> Bool {
    if !heard.readings.isEmpty, !heard.isQuestion {
      let before = draft.state.profile
      storeReadings(heard.readings, open: nil, &draft)
      confirm(heard.readings.map(\.slot), before: before, &draft)
      if isTooYoung(&draft) { return true }
      let isNews = !lost.isEmpty || reviewText(draft.state.profile) != reviewText(before)
      isNews ? restartReview(&draft) : askReview(&draft)
      return true
    }
    if !lost.isEmpty, !heard.isQuestion {
      askAfterDenial(heard, &draft)
      return true
    }
    if asksWhyAsk(heard) {
      draft.say(.notice, "form.review-why")
      askReview(&draft)
      return true
    }
    switch Dialogue(heard) {
    case .affirm, .startPlan, .showPlan, .more, .unsure, .skip:
      draft.state.form = nil
      makePlan(&draft)
    case .cancel,
      .goodbye where isStop(heard):
      cancelForm(&draft)
    case .back:
      goBack(&draft)
    case .restart:
      restartForm(&draft)
    case .repeat:
      askReview(&draft)
    case .deny where heard.wordCount <= 3:
      missReview("form.review-no", &draft)
    default:
      otherwiseInReview(heard, &draft)
    }
    return true
  }

  private func restartReview(_ draft: inout Draft) {
    draft.state.form?.tries = 0
    review(&draft)
  }

  private func otherwiseInReview(_ heard: Heard, _ draft: inout Draft) {
    if soFar(heard, &draft) || reopen(heard, &draft) { return }
    let outcome = Policy.outcome(of: heard.classification)
    guard outcome == .sure || outcome == .fairly || heard.isQuestion && outcome != .lost else {
      return missReview("form.review-hint", &draft)
    }
    answerFreely(heard, &draft)
    resume(&draft)
  }

  /// Two tries, then the plan waits until it is wanted.
  private func missReview(_ id: String, _ draft: inout Draft) {
    draft.state.form?.tries += 1
    guard draft.state.form.map({ $0.tries <= 2 }) ?? false else {
      draft.state.form = nil
      return draft.say(.notice, "form.review-gave-up")
    }
    draft.say(.question, id)
  }
}
