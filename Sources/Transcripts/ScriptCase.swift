internal import Language

/// One run of a conversation: the script itself, or one of the values that `@each` gives it.
package struct ScriptCase: Equatable, Sendable {
  package let script: Script
  /// Values for names in braces.
  package let values: [String: String]

  /// The conversation's name, with the value that makes this case.
  package var name: String {
    let each = values.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
    return each.isEmpty ? script.name : "\(script.name) [\(each.joined(separator: ", "))]"
  }

  /// The cases of some scripts: fragments spliced in, one case for each value of `@each`.
  ///
  /// - Returns: The cases, and mistakes such as a fragment that does not exist.
  package static func all(of scripts: [Script]) -> (cases: [ScriptCase], errors: [ScriptError]) {
    let fragments = Dictionary(
      scripts.filter(\.isFragment).map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var errors: [ScriptError] = []
    let cases = scripts.filter { !$0.isFragment }.flatMap { script -> [ScriptCase] in
      let whole = spliced(script, fragments, &errors)
      errors += ValueRules.errors(in: whole)
      return each(of: whole)
    }
    return (cases, errors)
  }

  /// Directives of a fragment that speak of the fragment and not of the talk.
  private static let ownWords: Set<String> = ["tags", "skip", "todo", "locked", "strict", "each"]

  private static func spliced(
    _ script: Script,
    _ fragments: [String: Script],
    _ errors: inout [ScriptError]
  ) -> Script {
    var whole = script
    for use in script.directives.filter({ $0.word == "use" }).reversed() {
      guard let fragment = fragments[use.value] else {
        errors.append(
          ScriptError(
            file: script.file,
            line: use.line,
            problem: "there is no fragment '\(use.value)'",
            remedy: "tag a conversation of that name with '@tags fragment'"
          )
        )
        continue
      }
      whole.steps.insert(contentsOf: fragment.steps, at: use.before)
      let later = whole.directives.map { directive in
        var directive = directive
        let isAfter =
          directive.before > use.before
          || directive.before == use.before && directive.line > use.line && !directive.isShared
        if isAfter { directive.before += fragment.steps.count }
        return directive
      }
      let own = fragment.directives.filter { !$0.isShared && !ownWords.contains($0.word) }.map {
        var directive = $0
        directive.before += use.before
        return directive
      }
      whole.directives = later + own
    }
    return whole
  }

  private static func each(of script: Script) -> [ScriptCase] {
    var cases: [[String: String]] = [[:]]
    for value in script.values(of: "each") {
      guard let each = DirectiveRules.assignment(value) else { continue }
      let options = each.value.split(separator: "|").map(\.trimmed)
      cases = cases.flatMap { known in options.map { known.merging([each.name: $0]) { $1 } } }
    }
    return cases.map { ScriptCase(script: script, values: $0) }
  }
}

/// Names in braces: each must have a value before it is used, and each value must be used.
enum ValueRules {
  private struct Use {
    let name: String
    let file: String
    let line: Int
    /// Place in the order in which things happen.
    let place: Int
    let isCapture: Bool
  }

  static func errors(in script: Script) -> [ScriptError] {
    let uses = uses(in: script)
    var given = script.directives.compactMap { directive -> Use? in
      guard directive.word == "each" || directive.word == "set",
        let name = DirectiveRules.assignment(directive.value)?.name
      else { return nil }
      return Use(
        name: name,
        file: script.file,
        line: directive.line,
        place: directive.word == "each" ? -1 : directive.before * 3,
        isCapture: false
      )
    }
    var errors: [ScriptError] = []
    for value in given where !uses.contains(where: { $0.name == value.name && !$0.isCapture }) {
      errors.append(
        ScriptError(
          file: value.file,
          line: value.line,
          problem: "the value '\(value.name)' is never used",
          remedy: "write {\(value.name)} where it belongs or remove it"
        )
      )
    }
    for use in uses {
      if use.isCapture {
        given.append(use)
        let isUsed = uses.contains { $0.name == use.name && !$0.isCapture && $0.place >= use.place }
        if !isUsed { errors.append(unused(use)) }
      } else if !given.contains(where: { $0.name == use.name && $0.place <= use.place }) {
        errors.append(unknown(use))
      }
    }
    return errors
  }

  private static func unused(_ use: Use) -> ScriptError {
    ScriptError(
      file: use.file,
      line: use.line,
      problem: "the capture '\(use.name)' is never used",
      remedy: "use {\(use.name)} later or write [...]"
    )
  }

  private static func unknown(_ use: Use) -> ScriptError {
    ScriptError(
      file: use.file,
      line: use.line,
      problem: "nothing is named '\(use.name)' yet",
      remedy:
        "give it a value with '@set \(use.name) = …', or write {{\(use.name)}} for the braces themselves"
    )
  }

  /// Every name in braces in the order of the talk: messages, then bot lines, then checks.
  private static func uses(in script: Script) -> [Use] {
    script.steps.enumerated().flatMap { index, step -> [Use] in
      func uses(_ text: String, _ line: Int, _ part: Int) -> [Use] {
        Template.pieces(of: text).compactMap { piece in
          switch piece {
          case .text: nil
          case .value(let name):
            Use(name: name, file: step.file, line: line, place: index * 3 + part, isCapture: false)
          case .capture(let name):
            Use(name: name, file: step.file, line: line, place: index * 3 + part, isCapture: true)
          }
        }
      }
      let expected = step.expectations.flatMap { expectation -> [Use] in
        switch expectation.kind {
        case .text(let text), .id(let text): uses(text, expectation.line, 1)
        default: []
        }
      }
      return step.message.flatMap { uses($0, step.line, 0) } + expected
        + step.checks.flatMap { uses($0.text, $0.line, 2) }
    }
  }
}
