internal import Intents
internal import Knowledge
internal import Language
internal import Packed

/// What a line asks for: a topic, what it is joined with, and why it was read so.
struct Reading: Equatable {
  let topic: ID<Topic>
  var about: ID<Topic>?
  let confidence: Double
  /// Answered, but said to be a guess.
  var isGuess = false
  /// How a follow-up was read, in words.
  var followUp: String?
}

/// What a line comes to.
enum Readings {
  case topics([Reading])
  case torn([ID<Topic>])
  case lost
}

/// Reads a line in the light of what was said before.
struct Reader {
  let catalog: Catalog

  init(_ catalog: Catalog) { self.catalog = catalog }

  /// `split`: The line's parts, read each on its own, when it seems to hold two questions.
  func readings(of heard: Heard, context: TopicContext?, split: [Heard]) -> Readings {
    if let context, let reading = followUp(heard, context) { return .topics([reading]) }
    if let both = both(split, whole: heard) { return .topics(both) }
    return single(heard)
  }

  private func single(_ heard: Heard) -> Readings {
    guard let best = heard.best, !heard.classification.isOutOfScope,
      Dialogue(rawValue: best.intent).map({ FinalWords.mean($0, heard) }) ?? true
    else { return named(heard) }
    let (topic, about) = topicAndFacet(ID(best.intent), heard)
    switch Policy.outcome(of: heard.classification) {
    case .sure:
      return .topics([Reading(topic: topic, about: about, confidence: best.confidence)])
    case .fairly:
      return .topics([
        Reading(topic: topic, about: about, confidence: best.confidence, isGuess: true)
      ])
    case .torn:
      let two = heard.classification.ranked.prefix(2).map { ID<Topic>($0.intent) }
      // Two topics that one claim joins have one answer: nobody is asked to choose.
      if let joined = joinedPair(two) {
        return .topics([Reading(topic: joined.0, about: joined.1, confidence: best.confidence)])
      }
      if let named = onlyNamed(two, heard) {
        let about = self.about(named, heard)
        return .topics([
          Reading(topic: named, about: about, confidence: best.confidence, isGuess: true)
        ])
      }
      let answered = two.filter { catalog.answers[$0.rawValue] != nil }
      guard answered.count == 2 else {
        return .topics([
          Reading(topic: topic, about: about, confidence: best.confidence, isGuess: true)
        ])
      }
      return .torn(answered)
    case .lost:
      return named(heard)
    }
  }

  /// "what about melanoma?": a few words that say little but name one topic are about that.
  private func named(_ heard: Heard) -> Readings {
    let asksAbout = Lean.aboutOpenings.contains(heard.words.prefix(2).joined(separator: " "))
    guard asksAbout, heard.wordCount <= Self.mostToName, heard.mentions.count == 1,
      catalog.answers[heard.mentions[0].rawValue] != nil
    else { return .lost }
    return .topics([Reading(topic: heard.mentions[0], confidence: Policy.sure)])
  }

  /// "what about probiotics?": of two topics the one that the line names, where it names the other not.
  private func onlyNamed(_ topics: [ID<Topic>], _ heard: Heard) -> ID<Topic>? {
    let named = topics.filter { heard.mentions.contains($0) && catalog.answers[$0.rawValue] != nil }
    return named.count == 1 ? named[0] : nil
  }

  private func joinedPair(_ topics: [ID<Topic>]) -> (ID<Topic>, ID<Topic>)? {
    guard topics.count == 2, isJoined(topics[0], topics[1]) else { return nil }
    return (topics[0], topics[1])
  }

  func isJoined(_ left: ID<Topic>, _ right: ID<Topic>) -> Bool {
    catalog.topicIndex[left.rawValue]?.joins.contains { $0.other == right } ?? false
  }

  /// The other thing that the line names: one that a claim joins with the topic, else a skin, gut or life stage.
  ///
  /// A condition goes before a stage of life: "vitamin D for my son's eczema" is about eczema.
  func about(_ topic: ID<Topic>, _ heard: Heard) -> ID<Topic>? {
    let others = heard.mentions.filter { $0 != topic && !isNear($0, topic) }
    let joined = others.filter { isJoined(topic, $0) }
    if let condition = joined.first(where: { catalog.group(of: $0) != Self.peopleGroup }) {
      return condition
    }
    if let stage = joined.first { return stage }
    let own = catalog.group(of: topic)
    return others.first { other in
      let facet = catalog.group(of: other)
      return Self.facetGroups.contains(facet) && Self.agentGroups.contains(own)
        && (facet != Self.peopleGroup || !Self.ideaGroups.contains(own))
    }
  }

