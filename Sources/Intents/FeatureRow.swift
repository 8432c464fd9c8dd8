internal import Packed

/// One feature's entry: its idf and its weights in seven bits each, on a scale of their own.
enum FeatureRow {
  /// Idf is kept in steps of 1/2048.
  private static let idfSteps: Float = 2_048
  /// The largest weight of a row is kept in steps of 1/1024; sixteen, the most that fits, is far past what training gives.
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
    let levels = weights.map { entry in
      (intent: Int(entry.intent), level: max(-63, min(63, Int((entry.weight / scale).rounded()))))
    }.filter { $0.level != 0 }
    if levels.count * 2 >= intents {
      writer.byte(Form.dense.rawValue)
      var dense = [UInt8](repeating: zero, count: intents)
      for entry in levels { dense[entry.intent] = UInt8(Int(zero) + entry.level) }
      for byte in dense { writer.byte(byte) }
    } else {
      let isWide = intents > Self.mostForNarrow
      writer.byte(isWide ? Form.wide.rawValue : Form.narrow.rawValue)
      write(levels, isWide: isWide, to: &writer)
    }
  }

  /// How a row's weights are laid out.
  private enum Form: UInt8 {
    /// A gap byte and a weight for each intent that has one.
    case narrow
    /// A weight for every intent.
    case dense
    /// The same as `narrow`, gaps as numbers of several bytes.
    case wide
  }

  /// With more intents than this gaps are too long for bytes.
  private static let mostForNarrow = 1_000

  private static func write(
    _ levels: [(intent: Int, level: Int)],
    isWide: Bool,
    to writer: inout PackedWriter
  ) {
    var next = 0
    for (intent, level) in levels {
      var gap = intent - next
      next = intent + 1
      if isWide {
        writer.number(gap)
      } else {
        while gap >= Int(farGap) {
          writer.byte(farGap)
          gap -= Int(farGap)
        }
        writer.byte(UInt8(gap))
      }
      writer.byte(UInt8(Int(zero) + level))
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
    let step = scale(of: row, in: bytes) * value
    let (form, start) = (bytes[row.lowerBound + 4], row.lowerBound + 5)
    if form == Form.dense.rawValue {
      let levels = UnsafeBufferPointer(rebasing: bytes[start..<row.upperBound])
      for intent in 0..<levels.count {
        scores[intent] += Float(Int32(levels[intent]) - Int32(zero)) * step
      }
      return
    }
    forEachLevel(from: start, to: row.upperBound, isWide: form == Form.wide.rawValue, bytes) {
      scores[$0] += Float($1) * step
      return true
    }
  }

  /// Calls `body` with each intent and its level, until it returns false.
  @inline(__always)
  private static func forEachLevel(
    from start: Int,
    to end: Int,
    isWide: Bool,
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ body: (_ intent: Int, _ level: Int32) -> Bool
  ) {
    var intent = -1
    var place = start
    while place < end {
      var gap = Int(bytes[place])
      place += 1
      if isWide {
        if gap & 64 != 0 {
          var reader = PackedReader(bytes, at: place - 1)
          gap = reader.number()
          place = reader.offset
        }
      } else if gap == Int(farGap) {
        intent += gap
        continue
      }
      intent += gap + 1
      guard body(intent, Int32(bytes[place]) - Int32(zero)) else { return }
      place += 1
    }
  }

  /// One intent's weight in a row; 0 where the row has none for it.
  static func weight(
    of intent: Int,
    in row: Range<Int>,
    bytes: UnsafeBufferPointer<UInt8>
  ) -> Float {
    guard row.count > 4 else { return 0 }
    let step = scale(of: row, in: bytes)
    let (form, start) = (bytes[row.lowerBound + 4], row.lowerBound + 5)
    if form == Form.dense.rawValue {
      return Float(Int32(bytes[start + intent]) - Int32(zero)) * step
    }
    var found: Int32 = 0
    forEachLevel(from: start, to: row.upperBound, isWide: form == Form.wide.rawValue, bytes) {
      if $0 == intent { found = $1 }
      return $0 < intent
    }
    return Float(found) * step
  }

  /// The idf of a row that is there.
  static func idf(of row: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Float {
    Float(two(bytes, at: row.lowerBound)) / idfSteps
  }

  private static func scale(of row: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Float {
    Float(two(bytes, at: row.lowerBound + 2)) / scaleSteps / 63
  }

  /// A number of two packed bytes, as `PackedReader.fixed` reads it, without its loop.
  @inline(__always)
  private static func two(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    Int(bytes[place]) | Int(bytes[place + 1]) << 7
  }
}
