internal import Packed

/// The features of a line, each with its row in a model where there is one.
struct LineReading {
  private let features: [Feature]
  /// Where each feature's row stands; an empty range where the model has none.
  private let rows: [Range<Int>]

  init(_ features: [Feature], table: PackedTable, bytes: UnsafeBufferPointer<UInt8>) {
    self.features = features
    rows = features.map { table.find($0.hash, in: bytes) ?? 0..<0 }
  }

  /// Places of the tokens whose stems the model does not know.
  var unknownTokens: Set<Int> {
    Set(
      zip(features, rows).lazy.filter { $0.block == .stem && $1.isEmpty }.map { Int($0.0.first) }
    )
  }

  /// The line's stems, each once, with the idf of those that the model knows.
  func stems(in bytes: UnsafeBufferPointer<UInt8>) -> [(hash: UInt64, idf: Float?)] {
    var stems: [(hash: UInt64, idf: Float?)] = []
    var seen: Set<UInt64> = []
    for (feature, row) in zip(features, rows) where feature.block == .stem {
      guard seen.insert(feature.hash).inserted else { continue }
      stems.append((feature.hash, row.isEmpty ? nil : FeatureRow.idf(of: row, in: bytes)))
    }
    return stems
  }

  /// How much of the line is known: words by their idf, pairs by number.
  func knownShares(
    unknownIdf: Float,
    bytes: UnsafeBufferPointer<UInt8>
  ) -> (words: Double, pairs: Double, wordCount: Int) {
    var (known, all): (Float, Float) = (0, 0)
    var (knownPairs, allPairs, words) = (0, 0, 0)
    for (feature, row) in zip(features, rows) {
      if feature.block == .stem {
        let weight = row.isEmpty ? unknownIdf : FeatureRow.idf(of: row, in: bytes)
        all += weight
        known += row.isEmpty ? 0 : weight
        words += 1
      } else if feature.block == .pair {
        allPairs += 1
        knownPairs += row.isEmpty ? 0 : 1
      }
    }
    return (
      all > 0 ? Double(known / all) : 0,
      allPairs > 0 ? Double(knownPairs) / Double(allPairs) : 0,
      words
    )
  }

  /// The known features, counted, weighed by idf, and scaled block by block.
  func activeFeatures(blockLengths: [Float], bytes: UnsafeBufferPointer<UInt8>) -> [ActiveFeature] {
    var active: [ActiveFeature] = []
    active.reserveCapacity(features.count)
    var start = 0
    while start < features.count {
      let block = features[start].block
      var end = start
      while end < features.count, features[end].block == block { end += 1 }
      append(start..<end, length: blockLengths[Int(block.rawValue)], bytes: bytes, to: &active)
      start = end
    }
    return active
  }

  private func append(
    _ part: Range<Int>,
    length: Float,
    bytes: UnsafeBufferPointer<UInt8>,
    to active: inout [ActiveFeature]
  ) {
    let start = active.count
    countRepeats(in: part) { place, count, weight in
      let idf = FeatureRow.idf(of: rows[place], in: bytes)
      let feature = features[place]
      active.append(
        ActiveFeature(
          row: rows[place],
          value: (count == 1 ? 1 : 1 + Mathematics.log(Float(count))) * idf * weight,
          block: feature.block,
          first: feature.first,
          last: feature.last,
          start: feature.start,
          length: feature.length
        )
      )
    }
    let squares = active[start...].reduce(Float(0)) { $0 + $1.value * $1.value }
    guard squares > 0 else { return }
    let scale = length / squares.squareRoot()
    for place in start..<active.count { active[place].value *= scale }
  }

  /// Calls `body` for the first of each set of equal features, with how many there are and the most that one counts.
  private func countRepeats(
    in part: Range<Int>,
    _ body: (_ place: Int, _ count: Int, _ weight: Float) -> Void
  ) {
    var capacity = 16
    while capacity < part.count * 2 { capacity *= 2 }
    withUnsafeTemporaryAllocation(
      of: (place: Int32, count: Int32, weight: Float).self,
      capacity: capacity
    ) { slots in
      slots.initialize(repeating: (-1, 0, 0))
      var firsts: [Int32] = []
      firsts.reserveCapacity(part.count)
      for place in part where !rows[place].isEmpty {
        var slot = rows[place].lowerBound &* 0x9e37_79b1 >> 7 & (capacity - 1)
        while slots[slot].count > 0,
          rows[Int(slots[slot].place)].lowerBound != rows[place].lowerBound
        {
          slot = (slot + 1) & (capacity - 1)
        }
        if slots[slot].count == 0 {
          slots[slot].place = Int32(place)
          firsts.append(Int32(slot))
        }
        slots[slot].count += 1
        slots[slot].weight = max(slots[slot].weight, features[place].weight)
      }
      for slot in firsts.map(Int.init) {
        body(Int(slots[slot].place), Int(slots[slot].count), slots[slot].weight)
      }
    }
  }
}
