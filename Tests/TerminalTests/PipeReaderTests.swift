import Foundation
import Terminal
import Testing

/// Bytes on a stream, and the lines they are.
struct LineCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let bytes: String
  let lines: [String]
}

struct PipeReaderTests {
  /// Reads a file with these bytes.
  private func lines(of bytes: [UInt8]) throws -> [[UInt8]] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { unlink(path) }
    let file = open(path, O_RDONLY)
    defer { close(file) }
    var reader = PipeReader(file)
    var lines: [[UInt8]] = []
    while let line = try reader.next() { lines.append(line) }
    return lines
  }

  @Test(arguments: [
    LineCase(testDescription: "nothing", bytes: "", lines: []),
    LineCase(testDescription: "an empty line", bytes: "\n", lines: [""]),
    LineCase(testDescription: "LF and CR LF", bytes: "a\r\nb\nc\r\n", lines: ["a", "b", "c"]),
    LineCase(testDescription: "no last end", bytes: "a\n\nlast", lines: ["a", "", "last"]),
    LineCase(testDescription: "a lone CR is no end", bytes: "a\rb\n", lines: ["a\rb"]),
    LineCase(
      testDescription: "a byte-order mark",
      bytes: "\u{FEFF}a\n\u{FEFF}b",
      lines: ["a", "\u{FEFF}b"]
    ),
    LineCase(testDescription: "NUL is no end", bytes: "a\0b\n", lines: ["a\0b"]),
  ])
  func `bytes become lines`(_ given: LineCase) throws {
    #expect(try lines(of: Array(given.bytes.utf8)) == given.lines.map { Array($0.utf8) })
  }

  @Test func `a line may come in many pieces`() throws {
    let long = [UInt8](repeating: 0x61, count: 100_000)
    #expect(try lines(of: long + [0x0A] + long) == [long, long])
  }

  @Test func `of a line without bounds the beginning and the end are kept`() throws {
    let middle = [UInt8](repeating: 0x6D, count: 3 * PipeReader.mostKept)
    let end = Array("the end".utf8)
    let read = try lines(of: middle + end + [0x0A, 0x78])
    #expect(read.count == 2)
    #expect(read[0].count == PipeReader.mostKept + PipeReader.mostKeptOfEnd)
    #expect(read[0].suffix(end.count) == end[...])
    #expect(read[1] == [0x78])
  }
}
