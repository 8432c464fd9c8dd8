internal import Foundation

extension Report {
  /// One JSON object a conversation, each on a line of its own.
  static func json(_ results: [CaseResult]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return results.compactMap { result in
      // Strings and whole numbers alone: nothing here can fail to encode.
      (try? encoder.encode(Line(result))).map { String(decoding: $0, as: UTF8.self) + "\n" }
    }.joined()
  }

  private struct Line: Encodable {
    struct Failure: Encodable {
      let file: String
      let line: Int
      let turn: Int
      let check: String
      let expected: String
      let actual: String
      let difference: String?
      let before: [String]
      let why: String
      let replay: String
    }

    let name: String
    let file: String
    let line: Int
    let status: String
    let reason: String
    let turns: Int
    let failures: [Failure]

    init(_ result: CaseResult) {
      name = result.name
      file = result.file
      line = result.line
      status = result.status.rawValue
      reason = result.reason
      turns = result.turns.count
      failures = result.failures.map {
        Failure(
          file: $0.file,
          line: $0.line,
          turn: $0.turn,
          check: $0.what,
          expected: $0.expected,
          actual: $0.actual,
          difference: $0.difference,
          before: $0.before,
          why: $0.why,
          replay: $0.replay
        )
      }
    }
  }
}
