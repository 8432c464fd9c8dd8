/// Finds the name that somebody probably meant.
package enum Nearest {
  /// The name closest to what was written, at most a third of its letters away; nil when none is close.
  package static func name(to typed: String, in names: some Sequence<String>) -> String? {
    let most = max(1, typed.count / 3)
    var best: (name: String, distance: Int)?
    for name in names {
      let distance = distance(Array(typed), Array(name))
      guard distance <= most else { continue }
      if let known = best, (known.distance, known.name) <= (distance, name) { continue }
      best = (name, distance)
    }
    return best?.name
  }

  /// Letters to put in, take out, change, or swap with their neighbour.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var before = [Int](repeating: 0, count: right.count + 1)
    var row = Array(0...right.count)
    for i in left.indices {
      var next = [i + 1]
      for j in right.indices {
        var least = min(row[j] + (left[i] == right[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          least = min(least, before[j - 1] + 1)
        }
        next.append(least)
      }
      (before, row) = (row, next)
    }
    return row[right.count]
  }
}
