import Foundation
import Terminal

/// JSON as programs get it: keys in order, nothing in it that could drive a terminal.
enum JSONLine {
  /// A value on a line of its own.
  static func text(of value: some Encodable) throws -> String {
    try object(value, [.sortedKeys, .withoutEscapingSlashes]) + "\n"
  }

  /// A value without an end of line, to stand inside another or over several lines.
  static func object(_ value: some Encodable, _ layout: JSONEncoder.OutputFormatting) throws
    -> String
  {
    let encoder = JSONEncoder()
    encoder.outputFormatting = layout
    return OutputGate.escaped(json: String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
