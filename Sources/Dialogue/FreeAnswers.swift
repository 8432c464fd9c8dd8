internal import Intents
internal import Knowledge
internal import Language
internal import Packed
internal import Slots

extension Conversation {
  /// A line with no question open: a picked number, a plan wish, facts, talk, or a question.
  func answerFreely(_ heard: Heard, _ draft: inout Draft) {
    age(&draft)
    noteCautions(heard, &draft)
    if pickOffer(heard, &draft) { return }
    if talkAboutPlan(heard, &draft) { return }
    if draft.state.context != nil, heard.asksWhy { return whyPart(&draft) }
    if draft.state.form == nil, saysSorry(heard, &draft) || notesDrugAllergy(heard, &draft) {
      return
    }
    let learned = draft.state.form == nil ? learn(heard, &draft) : Learned()
    let changes = learned.changes
    if changes.isEmpty, confirmDenial(heard, lost: learned.lost, &draft) { return }
    let line = withoutFacts(heard, draft.state)
    let heard = line.asked
    if showAspect(heard, &draft) { return }
    if provesAnother(heard, &draft) { return }
    let halves = split(line, draft.state)
    let tellsFacts = !changes.isEmpty && heard.facts.isStatement
    if halves.isEmpty, let talk = Dialogue(heard), talk.isRequest || !tellsFacts,
      smallTalk(talk, heard, changes: changes, &draft)
    {
      return
    }
    if !changes.isEmpty, halves.isEmpty, !asksSomething(heard, draft.state) {
      return confirm(changes, heard, &draft)
    }
    if !changes.isEmpty {
      draft.say(.notice, "understand.noted", ["facts": changes.joined(separator: "; ")])
    }
    switch readings(of: heard, split: halves, draft.state) {
    case .topics(let topics) where topics.count > 1:
      answerBoth(topics, heard, changes: changes, &draft)
    case .topics(let topics):
      guard let topic = topics.first else { return lost(heard, &draft) }
      draft.state.trace?.followUp = topic.followUp
      answer(
        topic.topic,
        heard,
        about: topic.about,
        confidence: topic.confidence,
        isGuess: topic.isGuess,
        &draft
      )
      if says(.proof, heard), !heard.mentions.isEmpty { prove(&draft) }
    case .torn(let topics):
      clarify(topics, heard, &draft)
    case .lost:
      lost(heard, &draft)
    }
  }

  /// What a line asks for; a story that says nothing by itself is read by its question alone.
  private func readings(of heard: Heard, split halves: [Heard], _ state: State) -> Readings {
    let reader = Reader(catalog)
    let whole = reader.readings(of: heard, context: state.context, split: halves)
    guard case .lost = whole, !heard.classification.isOutOfScope,
      let question = PartSplitter.question(in: heard.text)
    else { return whole }
    return reader.readings(of: understand(question, state), context: state.context, split: [])
  }

  /// The topic under discussion fades when two turns go by without it.
  private func age(_ draft: inout Draft) {
    guard var context = draft.state.context else { return }
    context.turnsLeft -= 1
    draft.state.context = context.turnsLeft < 0 ? nil : context
  }

  /// A bare number picks one of the numbered lines.
  private func pickOffer(_ heard: Heard, _ draft: inout Draft) -> Bool {
    guard let number = Choice.number(in: heard, count: draft.state.offers.count) else {
      return false
    }
    let offer = draft.state.offers[number]
    let about = draft.state.context?.about
    answer(
      offer.topic,
      understand(offer.line ?? offer.text, draft.state),
      about: about,
      confidence: 1,
      &draft
    )
    return true
  }

  /// Keeps cautions that the words reveal although no slot holds them.
  func noteCautions(_ heard: Heard, _ draft: inout Draft) {
    draft.state.noted.formUnion(cautionWords.named(in: heard.words))
  }

  /// What a line told, in words.
  private struct Learned {
    var changes: [String] = []
    /// What is so no longer.
    var lost: [String] = []
  }