  /// "coffee and vitiligo?": what may help or harm is the topic, and what it may do that to is what it is about.
  private func topicAndFacet(_ best: ID<Topic>, _ heard: Heard) -> (ID<Topic>, ID<Topic>?) {
    let about = about(best, heard)
    guard about == nil, heard.wordCount <= Self.mostToTurn,
      Self.conditionGroups.contains(catalog.group(of: best)),
      let agent = heard.mentions.first(where: isFood),
      catalog.answers[agent.rawValue] != nil
    else { return (best, about) }
    return (agent, best)
  }

  /// A food or a supplement, rather than diet as such.
  private func isFood(_ topic: ID<Topic>) -> Bool {
    Self.foodGroups.contains(catalog.group(of: topic)) && !topic.rawValue.hasSuffix("-overview")
  }

  /// One topic is a part of the other by its name: acne and acne-causes.
  private func isNear(_ left: ID<Topic>, _ right: ID<Topic>) -> Bool {
    right.rawValue.hasPrefix("\(left.rawValue)-") || left.rawValue.hasPrefix("\(right.rawValue)-")
  }

  private static let mostToName = 6
  /// A longer line tells a story, in which much is named in passing.
  private static let mostToTurn = 14
  private static let conditionGroups: Set<String> = ["skin-conditions", "gut-conditions"]
  /// Groups of what a person may eat or take.
  private static let foodGroups: Set<String> = ["diet", "supplements"]
  private static let peopleGroup = "people"
  private static let ideaGroups: Set<String> = ["concepts", "mechanisms"]
  /// Groups whose topics a food, a supplement or a habit may be asked about together with.
  static let facetGroups: Set<String> = ["skin-conditions", "gut-conditions", "people"]
  /// Groups of things that may help or harm.
  static let agentGroups: Set<String> = [
    "diet", "supplements", "lifestyle", "skincare", "medicines", "gut-conditions", "concepts",
    "mechanisms",
  ]
}

extension Reader {
  /// Two parts that ask about two things.
  private func both(_ parts: [Heard], whole: Heard) -> [Reading]? {
    guard parts.count == 2 else { return twoPlain(whole) ?? pair(whole) }
    let readings = parts.compactMap { part -> Reading? in
      guard case .topics(let topics) = single(part), let topic = topics.first,
        catalog.answers[topic.topic.rawValue] != nil
          || Dialogue(rawValue: topic.topic.rawValue) != nil
      else { return nil }
      return topic
    }
    guard readings.count == 2, readings[0].topic != readings[1].topic else { return pair(whole) }
    return isOneMatter(readings.map(\.topic), parts, whole) ? nil : readings
  }

  /// "I eat tonnes of fibre, should that not help my vitiligo": one question about the two things that its parts name.
  private func isOneMatter(_ topics: [ID<Topic>], _ parts: [Heard], _ whole: Heard) -> Bool {
    guard !parts[0].text.hasSuffix("?"),
      parts[1].words.contains(where: QuestionWords.pointers.contains)
        || whole.words.contains(where: Self.relations.contains)
    else { return false }
    return about(topics[0], whole) == topics[1] || about(topics[1], whole) == topics[0]
  }

  private static let relations: Set<String> = [
    "connection", "connected", "link", "linked", "related", "relation", "correlation",
  ]

  /// "are berries among the best foods for skin": two topics, each beyond doubt, that no one answer joins.
  private func twoPlain(_ heard: Heard) -> [Reading]? {
    let two = heard.classification.ranked.prefix(2)
    let topics = two.map { ID<Topic>($0.intent) }
    guard topics.count == 2, !heard.classification.isOutOfScope,
      two.allSatisfy({ $0.margin >= Policy.plainTopic && catalog.answers[$0.intent] != nil }),
      !isNear(topics[0], topics[1]), !isJoined(topics[0], topics[1])
    else { return nil }
    let abouts = topics.map { about($0, heard) }
    // "spicy food and dandruff, any connection": one question about the two.
    guard abouts[0] != topics[1], abouts[1] != topics[0] else { return nil }
    return topics.indices.map {
      Reading(topic: topics[$0], about: abouts[$0], confidence: two[$0].confidence)
    }
  }

  /// "is it the grease or the cheese": two things named side by side, with "or" between them.
  private func pair(_ heard: Heard) -> [Reading]? {
    guard heard.words.contains("or") || heard.words.contains("and"), let best = heard.best,
      Policy.outcome(of: heard.classification) != .lost, best.confidence < Policy.plain
    else { return nil }
    let agents = heard.mentions.filter {
      Self.agentGroups.contains(catalog.group(of: $0))
    }
    let ranked = heard.classification.ranked
    guard agents.count == 2, !isJoined(agents[0], agents[1]),
      ranked.prefix(3).contains(where: { agents.contains(ID($0.intent)) })
    else { return nil }
    let about = heard.mentions.first {
      Self.facetGroups.contains(catalog.group(of: $0))
    }
    return agents.map { agent in
      let confidence = ranked.first { $0.intent == agent.rawValue }?.confidence ?? best.confidence
      return Reading(topic: agent, about: about, confidence: confidence)
    }
  }
}
