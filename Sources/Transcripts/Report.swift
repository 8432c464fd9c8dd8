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
    let played = results.filter { !$0.isMistake }
    func count(_ status: CaseResult.Status) -> Int { played.filter { $0.status == status }.count }
    var parts = ["\(count(.passed)) passed", "\(played.filter(\.isFailure).count) failed"]
    if count(.skipped) > 0 { parts.append("\(count(.skipped)) skipped") }
    if count(.todo) > 0 { parts.append("\(count(.todo)) to do") }
    let mistakes = results.count - played.count
    if mistakes > 0 { parts.append("\(mistakes) with mistakes in the file, not played") }
    let word = played.count == 1 ? "conversation" : "conversations"
    return "\(played.count) \(word): \(parts.joined(separator: ", "))"
  }
}

extension Report {
  private static func pretty(_ results: [CaseResult]) -> String {
    var lines: [String] = []
    for result in results where result.isFailure && !result.isMistake {
      lines.append("\(result.file):\(result.line): \(result.name)")
      if result.status == .fixed { lines.append("  passes now: remove '@todo \(result.reason)'") }
      var rest = result.failures[...]
      while let first = rest.first {
        let turn = rest.prefix { $0.place == first.place }
        rest = rest.dropFirst(turn.count)
        lines += pretty(Array(turn), first)
      }
      lines.append("")
    }
    for result in results where result.status == .todo {
      lines.append("\(result.file):\(result.line): to do: \(result.name): \(result.reason)")
    }
    lines.append(summary(results))
    return lines.joined(separator: "\n") + "\n"
  }

  /// One turn: what was said before it, each thing that did not hold, and how it was understood.
  private static func pretty(_ failures: [CaseResult.Failure], _ first: CaseResult.Failure)
    -> [String]
  {
    var lines = first.before.map { "    \($0)" }
    for failure in failures {
      lines.append("  \(failure.file):\(failure.line): \(failure.what)")
      if let difference = failure.difference {
        lines.append("    words:    \(difference)")
      } else {
        lines.append("    expected: \(failure.expected)")
        lines.append("    actual:   \(short(failure.actual))")
      }
    }
    lines.append("    why:      \(first.why)")
    lines.append("    replay:   \(first.replay)")
    return lines
  }

  /// Letters of an answer that a report shows where words are not compared.
  private static let longest = 240

  private static func short(_ text: String) -> String {
    let text = Pattern.words(text).joined(separator: " ")
    return text.count > longest ? "\(text.prefix(longest - 1))…" : text
  }
}
