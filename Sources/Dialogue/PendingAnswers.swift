internal import Intents
internal import Knowledge

extension Conversation {
  /// Answers the question that is open outside the form.
  ///
  /// - Returns: Whether the line was an answer; if not, the question is dropped and the line read freely.
  func answerPending(_ heard: Heard, _ draft: inout Draft) -> Bool {
    switch draft.state.pending {
    case .check, .safe, .region:
      return answerSafety(heard, &draft)
    case .clarify(let topics, let line):
      return answerClarify(topics, line: line, heard, &draft)
    case .consent(let path, let reminded):
      return answerConsent(path, overwrite: false, reminded: reminded, heard, &draft)
    case .overwrite(let path, let reminded):
      return answerConsent(path, overwrite: true, reminded: reminded, heard, &draft)
    case .leaveOut(let action):
      return answerLeaveOut(action, heard, &draft)
    case nil:
      return false
    }
  }

  private func answerLeaveOut(_ action: ID<PlanAction>, _ heard: Heard, _ draft: inout Draft)
    -> Bool
  {
    draft.state.pending = nil
    guard let plan = draft.state.plan, let answer = YesNo(heard) else { return false }
    switch answer {
    case .yes: leaveOut(action, plan, &draft)
    case .no: draft.say(.notice, "plan.kept-step")
    }
    return true
  }

  private func answerClarify(
    _ topics: [ID<Topic>],
    line: String,
    _ heard: Heard,
    _ draft: inout Draft
  ) -> Bool {
    draft.state.pending = nil
    let picked =
      Choice.number(in: heard, count: topics.count).map { topics[$0] }
      ?? topics.first { topic in
        heard.mentions.contains(topic)
          || heard.best?.intent == topic.rawValue && !heard.classification.isOutOfScope
      }
    guard let picked else { return false }
    answer(picked, understand(line, draft.state), confidence: 1, &draft)
    return true
  }

  private func answerConsent(
    _ path: String,
    overwrite: Bool,
    reminded: Bool,
    _ heard: Heard,
    _ draft: inout Draft
  ) -> Bool {
    guard let plan = draft.state.plan else {
      draft.state.pending = nil
      return false
    }
    switch YesNo(heard) {
    case .yes:
      draft.state.pending = nil
      draft.effects.append(.save(plan, path: path, overwrite: overwrite))
      return true
    case .no:
      draft.state.pending = nil
      draft.say(.notice, "plan.kept-unsaved")
      return true
    case nil:
      draft.state.pending = nil
      let isUnclear =
        !heard.isQuestion && heard.wordCount <= 3 && heard.readings.isEmpty
        && Dialogue(heard) == nil
      guard !reminded, isUnclear || Dialogue(heard) == .savePlan else { return false }
      draft.state.pending =
        overwrite
        ? .overwrite(path: path, reminded: true) : .consent(path: path, reminded: true)
      draft.say(.question, "plan.yes-no")
      return true
    }
  }
}

/// Picks from numbered choices.
enum Choice {
  /// The place of the one choice that a line names by number: "2", "number two", "the second".
  static func number(in heard: Heard, count: Int) -> Int? {
    let words = heard.words.filter { !fillers.contains($0) }
    guard words.count == 1, let number = number(words[0]), (1...max(count, 1)).contains(number),
      count > 0
    else {
      return nil
    }
    return number - 1
  }

  /// All numbers of a line that is nothing but numbers: "1 and 3", "2,4".
  static func numbers(in heard: Heard, count: Int) -> [Int] {
    let words = heard.words.filter { !fillers.contains($0) && $0.first?.isPunctuation != true }
    let numbers = words.compactMap(number)
    guard !words.isEmpty, numbers.count == words.count,
      numbers.allSatisfy({ (1...count).contains($0) })
    else {
      return []
    }
    return numbers.map { $0 - 1 }
  }

  private static let fillers: Set<String> = [
    "number", "option", "choice", "the", "please", "and", "answer", "i", "pick", "question", "&",
    "+",
  ]

  static func number(_ word: String) -> Int? {
    Int(word) ?? words.firstIndex(of: word).map { $0 + 1 }
      ?? ordinals.firstIndex(of: word).map { $0 + 1 }
  }

  private static let words = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]
  private static let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"]
}
