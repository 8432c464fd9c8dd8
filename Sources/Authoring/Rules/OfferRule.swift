internal import Intents
internal import Knowledge

/// An offer, asked, reaches the topic that it names.
struct OfferRule {
  private let facts: LintFacts
  private let model: Model

  init(_ facts: LintFacts, _ model: Model) {
    self.facts = facts
    self.model = model
  }

  /// - Returns: How many offers were followed.
  func check(_ findings: FindingList) -> Int {
    let topics = Set(facts.content.intents.map(\.id))
    let offers = facts.content.liveIntents.flatMap(\.offers)
      .filter { topics.contains($0.goes.value) }
    for offer in offers {
      guard !facts.drafts.contains(offer.goes.value) else {
        findings.add(
          .offerGoes,
          at: offer.goes.place,
          "'\(offer.goes.value)' is a draft and answers nobody",
          remedy: "name a live topic"
        )
        continue
      }
      let reached = model.classify(offer.ask.value).best?.intent ?? "nothing"
      guard reached != offer.goes.value else { continue }
      findings.add(
        .offerGoes,
        at: offer.ask.place,
        "'\(offer.ask.value)' reaches '\(reached)', not '\(offer.goes.value)'",
        remedy: "word it as people ask for \(offer.goes.value), or name \(reached)"
      )
    }
    return offers.count
  }
}

/// Offers do not run in a circle of two.
enum OfferCircleRule {
  static func check(_ facts: LintFacts, _ findings: FindingList) {
    let goes = facts.content.liveIntents.reduce(into: [String: Set<String>]()) { goes, intent in
      goes[intent.id] = Set(intent.offers.map(\.goes.value)).subtracting([intent.id])
    }
    for intent in facts.content.liveIntents {
      guard let own = goes[intent.id], own.count == 1, let other = own.first,
        goes[other] == [intent.id]
      else { continue }
      guard intent.id < other, let first = intent.offers.first else { continue }
      findings.add(
        .offerCircle,
        at: first.goes.place,
        "'\(intent.id)' and '\(other)' offer nothing but each other",
        remedy: "offer a third topic in one of them"
      )
    }
  }
}
