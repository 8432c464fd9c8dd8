internal import Knowledge
internal import Language
internal import Planning
internal import Slots

extension Conversation {
  /// What a line picks from the question's choices, by number, by label, or by a plain yes or no.
  func chosen(_ heard: Heard, _ question: FormQuestion, rest: Slot?) -> [FormQuestion
    .Setting]?
  {
    if rest == nil, !question.choices.isEmpty {
      let numbers = Choice.numbers(in: heard, count: question.choices.count)
      if !numbers.isEmpty, question.takesSeveral || numbers.count == 1 {
        return sets(of: numbers.map { question.choices[$0] }, question)
      }
      let text = heard.words.joined(separator: " ")
      if let choice = question.choices.first(where: {
        Tokenizer.tokens(in: $0.label).joined == text
      }) {
        return choice.sets
      }
    }
    guard ownReadings(heard, question).isEmpty, !deniesElse(heard, question) else { return nil }
    switch YesNo(heard) ?? ledNo(heard) {
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

  /// What several choices store together; "none of these" counts only alone.
  private func sets(of choices: [FormQuestion.Choice], _ question: FormQuestion) -> [FormQuestion
    .Setting]
  {
    let some = choices.filter { $0.sets != question.no }
    return (some.isEmpty ? choices : some).flatMap(\.sets)
  }

  private func noneOf(_ rest: Slot?, _ heard: Heard) -> [FormQuestion.Setting]? {
    guard let rest, isNone(heard) else { return nil }
    let none = rest.kind == .flag ? "no" : "none"
    return SlotValue(none, for: rest).map { _ in [.init(slot: rest, value: none)] }
  }

  /// "no, and I smoke": a no, followed by facts on something else.
  private func ledNo(_ heard: Heard) -> YesNo? {
    let parts = FormParts.parts(of: heard.words)
    guard parts.count > 1, let first = parts.first, first.count == 1, !heard.readings.isEmpty
    else { return nil }
    return Self.noes.contains(first[0]) ? .no : nil
  }

  /// "no allergies" to the question about pregnancy: a no to something that was not asked.
  private func deniesElse(_ heard: Heard, _ question: FormQuestion) -> Bool {
    let first = heard.words.first { !Self.leads.contains($0) }
    guard first.map(Self.noes.contains) == true, ledNo(heard) == nil else {
      return false
    }
    let asked = Tokenizer.tokens(in: "\(question.ask) \(question.hint)")
    let known = Self.noes.union(SmallWords.ofDenials).union(asked.words)
    return heard.words.contains { !known.contains($0) && $0.first?.isLetter == true }
  }

  private static let leads: Set<String> = [
    "actually", "oh", "sorry", "wait", "well", "um", "er", "ah", ",", "hang",
  ]
  private static let noes: Set<String> = ["no", "none", "nope", "nah", "neither", "nothing"]

  private func isNone(_ heard: Heard) -> Bool {
    heard.wordCount <= 4
      && heard.words.contains { Self.noes.contains($0) }
  }

  func store(_ settings: [FormQuestion.Setting], words: String, _ draft: inout Draft) {
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
  }

  /// Goes on, or asks for what the answer left open.
  func finish(_ question: FormQuestion, _ draft: inout Draft) {
    if isTooYoung(&draft) { return }
    guard let form = draft.state.form else { return }
    if let open = question.must.first(where: { draft.state.profile[$0.slot] == nil }) {
      if form.rest != open.slot { draft.state.form?.asked = 0 }
      draft.state.form?.rest = open.slot
      draft.state.form?.tries = 0
      return ask(&draft)
    }
    guard form.changing == nil else { return endChange(&draft) }
    draft.state.form?.done.append(form.step)
    moveOn(from: form.step, &draft)
  }

  /// Closes the form for a baby or a small child, and says why.
  func isTooYoung(_ draft: inout Draft) -> Bool {
    guard let age = draft.state.profile.number(.age), age < Planner.youngest else { return false }
    draft.state.form = nil
    draft.say(.notice, "form.too-young")
    return true
  }
}
