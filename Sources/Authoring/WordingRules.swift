/// Words that the linter looks for, and findings that are right as they stand: `seeds/wording-rules.yml`.
package struct WordingRules: Sendable {
  /// The lists, by their keys.
  enum List: String, CaseIterable, Sendable {
    case promises
    case notPromises = "not-promises"
    case denials, brands, blame
    case notBlame = "not-blame"
    case doseUnits = "dose-units"
    case red
    case notRed = "not-red"
    case darker, sure
    case notSure = "not-sure"
    case hedgesLimited = "hedges-limited"
    case hedgesMechanistic = "hedges-mechanistic"
    case hedgesNone = "hedges-none"
    case research
  }

  /// A finding that is right as it stands.
  struct Exception: Sendable {
    let rule: Placed<String>
    let file: String
    /// Words of the sentence or of the problem.
    let has: String
  }

  let lists: [List: [String]]
  let exceptions: [Exception]

  static let none = WordingRules(lists: [:], exceptions: [])

  static func read(_ file: SourceFile, _ findings: FindingList) -> WordingRules {
    let keys = List.allCases.map(\.rawValue) + ["exceptions"]
    guard let node = YAMLNode.read(file, findings), let map = MapReader(node, keys: keys, findings)
    else { return none }
    let lists = List.allCases.reduce(into: [List: [String]]()) { lists, list in
      lists[list] = map.someTexts(list.rawValue).map(\.value)
    }
    let exceptions = map.maps("exceptions", keys: ["rule", "file", "has", "why"])
      .compactMap { Self.exception($0, findings) }
    return WordingRules(lists: lists, exceptions: exceptions)
  }

  private static func exception(_ map: MapReader, _ findings: FindingList) -> Exception? {
    guard let rule = map.text("rule"), let file = map.text("file"), let has = map.text("has"),
      map.text("why") != nil
    else { return nil }
    guard Rule(rawValue: rule.value) != nil else {
      findings.add(
        .badValue,
        at: rule.place,
        "no rule is named '\(rule.value)'",
        remedy: Suggestion.remedy(
          for: rule.value,
          among: Rule.allCases.map(\.rawValue),
          otherwise: "use the name that stands in brackets behind a finding"
        )
      )
      return nil
    }
    return Exception(rule: rule, file: file.value, has: has.value)
  }

  /// Finds the words of a list, unless they stand in a phrase of `butNot`.
  func finder(_ list: List, butNot: List? = nil) -> WordFinder {
    WordFinder(lists[list] ?? [], butNot: butNot.flatMap { lists[$0] } ?? [])
  }
}
