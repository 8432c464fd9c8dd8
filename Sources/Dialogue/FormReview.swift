internal import Intents
internal import Knowledge

extension Conversation {
  func review(_ draft: inout Draft) {
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

  func answerReview(_ heard: Heard, _ draft: inout Draft) -> Bool {
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
