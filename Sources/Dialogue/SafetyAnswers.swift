internal import Intents
internal import Knowledge
internal import Packed
internal import Safety
internal import Slots

extension Conversation {
  /// Answers to a check, a held question, or "which country".
  func answerSafety(_ heard: Heard, _ draft: inout Draft) -> Bool {
    switch draft.state.pending {
    case .check(let rule, let line):
      return answerCheck(rule, line: line, heard, &draft)
    case .region(let rule, let held):
      return answerRegion(rule, held: held, heard, &draft)
    case .safe(let rule, let held):
      return answerSafe(rule, held: held, heard, &draft)
    default:
      return false
    }
  }

  private func answerCheck(_ rule: ID<RedFlag>, line: String, _ heard: Heard, _ draft: inout Draft)
    -> Bool
  {
    switch YesNo(heard) {
    case .yes:
      raise(rule, held: line.isEmpty ? nil : line, &draft)
      draft.safety = catalog.redFlags[rule.rawValue].map {
        Verdict.Raised(rule: rule, level: $0.level, score: 0, words: "yes")
      }
      return true
    case .no:
      draft.state.pending = nil
      let level = catalog.redFlags[rule.rawValue]?.level ?? .emergency
      draft.say(.notice, "safety.check-no-\(level.rawValue)")
      if !line.isEmpty, line != heard.text { goOn(with: line, &draft) }
      return true
    case nil:
      draft.state.pending = nil
      guard let flag = catalog.redFlags[rule.rawValue], let region = RegionWords.region(heard),
        heard.readings.allSatisfy({ $0.slot == .region })
      else { return false }
      draft.state.profile.set(.region, .choice(region), from: heard.text)
      draft.state.pending = .check(rule, line: line)
      draft.say(.question, flag.checkWording, ["check": flag.check])
      return true
    }
  }

  /// Answers a line that waited while danger was asked about.
  private func goOn(with line: String, _ draft: inout Draft) {
    let heard = understand(line, draft.state)
    if draft.state.form == nil || !answerForm(heard, &draft) { answerFreely(heard, &draft) }
  }

  private func answerRegion(
    _ rule: ID<RedFlag>,
    held: String?,
    _ heard: Heard,
    _ draft: inout Draft
  ) -> Bool {
    draft.state.pending = .safe(rule, held: held)
    guard let region = RegionWords.region(heard), let flag = catalog.redFlags[rule.rawValue],
      let lines = catalog.crisisLines[region]?.lines.isEmpty == false
        ? catalog.crisisLines[region] : nil
    else { return answerSafe(rule, held: held, heard, &draft) }
    draft.state.profile.set(.region, .choice(region), from: heard.text)
    var text = [catalog.say("safety.region-thanks", ["country": lines.country])]
    text += contacts(for: flag, region: region)
    if text.count == 1 { text = [catalog.say("safety.region-unknown")] }
    if draft.state.form != nil { text.append(catalog.say("safety.held-form")) }
    draft.replies.append(Reply(.safety, "\(rule.rawValue).numbers", text.joined(separator: "\n\n")))
    return true
  }

  /// The held question comes back once the person says they are safe; anything else is asked about first, once.
  private func answerSafe(_ rule: ID<RedFlag>, held: String?, _ heard: Heard, _ draft: inout Draft)
    -> Bool
  {
    let isSerious = (catalog.redFlags[rule.rawValue]?.level ?? .soon) > .soon
    if SafeWords.says(heard) { return comeBack(held, &draft) }
    guard isSerious, !heard.text.hasPrefix("/"), held != heard.text || YesNo(heard) != nil else {
      draft.state.pending = nil
      return false
    }
    let isRepeated = draft.state.lastReplies.contains { $0.id == "safety.still" }
    guard !isRepeated || YesNo(heard) != nil, Dialogue(heard) != .goodbye || YesNo(heard) != nil
    else {
      draft.state.pending = nil
      return false
    }
    if isRepeated {
      raise(rule, held: held, &draft)
      return true
    }
    let isQuestion = heard.isQuestion || asksAboutTopic(heard)
    draft.state.pending = .safe(rule, held: isQuestion ? heard.text : held)
    draft.say(.question, "safety.still")
    return true
  }

  /// The person is safe: back to the form, or to the question that was kept.
  private func comeBack(_ held: String?, _ draft: inout Draft) -> Bool {
    draft.state.pending = nil
    if draft.state.form != nil {
      draft.say(.notice, "safety.back-safe-form")
      askAgain(&draft)
      return true
    }
    guard let question = held.flatMap({ topicQuestion(in: $0, draft.state) }) else {
      draft.say(.notice, "safety.back-safe-alone")
      return true
    }
    draft.say(.notice, "safety.back-safe")
    answerFreely(question, &draft)
    return true
  }
}
