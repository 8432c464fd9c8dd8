internal import Packed

/// The stems with which phrases begin, as a filter: most words of a line begin none and are passed by at once.
struct Starters {
  private let start: Int
  private let count: Int

  /// Places of the filter for each stem at least.
  private static let placesPerStem = 8
  /// Bits of a packed byte.
  private static let bits = 7

  /// Finds a filter that starts at the reader's place; the reader moves behind it.
  init(_ reader: inout PackedReader) {
    count = reader.number()
    start = reader.offset
    reader.offset += Self.byteCount(count)
  }

  /// Whether some phrase may begin with the stem; false is certain.
  func mayStart(_ stem: UInt64, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let place = Self.place(of: stem, count: count)
    return bytes[start + place / Self.bits] >> UInt8(place % Self.bits) & 1 == 1
  }

  static func write(_ stems: Set<UInt64>, to writer: inout PackedWriter) {
    var count = 64
    while count < stems.count * placesPerStem { count *= 2 }
    var filter = [UInt8](repeating: 0, count: byteCount(count))
    for stem in stems {
      let place = place(of: stem, count: count)
      filter[place / bits] |= 1 << UInt8(place % bits)
    }
    writer.number(count)
    writer.append(filter)
  }

  /// `count` is a power of two.
  private static func place(of stem: UInt64, count: Int) -> Int {
    Int(truncatingIfNeeded: stem >> 16) & (count - 1)
  }

  private static func byteCount(_ count: Int) -> Int { count / bits + 1 }
}
