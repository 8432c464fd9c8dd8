internal import Knowledge

extension Plan {
  /// How each action came to its place, as a table of plain text; ends with a newline.
  package var scoreTable: String {
    let head = ["evidence", "fit", "ease", "score", "step", "outcome"]
    let rows = scores.map { score in
      [
        decimal(score.evidence, 0), decimal(score.fit, 1), decimal(score.ease, 2),
        decimal(score.total, 2), score.action.rawValue, score.outcome,
      ]
    }
    let widths = head.indices.map { column in
      ([head] + rows).map { $0[column].count }.max() ?? 0
    }
    return ([head] + rows).map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column < Self.numberColumns
          ? space + cell : column == row.count - 1 ? cell : cell + space
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// Columns of figures, which stand on the right.
  private static let numberColumns = 4

  /// A number with so many digits after the point.
  private func decimal(_ value: Double, _ digits: Int) -> String {
    let scale = (0..<digits).reduce(1) { number, _ in number * 10 }
    let whole = Int((value * Double(scale)).rounded())
    guard digits > 0 else { return String(whole) }
    let rest = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: digits - rest.count) + rest
  }
}
