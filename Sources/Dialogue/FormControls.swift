internal import Intents
internal import Knowledge

extension Conversation {
  /// Words that steer the form; the open question has first claim on everything else.
  ///
  /// `hasAnswer`: Whether the line also holds an answer; "not sure, maybe 6 hours" is one.
  /// Returns whether it steered.
  func control(
    _ heard: Heard,
    _ question: FormQuestion,
    hasAnswer: Bool,
    _ draft: inout Draft
  ) -> Bool {
    if asksWhyAsk(heard) {
      draft.say(.notice, "form.why", ["why": question.why])
      ask(&draft)
      return true
    }
    guard !hasAnswer else { return false }
    switch Dialogue(heard) {
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
      cancelForm(&draft)
    case .restart:
      restartForm(&draft)
    case .startPlan where heard.readings.isEmpty:
      draft.say(.notice, "form.already")
      ask(&draft)
    case .repeat:
      ask(&draft)
    default:
      return soFar(heard, &draft)
    }
    return true
  }

  /// "why do you ask", "what for": about the open question, whatever was under discussion before.
  func asksWhyAsk(_ heard: Heard) -> Bool {
    Dialogue(heard) == .whyAsk || heard.asksWhy || saysOnly(.whyAsk, heard)
  }

  /// "stop" and "quit" stop the form before they leave the talk.
  func isStop(_ heard: Heard) -> Bool {
    heard.words.contains { ["stop", "quit", "exit"].contains($0) }
  }

  func cancelForm(_ draft: inout Draft) {
    draft.state.form = nil
    draft.say(.notice, "form.cancelled")
  }

  /// Asks everything anew; where the person lives stays known, because emergency numbers hang on it.
  func restartForm(_ draft: inout Draft) {
    let before = draft.state.profile
    draft.state.form = FormState()
    draft.state.profile = Profile()
    draft.state.profile.set(.region, before[.region], from: before.source(of: .region))
    draft.say(.notice, "form.restarted")
    moveOn(from: -1, &draft)
  }

  /// "so far", "what have you got": shows what is known.
  func soFar(_ heard: Heard, _ draft: inout Draft) -> Bool {
    guard heard.wordCount <= Self.longestSoFar, says(.soFar, heard) else { return false }
    let facts = ProfileWords(catalog).facts(of: draft.state.profile)
    draft.say(.notice, facts.isEmpty ? "form.so-far-none" : "form.so-far", ["facts": facts])
    askAgain(&draft)
    return true
  }

  /// Words of the longest line that asks for the answers so far.
  private static let longestSoFar = 8

  func goBack(_ draft: inout Draft) {
    guard var form = draft.state.form else { return }
    guard form.changing == nil else { return endChange(&draft) }
    guard let last = form.done.popLast() else {
      draft.say(.notice, "form.cannot-go-back")
      return askAgain(&draft)
    }
    form.startQuestion()
    form.step = last
    form.skipped.remove(last)
    form.stage = .asking
    draft.state.form = form
    draft.say(.notice, "form.went-back")
    ask(&draft)
  }
}
