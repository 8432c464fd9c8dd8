internal import Knowledge
internal import Language
internal import Slots

extension Conversation {
  /// What a line picks from the question's choices, by number, by label, or by a plain yes or no.
  func chosen(_ heard: Heard, _ question: FormQuestion, rest: Slot?) -> [FormQuestion
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

  func store(
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
  func finish(_ question: FormQuestion, _ draft: inout Draft) {
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

extension Tokens {
  /// The words with a space between them.
  var joined: String { list.indices.map(text).joined(separator: " ") }
}
