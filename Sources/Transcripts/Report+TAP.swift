extension Report {
  /// TAP version 14: one subtest a conversation, in it one test point a turn, failures as YAML diagnostics.
  static func tap(_ results: [CaseResult]) -> String {
    var lines = ["TAP version 14", "1..\(results.count)"]
    for (number, result) in results.enumerated() {
      let name = escaped("\(result.file):\(result.line) \(result.name)")
      lines += subtest(result, name)
      let directive =
        switch result.status {
        case .skipped: " # SKIP \(escaped(result.reason))"
        case .todo: " # TODO \(escaped(result.reason))"
        case .passed, .failed, .fixed: ""
        }
      let isOK = result.status == .passed || result.status == .skipped
      lines.append("\(isOK ? "ok" : "not ok") \(number + 1) - \(name)\(directive)")
      if result.status == .fixed {
        lines += ["  ---", "  message: \(quoted("passes now: remove @todo"))", "  ..."]
      } else if result.turns.isEmpty, !result.failures.isEmpty {
        lines += yaml(result.failures, indent: "  ")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func subtest(_ result: CaseResult, _ name: String) -> [String] {
    guard !result.turns.isEmpty else { return [] }
    let indent = "    "
    var lines = ["# Subtest: \(name)", "\(indent)1..\(result.turns.count)"]
    for (number, turn) in result.turns.enumerated() {
      let failures = result.failures.filter { $0.place == number }
      let title = escaped("line \(turn.line): \(turn.message)")
      lines.append("\(indent)\(failures.isEmpty ? "ok" : "not ok") \(number + 1) - \(title)")
      if !failures.isEmpty { lines += yaml(failures, indent: "\(indent)  ") }
    }
    return lines
  }

  private static func yaml(_ failures: [CaseResult.Failure], indent: String) -> [String] {
    var lines = ["---", "failures:"]
    for failure in failures {
      lines.append("  - at: \(quoted("\(failure.file):\(failure.line)"))")
      lines.append("    check: \(quoted(failure.what))")
      lines.append("    expected: \(quoted(failure.expected))")
      lines.append("    actual: \(quoted(failure.actual))")
      lines.append("    why: \(quoted(failure.why))")
      lines.append("    replay: \(quoted(failure.replay))")
    }
    return (lines + ["..."]).map { indent + $0 }
  }

  /// A description: on one line, with the sign that starts a directive made plain.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("#", with: "\\#").replacing("\n", with: " ")
  }

  /// A YAML scalar between double quotes.
  private static func quoted(_ text: String) -> String {
    let inner = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "\n": "\\n"
      default:
        scalar.value < 0x20 || scalar.value == 0x7F
          ? "\\x\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16))" : String(scalar)
      }
    }
    return "\"\(inner.joined())\""
  }
}
