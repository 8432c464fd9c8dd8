/// A table from 64-bit keys to bytes, read where it stands: nothing is built at start.
///
/// Most absent keys are passed by at a filter. For the rest a directory on a key's highest bits leads to a short run of
/// entries, each with 28 more bits of its key; the chance that an absent key seems present is under one in fifty million.
package struct PackedTable: Sendable {
  private let filter: PackedFilter
  private let directory: Int
  private let entries: Int
  private let bits: Int

  private static let startWidth = 4
  private static let keyWidth = 4
  /// Lengths below this are a byte of `PackedReader.number`, and most are.
  private static let longestShort = 64
  private static let placesPerKey = 8
  /// A run holds about two to this power entries: a directory that is small stays near at hand.
  private static let runBits = 2

  /// Finds a table that starts at the reader's place; the reader moves behind it.
  package init(_ reader: inout PackedReader) {
    filter = PackedFilter(&reader)
    bits = reader.number()
    let length = reader.number()
    directory = reader.offset
    entries = directory + ((1 << bits) + 1) * Self.startWidth
    reader.offset = entries + length
  }

  /// Where the value of `key` starts and ends, or nil when there is none.
  package func find(_ key: UInt64, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard filter.mayHold(key, in: bytes) else { return nil }
    let place = directory + Int(key >> UInt64(64 - bits)) * Self.startWidth
    var next = entries + Self.four(bytes, at: place)
    let end = entries + Self.four(bytes, at: place + Self.startWidth)
    let wanted = Int(Self.rest(of: key))
    while next < end {
      let found = Self.four(bytes, at: next)
      var reader = PackedReader(bytes, at: next + Self.keyWidth)
      let first = Int(reader.byte())
      let length = first < Self.longestShort ? first : first & 63 | reader.number() << 6
      next = reader.offset + length
      if found == wanted { return reader.offset..<next }
    }
    return nil
  }

  /// A number of four packed bytes, as `PackedReader.fixed` reads it, without its loop: this is where most time goes.
  @inline(__always)
  private static func four(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    Int(bytes[place]) | Int(bytes[place + 1]) << 7 | Int(bytes[place + 2]) << 14
      | Int(bytes[place + 3]) << 21
  }

  private static func rest(of key: UInt64) -> UInt64 { key & (1 << 28 - 1) }

  /// Writes a table.
  ///
  /// Equal keys are our own mistake; the order of `values` does not matter.
  package static func write(
    _ values: [(key: UInt64, bytes: [UInt8])],
    to writer: inout PackedWriter
  ) {
    let bits = max(1, min(20, Int.bitWidth - values.count.leadingZeroBitCount - runBits))
    let sorted = values.sorted { $0.key < $1.key }
    var stream = PackedWriter()
    var starts: [Int] = []
    var next = 0
    for bucket in 0..<(1 << bits) {
      starts.append(stream.count)
      while next < sorted.count, Int(sorted[next].key >> UInt64(64 - bits)) == bucket {
        stream.fixed(Int(rest(of: sorted[next].key)), width: keyWidth)
        stream.number(sorted[next].bytes.count)
        stream.append(sorted[next].bytes)
        next += 1
      }
    }
    starts.append(stream.count)
    PackedFilter.write(sorted.map(\.key), placesPerKey: placesPerKey, to: &writer)
    writer.number(bits)
    writer.number(stream.count)
    for start in starts { writer.fixed(start, width: startWidth) }
    writer.append(stream.bytes)
  }
}
