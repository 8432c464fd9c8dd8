#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Reads lines from a pipe or a file with bounded memory.
///
/// A line ends in LF or CR LF; the last one counts without an end; a byte-order mark is dropped.
package struct PipeReader: ~Copyable {
  /// Bytes of one line's beginning that are kept.
  package static let mostKept = 2 * 1_024 * 1_024
  /// Bytes of one line's end that are kept as well; what lies between is read and thrown away.
  package static let mostKeptOfEnd = 64 * 1_024

  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 16 * 1_024)
  private var position = 0
  private var end = 0
  private var isFirst = true
  /// The last bytes of a line that is longer than what is kept.
  private var tail: [UInt8] = []

  package init(_ descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

  /// The next line's bytes without its end; nil when there is no more.
  ///
  /// - Throws: The system's error number when the input cannot be read.
  package mutating func next() throws(OutputGate.WriteFailed) -> [UInt8]? {
    var line: [UInt8] = []
    tail = []
    var hasAny = false
    while true {
      if position == end, try !fill() { return hasAny ? finished(line) : nil }
      hasAny = true
      let rest = buffer[position..<end]
      if let newline = rest.firstIndex(of: 0x0A) {
        append(rest[..<newline], to: &line)
        position = newline + 1
        return finished(line)
      }
      append(rest, to: &line)
      position = end
    }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, to line: inout [UInt8]) {
    let room = Self.mostKept - line.count
    line.append(contentsOf: bytes.prefix(room))
    tail.append(contentsOf: bytes.dropFirst(room))
    if tail.count > 2 * Self.mostKeptOfEnd { tail.removeFirst(tail.count - Self.mostKeptOfEnd) }
  }

  private mutating func finished(_ line: [UInt8]) -> [UInt8] {
    var line = line + tail.suffix(Self.mostKeptOfEnd)
    if line.last == 0x0D { line.removeLast() }
    if isFirst, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    isFirst = false
    return line
  }

  private mutating func fill() throws(OutputGate.WriteFailed) -> Bool {
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw OutputGate.WriteFailed(code: errno) }
      (position, end) = (0, count)
      return count > 0
    }
  }
}
