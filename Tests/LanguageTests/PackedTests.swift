import Packed
import Testing

struct PackedTests {
  @Test func `what was written is read back`() {
    var writer = PackedWriter()
    for number in [0, 1, 63, 64, 4_095, 4_096, 1_000_000_007] { writer.number(number) }
    writer.fixed(16_383, width: 2)
    for real in [0, -1.5, .pi, 1e-300, -.infinity] { writer.real(real) }
    writer.flag(true)
    writer.text("naïve “text”")
    writer.list(["a", ""]) { $1.text($0) }
    writer.optional(nil as Double?) { $1.real($0) }
    writer.bytes.withUnsafeBufferPointer { bytes in
      var reader = PackedReader(bytes)
      let numbers = (0..<7).map { _ in reader.number() }
      let (fixed, reals) = (reader.fixed(width: 2), (0..<5).map { _ in reader.real() })
      let (flag, text) = (reader.flag(), reader.text())
      let (list, nothing) = (reader.list { $0.text() }, reader.optional { $0.real() })
      #expect(numbers == [0, 1, 63, 64, 4_095, 4_096, 1_000_000_007])
      #expect(fixed == 16_383)
      #expect(reals == [0, -1.5, .pi, 1e-300, -.infinity])
      #expect(flag)
      #expect(text == "naïve “text”")
      #expect(list == ["a", ""])
      #expect(nothing == nil)
      #expect(reader.offset == bytes.count)
    }
  }

  @Test func `a table finds what it holds, whatever the order it was given`() {
    let values = (1...500).map { number -> (key: UInt64, bytes: [UInt8]) in
      (UInt64(number) &* 0x9e37_79b9_7f4a_7c15, [UInt8(number % 128)])
    }
    var (writer, backwards) = (PackedWriter(), PackedWriter())
    PackedTable.write(values, to: &writer)
    PackedTable.write(values.reversed(), to: &backwards)
    #expect(writer.bytes == backwards.bytes)
    writer.bytes.withUnsafeBufferPointer { bytes in
      var reader = PackedReader(bytes)
      let table = PackedTable(&reader)
      #expect(reader.offset == bytes.count)
      #expect(
        values.allSatisfy { table.find($0.key, in: bytes).map { Array(bytes[$0]) } == $0.bytes }
      )
      #expect(table.find(12_345, in: bytes) == nil)
    }
  }

  @Test func `a filter holds every key it was given and few others`() {
    let keys = (1...1_000).map { UInt64($0) &* 0x9e37_79b9_7f4a_7c15 }
    let others = (1...1_000).map { UInt64($0) &* 0xd6e8_feb8_6659_fd93 }
    var writer = PackedWriter()
    PackedFilter.write(keys, placesPerKey: 8, to: &writer)
    writer.bytes.withUnsafeBufferPointer { bytes in
      var reader = PackedReader(bytes)
      let filter = PackedFilter(&reader)
      #expect(reader.offset == bytes.count)
      #expect(keys.allSatisfy { filter.mayHold($0, in: bytes) })
      #expect(others.count { filter.mayHold($0, in: bytes) } < others.count / 8 * 3 / 2)
    }
  }
}
