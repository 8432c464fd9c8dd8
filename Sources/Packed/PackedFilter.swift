/// Which 64-bit keys a table may hold: most keys that it does not hold are passed by at once.
package struct PackedFilter: Sendable {
  private let start: Int
  private let count: Int

  /// Bits of a packed byte.
  private static let bits = 7

  /// Finds a filter that starts at the reader's place; the reader moves behind it.
  package init(_ reader: inout PackedReader) {
    count = reader.number()
    start = reader.offset
    reader.offset += Self.byteCount(count)
  }

  /// Whether the table may hold the key; false is certain.
  package func mayHold(_ key: UInt64, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let place = Self.place(of: key, count: count)
    return bytes[start + place / Self.bits] >> UInt8(place % Self.bits) & 1 == 1
  }

  /// Writes a filter.
  ///
  /// `placesPerKey`: At least so many; one in so many absent keys seems present at most.
  package static func write(
    _ keys: some Collection<UInt64>,
    placesPerKey: Int,
    to writer: inout PackedWriter
  ) {
    var count = 64
    while count < keys.count * placesPerKey { count *= 2 }
    var filter = [UInt8](repeating: 0, count: byteCount(count))
    for key in keys {
      let place = place(of: key, count: count)
      filter[place / bits] |= 1 << UInt8(place % bits)
    }
    writer.number(count)
    writer.append(filter)
  }

  /// `count` is a power of two.
  private static func place(of key: UInt64, count: Int) -> Int {
    Int(truncatingIfNeeded: key >> 16) & (count - 1)
  }

  private static func byteCount(_ count: Int) -> Int { count / bits + 1 }
}
