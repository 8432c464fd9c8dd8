import Foundation
import Terminal
import Testing

struct OutputGateTests {
  /// Characters below U+00A1, by what becomes of them.
  private static let spaces: Set<UInt32> = [0x09, 0x0B, 0x0C, 0x0D, 0x85, 0xA0]

  @Test(arguments: UInt32(0)...0xA0)
  func `each control character goes, or becomes a space`(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let wanted =
      Self.spaces.contains(value)
      ? "a b" : (0x20...0x7E).contains(value) || value == 0x0A ? "a\(scalar)b" : "ab"
    #expect(OutputGate.clean("a\(scalar)b") == wanted)
  }

  @Test(
    arguments: [
      0x00AD, 0x061C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C,
      0x202D, 0x202E, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xE000, 0xFEFF, 0xFFF9, 0xFFFB,
      0xE0001, 0xE0041, 0xF0000, 0x10FFFD,
    ] as [UInt32]
  )
  func `each character of direction, and each that is not seen, goes`(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(OutputGate.clean("a\(scalar)b") == "ab")
  }

  @Test func `a letter keeps eight marks`() {
    let marks = String(repeating: "\u{301}", count: 20)
    #expect(OutputGate.clean("e\(marks)x").unicodeScalars.count == 10)
  }

  @Test(arguments: ["é中🙂 – “x”", "a\u{301}", "line\nline\n", "\u{1B}[31m\r\n\u{202E}x\u{9B}"])
  func `what is clean stays as it is`(_ text: String) {
    let once = OutputGate.clean(text)
    #expect(OutputGate.clean(once) == once)
  }

  @Test func `JSON says the same in escapes`() throws {
    let text = "\"a\u{202E}b\u{9B}c\u{7F}d\u{E0001}é\u{A0}\""
    let escaped = #""a\u202eb\u009bc\u007fd\udb40\udc01é\u00a0""#
    #expect(OutputGate.escaped(json: text) == escaped)
    let data = Data(escaped.utf8)
    let back = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
    #expect(back as? String == String(text.dropFirst().dropLast()))
  }

  @Test func `a full disk is told by its number`() throws {
    let full = open("/dev/full", O_WRONLY)
    try #require(full >= 0)
    defer { close(full) }
    #expect(throws: OutputGate.WriteFailed(code: ENOSPC)) {
      try OutputGate.write("x", to: full)
    }
  }
}
