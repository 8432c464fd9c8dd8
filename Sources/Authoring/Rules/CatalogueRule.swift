internal import Knowledge

/// Every topic of the catalogue has its files, every live topic is in the catalogue, every row of the outline is answered.
enum CatalogueRule {
  /// Claims that a topic stands on at least.
  private static let leastClaims = 3

  static func check(_ facts: LintFacts, _ findings: FindingList) {
    let content = facts.content
    let live = Dictionary(
      content.liveIntents.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let answered = Set(facts.answers.map(\.id))
    let own = Dictionary(grouping: content.claims, by: { $0.claim.topic.rawValue })
    for entry in content.catalogue {
      checkIntent(entry, live[entry.topic.value], findings)
    }
    let listed = Set(content.catalogue.map(\.topic.value))
    for intent in content.liveIntents {
      if !listed.contains(intent.id) { unlisted(intent, findings) }
      guard LintFacts.isFactual(group: intent.group) else { continue }
      if !answered.contains(intent.id) {
        findings.add(
          .noAnswer,
          at: intent.place,
          "the topic has no answer",
          remedy: "write seeds/answers/\(intent.group)/\(intent.id).md"
        )
      }
      checkClaims(intent, own[intent.id]?.count ?? 0, findings)
    }
    checkOutline(content, answered, findings)
  }

  private static func checkIntent(
    _ entry: CatalogueEntry,
    _ intent: IntentFile?,
    _ findings: FindingList
  ) {
    guard let intent else {
      findings.add(
        .catalogue,
        at: entry.topic.place,
        "no live topic is named '\(entry.topic.value)'",
        remedy: "write intents/\(entry.group)/\(entry.topic.value).yml"
      )
      return
    }
    guard intent.group != entry.group else { return }
    findings.add(
      .catalogue,
      at: intent.place,
      "the catalogue has '\(intent.id)' in the group '\(entry.group)'",
      remedy: "move the file to intents/\(entry.group)"
    )
  }

  private static func unlisted(_ intent: IntentFile, _ findings: FindingList) {
    findings.add(
      .catalogue,
      at: intent.place,
      "'\(intent.id)' is not in the catalogue",
      remedy: "add it to '\(intent.group)' in seeds/catalog.yml, or mark it 'status: draft'"
    )
  }

  private static func checkClaims(_ intent: IntentFile, _ count: Int, _ findings: FindingList) {
    guard count < leastClaims else { return }
    findings.add(
      .fewClaims,
      at: intent.place,
      "the topic has \(count) claims",
      remedy: "give it \(leastClaims) or more in seeds/claims"
    )
  }

  private static func checkOutline(
    _ content: Content,
    _ answered: Set<String>,
    _ findings: FindingList
  ) {
    let topics = Set(content.intents.map(\.id))
    for topic in content.outline.flatMap(\.topics)
    where topics.contains(topic.value) && !answered.contains(topic.value) {
      findings.add(
        .outline,
        at: topic.place,
        "'\(topic.value)' answers nobody",
        remedy: "write its answer, or name another topic"
      )
    }
  }
}
