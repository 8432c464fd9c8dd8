/// How far a typed word is from a known one, in slips of the fingers.
struct EditDistance: Equatable {
  /// Letters wrong, missing, added or swapped with their neighbour.
  var edits: Int
  /// The same, weighed: swapped and doubled letters cost 2, a neighbouring key 3, any other slip 4.
  var cost: Int

  /// Edits and cost of the cheapest way from one word to the other, or nil past `most` edits.
  ///
  /// The restricted Damerau–Levenshtein distance: no part of a word is edited twice. Time and memory grow with the
  /// product of the lengths; words are short.
  static func between(
    _ typed: UnsafeBufferPointer<UInt8>,
    _ word: UnsafeBufferPointer<UInt8>,
    most: Int
  ) -> EditDistance? {
    guard abs(typed.count - word.count) <= most else { return nil }
    let width = word.count + 1
    return withUnsafeTemporaryAllocation(
      of: EditDistance.self,
      capacity: (typed.count + 1) * width
    ) { table in
      for row in 0...typed.count {
        var leastInRow = Int.max
        for column in 0...word.count {
          let best = cheapest(row, column, typed, word, table, width)
          table.initializeElement(at: row * width + column, to: best)
          leastInRow = min(leastInRow, best.edits)
        }
        if leastInRow > most { return nil }
      }
      let result = table[typed.count * width + word.count]
      return result.edits <= most ? result : nil
    }
  }

  private static func cheapest(
    _ row: Int,
    _ column: Int,
    _ typed: UnsafeBufferPointer<UInt8>,
    _ word: UnsafeBufferPointer<UInt8>,
    _ table: UnsafeMutableBufferPointer<EditDistance>,
    _ width: Int
  ) -> EditDistance {
    if row == 0, column == 0 { return EditDistance(edits: 0, cost: 0) }
    var best = EditDistance(edits: .max, cost: .max)
    func offer(_ from: EditDistance, _ cost: Int) {
      let sum = EditDistance(edits: from.edits + (cost > 0 ? 1 : 0), cost: from.cost + cost)
      if (sum.edits, sum.cost) < (best.edits, best.cost) { best = sum }
    }
    if row > 0 {
      let doubled = row > 1 && typed[row - 1] == typed[row - 2]
      offer(table[(row - 1) * width + column], doubled ? 2 : 4)
    }
    if column > 0 {
      let doubled = column > 1 && word[column - 1] == word[column - 2]
      offer(table[row * width + column - 1], doubled ? 2 : 4)
    }
    if row > 0, column > 0 {
      let (left, right) = (typed[row - 1], word[column - 1])
      let cost = left == right ? 0 : Keyboard.areNeighbours(left, right) ? 3 : 4
      offer(table[(row - 1) * width + column - 1], cost)
      if row > 1, column > 1, left == word[column - 2], typed[row - 2] == right, left != right {
        offer(table[(row - 2) * width + column - 2], 2)
      }
    }
    return best
  }
}

/// Which letters lie side by side on a QWERTY keyboard.
enum Keyboard {
  static func areNeighbours(_ left: UInt8, _ right: UInt8) -> Bool {
    guard let a = places[Int(left)], let b = places[Int(right)] else { return false }
    return abs(a.row - b.row) <= 1 && abs(a.column - b.column) <= 1
  }

  /// By the letter's byte.
  private static let places: [(row: Int, column: Int)?] = {
    var places = [(row: Int, column: Int)?](repeating: nil, count: 256)
    for (row, keys) in ["qwertyuiop", "asdfghjkl", "zxcvbnm"].enumerated() {
      for (column, key) in keys.utf8.enumerated() { places[Int(key)] = (row, column) }
    }
    return places
  }()
}
