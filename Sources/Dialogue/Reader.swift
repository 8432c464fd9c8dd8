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
    guard let best = heard.best, !heard.classification.isOutOfScope else { return .lost }
    let topic = ID<Topic>(best.intent)
    let about = about(topic, heard)
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
      let answered = two.filter { catalog.answers[$0.rawValue] != nil }
      guard answered.count == 2 else {
        return .topics([
          Reading(topic: topic, about: about, confidence: best.confidence, isGuess: true)
        ])
      }
      return .torn(answered)
    case .lost:
      return .lost
    }
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

  /// One topic is a part of the other by its name: acne and acne-causes.
  private func isNear(_ left: ID<Topic>, _ right: ID<Topic>) -> Bool {
    right.rawValue.hasPrefix("\(left.rawValue)-") || left.rawValue.hasPrefix("\(right.rawValue)-")
  }

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
    guard parts.count == 2 else { return pair(whole) }
    let readings = parts.compactMap { part -> Reading? in
      guard case .topics(let topics) = single(part), let topic = topics.first,
        catalog.answers[topic.topic.rawValue] != nil
          || Dialogue(rawValue: topic.topic.rawValue) != nil
      else { return nil }
      return topic
    }
    guard readings.count == 2, readings[0].topic != readings[1].topic else { return pair(whole) }
    return readings
  }

  /// "is it the grease or the cheese": two things named side by side, with "or" between them.
  private func pair(_ heard: Heard) -> [Reading]? {
    guard heard.words.contains("or") || heard.words.contains("and"), let best = heard.best,
      Policy.outcome(of: heard.classification) != .lost
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

extension Conversation {
  /// The two halves of a line that seems to ask two things.
  func split(_ heard: Heard, _ state: State) -> [Heard] {
    guard heard.wordCount >= 6 else { return [] }
    var best: (halves: [Heard], confidence: Double) = ([], Self.clearHalf)
    for parts in PartSplitter.halves(of: heard.text).prefix(Self.mostCuts) {
      let halves = parts.map { understand($0, state) }
      guard halves[0].best?.intent != halves[1].best?.intent,
        halves.allSatisfy({ $0.wordCount >= 2 && isQuestionOfItsOwn($0) })
      else { continue }
      let confidence = halves.map { $0.best?.confidence ?? 0 }.min() ?? 0
      if confidence > best.confidence { best = (halves, confidence) }
    }
    return best.halves
  }

  /// What a line asks, without the part that only tells facts: "I'm pregnant, is kombucha ok?".
  func withoutFacts(_ heard: Heard, _ state: State) -> Heard {
    guard !heard.readings.isEmpty, heard.wordCount >= 4 else { return heard }
    for parts in PartSplitter.halves(of: heard.text).prefix(Self.mostCuts) {
      let halves = parts.map { understand($0, state) }
      guard let told = halves.firstIndex(where: tellsOnlyFacts), !tellsOnlyFacts(halves[1 - told])
      else { continue }
      let asked = halves[1 - told]
      guard asked.wordCount >= 2, asked.isQuestion || Self.asks(asked.text) else { continue }
      return Heard(
        text: asked.text,
        classification: asked.classification,
        mentions: asked.mentions,
        readings: heard.readings,
        isQuestion: true,
        wordCount: asked.wordCount
      )
    }
    return heard
  }

  private func tellsOnlyFacts(_ half: Heard) -> Bool {
    !half.readings.isEmpty && !half.isQuestion && FactLine(half).isStatement
  }

  private static func asks(_ text: String) -> Bool {
    text.hasSuffix("?") || text.lowercased().hasPrefix("what") || text.lowercased().hasPrefix("how")
  }

  /// Whether a part of a line asks something that Flora can answer; "yes please" and "thanks" do not.
  private func isQuestionOfItsOwn(_ half: Heard) -> Bool {
    guard Policy.outcome(of: half.classification) != .lost, let best = half.best,
      !tellsOnlyFacts(half)
    else { return false }
    return Dialogue(rawValue: best.intent).map(\.isRequest) ?? true
  }

  /// Places tried at most; a line with more is a story, and each costs two readings of it.
  private static let mostCuts = 24
  /// Confidence that each half of a two-part question must reach.
  private static let clearHalf = 0.5
}

/// Cuts a line where a second question may begin.
enum PartSplitter {
  private static let joints = [" and also ", " also ", " and ", " but ", " or ", ", ", " plus "]

  /// Ways to cut a line in two, the likeliest first: at the end of a sentence, then at joining words.
  static func halves(of line: String) -> [[String]] {
    var cuts: [[String]] = []
    for mark in ["? ", ". ", "! "] {
      for range in line.ranges(of: mark) {
        add(line, range.lowerBound, range.upperBound, to: &cuts)
      }
    }
    let lower = line.lowercased()
    guard lower.utf8.count == line.utf8.count else { return cuts }
    for joint in joints {
      for range in lower.ranges(of: joint) {
        add(lower, range.lowerBound, range.upperBound, to: &cuts)
      }
    }
    return cuts
  }

  private static func add(
    _ line: String,
    _ end: String.Index,
    _ start: String.Index,
    to cuts: inout [[String]]
  ) {
    let parts = [String(line[..<end]), String(line[start...])]
    if parts.allSatisfy({ $0.split(separator: " ").count >= 2 }) { cuts.append(parts) }
  }
}
