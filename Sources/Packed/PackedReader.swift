/// Reads what `PackedWriter` wrote.
///
/// The bytes come from our own build, so a wrong one is our own mistake.
package struct PackedReader {
  @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
  package var offset: Int

  @inlinable
  package init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  @inlinable
  package mutating func byte() -> UInt8 {
    defer { offset += 1 }
    return bytes[offset]
  }

  @inlinable
  package mutating func number() -> Int {
    var value = 0
    var shift = 0
    while true {
      let next = byte()
      value |= Int(next & 63) << shift
      if next & 64 == 0 { return value }
      shift += 6
    }
  }

  @inlinable
  package mutating func fixed(width: Int) -> Int {
    defer { offset += width }
    var value = 0
    for place in 0..<width { value |= Int(bytes[offset + place]) << (7 * place) }
    return value
  }

  package mutating func real() -> Double {
    var pattern: UInt64 = 0
    for place in 0..<10 { pattern |= UInt64(byte()) << (7 * UInt64(place)) }
    return Double(bitPattern: pattern)
  }

  package mutating func flag() -> Bool { byte() != 0 }

  package mutating func text() -> String {
    let count = number()
    defer { offset += count }
    return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
  }

  package mutating func list<Element>(_ read: (inout PackedReader) -> Element) -> [Element] {
    let count = number()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(read(&self)) }
    return elements
  }

  package mutating func optional<Value>(_ read: (inout PackedReader) -> Value) -> Value? {
    flag() ? read(&self) : nil
  }
}
