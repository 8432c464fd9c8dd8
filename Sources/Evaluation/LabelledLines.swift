internal import Foundation

/// Files of labelled lines, one JSON object a line, as under `Tests/Fixtures`.
package enum LabelledLines {
  package struct Question: Decodable, Sendable {
    package let text: String
    package let intent: String
    package let accept: [String]?
    package let style: String?
  }

  package struct TwoPart: Decodable, Sendable {
    package let text: String
    package let intents: [String]
  }

  package struct Facet: Decodable, Sendable {
    package let text: String
    package let topic: String
    package let about: String
    package let refs: [String]
  }

  package struct FollowUp: Decodable, Sendable {
    package let turns: [String]
    package let intent: String
    package let about: String?
    package let accept: [String]?
  }

  package struct Danger: Decodable, Sendable {
    package let text: String
    package let intent: String
    package let level: String
    package let kind: String
  }

  package struct Facts: Decodable, Sendable {
    package let text: String
    package let slots: [String: Value]
    package let optional: [String: Value]?
  }

  /// A slot's value as JSON has it.
  package enum Value: Decodable, Sendable {
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([String])

    package init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .list(try container.decode([String].self))
      }
    }

    /// Each single value as text, so that lists are compared item by item.
    var items: [String] {
      switch self {
      case .flag(let value): [value ? "true" : "false"]
      case .number(let value): [String(value)]
      case .text(let value): [value]
      case .list(let values): values
      }
    }
  }

  /// A line that cannot be read as what it should be.
  package struct BadLine: Error {
    package let number: Int
  }

  package static func read<Line: Decodable>(_ text: String, as type: Line.Type = Line.self)
    throws(BadLine) -> [Line]
  {
    let decoder = JSONDecoder()
    var lines: [Line] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: true).enumerated()
    {
      guard let value = try? decoder.decode(Line.self, from: Data(line.utf8)) else {
        throw BadLine(number: number + 1)
      }
      lines.append(value)
    }
    return lines
  }
}
