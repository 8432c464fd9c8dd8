internal import Language

/// Lets through what a line editor may show: whole letters, and the keys that edit.
///
/// A line editor draws what is typed or pasted, so letters that could drive the terminal are taken out before it sees
/// them. Bytes below 128 are keys and stay: the editor shows those that it does not obey with a caret.
package struct KeyFilter: Sendable {
  /// The bytes of a letter that is not whole yet.
  private var letter: [UInt8] = []
  private var ready: [UInt8] = []

  package init() {}

  /// The next byte to hand on, if there is one.
  package mutating func next() -> UInt8? { ready.isEmpty ? nil : ready.removeFirst() }

  /// Takes a byte as it came from the keyboard.
  package mutating func take(_ byte: UInt8) {
    switch byte {
    case 0x80...0xBF where !letter.isEmpty: letter.append(byte)
    case 0xC2...0xF4: letter = [byte]
    default:
      letter = []
      if byte < 0x80 { ready.append(byte) }
    }
    guard let first = letter.first, letter.count == Self.length(first) else { return }
    if let whole = String(validating: letter, as: UTF8.self) {
      ready += TextCleaner.clean(whole).utf8
    }
    letter = []
  }

  /// Bytes of a letter that begins with this one.
  private static func length(_ first: UInt8) -> Int {
    switch first {
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }
}
