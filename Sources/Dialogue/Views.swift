internal import Knowledge
internal import Packed

extension Conversation {
  /// "more": the fuller view, once.
  func more(_ draft: inout Draft) {
    guard var context = draft.state.context, let answer = catalog.answers[context.topic.rawValue]
    else {
      return draft.say(.notice, "answer.nothing-open")
    }
    guard !context.shown.contains("fuller") else {
      return draft.say(.notice, "answer.more-none", ["topic": catalog.name(of: context.topic)])
    }
    var cited = CitedText(catalog)
    var parts = [
      "**\(catalog.say("answer.more-title", ["topic": catalog.name(of: context.topic)]))**"
    ]
    parts += reminders(draft.state)
    for (part, heading) in Self.fullerParts {
      let sentences = answer.sentences(of: part)
      if !sentences.isEmpty {
        parts.append("**\(catalog.say(heading))**\n\(cited.cite(sentences))")
      }
    }
    if let line = cited.line { parts.append(line) }
    context.shown.insert("fuller")
    show(parts, id: "\(context.topic.rawValue).fuller", cited, &context, &draft)
  }

  private static let fullerParts: [(Answer.Part, String)] = [
    (.why, "answer.why"), (.howSure, "answer.how-sure"), (.costsAndRisks, "answer.costs"),
    (.ifYouDoNothing, "answer.nothing"),
  ]

  /// "why?" after an answer: its reasons alone.
  func whyPart(_ draft: inout Draft) {
    guard var context = draft.state.context, let answer = catalog.answers[context.topic.rawValue]
    else {
      return draft.say(.notice, "answer.nothing-open")
    }
    var cited = CitedText(catalog)
    var parts = reminders(draft.state)
    for (part, heading) in Self.fullerParts.prefix(2) {
      let sentences = answer.sentences(of: part)
      if !sentences.isEmpty {
        parts.append("**\(catalog.say(heading))**\n\(cited.cite(sentences))")
      }
    }
    if let line = cited.line { parts.append(line) }
    context.shown.insert("why")
    show(parts, id: "\(context.topic.rawValue).why", cited, &context, &draft)
  }

  /// "simpler": the same in plain words.
  func simpler(_ draft: inout Draft) {
    guard var context = draft.state.context, let answer = catalog.answers[context.topic.rawValue]
    else {
      return draft.say(.notice, "answer.nothing-open")
    }
    var cited = CitedText(catalog)
    var parts =
      reminders(draft.state)
      + ["**\(catalog.say("answer.plain-title"))**\n\(cited.cite(answer.plain))"]
    if let line = cited.line { parts.append(line) }
    context.shown.insert("plain")
    show(parts, id: "\(context.topic.rawValue).plain", cited, &context, &draft)
  }

  /// Cautions go with every view of an answer.
  private func reminders(_ state: State) -> [String] {
    let cautions = openCautions(state)
    return cautions.isEmpty ? [] : [forYou(cautions)]
  }

  /// "how sure is that", "any risks", "how much", "what do I do": the part of the answer that tells it.
  ///
  /// - Returns: Whether there was such a part to show.
  func showAspect(_ heard: Heard, _ draft: inout Draft) -> Bool {
    guard var context = draft.state.context, context.shown.contains("short"),
      let aspect = Aspect(heard), let answer = catalog.answers[context.topic.rawValue]
    else { return false }
    var cited = CitedText(catalog)
    let told = aspect.parts.compactMap { part, heading -> String? in
      let sentences = answer.sentences(of: part)
      return sentences.isEmpty
        ? nil : "**\(catalog.say(heading))**\n\(cited.cite(sentences))"
    }
    guard !told.isEmpty else { return false }
    var parts = reminders(draft.state) + told
    if let line = cited.line { parts.append(line) }
    context.shown.insert(aspect.rawValue)
    let id = "\(context.topic.rawValue).\(aspect.rawValue)"
    draft.intents = [Heard.Intent(id: context.topic, confidence: 0.8)]
    show(parts, id: id, cited, &context, &draft)
    return true
  }

  private func show(
    _ parts: [String],
    id: String,
    _ cited: CitedText,
    _ context: inout TopicContext,
    _ draft: inout Draft
  ) {
    context.turnsLeft = TopicContext.life
    context.claims = cited.claims
    draft.state.context = context
    draft.state.misses = 0
    draft.replies.append(
      Reply(.answer, id, parts.joined(separator: "\n\n"), sources: cited.references)
    )
    draft.intents = [Heard.Intent(id: context.topic, confidence: 1)]
  }

  /// "sources": everything the last answer printed, in full, with DOIs.
  func listSources(_ draft: inout Draft) {
    guard let context = draft.state.context, !context.claims.isEmpty else {
      return draft.say(.notice, "answer.sources-none")
    }
    let references = catalog.claims(context.claims).flatMap(\.references).uniqued()
    let lines = references.enumerated().compactMap { number, id in
      catalog.references[id.rawValue].map { "\(number + 1). \($0.full)" }
    }
    let text = ([catalog.say("answer.sources-title"), ""] + lines).joined(separator: "\n")
    draft.replies.append(
      Reply(.answer, "\(context.topic.rawValue).sources", text, sources: references)
    )
  }
}
