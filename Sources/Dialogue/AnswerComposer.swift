internal import Knowledge
internal import Packed
internal import Planning

/// Puts an answer together from an answer's views, joined claims, cautions, sources and offers.
struct AnswerComposer {
  let catalog: Catalog

  /// Claims that lead an answer about two things at once, at most.
  private static let mostJoined = 3

  /// The lead of an answer: its sentences, and the claims that they rest on.
  struct Lead {
    var sentences: [Sentence]
    /// Said before the lead when nothing joins the two things.
    var intro: String?
  }

  /// What the two things have to do with each other, or the topic's own short answer.
  func lead(_ answer: Answer, about: ID<Topic>?) -> Lead {
    guard let about, about != answer.topic else { return Lead(sentences: answer.short, intro: nil) }
    let joined = joinedClaims(answer.topic, about)
    guard joined.isEmpty else { return Lead(sentences: leading(joined, answer.short), intro: nil) }
    guard couldHelp(answer.topic, about) else { return Lead(sentences: answer.short, intro: nil) }
    let intro = catalog.say(
      "answer.joined-none",
      ["topic": catalog.name(of: answer.topic), "about": catalog.name(of: about)]
    )
    return Lead(sentences: answer.short, intro: "\(intro) \(catalog.say("answer.joined-general"))")
  }

  /// Whether a study of the two together is something that people would look for: a food or habit, and a complaint.
  private func couldHelp(_ topic: ID<Topic>, _ about: ID<Topic>) -> Bool {
    Self.studied.contains(catalog.group(of: topic))
      && Self.complaints.contains(catalog.group(of: about)) && !Self.advice.contains(topic.rawValue)
  }

  private static let studied: Set<String> = ["diet", "supplements", "lifestyle"]
  private static let complaints: Set<String> = ["skin-conditions", "gut-conditions"]
  /// Topics that advise rather than name a thing to try.
  private static let advice: Set<String> = [
    "probiotic-use", "probiotic-choice", "probiotic-safety", "diet-overview", "foods-to-avoid",
    "top-foods-clear-skin", "supplements-overview", "support-overview",
  ]

  /// Sentences of the short answer that rest on the joining claims alone, then the claims not yet told.
  private func leading(_ joined: [Claim], _ short: [Sentence]) -> [Sentence] {
    let ids = Set(joined.map(\.id))
    let own = short.filter { !$0.claims.isEmpty && ids.isSuperset(of: $0.claims) }
    let told = Set(own.flatMap(\.claims))
    let rest = joined.filter { !told.contains($0.id) }.prefix(Self.mostJoined - own.count)
    return own + rest.map { Sentence(text: $0.text, claims: [$0.id]) }
  }

  /// Claims that speak of two topics together, the best graded first, and no two of the same study first.
  func joinedClaims(_ topic: ID<Topic>, _ about: ID<Topic>) -> [Claim] {
    let ids =
      catalog.topicIndex[topic.rawValue]?.joins.filter { $0.other == about }.map(\.claim) ?? []
    let claims = catalog.claims(ids)
    let own = claims.filter { $0.topic == topic }
    let ranked = (own + claims.filter { $0.topic != topic }).enumerated()
      .sorted { ($1.element.grade.rank, $0.offset) < ($0.element.grade.rank, $1.offset) }
      .map(\.element)
    var chosen: [Claim] = []
    for claim in ranked where chosen.count < Self.mostJoined {
      if !chosen.contains(where: { $0.references == claim.references }) { chosen.append(claim) }
    }
    return chosen
  }
}

/// Sentences with their sources numbered as they come.
struct CitedText {
  private(set) var references: [ID<Reference>] = []
  private var claims: [Claim] = []
  private let catalog: Catalog

  init(_ catalog: Catalog) { self.catalog = catalog }

  /// A sentence with the numbers of its sources behind it.
  mutating func cite(_ sentence: Sentence) -> String {
    let cited = catalog.claims(sentence.claims)
    claims += cited
    let numbers = Self.marked(cited).map { reference in
      let place = references.firstIndex(of: reference) ?? references.count
      if place == references.count { references.append(reference) }
      return place + 1
    }
    return numbers.isEmpty
      ? sentence.text : "\(sentence.text) \(numbers.map { "[\($0)]" }.joined())"
  }

  /// The sources printed, in the order of their numbers, then the others of the claims told.
  var allReferences: [ID<Reference>] { (references + claims.flatMap(\.references)).uniqued() }

  /// Marks behind a sentence at most, unless it rests on more claims; "sources" tells the rest.
  private static let mostMarks = 3

  /// The first reference of each claim, then their second ones, and so on while there is room.
  private static func marked(_ claims: [Claim]) -> [ID<Reference>] {
    let firsts = claims.compactMap(\.references.first).uniqued()
    let deepest = claims.map(\.references.count).max() ?? 0
    let rest = (0..<deepest).flatMap { depth in
      claims.compactMap { depth < $0.references.count ? $0.references[depth] : nil }
    }
    return Array((firsts + rest).uniqued().prefix(max(mostMarks, firsts.count)))
  }

  mutating func cite(_ sentences: [Sentence]) -> String {
    sentences.map { cite($0) }.joined(separator: " ")
  }

  /// "Sources: [1] Juhl CR et al., 2018; [2] …".
  var line: String? {
    guard !references.isEmpty else { return nil }
    let items = references.enumerated().compactMap { number, id in
      catalog.references[id.rawValue].map { "[\(number + 1)] \($0.short)" }
    }
    return "\(catalog.say("answer.sources")) \(items.joined(separator: "; "))"
  }
}

extension AnswerComposer {
  /// "How sure: early or mixed evidence", from the weakest claim of the lead, and of the rest where that differs.
  func howSure(_ sentences: [Sentence]) -> String? {
    let words = EvidenceWords(catalog)
    let phrases = sentences.compactMap { sentence -> String? in
      catalog.claims(sentence.claims).min { $0.grade.rank < $1.grade.rank }.map(words.phrase)
    }
    guard let first = phrases.first else { return nil }
    if let other = phrases.dropFirst().first(where: { $0 != first }) {
      return catalog.say("evidence.line-two", ["phrase": first, "other": other])
    }
    return catalog.say("evidence.line", ["phrase": first])
  }
}
