import Terminal

/// Lines from a pipe as text; bytes that are no UTF-8 become U+FFFD.
struct PipedLines: ~Copyable {
  private var reader = PipeReader()

  /// - Throws: Exit code 66 when there is no input to read.
  mutating func next() throws -> String? {
    do {
      return try reader.next().map { String(decoding: $0, as: UTF8.self) }
    } catch {
      Say.error("the input cannot be read")
      throw Exit.missingFile
    }
  }
}
