/// Collects findings while files are read, so that all mistakes are told at once.
final class FindingList {
  private(set) var findings: [Finding] = []

  func add(_ rule: Rule, at place: Place, _ problem: String, remedy: String) {
    findings.append(Finding(rule, at: place, problem, remedy: remedy))
  }

  func add(_ finding: Finding) { findings.append(finding) }
}

/// Suggests a name that exists for one that does not.
enum Suggestion {
  /// The known name nearest to `name`, or nil when none is near.
  static func nearest(to name: String, among known: some Sequence<String>) -> String? {
    let most = max(1, name.count / 3)
    return known.map { (name: $0, distance: distance($0, name)) }
      .filter { $0.distance <= most }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }

  /// "did you mean 'x'?", or what else to do.
  static func remedy(for name: String, among known: some Sequence<String>, otherwise: String)
    -> String
  {
    nearest(to: name, among: known).map { "did you mean '\($0)'?" } ?? otherwise
  }

  /// Letters to add, drop, change or swap with their neighbour to get from one name to the other.
  private static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    var rows = [Array(0...right.count)]
    for (i, a) in left.enumerated() {
      var row = [i + 1]
      for (j, b) in right.enumerated() {
        var best = min(rows[i][j] + (a == b ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a == right[j - 1], b == left[i - 1] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
