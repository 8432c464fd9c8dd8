internal import Knowledge

/// Checks that every name that a content file uses exists.
///
/// Cheap enough for each build.
package struct ReferenceCheck {
  package var findings: [Finding] { list.findings }

  private let content: Content
  private let list = FindingList()
  private let topics: Set<String>
  private let claims: Set<String>
  private let references: Set<String>

  package init(_ content: Content) {
    self.content = content
    topics = Set(content.intents.map(\.id))
    claims = Set(content.claims.map(\.claim.id.rawValue))
    references = Set(content.references.map(\.reference.id.rawValue))
    checkIDs()
    content.intents.forEach(check)
    content.answers.forEach(check)
    content.claims.forEach(check)
    checkSafety()
    for row in content.outline { row.topics.forEach(checkTopic) }
    NameRule(content, list).check()
  }

  private func checkIDs() {
    checkUnique(content.intents.map { Placed($0.id, at: $0.place) }, kind: "topic")
    checkUnique(content.answers.map { Placed($0.id, at: $0.place) }, kind: "answer")
    checkUnique(content.claims.map { Placed($0.claim.id.rawValue, at: $0.place) }, kind: "claim")
    checkUnique(content.wording.map { Placed($0.line.id, at: $0.place) }, kind: "line")
    checkUnique(
      content.redFlags.map { Placed($0.redFlag.id.rawValue, at: $0.place) },
      kind: "red flag"
    )
    checkUnique(
      content.cautions.map { Placed($0.caution.id.rawValue, at: $0.place) },
      kind: "caution"
    )
    for intent in content.intents where !intent.id.isKebabCase {
      list.add(
        .badID,
        at: intent.place,
        "'\(intent.id)' is no id",
        remedy: "name the file in lower case with hyphens"
      )
    }
  }

  private func checkUnique(_ ids: [Placed<String>], kind: String) {
    for (id, places) in Dictionary(grouping: ids, by: \.value) where places.count > 1 {
      let sorted = places.map(\.place).sorted()
      list.add(
        .duplicateID,
        at: sorted[1],
        "the \(kind) '\(id)' stands already in \(sorted[0].description)",
        remedy: "keep one of them"
      )
    }
  }

  private func check(_ intent: IntentFile) {
    intent.partOf.map(checkTopic)
    for entry in intent.never { checkTopic(entry.topic) }
    for entry in intent.nearMisses { checkTopic(entry.topic) }
    for offer in intent.offers {
      checkTopic(offer.goes)
      if let unless = offer.unless, Condition(unless.value) == nil {
        list.add(.badCondition(unless))
      }
    }
    let words =
      intent.strong + intent.normal + intent.weak + intent.needs.flatMap(\.self)
      + intent.never.flatMap(\.texts)
    for word in words where word.value.hasPrefix("~") { checkConcept(word) }
  }

  private func checkConcept(_ word: Placed<String>) {
    let name = String(word.value.dropFirst())
    let names = content.concepts.map(\.name)
    guard !names.contains(name) else { return }
    list.add(
      .unknownConcept,
      at: word.place,
      "no concept is named '\(name)'",
      remedy: Suggestion.remedy(for: name, among: names, otherwise: "add it to seeds/concepts.yml")
    )
  }

  private func checkTopic(_ id: Placed<String>) {
    guard !topics.contains(id.value) else { return }
    list.add(
      .unknownTopic,
      at: id.place,
      "no topic is named '\(id.value)'",
      remedy: Suggestion.remedy(
        for: id.value,
        among: topics,
        otherwise: "add its file under intents/"
      )
    )
  }

  private func check(_ answer: AnswerFile) {
    checkTopic(Placed(answer.id, at: answer.place))
    for (_, sentence) in answer.allSentences {
      for claim in sentence.sentence.claims where !claims.contains(claim.rawValue) {
        list.add(
          .unknownClaim,
          at: sentence.place,
          "no claim is named '\(claim.rawValue)'",
          remedy: Suggestion.remedy(
            for: claim.rawValue,
            among: claims,
            otherwise: "add it to seeds/claims"
          )
        )
      }
    }
  }

  private func check(_ entry: ClaimEntry) {
    checkTopic(Placed(entry.claim.topic.rawValue, at: entry.place))
    for (id, place) in zip(entry.claim.references, entry.referencePlaces) {
      checkReference(id, at: place)
    }
    for (id, place) in zip(entry.claim.about, entry.aboutPlaces) {
      checkTopic(Placed(id.rawValue, at: place))
    }
  }

  private func checkReference(_ id: ID<Reference>, at place: Place) {
    guard !references.contains(id.rawValue) else { return }
    list.add(
      .unknownSource,
      at: place,
      "no reference is named '\(id.rawValue)'",
      remedy: Suggestion.remedy(
        for: id.rawValue,
        among: references,
        otherwise: "add it to seeds/references.yml"
      )
    )
  }

  private func checkSafety() {
    for entry in content.redFlags {
      checkTopic(Placed(entry.redFlag.category.rawValue, at: entry.place))
      for (id, place) in zip(entry.redFlag.references, entry.referencePlaces) {
        checkReference(id, at: place)
      }
    }
    for entry in content.cautions {
      for (id, place) in zip(entry.caution.references, entry.referencePlaces) {
        checkReference(id, at: place)
      }
    }
    for entry in content.crisisLines {
      for id in entry.lines.lines.flatMap(\.references) { checkReference(id, at: entry.place) }
    }
    for entry in content.affected { entry.topics.forEach(checkTopic) }
  }
}

extension String {
  /// Lower-case letters and digits in groups joined by single hyphens.
  var isKebabCase: Bool {
    !isEmpty && !hasPrefix("-") && !hasSuffix("-") && !contains("--")
      && utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
