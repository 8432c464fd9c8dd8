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
      if raised.level == .soon, let turn = screenedTogether(heard(line, draft.state), &draft) {
        return turn
      }
      draft.state.trace?.safety =
        "\(raised.rule.rawValue) (\(raised.level.rawValue)), from \"\(raised.words)\""
      raise(raised.rule, isClear: raised.isClear, held: held(line, draft.state), &draft)
      draft.safety = raised
      return draft.turn()
    }
    return checked(verdict, line, &draft)
  }

  /// One plain question where the screen is unsure; an ordinary question is answered under it.
  private func checked(_ verdict: Verdict, _ line: String, _ draft: inout Draft) -> Turn? {
    guard let rule = verdict.check, let flag = catalog.redFlags[rule.rawValue],
      !isAsking(rule, draft.state), !isEmergency(draft.state.pending),
      case let heard = heard(line, draft.state),
      !tellsPlainFact(heard)
    else { return nil }
    draft.state.trace?.safety = "unsure about \(rule.rawValue)"
    draft.safety = Verdict.Raised(rule: rule, level: .soon, score: 0, words: "")
    draft.say(.question, flag.checkWording, ["check": flag.check])
    guard draft.state.form == nil, draft.state.pending == nil, !line.hasPrefix("/"),
      asksAboutTopic(heard)
    else {
      draft.state.pending = .check(rule, line: held(line, draft.state) ?? line)
      return draft.turn()
    }
    draft.remember(heard)
    answerFreely(heard, &draft)
    draft.state.pending = .check(rule, line: "")
    return draft.turn()
  }

  private func heard(_ line: String, _ state: State) -> Heard {
    understand(String(line.prefix(Self.readCharacters)), state)
  }

  /// "I'm on methotrexate": a line that tells facts alone, none of them a complaint, is no hint of danger.
  private func tellsPlainFact(_ heard: Heard) -> Bool {
    heard.facts.isStatement && !heard.readings.isEmpty
      && !heard.readings.contains { $0.slot == .gutSymptoms }
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

  /// Whether Flora waits for somebody to be safe from an emergency; a smaller doubt can wait as well.
  private func isEmergency(_ pending: Pending?) -> Bool {
    switch pending {
    case .safe(let rule, _), .region(let rule, _):
      catalog.redFlags[rule.rawValue]?.level == .emergency
    default: false
    }
  }

  /// Says what to do now, and nothing chatty after it.
  ///
  /// `isClear`: whether it is plain enough which danger it is; otherwise words come that fit any, since advice for the
  /// wrong organ misleads.
  func raise(_ rule: ID<RedFlag>, isClear: Bool = true, held: String?, _ draft: inout Draft) {
    guard let flag = catalog.redFlags[rule.rawValue] else { return }
    let region = draft.state.profile.choice(.region)
    let general = isClear ? nil : flag.generalWording
    var lines = [general.map { catalog.say($0) } ?? flag.advice.joined(separator: " ")]
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
      Reply(
        .safety,
        general ?? flag.id.rawValue,
        lines.joined(separator: "\n\n"),
        sources: general == nil ? flag.references : RedFlag.generalReferences
      )
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
  func contacts(for flag: RedFlag, region: String?) -> [String] {
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

  /// The question to come back to: the line's own, or the one that waits already.
  private func held(_ line: String, _ state: State) -> String? {
    let asked = heldQuestion(in: line, state)
    guard let waiting = state.pending?.held.flatMap({ heldQuestion(in: $0, state) }) else {
      return asked
    }
    return asked.flatMap { topicQuestion(in: $0, state) } == nil ? waiting : asked
  }

  /// The part of a line that Flora can answer: all of it, or the half beside the danger.
  func topicQuestion(in line: String, _ state: State) -> Heard? {
    let whole = understand(line, state)
    let parts = split(CutLine(asked: whole), state)
    // The half that told of the danger has been answered.
    if asksAboutTopic(whole), parts.allSatisfy(asksAboutTopic) { return whole }
    return parts.first(where: asksAboutTopic)
  }

  /// The line itself, when it asks something besides naming the danger.
  private func heldQuestion(in line: String, _ state: State) -> String? {
    let line = String(line.prefix(Self.readCharacters))
    let words = line.split(whereSeparator: \.isWhitespace)
    return words.count > 8 || understand(line, state).isQuestion ? line : nil
  }
}

extension RedFlag {
  /// When to call for help, whatever it is.
  static let generalReferences: [ID<Reference>] = ["swast-999", "leeds-emergency"].map { ID($0) }

  /// The wording that fits any danger of this level; nil where the rule's own advice is needed.
  ///
  /// What to do about poison, a crisis or a pregnancy is said even when in doubt: the people to call are others.
  var generalWording: String? {
    switch (contact, level) {
    case (.emergency, .emergency): "safety.unclear-emergency"
    case (.urgentMedical, .urgent): "safety.unclear-urgent"
    default: nil
    }
  }

  /// The question whether it is real, with whom to call if so.
  var checkWording: String { "safety.check-\(level.rawValue)" }

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
