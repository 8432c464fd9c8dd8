internal import Language

/// The stretches of a line that are looked at on their own, so that danger buried in a story is heard.
enum Stretches {
  /// Clauses joined at most.
  private static let mostClauses = 4
  /// A line longer than this many tokens is also read in overlapping steps.
  private static let longest = 24
  /// Words that a sentence may open with before it says anything: "and honestly".
  private static let lead = 2
  /// Short stretches begin every so many tokens and are twice as long.
  private static let step = 4

  /// Clauses, neighbours joined, and the whole line in steps; ranges of the tokens that are left.
  ///
  /// `places`: where each token that is left stood in the line.
  static func all(_ clauses: [Clause], places: [Int]) -> [Range<Int>] {
    let count = places.count
    let borders = borders(clauses, places: places)
    var stretches: [Range<Int>] = []
    for start in 0..<(borders.count - 1) {
      for end in (start + 1)..<min(start + 1 + mostClauses, borders.count) {
        stretches.append(borders[start]..<borders[end])
      }
    }
    if count > lead + 1 { stretches.append(lead..<count) }
    for start in stride(from: step, to: count - step, by: step) {
      stretches.append(start..<min(start + 2 * step, count))
    }
    guard count > longest else { return stretches + [0..<count] }
    for start in stride(from: 0, to: count - longest / 2, by: longest / 2) {
      stretches.append(start..<min(start + longest, count))
    }
    for start in stride(from: 0, to: count - longest / 4, by: longest / 4) {
      stretches.append(start..<min(start + longest / 2, count))
    }
    return stretches
  }

  /// Where clauses begin and end among the tokens that are left.
  private static func borders(_ clauses: [Clause], places: [Int]) -> [Int] {
    var borders = [0]
    var kept = 0
    for clause in clauses {
      while kept < places.count, places[kept] < clause.tokens.upperBound { kept += 1 }
      if kept > (borders.last ?? 0) { borders.append(kept) }
    }
    if borders.last != places.count { borders.append(places.count) }
    return borders
  }
}
