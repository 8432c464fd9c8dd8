import Terminal
import Testing

/// What comes from the keyboard, and what the line editor gets.
struct KeyCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let keys: [UInt8]
  let handed: [UInt8]

  init(_ name: String, _ keys: [UInt8], _ handed: [UInt8]) {
    (testDescription, self.keys, self.handed) = (name, keys, handed)
  }

  init(_ name: String, _ keys: String, _ handed: String) {
    self.init(name, Array(keys.utf8), Array(handed.utf8))
  }
}

struct KeyFilterTests {
  @Test(arguments: [
    KeyCase("letters", "does milk", "does milk"),
    KeyCase("letters outside ASCII", "é中🙂", "é中🙂"),
    KeyCase(
      "keys that edit",
      "\u{01}\u{05}\u{09}\u{0D}\u{1B}[A\u{7F}",
      "\u{01}\u{05}\u{09}\u{0D}\u{1B}[A\u{7F}"
    ),
    KeyCase("an eight-bit control", "a\u{9B}31mb", "a31mb"),
    KeyCase("direction marks", "a\u{202E}\u{2066}\u{200F}b", "ab"),
    KeyCase("letters that are not seen", "a\u{200B}\u{FEFF}b", "ab"),
    KeyCase("a line separator", "a\u{2028}b\u{85}c", "a b c"),
    KeyCase("a lone byte", [0x61, 0x9B, 0x62], [0x61, 0x62]),
    KeyCase("half a letter", [0xE4, 0xB8, 0x62], [0x62]),
    KeyCase("half a letter, then a whole one", [0xE4, 0xC3, 0xA9], [0xC3, 0xA9]),
    KeyCase("a letter written too long", [0xC0, 0x9B, 0xE0, 0x80, 0x9B, 0x62], [0x62]),
    KeyCase("half of a pair", [0xED, 0xA0, 0x80, 0x62], [0x62]),
    KeyCase("beyond the last letter", [0xF4, 0x90, 0x80, 0x80, 0xFF, 0x62], [0x62]),
  ])
  func `only whole letters and keys are handed on`(_ given: KeyCase) {
    var filter = KeyFilter()
    var handed: [UInt8] = []
    for key in given.keys {
      filter.take(key)
      while let byte = filter.next() { handed.append(byte) }
    }
    #expect(handed == given.handed)
  }
}
