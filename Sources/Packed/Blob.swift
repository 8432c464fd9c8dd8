/// Bytes to read in place: part of the program itself, or made just now.
package enum Blob: Sendable {
  /// A string literal; its bytes are mapped with the program and cost nothing to load.
  case literal(StaticString)
  /// Bytes on the heap.
  case owned([UInt8])

  /// How many bytes there are.
  package var count: Int {
    switch self {
    case .literal(let text): text.utf8CodeUnitCount
    case .owned(let bytes): bytes.count
    }
  }

  /// Lends the bytes; they must not outlive the call.
  @inlinable
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch self {
    case .literal(let text):
      body(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    case .owned(let bytes):
      bytes.withUnsafeBufferPointer(body)
    }
  }
}
