internal import Intents
internal import Knowledge

extension Conversation {
  /// Words that steer the form; the open question has first claim on everything else.
  func control(_ heard: Heard, _ question: FormQuestion, _ draft: inout Draft) -> Bool {
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
  func soFar(_ heard: Heard, _ draft: inout Draft) -> Bool {
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

  func goBack(_ draft: inout Draft) {
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
