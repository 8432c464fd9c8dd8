internal import Dialogue
package import Knowledge
internal import Packed
internal import Planning
internal import Safety

/// What of the content some conversations reached.
package struct Coverage: Equatable, Sendable {
  /// Kinds of content that are counted.
  package enum Kind: String, CaseIterable, Sendable {
    case topics, answers, views, questions, choices, rules, safety, cautions, fallbacks
  }

  package private(set) var reached: [Kind: Set<String>] = [:]
  /// Ids of the messages that came.
  package private(set) var messages: Set<String> = []

  package init() {}

  package mutating func add(_ kind: Kind, _ name: String) {
    reached[kind, default: []].insert(name)
  }

  package mutating func merge(_ other: Coverage) {
    for (kind, names) in other.reached { reached[kind, default: []].formUnion(names) }
    messages.formUnion(other.messages)
  }

  /// Notes what one turn reached.
  mutating func note(_ turn: Turn, before: State, message: String, _ catalog: Catalog) {
    for intent in turn.intents { add(.topics, intent.id.rawValue) }
    for reply in turn.replies { note(reply) }
    if let raised = turn.safety { add(.safety, raised.rule.rawValue) }
    noteForm(turn, before: before, message: message, catalog)
    notePlan(turn, before: before, catalog)
    for caution in catalog.cautions.all
    where turn.replies.contains(where: { $0.text.contains(caution.text) }) {
      add(.cautions, caution.id.rawValue)
    }
  }

  private mutating func note(_ reply: Reply) {
    messages.insert(reply.id)
    switch reply.kind {
    case .answer where reply.id.hasSuffix(".short"): add(.answers, String(reply.id.dropLast(6)))
    case .answer: add(.views, reply.id)
    case .fallback: add(.fallbacks, reply.id)
    case .question where reply.id.hasPrefix("form."): add(.questions, String(reply.id.dropFirst(5)))
    default: break
    }
  }

  /// A choice counts when what it sets was stored while its question was open.
  private mutating func noteForm(_ turn: Turn, before: State, message: String, _ catalog: Catalog) {
    guard let form = before.form, !form.isReviewing else { return }
    let ids = catalog.questions.ids
    guard ids.indices.contains(form.open), let question = catalog.questions[ids[form.open]] else {
      return
    }
    for choice in question.choices {
      let isSet =
        !choice.sets.isEmpty
        && choice.sets.allSatisfy { setting in
          guard let value = SlotValue(setting.value, for: setting.slot) else { return false }
          if case .list(let wanted) = value,
            case .list(let stored) = turn.state.profile[setting.slot]
          {
            return wanted.isEmpty ? stored.isEmpty : wanted.allSatisfy(stored.contains)
          }
          return turn.state.profile[setting.slot] == value
        }
      if isSet, before.profile != turn.state.profile {
        add(.choices, "\(question.id.rawValue): \(choice.label)")
      }
    }
  }

  /// Each condition of each plan action, both ways.
  private mutating func notePlan(_ turn: Turn, before: State, _ catalog: Catalog) {
    guard let plan = turn.state.plan, plan != before.plan else { return }
    for left in plan.leftOut { if let caution = left.caution { add(.cautions, caution.rawValue) } }
    for action in catalog.actions.all {
      for (name, condition) in action.rules {
        add(.rules, "\(action.id.rawValue) \(name) \(condition.holds(for: turn.state.profile))")
      }
    }
  }
}

extension PlanAction {
  /// The conditions that decide whether and why an action is offered, by name.
  var rules: [(name: String, condition: Condition)] {
    [("when", when), ("unless", unless)].compactMap { name, condition in
      condition.map { (name, $0) }
    }
      + reasons.enumerated().map { ("reason \($0.offset + 1)", $0.element.when) }
  }
}

extension Coverage {
  /// Everything that could be reached.
  package static func everything(in catalog: Catalog) -> [Kind: Set<String>] {
    var all: [Kind: Set<String>] = [:]
    let answers = catalog.answers.ids
    // A narrow topic is reported by the wider one; its answer and views are counted by themselves.
    all[.topics] = Set(catalog.topics.all.filter { $0.partOf == nil }.map(\.id.rawValue))
    all[.answers] = Set(answers)
    all[.views] = Set(answers.flatMap { id in ["fuller", "plain"].map { "\(id).\($0)" } })
    all[.questions] = Set(catalog.questions.ids)
    all[.choices] = Set(
      catalog.questions.all.flatMap { question in
        question.choices.filter { !$0.sets.isEmpty }.map { "\(question.id.rawValue): \($0.label)" }
      }
    )
    all[.rules] = Set(
      catalog.actions.all.flatMap { action in
        action.rules.flatMap { rule in
          [true, false].map { "\(action.id.rawValue) \(rule.name) \($0)" }
        }
      }
    )
    all[.safety] = Set(catalog.redFlags.ids)
    all[.cautions] = Set(catalog.cautions.ids)
    all[.fallbacks] = Set(
      ["out-of-scope", "lost-near", "lost-words", "lost-menu"].map { "fallback.\($0)" }
    )
    return all
  }
}
