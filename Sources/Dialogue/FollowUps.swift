internal import Intents
internal import Knowledge
internal import Packed

extension Reader {
  /// A short line that leans on the topic under discussion: one typed element takes the place of another.
  func followUp(_ heard: Heard, _ context: TopicContext) -> Reading? {
    guard heard.wordCount <= Self.longestFollowUp, catalog.answers[context.topic.rawValue] != nil
    else { return nil }
    let named = heard.mentions.filter { catalog.answers[$0.rawValue] != nil }
    guard let lean = Lean(heard, hasMention: !named.isEmpty), !standsAlone(heard, named, lean)
    else { return nil }
    guard let first = named.first(where: { $0 != context.topic }) else {
      return onTopic(heard, context, lean)
    }
    let group = catalog.group(of: first)
    if Self.facetGroups.contains(group) {
      let isSameKind = catalog.group(of: context.topic) == group && !isAgent(context.topic)
      let reading = isSameKind ? (first, context.about) : (context.topic, Optional(first))
      return Reading(
        topic: reading.0,
        about: reading.1,
        confidence: 0.8,
        followUp: words(reading.0, reading.1)
      )
    }
    guard isAgent(first) else { return nil }
    let facet = isAgent(context.topic) ? context.about : context.topic
    return Reading(topic: first, about: facet, confidence: 0.8, followUp: words(first, facet))
  }

  /// Words at most in a line that leans on another.
  private static let longestFollowUp = 12

  private func isAgent(_ topic: ID<Topic>) -> Bool {
    let group = catalog.group(of: topic)
    return Self.agentGroups.contains(group) && !Self.facetGroups.contains(group)
      || topic == "weight"
  }

  /// Whether the line is a whole question of its own: two things named, or a sure topic without a word that points back.
  private func standsAlone(_ heard: Heard, _ named: [ID<Topic>], _ lean: Lean) -> Bool {
    guard let best = heard.best, !heard.classification.isOutOfScope else { return false }
    if lean == .pointing || lean == .attribute {
      return best.confidence > 0.9 && named.contains(ID(best.intent)) && heard.wordCount >= 6
    }
    if named.count > 1 { return true }
    guard lean != .fragment else { return false }
    return best.confidence >= 0.78 && heard.wordCount >= 5 && !named.contains(ID(best.intent))
  }

  /// "how much?", "which one", "is it safe": the topic's own name is put behind the line, and the model reads both.
  private func onTopic(_ heard: Heard, _ context: TopicContext, _ lean: Lean) -> Reading? {
    let isOwn = heard.classification.isOutOfScope == false && (heard.best?.confidence ?? 0) >= 0.71
    if isOwn, lean != .attribute, let best = heard.best, catalog.answers[best.intent] != nil {
      let topic = ID<Topic>(best.intent)
      let about =
        Self.general.contains(best.intent)
        ? context.topic : context.about == topic ? nil : context.about
      return Reading(
        topic: topic,
        about: about,
        confidence: best.confidence,
        followUp: words(topic, about)
      )
    }
    if lean == .connective, heard.classification.isOutOfScope { return nil }
    let name = catalog.topics[context.topic.rawValue]?.name ?? ""
    let joined = catalog.model.classify("\(heard.text) \(name)")
    let family = Self.family(of: context.topic.rawValue)
    guard let topic = joined.ranked.first(where: { family.contains($0.intent) }) else { return nil }
    let id = ID<Topic>(topic.intent)
    let about =
      id == context.topic
      ? context.about : Self.general.contains(topic.intent) ? context.topic : context.about
    return Reading(topic: id, about: about, confidence: 0.6, followUp: words(id, about))
  }

  /// Topics that a follow-up may move to: the topic itself, its near relatives, and questions that fit any topic.
  private static func family(of topic: String) -> Set<String> {
    let relatives = families.filter { $0.contains(topic) }.reduce(into: Set([topic])) {
      $0.formUnion($1)
    }
    return relatives.union(general)
  }

  /// Questions that may be asked about anything.
  private static let general: Set<String> = [
    "timeline", "cost", "evidence-overview", "when-to-see-doctor", "flare-or-purge",
    "symptom-diary",
  ]

