/// A JSON value whose objects keep the order of their keys.
package indirect enum JSONText: Equatable, Sendable {
  case null
  case flag(Bool)
  case whole(Int)
  case real(Double)
  case text(String)
  case list([JSONText])
  case object([(key: String, value: JSONText)])

  package static func == (left: JSONText, right: JSONText) -> Bool {
    left.written() == right.written()
  }

  static func texts(_ texts: [String]) -> JSONText { .list(texts.map(JSONText.text)) }

  static func optional(_ text: String?) -> JSONText { text.map(JSONText.text) ?? .null }

  /// Written with two spaces for each level.
  package func written(indent: String = "") -> String {
    switch self {
    case .null: "null"
    case .flag(let value): value ? "true" : "false"
    case .whole(let value): String(value)
    case .real(let value): value.isFinite ? "\(value)" : "null"
    case .text(let value): Self.quoted(value)
    case .list(let values):
      Self.block("[", values.map { $0.written(indent: indent + "  ") }, "]", indent)
    case .object(let entries):
      Self.block(
        "{",
        entries.map { "\(Self.quoted($0.key)): \($0.value.written(indent: indent + "  "))" },
        "}",
        indent
      )
    }
  }

  private static func block(_ open: String, _ parts: [String], _ close: String, _ indent: String)
    -> String
  {
    guard !parts.isEmpty else { return open + close }
    let lines = parts.map { "\(indent)  \($0)" }.joined(separator: ",\n")
    return "\(open)\n\(lines)\n\(indent)\(close)"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
