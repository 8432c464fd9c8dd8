internal import Dialogue
internal import Foundation
internal import Knowledge
internal import Language
internal import Packed
internal import Planning
internal import Safety

/// Tells whether a check holds after a turn.
struct CheckEvaluator {
  let turn: Turn
  let catalog: Catalog
  /// Turns that were given a label.
  let labelled: [String: [Reply]]
  let values: [String: String]
  /// Columns in which lines are counted.
  var width = defaultWidth

  static let defaultWidth = 80

  /// What is wrong, as expected and actual words; nil when the check holds.
  func failure(of check: Check) -> (expected: String, actual: String)? {
    if case .not(let inner) = check {
      return failure(of: inner) == nil ? ("not \(words(for: inner))", actual(for: inner)) : nil
    }
    return holds(check) ? nil : (words(for: check), actual(for: check))
  }

  private var text: String { turn.replies.map(\.text).joined(separator: "\n\n") }

  private func holds(_ check: Check) -> Bool {
    switch check {
    case .intent(let id, let margin):
      return turn.intents.contains { $0.id.rawValue == id }
        && (margin.map { (trace?.gap ?? 0) >= $0 } ?? true)
    case .outcome(let name): return trace?.outcome.rawValue == name
    case .answer(let id): return turn.replies.contains { $0.id == id }
    case .has(let words): return squeezed(text).contains(squeezed(Template.filled(words, values)))
    case .matches(let pattern): return matches(pattern)
    case .slot(let name, let value): return holds(name, value.map { Template.filled($0, values) })
    case .asks(let name): return turn.state.asking(catalog) == name
    case .step(let step, let count): return text.contains("Question \(step) of \(count)")
    case .planHas(let id):
      return turn.state.plan?.items.contains { $0.action.id.rawValue == id } ?? false
    case .planLacks(let id, let because): return planLacks(id, because: because)
    case .planConsiders(let id):
      return turn.state.plan?.scores.contains { $0.action.rawValue == id } ?? false
    case .planEmpty: return turn.state.plan?.items.isEmpty ?? true
    case .safety(let name): return safetyNames.contains(name)
    case .cites(let count): return Set(turn.replies.flatMap(\.sources)).count >= count
    case .source(let id): return turn.replies.contains { $0.sources.contains(ID(id)) }
    case .evidence(let grade): return text.contains(catalog.say("evidence.\(grade)"))
    case .grade(let most): return grade <= most
    case .lines(let most): return lineCount <= most
    case .suggests(let words):
      return Suggestions.lines(for: turn.state, catalog).contains { $0.contains(words) }
    case .sameAs(let label): return labelled[label] == turn.replies
    case .writes(let path):
      return turn.effects.contains { effect in
        switch effect {
        case .save(_, let written, _), .record(let written, _): written == path
        case .quit, .forget, .reload: false
        }
      }
    case .quits: return turn.effects.contains(.quit)
    case .not(let inner): return !holds(inner)
    }
  }

  private var trace: Trace? { turn.state.lastTrace }

  private var safetyNames: [String] {
    guard let raised = turn.safety else { return ["none"] }
    let category = catalog.redFlags[raised.rule.rawValue]?.category.rawValue
    return [raised.rule.rawValue, raised.level.rawValue] + (category.map { [$0] } ?? [])
  }

  /// Whether a slot holds a value, or nothing where none is given.
  private func holds(_ name: String, _ value: String?) -> Bool {
    guard let slot = Slot(rawValue: name) else { return false }
    guard let value else { return turn.state.profile[slot] == nil }
    guard let wanted = SlotValue(listing: value, for: slot) else { return false }
    guard case .list(let items) = turn.state.profile[slot] else {
      return turn.state.profile[slot] == wanted
    }
    return .list(slot.options.filter(items.contains)) == wanted
  }

  private func slot(_ name: String) -> String? {
    guard let slot = Slot(rawValue: name) else { return nil }
    switch turn.state.profile[slot] {
    case .list(let values): return values.isEmpty ? "none" : values.joined(separator: ",")
    case .choice(let value): return value
    case nil: return nil
    default: return turn.state.profile.words(for: slot)
    }
  }

