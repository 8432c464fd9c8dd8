internal import Intents
package import Knowledge
internal import Language
internal import Packed
internal import Planning
internal import Safety
package import Slots

/// A conversation as a pure function: state and an event in, the next state, replies and effects out.
///
/// No clock, no disk, no randomness inside. Equal arguments give equal turns.
package struct Conversation: Sendable {
  package let catalog: Catalog
  let screen: SafetyScreen
  let slots: SlotReader
  let clauses: ClauseReader
  let cautionCheck: CautionCheck
  let cautionWords: CautionWords

  /// Lines longer than this, in bytes, are screened for danger and otherwise refused.
  package static let longestLine = 16 * 1_024
  /// Commands that are meant without their slash too, when nothing else stands in the line.
  private static let bareCommands: Set<String> = ["topics", "help"]
  /// Meaning is read from this many characters.
  package static let readCharacters = 2_000

  package init(_ catalog: Catalog) {
    self.catalog = catalog
    screen = SafetyScreen(catalog)
    slots = SlotReader(
      lexicon: SlotLexicon(in: catalog.blob, at: catalog.start(of: .slotLexicon)),
      words: catalog.sentenceWords
    )
    clauses = ClauseReader(catalog.sentenceWords)
    let cautions = catalog.cautions.all
    cautionCheck = CautionCheck(cautions, catalog)
    cautionWords = CautionWords(cautions)
  }

  /// Decides one turn.
  package func respond(to event: Event, in state: State) -> Turn {
    switch event {
    case .line(let line, let day): hear(line, on: day, in: state)
    case .saved(let path): saved(path, in: state)
    case .exists(let path): exists(path, in: state)
    case .notSaved(let reason): notice("plan.not-saved", ["reason": reason], in: state)
    case .recorded(let path): recorded(path, in: state)
    case .notRecorded(let path, nil): aside("save-test.exists", ["path": path], in: state)
    case .notRecorded(_, let reason?): aside("save-test.failed", ["reason": reason], in: state)
    case .reloaded(let topics): reloaded(topics, in: state)
    case .notReloaded(let findings):
      aside("reload.findings", ["findings": Self.list(findings)], in: state)
    case .contentIsBuiltIn: aside("reload.built-in", [:], in: state)
    }
  }

  /// Decides a turn and all that follows once its effects are done.
  ///
  /// `perform`: Does what an effect asks, and tells what came of it where Flora must know.
  package func respond(
    to event: Event,
    in state: State,
    performing perform: (Effect) -> Event?
  ) -> Turn {
    var turn = respond(to: event, in: state)
    var effects = turn.effects[...]
    while let effect = effects.popFirst() {
      guard let event = perform(effect) else { continue }
      let next = respond(to: event, in: turn.state)
      turn.state = next.state
      turn.replies += next.replies
      effects += next.effects
    }
    return turn
  }

  /// What Flora says first.
  package func welcome() -> [Reply] {
    ["welcome", "welcome-limits", "welcome-try", "welcome-leave"].map { id in
      Reply(.notice, "chat.\(id)", catalog.say("chat.\(id)"))
    }
  }
}

extension Conversation {
  private func hear(_ line: String, on day: CivilDate, in state: State) -> Turn {
    var draft = Draft(state: state, day: day, catalog: catalog)
    let clean = TextCleaner.clean(line)
    draft.state.turn += 1
    draft.state.trace = Trace(line: clean)
    if let turn = screened(clean, &draft) { return turn }
    let text = clean.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if text.isEmpty { return emptyLine(&draft) }
    if clean.utf8.count > Self.longestLine {
      draft.say(.notice, "chat.too-long")
      return draft.turn()
    }
    if text.hasPrefix("/") { return command(text, &draft) }
    if draft.state.form == nil, Self.bareCommands.contains(text.lowercased()) {
      return command("/\(text)", &draft)
    }
    let heard = understand(String(text.prefix(Self.readCharacters)), draft.state)
    draft.remember(heard)
    if let turn = screenedTogether(heard, &draft) { return turn }
    if text.count > Self.readCharacters { draft.say(.notice, "chat.trimmed") }
    decide(heard, &draft)
    return draft.turn()
  }

