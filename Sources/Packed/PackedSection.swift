/// Values of one kind under their ids, unpacked one at a time when somebody asks.
package struct PackedSection<Value: Packable>: Sendable {
  private let blob: Blob
  private let idsAt: Int
  private let table: PackedTable

  package init(_ reader: inout PackedReader, in blob: Blob) {
    self.blob = blob
    let idsLength = reader.number()
    idsAt = reader.offset
    reader.offset += idsLength
    table = PackedTable(&reader)
  }

  /// All ids, in the order in which they were written.
  package var ids: [String] {
    blob.withBytes { bytes in
      var reader = PackedReader(bytes, at: idsAt)
      return reader.texts()
    }
  }

  package subscript(id: String) -> Value? {
    blob.withBytes { bytes in
      guard let place = table.find(Self.key(of: id), in: bytes) else { return nil }
      var reader = PackedReader(bytes, at: place.lowerBound)
      return Value(unpacking: &reader)
    }
  }

  /// All values, in the order of `ids`.
  package var all: [Value] { ids.compactMap { self[$0] } }

  /// Writes a section; equal ids are our own mistake.
  package static func write(_ values: [(id: String, value: Value)], to writer: inout PackedWriter) {
    var ids = PackedWriter()
    ids.texts(values.map(\.id))
    writer.number(ids.count)
    writer.append(ids.bytes)
    PackedTable.write(
      values.map { entry in
        var bytes = PackedWriter()
        entry.value.pack(into: &bytes)
        return (key(of: entry.id), bytes.bytes)
      },
      to: &writer
    )
  }

  private static func key(of id: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return (hash ^ hash >> 32) &* 0x9e37_79b9_7f4a_7c15
  }
}
