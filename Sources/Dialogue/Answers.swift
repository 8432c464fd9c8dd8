internal import Knowledge
internal import Packed
internal import Planning

extension Conversation {
  /// Answers one topic: the short answer, how sure, what to do, cautions, sources, next questions.
  func answer(
    _ topic: ID<Topic>,
    _ heard: Heard,
    about: ID<Topic>? = nil,
    confidence: Double,
    isGuess: Bool = false,
    _ draft: inout Draft
  ) {
    guard let answer = catalog.answers[topic.rawValue] else {
      if let talk = Dialogue(rawValue: topic.rawValue) {
        _ = smallTalk(talk, heard, changes: [], &draft)
      }
      return
    }
    let joined = about ?? joinedConcern(topic, draft.state.profile)
    let composer = AnswerComposer(catalog: catalog)
    var cited = CitedText(catalog)
    let lead = composer.lead(answer, about: joined)
    let told = MessageProfile.adding(heard, to: draft.state.profile)
    let cautions = self.cautions(on: topic, for: told, noted: draft.state.noted)
    var parts = opening(topic, isGuess: isGuess, about: about, joined: joined, &draft)
    if cautions.ruleOut { parts.append(forYou(cautions)) }
    parts.append(
      [lead.intro, cited.cite(lead.sentences)].compactMap(\.self).joined(separator: " ")
    )
    if let sure = composer.howSure(lead.sentences) { parts.append(sure) }
    parts += advice(answer, cautions, &cited)
    if let line = cited.line { parts.append(line) }
    let offers = self.offers(after: topic, for: told)
    if !offers.isEmpty { parts.append(offerLines(offers)) }
    draft.replies.append(
      Reply(
        .answer,
        "\(topic.rawValue).short",
        parts.joined(separator: "\n\n"),
        sources: cited.references
      )
    )
    draft.intents.append(Heard.Intent(id: topic, confidence: confidence))
    if let about, about != topic {
      draft.intents.append(Heard.Intent(id: about, confidence: confidence))
    }
    remember(topic, about: joined, references: cited.allReferences, offers: offers, &draft)
  }

  /// The person's own concern, when a claim joins it with the topic.
  private func joinedConcern(_ topic: ID<Topic>, _ profile: Profile) -> ID<Topic>? {
    (profile.list(.concern) ?? []).map { ID<Topic>($0) }
      .first { $0 != topic && Reader(catalog).isJoined(topic, $0) }
  }

  /// What is said before the answer: that it is a guess, or whose concern it is about.
  private func opening(
    _ topic: ID<Topic>,
    isGuess: Bool,
    about: ID<Topic>?,
    joined: ID<Topic>?,
    _ draft: inout Draft
  ) -> [String] {
    var lines: [String] = []
    if isGuess { lines.append(draft.phrase("answer.fairly", ["topic": catalog.name(of: topic)])) }
    if about == nil, let joined {
      lines.append(catalog.say("answer.concern-lead", ["about": catalog.name(of: joined)]))
    }
    return lines
  }

  private func remember(
    _ topic: ID<Topic>,
    about: ID<Topic>?,
    references: [ID<Reference>],
    offers: [State.Offer],
    _ draft: inout Draft
  ) {
    draft.state.context = TopicContext(
      topic: topic,
      about: about,
      shown: ["short"],
      references: references
    )
    draft.state.offers = offers
    draft.state.misses = 0
    if !draft.state.wishes.interests.contains(topic) { draft.state.wishes.interests.append(topic) }
  }
}

extension Conversation {
  /// Cautions that what is known of a person brings to a topic's answer, the strictest first.
  private func cautions(on topic: ID<Topic>, for profile: Profile, noted: Set<ID<Caution>>)
    -> [Caution]
  {
    guard !profile.isEmpty || !noted.isEmpty else { return [] }
    return cautionCheck.findings(on: topic, profile: profile, noted: noted)
  }

  /// What the person in particular must mind.
  func forYou(_ cautions: [Caution]) -> String {
    "**\(catalog.say("answer.for-you"))**\n"
      + cautions.prefix(2).map(\.text).joined(separator: " ")
  }

