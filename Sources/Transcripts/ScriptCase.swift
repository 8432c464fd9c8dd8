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
      scripts.filter { $0.tags.contains("fragment") }.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var errors: [ScriptError] = []
    let cases = scripts.filter { !$0.tags.contains("fragment") }.flatMap { script -> [ScriptCase] in
      let whole = spliced(script, fragments, &errors)
      return each(of: whole)
    }
    return (cases, errors)
  }

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
      whole.directives = whole.directives.map { directive in
        directive.before <= use.before
          ? directive
          : Script.Directive(
            word: directive.word,
            value: directive.value,
            line: directive.line,
            before: directive.before + fragment.steps.count
          )
      }
    }
    return whole
  }

  private static func each(of script: Script) -> [ScriptCase] {
    var cases: [[String: String]] = [[:]]
    for value in script.values(of: "each") {
      let parts = value.split(separator: "=", maxSplits: 1).map(\.trimmedText)
      guard parts.count == 2 else { continue }
      let options = parts[1].split(separator: "|").map(\.trimmedText)
      cases = cases.flatMap { known in options.map { known.merging([parts[0]: $0]) { $1 } } }
    }
    return cases.map { ScriptCase(script: script, values: $0) }
  }
}