  /// Stores the facts of a line.
  ///
  /// - Returns: What is new, and what is so no longer.
  private func learn(_ heard: Heard, _ draft: inout Draft) -> Learned {
    let before = draft.state.profile
    let lost = withdraw(heard, &draft)
    let readings = facts(in: heard)
    for reading in readings where before[reading.slot] != reading.value {
      let value = reading.value(addedTo: draft.state.profile)
      draft.state.profile.set(reading.slot, value, from: reading.words)
    }
    let changed = readings.map(\.slot).filter { before[$0] != draft.state.profile[$0] }
    guard !changed.isEmpty || !lost.isEmpty else { return Learned() }
    let words = ProfileWords(catalog)
    let facts = changed.map { words.phrase($0, draft.state.profile) }
    keep((facts.isEmpty ? lost : facts).joined(separator: "; "), profile: before, &draft)
    minds(changed, &draft)
    return Learned(changes: facts, lost: lost)
  }

  /// The facts that a line states about the person; a question or a subject states none.
  private func facts(in heard: Heard) -> [SlotReading] {
    let line = heard.facts
    let isTopic = !line.isPersonal && line.rest > 0 && asksAboutTopic(heard)
    if isTopic || heard.classification.isOutOfScope && !line.isStatement {
      return factsOfTheirOwn(in: heard)
    }
    let isSubject =
      heard.isQuestion && !heard.asksLast && !heard.words.contains("my")
      || !line.isPersonal && heard.readings.count < 2
    return heard.readings.filter {
      !(isSubject && ($0.slot == .concern || $0.slot == .conditions))
    }
  }

  /// "skint this month, does anything cheap help acne": a part that is nothing but a fact tells one, whatever the rest asks.
  private func factsOfTheirOwn(in heard: Heard) -> [SlotReading] {
    let parts = heard.text.split { ",.;!?\n".contains($0) }.map(String.init)
    let told = parts.flatMap { part -> [SlotReading] in
      let tokens = Tokenizer.tokens(in: part)
      let readings = slots.read(tokens)
      let line = FactLine(
        tokens,
        words: tokens.words,
        told: readings.map(\.words)
      )
      return line.rest == 0 ? readings : []
    }
    return heard.readings.filter { reading in
      reading.slot != .concern && reading.slot != .conditions && reading.slot != .gutSymptoms
        && told.contains { $0.slot == reading.slot && $0.value == reading.value }
    }
  }

  /// Whether a line with facts also asks something.
  private func asksSomething(_ heard: Heard, _ state: State) -> Bool {
    guard let best = heard.best, Policy.outcome(of: heard.classification) != .lost else {
      return false
    }
    if heard.isQuestion { return true }
    return catalog.answers[best.intent] != nil
      && (!heard.facts.isStatement
        || state.plan == nil && (isSubject(heard) || blames(ID(best.intent), heard)))
  }

  /// "i get spots when i eat chocolate": tells of something that may help or harm, and wants to hear of it.
  private func blames(_ topic: ID<Topic>, _ heard: Heard) -> Bool {
    Reader.agentGroups.contains(catalog.group(of: topic)) && heard.mentions.contains(topic)
      && !Self.blaming.isDisjoint(with: heard.words)
      && Policy.outcome(of: heard.classification) == .sure
  }

  private static let blaming: Set<String> = ["when", "whenever", "after"]

  /// A few words that plainly name a topic and no person: "constipated and spotty".
  private func isSubject(_ heard: Heard) -> Bool {
    heard.wordCount <= Self.mostOfSubject && !heard.facts.isPersonal
      && Policy.outcome(of: heard.classification) == .sure
  }

  private static let mostOfSubject = 4

  private func confirm(_ facts: [String], _ heard: Heard, _ draft: inout Draft) {
    draft.intents = [Heard.Intent(id: "change-answer", confidence: 1)]
    if stopsMedicine(heard) { draft.say(.notice, "understand.stopped-medicine") }
    if draft.state.plan != nil {
      replan(because: facts, &draft)
    } else {
      draft.say(.notice, "understand.noted-only", ["facts": facts.joined(separator: "; ")])
      remindOfCautions(&draft)
    }
  }
}