  /// What comes first: the question that is open, the form, then everything else.
  private func decide(_ heard: Heard, _ draft: inout Draft) {
    if draft.state.pending != nil, answerPending(heard, &draft) {
      if !asksForm(draft) { resume(&draft) }
      return
    }
    if draft.state.form != nil, answerForm(heard, &draft) { return }
    if plansForOther(heard, &draft) { return }
    if startsForm(heard, &draft) || reopensForm(heard, &draft) { return }
    answerFreely(heard, &draft)
  }

  /// Whether the form's open question was asked in this turn.
  func asksForm(_ draft: Draft) -> Bool {
    draft.replies.contains { $0.kind == .question && $0.id.hasPrefix("form.") }
  }

  /// Reads a line without deciding anything.
  func understand(_ text: String, _ state: State) -> Heard {
    var classification = catalog.model.classify(text)
    if Policy.isForeignTalk(classification) { classification.isOutOfScope = true }
    let tokens = classification.tokens
    let stems = StemReader().stems(of: tokens)
    let names = catalog.mentions.names
    var mentions: [ID<Topic>] = []
    for match in catalog.mentions.matches(in: stems) where !mentions.contains(ID(names[match.name]))
    {
      mentions.append(ID(names[match.name]))
    }
    var parts = clauses.clauses(of: tokens, stems: stems)
    let last =
      parts.contains(where: \.isQuestion) ? nil : QuestionWords.lastQuestion(in: tokens.words)
    if last != nil { parts = clauses.clauses(of: tokens, stems: stems, cutAt: last) }
    return Heard(
      text: text,
      classification: classification,
      mentions: mentions,
      facts: slots.facts(
        tokens,
        stems: stems,
        clauses: state.form?.isForOther == true ? parts.map(\.ofThePerson) : parts,
        asked: openSlot(in: state)
      ),
      isQuestion: last != nil || parts.contains(where: \.isQuestion),
      asksFrom: last,
      wordCount: tokens.list.filter { $0.kind == .word || $0.kind == .number }.count
    )
  }

  private func emptyLine(_ draft: inout Draft) -> Turn {
    if draft.state.form != nil {
      askAgain(&draft)
    } else {
      draft.say(.notice, "chat.empty")
    }
    return draft.turn()
  }

  private func notice(_ id: String, _ values: [String: String], in state: State) -> Turn {
    var state = state
    state.pending = nil
    return Turn(state: state, replies: [Reply(.notice, id, catalog.say(id, values))])
  }

  /// A word about the talk itself; whatever was open stays open.
  private func aside(_ id: String, _ values: [String: String], in state: State) -> Turn {
    Turn(state: state, replies: [Reply(.notice, id, catalog.say(id, values))])
  }

  private func recorded(_ path: String, in state: State) -> Turn {
    var turn = aside("save-test.done", ["path": path], in: state)
    if !turn.state.savedFiles.contains(path) { turn.state.savedFiles.append(path) }
    return turn
  }

  /// A list in Markdown, its signs taken as they are.
  private static func list(_ lines: [String]) -> String {
    lines.map { line in
      "- " + line.map { "\\`*_<[&".contains($0) ? "\\\($0)" : String($0) }.joined()
    }.joined(separator: "\n")
  }

  /// Facts and plan stay; what counts lines of the old content goes.
  private func reloaded(_ topics: Int, in state: State) -> Turn {
    let id = state.form == nil ? "reload.done" : "reload.done-form"
    var turn = aside(id, ["topics": String(topics)], in: state)
    turn.state.form = nil
    turn.state.offers = []
    turn.state.context = nil
    return turn
  }

  private func saved(_ path: String, in state: State) -> Turn {
    var turn = notice("plan.saved", ["path": path], in: state)
    if !turn.state.savedFiles.contains(path) { turn.state.savedFiles.append(path) }
    return turn
  }

  private func exists(_ path: String, in state: State) -> Turn {
    var turn = notice("plan.exists", ["path": path], in: state)
    turn.state.pending = .overwrite(path: path)
    turn.replies = [Reply(.question, "plan.exists", catalog.say("plan.exists", ["path": path]))]
    return turn
  }
}

extension Clause {
  /// The clause in a talk about somebody else: what it tells of them counts.
  fileprivate var ofThePerson: Clause {
    var clause = self
    clause.isAboutOthers = false
    return clause
  }
}

extension Conversation {
  /// The facts that a line states, as if nothing had been asked.
  package func readings(in line: String) -> [SlotReading] {
    slots.read(catalog.model.classify(TextCleaner.clean(line)).tokens)
  }
}
