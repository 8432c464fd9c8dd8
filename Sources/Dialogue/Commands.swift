internal import Knowledge
internal import Packed

extension Conversation {
  /// Commands that a slash starts; each can also be said in words.
  package static let commands = [
    "/help", "/why", "/topics", "/sources", "/more", "/plain", "/repeat", "/plan", "/save",
    "/profile", "/undo",
    "/region", "/where", "/reload", "/save-test", "/forget", "/quit",
  ]

  /// Obeys a command.
  func command(_ text: String, _ draft: inout Draft) -> Turn {
    let words = text.lowercased().split(separator: " ").map(String.init)
    let argument = words.dropFirst().joined(separator: " ")
    switch words[0] {
    case "/help", "/h", "/?": draft.say(.notice, "commands.help")
    case "/why": explain(&draft)
    case "/topics": listTopics(argument, &draft)
    case "/sources": listSources(&draft)
    case "/more": more(&draft)
    case "/plain", "/simpler": simpler(&draft)
    case "/repeat": draft.replies += draft.state.lastReplies
    case "/plan":
      draft.state.plan == nil && draft.state.form == nil ? startForm(&draft) : showPlan(&draft)
    case "/save": askToSave(&draft)
    case "/profile": showProfile(&draft)
    case "/undo": undo(&draft)
    case "/region": setRegion(argument, &draft)
    case "/where": tellWhere(argument, &draft)
    case "/reload": draft.effects.append(.reload)
    case "/save-test": saveTest(Array(words.dropFirst()), &draft)
    case "/forget": forget(&draft)
    case "/quit", "/exit", "/bye":
      sayGoodbye(&draft)
      draft.effects.append(.quit)
    default:
      draft.say(.notice, "chat.unknown-command", ["command": words[0]])
    }
    if !asksForm(draft), draft.effects.isEmpty { resume(&draft) }
    return draft.turn()
  }

  /// Says what stays behind when the talk ends.
  func sayGoodbye(_ draft: inout Draft) {
    let files = draft.state.savedFiles
    if files.contains(where: { $0 != Self.planFile }) {
      draft.say(.notice, "chat.goodbye-files", ["files": files.joined(separator: ", ")])
    } else {
      draft.say(.notice, files.isEmpty ? "chat.goodbye" : "chat.goodbye-saved")
    }
  }

  private func showProfile(_ draft: inout Draft) {
    let facts = ProfileWords(catalog).facts(of: draft.state.profile)
    draft.say(
      .notice,
      facts.isEmpty ? "commands.profile-none" : "commands.profile",
      ["facts": facts]
    )
  }

  /// Goes back to what was before the latest change of a fact or of the plan.
  func undo(_ draft: inout Draft) {
    guard let earlier = draft.state.earlier.popLast() else {
      return draft.say(.notice, "smalltalk.undo-none")
    }
    let plan = draft.state.plan
    draft.state.profile = earlier.profile
    draft.state.plan = earlier.plan
    draft.state.wishes = earlier.wishes
    draft.say(.notice, "smalltalk.undo", ["what": earlier.what])
    if let old = earlier.plan, old != plan, draft.state.form == nil { show(old, &draft) }
  }

  /// Keeps how things stand, so that "undo" can go back there.
  func keep(_ what: String, profile: Profile? = nil, _ draft: inout Draft) {
    let state = draft.state
    draft.state.earlier.append(
      State.Earlier(
        what: what,
        profile: profile ?? state.profile,
        plan: state.plan,
        wishes: state.wishes
      )
    )
  }

