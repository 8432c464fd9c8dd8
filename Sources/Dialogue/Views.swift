internal import Intents
internal import Knowledge
internal import Packed

/// A further look at the answer under discussion.
private struct View {
  /// Ends the reply's id, and is remembered as shown.
  let name: String
  var title: String?
  /// Parts with their headings; one without sentences is left out.
  var sections: [(heading: String, sentences: [Sentence])]

  init(_ name: String, title: String? = nil, _ answer: Answer, _ parts: [(Answer.Part, String)]) {
    self.name = name
    self.title = title
    sections = parts.map { ($1, answer.sentences(of: $0)) }
  }

  init(_ name: String, heading: String, _ sentences: [Sentence]) {
    self.name = name
    sections = [(heading, sentences)]
  }
}

extension Conversation {
  /// "more": the fuller view, once.
  func more(_ draft: inout Draft) {
    guard let (context, answer) = openAnswer(&draft) else { return }
    let topic = ["topic": catalog.name(of: context.topic)]
    guard !context.shown.contains("fuller") else {
      return draft.say(.notice, "answer.more-none", topic)
    }
    let title = catalog.say("answer.more-title", topic)
    show(View("fuller", title: title, answer, Self.fullerParts), of: context, &draft)
  }

  private static let fullerParts: [(Answer.Part, String)] = [
    (.why, "answer.why"), (.howSure, "answer.how-sure"), (.costsAndRisks, "answer.costs"),
    (.ifYouDoNothing, "answer.nothing"),
  ]

  /// "why?" after an answer: its reasons alone.
  func whyPart(_ draft: inout Draft) {
    guard let (context, answer) = openAnswer(&draft) else { return }
    show(View("why", answer, Array(Self.fullerParts.prefix(2))), of: context, &draft)
  }

  /// "simpler": the same in plain words.
  func simpler(_ draft: inout Draft) {
    guard let (context, answer) = openAnswer(&draft) else { return }
    show(View("plain", heading: "answer.plain-title", answer.plain), of: context, &draft)
  }

  /// "how sure is that", "any risks", "how much", "what do I do": the part of the answer that tells it.
  ///
  /// - Returns: Whether there was such a part to show.
  func showAspect(_ heard: Heard, _ draft: inout Draft) -> Bool {
    guard let context = draft.state.context, context.shown.contains("short"),
      let aspect = Aspect(heard), let answer = catalog.answers[context.topic.rawValue]
    else { return false }
    let view = View(aspect.rawValue, answer, aspect.parts)
    guard view.sections.contains(where: { !$0.sentences.isEmpty }) else { return false }
    show(view, of: context, &draft)
    return true
  }

  /// The answer under discussion; where there is none, says so.
  private func openAnswer(_ draft: inout Draft) -> (TopicContext, Answer)? {
    guard let context = draft.state.context, let answer = catalog.answers[context.topic.rawValue]
    else {
      draft.say(.notice, "answer.nothing-open")
      return nil
    }
    return (context, answer)
  }

  /// The view's title, the cautions that go with every view of an answer, its parts and their sources.
  private func show(_ view: View, of context: TopicContext, _ draft: inout Draft) {
    var cited = CitedText(catalog)
    var parts = view.title.map { ["**\($0)**"] } ?? []
    let cautions = openCautions(draft.state)
    if !cautions.isEmpty { parts.append(forYou(cautions)) }
    for section in view.sections where !section.sentences.isEmpty {
      parts.append("**\(catalog.say(section.heading))**\n\(cited.cite(section.sentences))")
    }
    if let line = cited.line { parts.append(line) }
    var context = context
    context.shown.insert(view.name)
    context.turnsLeft = TopicContext.life
    context.references = cited.allReferences
    draft.state.context = context
    draft.state.misses = 0
    draft.replies.append(
      Reply(
        .answer,
        "\(context.topic.rawValue).\(view.name)",
        parts.joined(separator: "\n\n"),
        sources: cited.references
      )
    )
    draft.intents = [Heard.Intent(id: context.topic, confidence: 1)]
  }

  /// "where's your proof that milk causes spots": what the answer rests on comes with it.
  func prove(_ draft: inout Draft) {
    guard draft.state.context != nil else { return }
    listSources(&draft)
    draft.intents.append(Heard.Intent(id: ID(Dialogue.sources.rawValue), confidence: 1))
  }

  /// "show me your sources for zinc", whatever was under discussion.
  ///
  /// - Returns: Whether the line asks for sources of a topic that it names.
  func provesAnother(_ heard: Heard, _ draft: inout Draft) -> Bool {
    guard Dialogue(heard) == .sources,
      let topic = heard.mentions.first(where: { catalog.answers[$0.rawValue] != nil }),
      topic != draft.state.context?.topic
    else { return false }
    answer(topic, heard, confidence: heard.best?.confidence ?? 1, &draft)
    prove(&draft)
    return true
  }

  /// "sources": everything the last answer printed, in full, with DOIs.
  func listSources(_ draft: inout Draft) {
    guard let context = draft.state.context, !context.references.isEmpty else {
      return draft.say(.notice, "answer.sources-none")
    }
    let lines = context.references.enumerated().compactMap { number, id in
      catalog.references[id.rawValue].map { "\(number + 1). \($0.full)" }
    }
    let text = ([catalog.say("answer.sources-title"), ""] + lines).joined(separator: "\n")
    draft.replies.append(
      Reply(.answer, "\(context.topic.rawValue).sources", text, sources: context.references)
    )
  }
}
