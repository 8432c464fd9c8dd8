internal import Intents
internal import Knowledge
internal import Packed
internal import Safety
internal import Slots

extension Conversation {
  /// The first stage of every turn: danger comes before commands, forms and questions.
  ///
  /// - Returns: The whole turn when a danger was heard.
  func screened(_ line: String, _ draft: inout Draft) -> Turn? {
    let verdict = screen.screen(line)
    if let raised = verdict.raised.first {
      draft.state.trace?.safety =
        "\(raised.rule.rawValue) (\(raised.level.rawValue)), from \"\(raised.words)\""
      raise(raised.rule, held: heldQuestion(in: line), &draft)
      draft.safety = raised
      return draft.turn()
    }
    return checked(verdict, line, &draft)
  }

  /// One plain question where the screen is unsure; an ordinary question is answered under it.
  private func checked(_ verdict: Verdict, _ line: String, _ draft: inout Draft) -> Turn? {
    guard let rule = verdict.check, let flag = catalog.redFlags[rule.rawValue],
      !isAsking(rule, draft.state)
    else { return nil }
    draft.state.trace?.safety = "unsure about \(rule.rawValue)"
    draft.safety = Verdict.Raised(rule: rule, level: .soon, score: 0, words: "")
    draft.say(.question, "safety.check", ["check": flag.check])
    guard draft.state.form == nil, draft.state.pending == nil, !line.hasPrefix("/"),
      case let heard = understand(String(line.prefix(Self.readCharacters)), draft.state),
      asksAboutTopic(heard)
    else {
      draft.state.pending = .check(rule, line: line)
      return draft.turn()
    }
    draft.remember(heard)
    answerFreely(heard, &draft)
    draft.state.pending = .check(rule, line: "")
    return draft.turn()
  }

  /// Whether the line has a topic that Flora is sure enough of to answer.
  func asksAboutTopic(_ heard: Heard) -> Bool {
    guard let best = heard.best, catalog.answers[best.intent] != nil,
      catalog.topics[best.intent]?.group != Topic.safetyGroup
    else { return false }
    return !heard.classification.isOutOfScope
      && Policy.outcome(of: heard.classification) != .lost
  }

  private func isAsking(_ rule: ID<RedFlag>, _ state: State) -> Bool {
    switch state.pending {
    case .check(let asked, _): asked == rule
    default: false
    }
  }

  /// Says what to do now, and nothing chatty after it.
  func raise(_ rule: ID<RedFlag>, held: String?, _ draft: inout Draft) {
    guard let flag = catalog.redFlags[rule.rawValue] else { return }
    let region = draft.state.profile.choice(.region)
    var lines = [flag.advice.joined(separator: " ")]
    lines += contacts(for: flag, region: region)
    let asksRegion = region == nil && flag.contact.hasNumbers
    if asksRegion {
      lines.append(catalog.say("safety.region-ask"))
    } else if held != nil || draft.state.form != nil {
      lines.append(catalog.say(held == nil ? "safety.held-form" : "safety.held"))
    }
    draft.state.pending = asksRegion ? .region(rule, held: held) : .safe(rule, held: held)
    draft.state.offers = []
    draft.replies.append(
      Reply(.safety, flag.id.rawValue, lines.joined(separator: "\n\n"), sources: flag.references)
    )
    draft.intents = [Heard.Intent(id: flag.category, confidence: 1)] + heldTopic(held, draft.state)
  }

  /// The topic of the question that is kept for later, where it is clear.
  private func heldTopic(_ held: String?, _ state: State) -> [Heard.Intent] {
    guard let held else { return [] }
    let halves = split(CutLine(asked: understand(held, state)), state)
    return halves.compactMap { half -> Heard.Intent? in
      guard let best = half.best, asksAboutTopic(half) else { return nil }
      return Heard.Intent(id: ID(best.intent), confidence: best.confidence)
    }.prefix(1).map(\.self)
  }

  /// The numbers that fit, or generic words where the region is not known.
  private func contacts(for flag: RedFlag, region: String?) -> [String] {
    guard let region, let lines = catalog.crisisLines[region]?.lines else {
      return flag.level == .emergency && !flag.mentionsEmergencyNumber
        ? [catalog.say("safety.call-emergency-unknown")] : []
    }
    var wanted: [CrisisLines.Line] = []
    if flag.level == .emergency { wanted += lines.filter { $0.kind == .emergency } }
    if flag.contact != .emergency { wanted += lines.filter { $0.kind == flag.contact } }
    if wanted.isEmpty, flag.level == .urgent {
      wanted += lines.filter { $0.kind == .urgentMedical }
    }
    return wanted.prefix(3).map { line in
      catalog.say(
        "safety.call-line",
        ["name": line.name, "contact": line.contact, "hours": line.hours.map { ", \($0)" } ?? ""]
      )
    }
  }

  /// The line itself, when it asks something besides naming the danger.
  private func heldQuestion(in line: String) -> String? {
    let line = String(line.prefix(Self.readCharacters))
    let words = line.split(whereSeparator: \.isWhitespace)
    return line.contains("?") || words.count > 8 ? line : nil
  }
}

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
      draft.say(.notice, "safety.check-no")
      if !line.isEmpty, line != heard.text { goOn(with: line, &draft) }
      return true
    case nil:
      draft.state.pending = nil
      return false
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
    let question = held.map { understand($0, draft.state) }
    guard let question, asksAboutTopic(question) else {
      draft.say(.notice, "safety.back-safe-alone")
      return true
    }
    draft.say(.notice, "safety.back-safe")
    answerFreely(question, &draft)
    return true
  }
}

extension RedFlag {
  /// Whether the advice itself says to call the emergency number.
  var mentionsEmergencyNumber: Bool {
    advice.contains { $0.lowercased().contains("emergency number") }
  }
}

extension RedFlag.Contact {
  /// Whether the numbers to call differ from country to country and are worth asking for.
  var hasNumbers: Bool {
    switch self {
    case .crisis, .eatingDisorder, .poison: true
    case .emergency, .urgentMedical, .clinician, .maternity, .prescriber: false
    }
  }
}