  /// The cautions of the topic under discussion, without what the line itself may tell.
  func openCautions(_ state: State) -> [Caution] {
    guard let topic = state.context?.topic else { return [] }
    return cautions(on: topic, for: state.profile, noted: state.noted)
  }

  /// A new fact may change what was just said.
  func remindOfCautions(_ draft: inout Draft) {
    let cautions = openCautions(draft.state)
    guard !cautions.isEmpty else { return }
    draft.replies.append(Reply(.notice, "answer.for-you", forYou(cautions)))
  }

  /// What to do, unless a caution speaks against it.
  private func advice(_ answer: Answer, _ cautions: [Caution], _ cited: inout CitedText) -> [String]
  {
    var parts: [String] = []
    if !cautions.ruleOut, !cautions.isEmpty { parts.append(forYou(cautions)) }
    let steps = answer.sentences(of: .whatToDo)
    if !cautions.ruleOut, !steps.isEmpty {
      parts.append("**\(catalog.say("answer.what-to-do"))**\n\(cited.cite(steps))")
    }
    let see = answer.sentences(of: .seeSomeone)
    if !see.isEmpty { parts.append("**\(catalog.say("answer.see-someone"))**\n\(cited.cite(see))") }
    return parts
  }

  /// Questions that a topic's answer leads to and that fit the person.
  private func offers(after topic: ID<Topic>, for profile: Profile) -> [State.Offer] {
    (catalog.topics[topic.rawValue]?.offers ?? [])
      .filter { $0.unless?.holds(for: profile) != true }
      .map { State.Offer(text: $0.ask, topic: $0.goes, line: nil) }
  }

  func offerLines(_ offers: [State.Offer]) -> String {
    ([catalog.say("answer.next")] + offers.map(\.text).numbered).joined(separator: "\n")
  }
}

extension Conversation {
  /// Answers two questions of one line, briefly, one under the other.
  func answerBoth(
    _ readings: [Reading],
    _ heard: Heard,
    changes: [String],
    _ draft: inout Draft
  ) {
    let composer = AnswerComposer(catalog: catalog)
    let told = MessageProfile.adding(heard, to: draft.state.profile)
    var cited = CitedText(catalog)
    var parts: [String] = []
    var offers: [State.Offer] = []
    var talks: [Dialogue] = []
    for (number, reading) in readings.prefix(2).enumerated() {
      draft.intents.append(Heard.Intent(id: reading.topic, confidence: reading.confidence))
      guard let answer = catalog.answers[reading.topic.rawValue] else {
        if let talk = Dialogue(rawValue: reading.topic.rawValue) { talks.append(talk) }
        continue
      }
      let lead = composer.lead(answer, about: reading.about)
      let title = catalog.say(
        number == 0 ? "answer.two-first" : "answer.two-second",
        ["topic": catalog.name(of: reading.topic)]
      )
      var text =
        "**\(title)** \([lead.intro, cited.cite(lead.sentences)].compactMap(\.self).joined(separator: " "))"
      if let sure = composer.howSure(lead.sentences) { text += " \(sure)" }
      let cautions = self.cautions(on: reading.topic, for: told, noted: draft.state.noted)
      if let caution = cautions.first { text += " \(caution.text)" }
      let step = answer.sentences(of: .whatToDo).first
      if let step, !cautions.ruleOut { text += " \(cited.cite(step))" }
      parts.append(text)
      offers += self.offers(after: reading.topic, for: told).prefix(2)
      remember(
        reading.topic,
        about: reading.about,
        references: cited.allReferences,
        offers: offers,
        &draft
      )
    }
    if !parts.isEmpty {
      if let line = cited.line { parts.append(line) }
      if !offers.isEmpty { parts.append(offerLines(offers)) }
      let id = readings.prefix(2).map(\.topic.rawValue).joined(separator: "+")
      draft.replies.append(
        Reply(.answer, id, parts.joined(separator: "\n\n"), sources: cited.references)
      )
      draft.state.offers = offers
    }
    let intents = draft.intents
    for talk in talks where talk != .changeAnswer || changes.isEmpty {
      _ = smallTalk(talk, heard, changes: [], &draft)
    }
    draft.intents = intents
  }
}

extension [Caution] {
  /// Whether one speaks against the thing altogether, rather than for doing it otherwise.
  var ruleOut: Bool { contains { $0.action != .adapt } }
}
