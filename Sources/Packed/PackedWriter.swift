/// Writes values as bytes that may stand in a Swift string literal: text as it is, numbers in bytes below 128.
package struct PackedWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package var count: Int { bytes.count }

  /// A byte from 0 to 127.
  package mutating func byte(_ value: UInt8) {
    precondition(value < 0x80, "a packed byte holds seven bits")
    bytes.append(value)
  }

  /// A whole number from 0 up, six bits a byte, in as few bytes as it takes.
  package mutating func number(_ value: Int) {
    precondition(value >= 0, "a packed number is not negative")
    var rest = UInt(value)
    while rest >= 64 {
      bytes.append(UInt8(rest & 63) | 64)
      rest >>= 6
    }
    bytes.append(UInt8(rest))
  }

  /// A whole number in exactly `width` bytes of seven bits, lowest first.
  package mutating func fixed(_ value: Int, width: Int) {
    precondition(value >= 0 && value < 1 << (7 * width), "\(value) does not fit in \(width) bytes")
    for place in 0..<width { bytes.append(UInt8(value >> (7 * place) & 0x7F)) }
  }

  package mutating func real(_ value: Double) {
    let pattern = value.bitPattern
    for place in 0..<10 {
      bytes.append(UInt8(truncatingIfNeeded: pattern >> (7 * UInt64(place))) & 0x7F)
    }
  }

  package mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  package mutating func text(_ value: String) {
    number(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  package mutating func list<Element>(
    _ elements: some Collection<Element>,
    _ write: (Element, inout PackedWriter) -> Void
  ) {
    number(elements.count)
    for element in elements { write(element, &self) }
  }

  package mutating func optional<Value>(
    _ value: Value?,
    _ write: (Value, inout PackedWriter) -> Void
  ) {
    flag(value != nil)
    if let value { write(value, &self) }
  }

  /// Adds what another writer wrote.
  package mutating func append(_ packed: [UInt8]) { bytes.append(contentsOf: packed) }
}
