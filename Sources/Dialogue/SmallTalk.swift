internal import Intents
internal import Knowledge

extension Conversation {
  /// Talk about Flora and the conversation itself.
  ///
  /// `changes`: Facts that the line told, in words.
  /// Returns whether it was answered here.
  func smallTalk(_ talk: Dialogue, _ heard: Heard, changes: [String], _ draft: inout Draft) -> Bool
  {
    let isAlone = changes.isEmpty
    switch talk {
    case .changeAnswer:
      return isAlone ? sayAlone("commands", "change-none", &draft) : false
    case .startPlan:
      startForm(&draft)
    case .more, .simpler, .sources, .repeat, .whyAsk:
      guard isAlone else { return false }
      view(talk, &draft)
    case .showPlan: showPlan(&draft)
    case .savePlan: askToSave(&draft)
    case .forgetMe: forget(&draft)
    case .privacy: privacy(&draft)
    case .restart: restart(&draft)
    case .goodbye: leave(&draft)
    case .complaint: complain(&draft)
    case .capabilities:
      draft.say(.notice, "smalltalk.capabilities")
      draft.say(.notice, "smalltalk.capabilities-try")
    case .checkIn:
      draft.say(.notice, "smalltalk.check-in")
      draft.say(.notice, "smalltalk.check-in-noted")
    case .unsure: suggestStart(&draft)
    case .affirm, .deny: return yesOrNo(talk, &draft)
    case .greet, .thanks, .praise, .howAreYou, .botIdentity, .progress:
      guard isAlone else { return false }
      draft.say(.notice, "smalltalk.\(talk.rawValue)")
    case .skip, .back, .cancel:
      draft.say(.notice, "smalltalk.\(talk.rawValue)-alone")
    }
    act(talk, heard, &draft)
    return true
  }

  private func act(_ talk: Dialogue, _ heard: Heard, _ draft: inout Draft) {
    let confidence = heard.best?.intent == talk.rawValue ? heard.best?.confidence ?? 1 : 1
    draft.intents = [Heard.Intent(id: ID(talk.rawValue), confidence: confidence)]
    draft.state.misses = 0
  }

  private func sayAlone(_ group: String, _ id: String, _ draft: inout Draft) -> Bool {
    draft.say(.question, "smalltalk.\(id)")
    draft.intents = [Heard.Intent(id: "change-answer", confidence: 1)]
    return true
  }

  private func view(_ talk: Dialogue, _ draft: inout Draft) {
    switch talk {
    case .more: more(&draft)
    case .simpler: simpler(&draft)
    case .sources: listSources(&draft)
    case .repeat: say(again: &draft)
    default: draft.say(.notice, "smalltalk.why-ask-alone")
    }
  }

  private func say(again draft: inout Draft) {
    guard !draft.state.lastReplies.isEmpty else {
      return draft.say(.notice, "smalltalk.repeat-none")
    }
    draft.replies += draft.state.lastReplies
  }

  private func yesOrNo(_ talk: Dialogue, _ draft: inout Draft) -> Bool {
    if talk == .affirm, draft.state.context != nil, draft.state.offers.isEmpty {
      more(&draft)
    } else {
      draft.say(.notice, talk == .affirm ? "smalltalk.affirm-alone" : "smalltalk.deny-alone")
    }
    draft.understood(as: ID(talk.rawValue))
    return true
  }

  private func leave(_ draft: inout Draft) {
    sayGoodbye(&draft)
    draft.effects.append(.quit)
  }

  /// Forgets everything at once: nothing was kept on disk, so there is nothing to be careful with.
  func forget(_ draft: inout Draft) {
    let files = draft.state.savedFiles
    let turn = draft.state.turn
    draft.state = State()
    draft.state.turn = turn
    draft.state.savedFiles = files
    draft.effects.append(.forget)
    if files.isEmpty {
      draft.say(.notice, "smalltalk.forget-me-none")
    } else {
      draft.say(.notice, "smalltalk.forget-me", ["files": files.joined(separator: ", ")])
    }
  }

  private func restart(_ draft: inout Draft) {
    let (files, turn) = (draft.state.savedFiles, draft.state.turn)
    draft.state = State()
    draft.state.turn = turn
    draft.state.savedFiles = files
    draft.say(.notice, "smalltalk.restart")
  }

  private func privacy(_ draft: inout Draft) {
    draft.say(.notice, "smalltalk.privacy")
    let facts = ProfileWords(catalog).facts(of: draft.state.profile)
    if facts.isEmpty {
      draft.say(.notice, "smalltalk.privacy-nothing")
    } else {
      draft.say(.notice, "smalltalk.privacy-now", ["facts": facts])
    }
  }

  private func complain(_ draft: inout Draft) {
    guard let context = draft.state.context else {
      return draft.say(.notice, "smalltalk.complaint-plain")
    }
    let runner =
      draft.state.offers.first.map { catalog.say("smalltalk.complaint-runner", ["topic": $0.text]) }
      ?? ""
    draft.say(
      .notice,
      "smalltalk.complaint",
      ["topic": catalog.name(of: context.topic), "runner-up": runner]
    )
  }

  private func suggestStart(_ draft: inout Draft) {
    let topics = ["gut-skin-axis", "support-overview", "top-foods-clear-skin"].map { ID<Topic>($0) }
    let lines = draft.offer(topics)
    draft.replies.append(
      Reply(
        .notice,
        "smalltalk.unsure-alone",
        ([catalog.say("smalltalk.unsure-alone")] + lines).joined(separator: "\n")
      )
    )
  }
}
