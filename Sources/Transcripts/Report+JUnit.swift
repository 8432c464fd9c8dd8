extension Report {
  /// JUnit XML as its readers take it: one suite a file, one case a conversation, with file and line.
  static func junit(_ results: [CaseResult]) -> String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuites name=\"flora test\" \(counts(results))>",
    ]
    var files: [String] = []
    for result in results where !files.contains(result.file) { files.append(result.file) }
    for file in files {
      let own = results.filter { $0.file == file }
      lines.append("  <testsuite name=\"\(escaped(file))\" \(counts(own)) time=\"0\">")
      for result in own { lines += testCase(result) }
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  private static func counts(_ results: [CaseResult]) -> String {
    let failed = results.filter(\.isFailure).count
    let skipped = results.filter { $0.status == .skipped || $0.status == .todo }.count
    return
      "tests=\"\(results.count)\" failures=\"\(failed)\" errors=\"0\" skipped=\"\(skipped)\""
  }

  private static func testCase(_ result: CaseResult) -> [String] {
    let file = escaped(result.file)
    let head =
      "    <testcase name=\"\(escaped(result.name))\" classname=\"\(file)\" file=\"\(file)\" line=\"\(result.line)\" time=\"0\""
    switch result.status {
    case .passed: return ["\(head)/>"]
    case .skipped, .todo:
      return [
        "\(head)>", "      <skipped message=\"\(escaped(result.reason))\"/>", "    </testcase>",
      ]
    case .fixed:
      let message = escaped("passes now: remove '@todo \(result.reason)'")
      return ["\(head)>", "      <failure message=\"\(message)\"/>", "    </testcase>"]
    case .failed:
      let text = result.failures.map {
        "\($0.file):\($0.line): \($0.what)\nexpected: \($0.expected)\nactual: \($0.actual)\nreplay: \($0.replay)"
      }
      let first = result.failures.first.map { "\($0.file):\($0.line): \($0.what)" } ?? ""
      return [
        "\(head)>",
        "      <failure message=\"\(escaped(first))\">\(escaped(text.joined(separator: "\n\n")))</failure>",
        "    </testcase>",
      ]
    }
  }

  /// Text for an element or an attribute; signs that XML cannot hold go.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "\n": "&#10;"
      default:
        scalar.value < 0x20 && scalar.value != 0x09 || (0xFFFE...0xFFFF).contains(scalar.value)
          ? "" : String(scalar)
      }
    }.joined()
  }
}
