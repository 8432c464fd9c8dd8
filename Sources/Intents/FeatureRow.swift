internal import Packed

/// One feature's entry: its idf and its weights in seven bits each, on a scale of their own.
enum FeatureRow {
  /// Idf is kept in steps of 1/2048.
  private static let idfSteps: Float = 2_048
  /// The largest weight of a row is kept in steps of 1/1024; eight is far past what training gives.
  private static let scaleSteps: Float = 1_024
  /// A weight of zero; those below are negative.
  static let zero: UInt8 = 64
  /// Marks a run of intents without a weight.
  static let farGap: UInt8 = 127

  static func write(
    idf: Float,
    weights: [TrainedWeights.IntentWeight],
    intents: Int,
    to writer: inout PackedWriter
  ) {
    writer.fixed(min(Int(idf * idfSteps + 0.5), 16_383), width: 2)
    let largest = weights.reduce(0) { max($0, abs($1.weight)) }
    let steps = min(Int((largest * scaleSteps).rounded(.up)), 16_383)
    guard steps > 0 else { return }
    writer.fixed(steps, width: 2)
    let scale = Float(steps) / scaleSteps / 63
    var dense = [UInt8](repeating: zero, count: intents)
    for entry in weights {
      let level = Int((entry.weight / scale).rounded())
      dense[Int(entry.intent)] = UInt8(Int(zero) + max(-63, min(63, level)))
    }
    let filled = dense.filter { $0 != zero }.count
    if filled * 2 >= intents {
      writer.byte(1)
      for byte in dense { writer.byte(byte) }
    } else {
      writer.byte(0)
      writeSparse(dense, to: &writer)
    }
  }

  private static func writeSparse(_ dense: [UInt8], to writer: inout PackedWriter) {
    var gap = 0
    for byte in dense {
      guard byte != zero else {
        gap += 1
        continue
      }
      while gap >= Int(farGap) {
        writer.byte(farGap)
        gap -= Int(farGap)
      }
      writer.byte(UInt8(gap))
      writer.byte(byte)
      gap = 0
    }
  }

  /// Adds a row's weights, times a value, to the scores of all intents.
  @inline(__always)
  static func add(
    _ row: Range<Int>,
    times value: Float,
    to scores: UnsafeMutableBufferPointer<Float>,
    in bytes: UnsafeBufferPointer<UInt8>
  ) {
    guard row.count > 4 else { return }
    var reader = PackedReader(bytes, at: row.lowerBound + 2)
    let step = scale(&reader) * value
    if reader.byte() == 1 {
      let levels = UnsafeBufferPointer(rebasing: bytes[reader.offset..<row.upperBound])
      for intent in 0..<levels.count {
        scores[intent] += Float(Int32(levels[intent]) - Int32(zero)) * step
      }
      return
    }
    var intent = -1
    var place = reader.offset
    while place < row.upperBound {
      let gap = bytes[place]
      place += 1
      if gap == farGap {
        intent += Int(farGap)
        continue
      }
      intent += Int(gap) + 1
      scores[intent] += Float(Int32(bytes[place]) - Int32(zero)) * step
      place += 1
    }
  }

  /// One intent's weight in a row; 0 where the row has none for it.
  static func weight(
    of intent: Int,
    in row: Range<Int>,
    count: Int,
    bytes: UnsafeBufferPointer<UInt8>
  ) -> Float {
    var scores = [Float](repeating: 0, count: count)
    scores.withUnsafeMutableBufferPointer { add(row, times: 1, to: $0, in: bytes) }
    return scores[intent]
  }

  static func idf(_ reader: inout PackedReader) -> Float {
    Float(reader.fixed(width: 2)) / idfSteps
  }
  static func scale(_ reader: inout PackedReader) -> Float {
    Float(reader.fixed(width: 2)) / scaleSteps / 63
  }
}
