internal import Intents
internal import Knowledge
internal import Language
internal import Packed
internal import Slots

extension Conversation {
  /// "change my diet": opens an earlier question again, and comes back afterwards.
  ///
  /// - Returns: Whether the line wants a change.
  func reopen(_ heard: Heard, _ draft: inout Draft) -> Bool {
    let wantsChange = Dialogue(heard) == .changeAnswer || !heard.isQuestion && says(.change, heard)
    guard wantsChange, heard.wordCount <= Self.longestChange else { return false }
    if let index = named(heard) {
      if !answers(index, heard, &draft) { open(index, &draft) }
    } else {
      draft.say(.notice, "form.change-which")
      askAgain(&draft)
    }
    return true
  }

  /// "change my diet" to a plan that stands: opens the question, and the review after it.
  func reopensForm(_ heard: Heard, _ draft: inout Draft) -> Bool {
    guard draft.state.form == nil, draft.state.plan != nil, heard.readings.isEmpty,
      heard.wordCount <= Self.longestChange, let index = named(heard),
      !heard.isQuestion, says(.change, heard), PlanWish(heard, catalog) == nil
    else { return false }
    draft.state.form = FormState(stage: .review)
    draft.state.offers = []
    draft.intents = [Heard.Intent(id: "change-answer", confidence: 1)]
    if !answers(index, heard, &draft) { open(index, &draft) }
    return true
  }

  /// "change my age to 36": the new value stands in the line itself.
  private func answers(_ index: Int, _ heard: Heard, _ draft: inout Draft) -> Bool {
    guard let question = question(index) else { return false }
    let found = question.slots.compactMap { slot in
      slots.read(heard.classification.tokens, asked: slot).first { $0.slot == slot }
    }
    guard !found.isEmpty else { return false }
    let before = draft.state.profile
    storeReadings(found, open: question, &draft)
    confirm(found.map(\.slot), before: before, &draft)
    if isTooYoung(&draft) { return true }
    draft.state.form?.isReviewing == true ? review(&draft) : ask(&draft)
    return true
  }

  /// After "actually I'm not vegan": asks for what is open now, and comes back afterwards.
  func askAfterDenial(_ heard: Heard, _ draft: inout Draft) {
    let slots = Set(heard.denials.map(\.slot)).filter { draft.state.profile[$0] == nil }
    let index = formQuestions.firstIndex { !slots.isDisjoint(with: $0.slots) }
    if let index {
      open(index, &draft)
    } else {
      askAgain(&draft)
    }
  }

  /// Words of the longest line that asks for a change without saying to what.
  private static let longestChange = 12

  private func open(_ index: Int, _ draft: inout Draft) {
    guard let form = draft.state.form, let question = question(index) else { return }
    draft.state.form?.skipped.remove(index)
    if form.isReviewing || index != form.open {
      draft.state.form?.startQuestion()
      draft.state.form?.changing = form.stage == .asking && index == form.step ? nil : index
    }
    draft.state.form?.rest = nil
    if question.slots.contains(where: { draft.state.profile[$0] != nil }) {
      let facts = ProfileWords(catalog).facts(of: draft.state.profile, only: Set(question.slots))
      draft.say(.notice, "form.change-now", ["facts": facts])
    }
    ask(&draft)
  }

  /// Closes a question that was open besides its turn, and goes on where the form was.
  func endChange(_ draft: inout Draft) {
    if draft.state.form?.stage == .review { return review(&draft) }
    draft.state.form?.startQuestion()
    guard let form = draft.state.form else { return }
    if let question = question(form.step) {
      let rest = firstOpen(of: question, draft.state)
      draft.state.form?.rest = rest
    }
    resume(&draft)
  }

  /// The question that a line names: by a word of its name or its facts, else of its choices, that no other question has.
  private func named(_ heard: Heard) -> Int? {
    let said = StemReader().hashes(of: heard.text)
    let names = formQuestions.map { question in
      [question.id.rawValue] + question.slots.map { catalog.say("slots.\($0.rawValue)") }
    }
    return owner(of: said, among: names)
      ?? owner(of: said, among: formQuestions.map { $0.choices.map(\.label) })
  }

  private func owner(of said: [UInt64], among names: [[String]]) -> Int? {
    let reader = StemReader()
    let names = names.map { Set(reader.hashes(of: $0.joined(separator: " "))) }
    let own = said.first { stem in names.count { $0.contains(stem) } == 1 }
    return own.flatMap { stem in names.firstIndex { $0.contains(stem) } }
  }
}

/// A kind of thing said to the form, or of a plan or an answer: see `seeds/plan/talk.yml`.
enum TalkPhrase: String {
  case soFar = "so-far"
  case whyAsk = "why-ask"
  case change, start, loss, undo, proof
}

extension Conversation {
  /// Whether a line holds one of the phrases.
  func says(_ talk: TalkPhrase, _ heard: Heard) -> Bool {
    let text = " \(heard.words.joined(separator: " ")) "
    return phrases(talk).contains { text.contains(" \($0) ") }
  }

  /// Whether a line is one of the phrases and nothing else.
  func saysOnly(_ talk: TalkPhrase, _ heard: Heard) -> Bool {
    phrases(talk).contains(heard.words.filter { $0 != "?" && $0 != "." }.joined(separator: " "))
  }

  private func phrases(_ talk: TalkPhrase) -> [String] {
    (catalog.wording["plan-talk.\(talk.rawValue)"]?.variants ?? []).map {
      Tokenizer.tokens(in: $0).joined
    }
  }
}