  private static let families: [Set<String>] = [
    ["probiotics", "probiotic-choice", "probiotic-use", "probiotic-safety"],
    ["gut-microbiome", "gut-skin-axis", "how-axis-works"],
    ["skin-microbiome", "skin-barrier"],
    ["stress", "relaxation-how-to"],
    ["medication-change", "antibiotics"], ["medication-change", "isotretinoin"],
    ["medication-change", "acid-reducers"], ["medication-change", "topical-treatments"],
    ["skincare-gentle", "skincare-avoid", "skincare-routine"],
    ["acne", "acne-causes", "hormonal-acne"],
    ["leaky-gut", "gut-healing", "dysbiosis"],
  ]

  private func words(_ topic: ID<Topic>, _ about: ID<Topic>?) -> String {
    [topic, about].compactMap(\.self).map { catalog.name(of: $0) }
      .joined(separator: " and ")
  }
}

/// How a line leans on what was said before.
enum Lean {
  /// It points back: "is that safe", "does it work".
  case pointing
  /// It opens like the second half of a sentence: "and cheese", "or rosacea".
  case connective
  /// It asks for a quality of something not named: "how much", "which one", "why".
  case attribute
  /// It is a name and little else: "green tea?".
  case fragment

  init?(_ heard: Heard, hasMention: Bool) {
    let words = heard.words.filter { $0 != "?" && $0 != "," && $0 != "." && $0 != "!" }
    guard let first = words.first else { return nil }
    let opening = words.prefix(2).joined(separator: " ")
    if !hasMention,
      words.allSatisfy({ Self.attributes.contains($0) || SmallWords.ofFollowUps.contains($0) })
    {
      guard words.contains(where: Self.attributes.contains) else { return nil }
      self = .attribute
    } else if hasMention, words.count <= 5, !words.contains(where: Self.verbs.contains) {
      self = .fragment
    } else if Self.connectives.contains(first) || Self.openings.contains(opening) {
      self = .connective
    } else if words.contains(where: Self.pronouns.contains) {
      self = .pointing
    } else {
      return nil
    }
  }

  private static let pronouns: Set<String> = [
    "it", "that", "this", "they", "them", "those", "these", "either", "same", "her", "him",
  ]
  private static let connectives: Set<String> = [
    "and", "or", "but", "n", "also", "even", "same", "ok", "so", "then", "just", "hmm", "only",
    "lol", "for",
  ]
  /// Openings that name another thing for the same question.
  static let aboutOpenings: Set<String> = ["what about", "how about"]
  private static let openings = aboutOpenings.union([
    "and for", "is the", "would it", "would that", "does it", "what if",
  ])
  private static let verbs: Set<String> = [
    "is", "are", "does", "do", "can", "should", "will", "help", "cause", "causes", "helps", "make",
    "makes", "what", "how", "why", "which",
  ]
  /// Words that ask for a quality of the thing under discussion.
  private static let attributes: Set<String> = [
    "much", "many", "long", "often", "soon", "why", "which", "dose", "dosage", "safe", "safely",
    "when", "side", "effects", "effect",
    "work", "works", "evidence", "proof", "proven", "studies", "study", "foods", "food", "cost",
    "costs", "cheap", "cheapest",
    "cheaper", "weeks", "week", "days", "day", "months", "month", "iu", "mg", "grams", "gram",
    "billion", "cups", "cup", "glasses",
    "hours", "amount", "brand", "morning", "night", "risk", "risks", "danger", "dangerous",
    "reason", "come", "mechanism",
    "difference", "notice", "results", "start", "stop", "test", "max", "maximum", "limit", "enough",
    "normal", "best", "better",
    "worth", "overdo", "options", "option", "kinds", "kind", "types", "type", "examples", "y",
    "whys", "servings",
  ]
}

extension Heard {
  /// "why?", "how come", "for what reason": asks for the reasons of what was just said.
  var asksWhy: Bool {
    let words = self.words.filter { $0 != "?" && $0 != "," && $0 != "." }
    guard words.count <= 5,
      let first = words.first(where: {
        !["but", "and", "so", "ok", "n", "yes", "right"].contains($0)
      })
    else {
      return false
    }
    return ["why", "y", "whys"].contains(first) && words.count <= 4
      || words.joined(separator: " ").contains("how come")
      || words.joined(separator: " ") == "for what reason"
  }
}
