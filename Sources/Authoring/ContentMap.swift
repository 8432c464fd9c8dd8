internal import Intents
internal import Knowledge

/// What curators want to see of all topics at a glance.
package struct ContentMap: Sendable {
  /// One topic with all that stands behind it.
  struct Row: Sendable {
    let id: String
    let title: String
    let path: String
    let isDraft: Bool
    let words: [String]
    let examples: Int
    let nearMisses: Int
    let claims: [Claim]
    let sources: [String]
    let offers: [String]
    let thin: [String]
  }

  /// Topics by group, both in the order of their names.
  let groups: [(name: String, rows: [Row])]
  let references: [String: Reference]

  /// Fewer examples than this are thin: the model has little to learn from.
  private static let fewExamples = 60
  private static let fewClaims = 4
  private static let fewOffers = 2

  package init(_ content: Content) {
    let claims = Dictionary(grouping: content.claims.map(\.claim), by: \.topic.rawValue)
    references = Dictionary(
      content.references.map { ($0.reference.id.rawValue, $0.reference) },
      uniquingKeysWith: { first, _ in first }
    )
    let rows = content.intents.map { intent in
      (intent.group, Self.row(intent, claims[intent.id] ?? []))
    }
    groups = Dictionary(grouping: rows, by: \.0).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.map(\.1).sorted { $0.id < $1.id }) }
  }

  private static func row(_ intent: IntentFile, _ claims: [Claim]) -> Row {
    var seen: Set<String> = []
    return Row(
      id: intent.id,
      title: intent.title.value,
      path: intent.place.file,
      isDraft: intent.isDraft,
      words: (intent.strong + intent.normal + intent.weak).map(\.value),
      examples: intent.asks.count,
      nearMisses: intent.nearMisses.reduce(0) { $0 + $1.texts.count },
      claims: claims,
      sources: claims.flatMap(\.references).map(\.rawValue).filter { seen.insert($0).inserted },
      offers: intent.offers.map(\.goes.value),
      thin: thin(intent, claims)
    )
  }

  /// Where the topic could be stronger, in a few words each.
  private static func thin(_ intent: IntentFile, _ claims: [Claim]) -> [String] {
    var spots: [String] = []
    if intent.asks.count < fewExamples { spots.append("few examples") }
    guard LintFacts.isFactual(group: intent.group) else { return spots }
    if claims.count < fewClaims { spots.append("few claims") }
    if !claims.contains(where: { $0.grade.rank >= Grade.moderate.rank }) {
      spots.append("only weak evidence")
    }
    if intent.offers.count < fewOffers { spots.append("few follow-ups") }
    return spots
  }
}
