import Foundation
import Terminal

/// JSON as programs get it: one line, keys in order, nothing in it that could drive a terminal.
enum JSONLine {
  static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(value)
    return OutputGate.escaped(json: String(decoding: data, as: UTF8.self)) + "\n"
  }
}
