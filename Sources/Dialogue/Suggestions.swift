package import Knowledge
internal import Packed

extension State {
  /// The name under which programs know what Flora waits for; nil when it waits for nothing.
  package func asking(_ catalog: Catalog) -> String? {
    switch pending {
    case .check(let rule, _), .safe(let rule, _): return "check:\(rule.rawValue)"
    case .region: return "region"
    case .consent, .overwrite, .leaveOut: return "consent"
    case .clarify: return "clarify"
    case nil: break
    }
    guard let form else { return nil }
    if form.isReviewing { return "review" }
    let ids = catalog.questions.ids
    guard ids.indices.contains(form.open), let question = catalog.questions[ids[form.open]] else {
      return nil
    }
    return (form.rest ?? question.slots.first)?.rawValue
  }
}

/// What a person might well say next, for completion and for programs.
package enum Suggestions {
  package static func lines(for state: State, _ catalog: Catalog) -> [String] {
    switch state.pending {
    case .check, .consent, .overwrite, .leaveOut: return ["yes", "no"]
    case .safe: return ["I am safe"]
    case .region: return catalog.crisisLines.all.map(\.country)
    case .clarify, nil: break
    }
    guard let form = state.form else { return state.offers.map(\.text) }
    if form.isReviewing { return ["yes", "back", "stop"] }
    let ids = catalog.questions.ids
    guard ids.indices.contains(form.open), let question = catalog.questions[ids[form.open]] else {
      return []
    }
    return question.choices.map(\.label) + ["skip", "not sure", "why", "back", "stop"]
  }
}