  /// Writes the talk down as a test; the name is part of a file's name, so only plain letters go in.
  private func saveTest(_ words: [String], _ draft: inout Draft) {
    let keepsWords = words.contains("--keep-words")
    let names = words.filter { $0 != "--keep-words" }
    let name = names.first ?? "talk"
    let isPlain = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
    }
    guard names.count <= 1, isPlain, !name.hasPrefix("-") else {
      return draft.say(.notice, "save-test.name")
    }
    draft.effects.append(.record(path: "\(name).chat.md", keepsWords: keepsWords))
  }

  private func setRegion(_ code: String, _ draft: inout Draft) {
    let code = code.uppercased()
    guard let lines = catalog.crisisLines[code] else {
      return draft.say(
        .notice,
        "commands.region-bad",
        ["codes": Slot.region.options.joined(separator: ", ")]
      )
    }
    draft.state.profile.set(.region, .choice(code), from: code)
    draft.say(.notice, "commands.region-set", ["country": lines.country])
  }

  /// The files that a topic is written in: one that is named, else the last one.
  private func tellWhere(_ id: String, _ draft: inout Draft) {
    let topic = id.isEmpty ? draft.state.lastTrace?.topic : ID<Topic>(rawValue: id)
    guard let topic else { return draft.say(.notice, "why.none") }
    let files = whereItStands(topic)
    guard let files else { return draft.say(.notice, "commands.where-unknown") }
    draft.replies.append(Reply(.notice, "why.files", files))
  }

  /// The files of a topic, in words; nil when there is no such topic.
  private func whereItStands(_ topic: ID<Topic>) -> String? {
    let id = topic.rawValue
    guard let group = catalog.topics[id]?.group else { return nil }
    let answer = catalog.answers[id] == nil ? [] : ["seeds/answers/\(group)/\(id).md"]
    let files = ["intents/\(group)/\(id).yml"] + answer
    return catalog.say("why.files", ["files": files.joined(separator: ", ")])
  }

  /// What can be asked, by group; one group in full.
  func listTopics(_ argument: String, _ draft: inout Draft) {
    let topics = catalog.topics.all.filter { $0.group != Topic.dialogueGroup }
    let groups = Dictionary(grouping: topics, by: \.group)
    let wanted = groups.keys.filter { argument.isEmpty || $0 == argument }.sorted()
    guard !wanted.isEmpty else {
      return draft.say(
        .notice,
        "commands.topics-unknown",
        ["groups": groups.keys.sorted().joined(separator: ", ")]
      )
    }
    let lines = wanted.map { group in
      let titles = (groups[group] ?? []).map(\.title).sorted()
      return "- **\(catalog.say("groups.\(group)"))**: \(titles.joined(separator: "; "))"
    }
    draft.replies.append(
      Reply(
        .notice,
        "commands.topics",
        ([catalog.say("commands.topics"), ""] + lines).joined(separator: "\n")
      )
    )
  }

  /// The facts of the last line, in a review all of them, each with the words it was read from.
  private func factsWithWords(_ trace: Trace, _ state: State) -> String? {
    let isReview = state.form?.isReviewing == true
    let facts = (isReview ? state.profile.known : trace.told).compactMap { slot in
      state.profile.source(of: slot).map { words in
        "\(ProfileWords(catalog).phrase(slot, state.profile)) (\"\(words)\")"
      }
    }
    return facts.isEmpty ? nil : facts.joined(separator: "; ")
  }

  /// Why the last line was read as it was.
  private func explain(_ draft: inout Draft) {
    guard let topic = draft.state.lastTrace?.topic, let trace = draft.state.lastTrace else {
      return draft.say(.notice, "why.none")
    }
    var lines = [catalog.say("why.title")]
    let outcome = catalog.say("outcome.\(trace.outcome.rawValue)")
    if let runner = trace.runnerUp {
      lines.append(
        catalog.say(
          "why.topic",
          [
            "topic": catalog.title(of: topic), "outcome": outcome,
            "runner-up": catalog.title(of: runner),
            "margin": Figures.two(trace.gap),
          ]
        )
      )
    } else {
      lines.append(
        catalog.say("why.topic-only", ["topic": catalog.title(of: topic), "outcome": outcome])
      )
    }
    if !trace.counted.isEmpty {
      lines.append(catalog.say("why.words", ["words": trace.counted.joined(separator: ", ")]))
    }
    if !trace.against.isEmpty {
      lines.append(catalog.say("why.against", ["words": trace.against.joined(separator: ", ")]))
    }
    if !trace.repairs.isEmpty {
      lines.append(catalog.say("why.repairs", ["repairs": trace.repairs.joined(separator: ", ")]))
    }
    if let reading = trace.followUp {
      lines.append(catalog.say("why.follow-up", ["reading": reading]))
    }
    if let facts = factsWithWords(trace, draft.state) {
      lines.append(catalog.say("why.facts", ["facts": facts]))
    }
    lines.append(catalog.say("why.safety", ["verdict": trace.safety]))
    if let files = whereItStands(topic) { lines.append(files) }
    draft.replies.append(Reply(.notice, "why", lines.joined(separator: "\n")))
  }
}