  private func planLacks(_ id: String, because: String?) -> Bool {
    guard let plan = turn.state.plan, !plan.items.contains(where: { $0.action.id.rawValue == id })
    else { return false }
    guard let because else { return true }
    return plan.scores.contains { $0.action.rawValue == id && $0.outcome.contains(because) }
      || plan.leftOut.contains { $0.action.rawValue == id && $0.caution?.rawValue == because }
  }

  /// NSRegularExpression gives up by itself where a pattern would run away.
  private func matches(_ pattern: String) -> Bool {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return false }
    return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
  }

  private var grade: Double {
    let sentences = text.split(whereSeparator: { ".?!\n".contains($0) }).map(String.init)
      .filter { $0.contains(where: \.isLetter) }
    return Readability(glossary: []).grade(of: sentences)
  }

  private var lineCount: Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
      $0 + max(1, ($1.count + width - 1) / width)
    }
  }

  private func squeezed(_ text: String) -> String { Pattern.words(text).joined(separator: " ") }
}

extension CheckEvaluator {
  private func words(for check: Check) -> String {
    switch check {
    case .intent(let id, let margin):
      margin.map { "intent \(id), margin >= \($0)" } ?? "intent \(id)"
    case .outcome(let name): name
    case .answer(let id): "a message <\(id)>"
    case .has(let words): "\"\(words)\" in the words"
    case .matches(let pattern): "words that match /\(pattern)/"
    case .slot(let name, let value): value.map { "\(name) = \($0)" } ?? "\(name) unset"
    case .asks(let name): "asking \(name ?? "nothing")"
    case .step(let step, let count): "Question \(step) of \(count)"
    case .planHas(let id): "\(id) in the plan"
    case .planLacks(let id, let because):
      "\(id) not in the plan\(because.map { " because \($0)" } ?? "")"
    case .planConsiders(let id): "\(id) among what the plan considered"
    case .planEmpty: "an empty plan"
    case .safety(let name): "safety \(name)"
    case .cites(let count): "\(count) sources or more"
    case .source(let id): "the source \(id)"
    case .evidence(let grade): "\"\(catalog.say("evidence.\(grade)"))\""
    case .grade(let most): "a reading grade of \(most) at most"
    case .lines(let most): "\(most) lines at most"
    case .suggests(let words): "a suggestion with \"\(words)\""
    case .sameAs(let label): "the same as @\(label)"
    case .writes(let path): "the file \(path) to be written"
    case .quits: "the talk to end"
    case .not(let inner): "not \(words(for: inner))"
    }
  }

  private func actual(for check: Check) -> String {
    switch check {
    case .intent:
      let names = turn.intents.map(\.id.rawValue).joined(separator: ", ")
      let margin = ((trace?.gap ?? 0) * 100).rounded() / 100
      return "\(names.isEmpty ? "no topic" : names), margin \(margin)"
    case .outcome: return trace?.outcome.rawValue ?? "nothing"
    case .answer, .quits, .writes:
      return turn.replies.isEmpty
        ? "silence" : turn.replies.map { "<\($0.id)>" }.joined(separator: " ")
    case .slot(let name, _): return "\(name) \(slot(name).map { "= \($0)" } ?? "unset")"
    case .asks: return "asking \(turn.state.asking(catalog) ?? "nothing")"
    case .planHas, .planLacks, .planEmpty:
      guard let plan = turn.state.plan else { return "no plan" }
      let items = plan.items.map(\.action.id.rawValue).joined(separator: ", ")
      return "a plan of \(items.isEmpty ? "nothing" : items)"
    case .planConsiders:
      guard let plan = turn.state.plan else { return "no plan" }
      let names = plan.scores.map(\.action.rawValue).sorted().joined(separator: ", ")
      return "considered \(names.isEmpty ? "nothing" : names)"
    case .safety: return "safety \(safetyNames.joined(separator: " "))"
    case .cites, .source:
      let sources = turn.replies.flatMap(\.sources).map(\.rawValue)
      return sources.isEmpty ? "no source" : sources.joined(separator: ", ")
    case .grade: return "grade \((grade * 10).rounded() / 10)"
    case .lines: return "\(lineCount) lines"
    case .step: return text.isEmpty ? "silence" : squeezed(String(text.prefix(200)))
    case .suggests: return Suggestions.lines(for: turn.state, catalog).joined(separator: " | ")
    case .not(let inner): return actual(for: inner)
    default: return squeezed(text)
    }
  }
}
