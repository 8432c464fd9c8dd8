internal import Foundation

/// Results as people, test harnesses and programs want them.
package enum Report {
  package enum Format: String, CaseIterable, Sendable {
    case pretty, tap, junit, json
  }

  package static func text(of results: [CaseResult], as format: Format) -> String {
    switch format {
    case .pretty: pretty(results)
    case .tap: tap(results)
    case .junit: junit(results)
    case .json: json(results)
    }
  }

  /// One line that counts.
  package static func summary(_ results: [CaseResult]) -> String {
    func count(_ status: CaseResult.Status) -> Int { results.filter { $0.status == status }.count }
    var parts = ["\(count(.passed)) passed", "\(results.filter(\.isFailure).count) failed"]
    if count(.skipped) > 0 { parts.append("\(count(.skipped)) skipped") }
    if count(.todo) > 0 { parts.append("\(count(.todo)) to do") }
    return "\(results.count) conversations: \(parts.joined(separator: ", "))"
  }
}

extension Report {
  private static func pretty(_ results: [CaseResult]) -> String {
    var lines: [String] = []
    for result in results where result.isFailure {
      lines.append("\(result.file):\(result.line): \(result.name)")
      if result.status == .fixed { lines.append("  passes now: remove '@todo \(result.reason)'") }
      for failure in result.failures { lines += pretty(failure, in: result.file) }
      lines.append("")
    }
    lines.append(summary(results))
    return lines.joined(separator: "\n") + "\n"
  }

  private static func pretty(_ failure: CaseResult.Failure, in file: String) -> [String] {
    var lines = ["  \(file):\(failure.line): \(failure.what)"]
    lines += failure.before.map { "    \($0)" }
    lines.append("    expected: \(failure.expected)")
    lines.append("    actual:   \(failure.actual)")
    if failure.what.hasPrefix("bot") {
      lines.append("    words:    \(WordDiff.text(failure.expected, failure.actual))")
    }
    lines.append("    why:      \(failure.why)")
    lines.append("    replay:   \(failure.replay)")
    return lines
  }
}

/// The difference between two texts, word by word: `[-gone-]` and `{+new+}`.
enum WordDiff {
  static func text(_ old: String, _ new: String) -> String {
    let (old, new) = (Pattern.words(old), Pattern.words(new))
    let changes = new.difference(from: old)
    var removed: [Int: String] = [:]
    var inserted: [Int: String] = [:]
    for change in changes {
      switch change {
      case .remove(let place, let word, _): removed[place] = word
      case .insert(let place, let word, _): inserted[place] = word
      }
    }
    var out: [String] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if let word = removed[i] {
        out.append("[-\(word)-]")
        i += 1
      } else if let word = inserted[j] {
        out.append("{+\(word)+}")
        j += 1
      } else {
        if i < old.count { out.append(old[i]) }
        i += 1
        j += 1
      }
    }
    return out.joined(separator: " ")
  }
}

extension Report {
  /// TAP version 14: one test point a conversation, failures as YAML diagnostics.
  private static func tap(_ results: [CaseResult]) -> String {
    var lines = ["TAP version 14", "1..\(results.count)"]
    for (number, result) in results.enumerated() {
      let isOK = result.status == .passed || result.status == .skipped || result.status == .fixed
      let name = "\(result.file) - \(result.name)".replacing("#", with: "\\#").replacing(
        "\n",
        with: " "
      )
      let directive =
        switch result.status {
        case .skipped: " # SKIP \(result.reason)"
        case .todo, .fixed: " # TODO \(result.reason)"
        case .passed, .failed: ""
        }
      lines.append("\(isOK ? "ok" : "not ok") \(number + 1) - \(name)\(directive)")
      if !result.failures.isEmpty { lines += yaml(result) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func yaml(_ result: CaseResult) -> [String] {
    var lines = ["  ---", "  at: \(quoted("\(result.file):\(result.line)"))", "  failures:"]
    for failure in result.failures {
      lines.append("    - line: \(failure.line)")
      lines.append("      check: \(quoted(failure.what))")
      lines.append("      expected: \(quoted(failure.expected))")
      lines.append("      actual: \(quoted(failure.actual))")
    }
    return lines + ["  ..."]
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n"))\""
  }

  /// JUnit XML as its readers take it: one suite a file, one case a conversation, with file and line.
  private static func junit(_ results: [CaseResult]) -> String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuites tests=\"\(results.count)\" failures=\"\(results.filter(\.isFailure).count)\">",
    ]
    let files = results.map(\.file).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    for file in files {
      let own = results.filter { $0.file == file }
      let (failed, skipped) = (
        own.filter(\.isFailure).count,
        own.filter { $0.status == .skipped || $0.status == .todo }.count
      )
      lines.append(
        "  <testsuite name=\"\(escaped(file))\" tests=\"\(own.count)\" failures=\"\(failed)\" errors=\"0\" skipped=\"\(skipped)\" time=\"0\">"
      )
      for result in own { lines += junit(result) }
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  private static func junit(_ result: CaseResult) -> [String] {
    let head =
      "    <testcase name=\"\(escaped(result.name))\" classname=\"\(escaped(result.file))\" file=\"\(escaped(result.file))\" line=\"\(result.line)\" time=\"0\""
    switch result.status {
    case .passed: return ["\(head)/>"]
    case .skipped, .todo:
      return [
        "\(head)>", "      <skipped message=\"\(escaped(result.reason))\"/>", "    </testcase>",
      ]
    case .failed, .fixed:
      let text = result.failures.map {
        "\(result.file):\($0.line): \($0.what)\nexpected: \($0.expected)\nactual: \($0.actual)"
      }
      let first = result.failures.first?.what ?? "passes now"
      return [
        "\(head)>",
        "      <failure message=\"\(escaped(first))\">\(escaped(text.joined(separator: "\n\n")))</failure>",
        "    </testcase>",
      ]
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// One JSON object a line.
  private static func json(_ results: [CaseResult]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return results.map { result in
      let line = Line(
        name: result.name,
        file: result.file,
        line: result.line,
        status: result.status.rawValue,
        reason: result.reason,
        failures: result.failures.map {
          Line.Failure(
            line: $0.line,
            check: $0.what,
            expected: $0.expected,
            actual: $0.actual,
            why: $0.why,
            replay: $0.replay
          )
        }
      )
      return (try? encoder.encode(line)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }.joined(separator: "\n") + "\n"
  }

  private struct Line: Encodable {
    struct Failure: Encodable {
      let line: Int
      let check: String
      let expected: String
      let actual: String
      let why: String
      let replay: String
    }

    let name: String
    let file: String
    let line: Int
    let status: String
    let reason: String
    let failures: [Failure]
  }
}
