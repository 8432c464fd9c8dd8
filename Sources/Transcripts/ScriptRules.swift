/// What only shows when a conversation is whole.
enum ScriptRules {
  static func errors(in scripts: [Script]) -> [ScriptError] {
    scripts.flatMap { script -> [ScriptError] in
      guard !script.directives.contains(where: { $0.word == "skip" }) else { return [] }
      return whole(script) + turns(script) + places(script) + labels(script)
    }
  }

  private static func error(_ script: Script, _ line: Int, _ problem: String, _ remedy: String)
    -> ScriptError
  {
    ScriptError(file: script.file, line: line, problem: problem, remedy: remedy)
  }

  private static func whole(_ script: Script) -> [ScriptError] {
    let uses = script.directives.filter { $0.word == "use" }
    if script.isFragment, let use = uses.first {
      return [
        error(
          script,
          use.line,
          "a fragment uses no other fragment",
          "write '@use' where this one is used"
        )
      ]
    }
    if script.steps.isEmpty {
      return uses.isEmpty
        ? [
          error(
            script,
            script.line,
            "the conversation '\(script.name)' is empty",
            "write what is said"
          )
        ] : []
    }
    let hasCheck = script.steps.contains { step in
      !step.checks.isEmpty || step.expectations.contains { $0.kind != .any }
    }
    return hasCheck || script.isFragment || !uses.isEmpty
      ? []
      : [
        error(
          script,
          script.line,
          "the conversation '\(script.name)' checks nothing",
          "add a bot line or a check"
        )
      ]
  }

  private static func turns(_ script: Script) -> [ScriptError] {
    script.steps.flatMap { step -> [ScriptError] in
      if step.expectations.isEmpty {
        return [
          error(
            script,
            step.line,
            "no answer is expected",
            "add 'bot: …', 'bot: [any]' with a check, or 'bot: [none]'"
          )
        ]
      }
      if step.expectations.count > 1,
        let none = step.expectations.first(where: { $0.kind == .none })
      {
        return [
          error(script, none.line, "[none] stands beside another bot line", "keep one of the two")
        ]
      }
      return step.expectations.filter { $0.kind == .any && step.checks.isEmpty }.map {
        error(
          script,
          $0.line,
          "[any] stands without a check",
          "add a '?' line that says what matters"
        )
      }
    }
  }

  /// Directives that come too late to do anything.
  private static func places(_ script: Script) -> [ScriptError] {
    guard !script.steps.isEmpty, !script.isFragment else { return [] }
    return script.directives.filter {
      DirectiveRules.placedWords.contains($0.word) && $0.before == script.steps.count
        && !$0.isShared
    }.map {
      error(
        script,
        $0.line,
        "@\($0.word) comes after the last turn and changes nothing",
        "move it up or remove it"
      )
    }
  }

  private static func labels(_ script: Script) -> [ScriptError] {
    let labels = script.directives.filter { $0.word == "label" }
    let wanted = script.steps.enumerated().flatMap { index, step in
      step.checks.compactMap { placed -> (name: String, index: Int, line: Int)? in
        guard case .sameAs(let name) = placed.check.inner else { return nil }
        return (name, index, placed.line)
      }
    }
    var errors: [ScriptError] = []
    for label in labels {
      if label.before == 0 {
        errors.append(
          error(
            script,
            label.line,
            "@label comes before any turn",
            "write it after the turn it names"
          )
        )
      } else if !wanted.contains(where: { $0.name == label.value }) {
        errors.append(
          error(
            script,
            label.line,
            "the label '\(label.value)' is never used",
            "write '? same as @\(label.value)' later or remove it"
          )
        )
      }
    }
    for want in wanted
    where !labels.contains(where: { $0.value == want.name && $0.before <= want.index }) {
      errors.append(
        error(
          script,
          want.line,
          "no turn before is labelled '\(want.name)'",
          "write '@label \(want.name)' after the turn it names"
        )
      )
    }
    return errors
  }
}
