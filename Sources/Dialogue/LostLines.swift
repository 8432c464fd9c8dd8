internal import Intents
internal import Knowledge
internal import Packed

/// What is said where a line is torn between topics, near something, or about nothing that Flora knows.
extension Conversation {
  /// Asks which of two topics is meant.
  func clarify(_ topics: [ID<Topic>], _ heard: Heard, _ draft: inout Draft) {
    draft.state.pending = .clarify(topics, line: heard.text)
    let lines = draft.offer(topics, answering: heard.text)
    let text =
      ([catalog.say("understand.clarify"), ""] + lines + [
        "", catalog.say("understand.clarify-hint"),
      ])
      .joined(separator: "\n")
    draft.replies.append(Reply(.clarify, "understand.clarify", text))
    draft.intents = topics.map { topic in
      let ranked = heard.classification.ranked.first { $0.intent == topic.rawValue }
      return Heard.Intent(id: topic, confidence: ranked?.confidence ?? 0)
    }
  }

  /// Says so plainly; each miss in a row is met with something else.
  func lost(_ heard: Heard, _ draft: inout Draft) {
    let isForeign = heard.classification.isOutOfScope
    draft.state.misses += 1
    let near = heard.classification.ranked.prefix(3).map { ID<Topic>($0.intent) }
      .filter { catalog.answers[$0.rawValue] != nil }
    let named = heard.mentions.filter { catalog.answers[$0.rawValue] != nil }
    switch draft.state.misses {
    case 1 where isForeign && named.isEmpty:
      foreign(&draft)
    case 1:
      offer(Array((named + near).uniqued().prefix(3)), under: "fallback.lost-near", &draft)
    case 2 where isForeign && named.isEmpty:
      foreign(&draft)
    case 2:
      offer(
        Array((near + named).uniqued().reversed().prefix(3)),
        under: "fallback.lost-words",
        &draft
      )
    default:
      draft.say(
        .fallback,
        draft.state.misses % 2 == 1 ? "fallback.lost-menu" : "fallback.out-of-scope"
      )
    }
  }

  private func foreign(_ draft: inout Draft) {
    let text = draft.phrase("fallback.out-of-scope")
    let lines = draft.offer(Self.examples)
    let all =
      ([text, catalog.say("fallback.health-elsewhere"), "", catalog.say("fallback.suggest")] + lines)
    draft.replies.append(Reply(.fallback, "fallback.out-of-scope", all.joined(separator: "\n")))
  }

  private static let examples: [ID<Topic>] = [
    "gut-skin-axis", "top-foods-clear-skin", "probiotics",
  ].map { ID($0) }

  private func offer(_ topics: [ID<Topic>], under id: String, _ draft: inout Draft) {
    let lines = draft.offer(topics)
    let text = ([draft.phrase(id), ""] + lines).joined(separator: "\n")
    draft.replies.append(Reply(.fallback, id, text))
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order of first sight.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
