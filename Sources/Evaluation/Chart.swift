internal import Intents

/// Confusion and calibration as one SVG that needs nothing beside it.
package struct Chart: Sendable {
  private let evaluation: ContentEvaluation

  /// Topics in the table of confusions: those that are taken for others most.
  private static let mostTopics = 24
  private static let cell = 18
  private static let names = 170

  package init(_ evaluation: ContentEvaluation) { self.evaluation = evaluation }

  package var svg: String {
    let side = Self.names + topics.count * Self.cell
    let width = side + 420
    let height = max(side + 60, 420)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
      font-family="sans-serif" font-size="11" role="img">
      <title>Which topics are taken for which, and how far confidence can be trusted</title>
      <rect width="\(width)" height="\(height)" fill="#fff"/>
      \(confusions(top: 40))
      \(calibration(left: side + 70, top: 60))
      </svg>

      """
  }

  /// The topics that lose or gain the most lines by confusion, by name.
  private var topics: [String] {
    var sums: [String: Int] = [:]
    for pair in evaluation.figures.confusions {
      sums[pair.topic, default: 0] += pair.lines
      sums[pair.taken, default: 0] += pair.lines
    }
    return sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostTopics)
      .map(\.key).sorted()
  }

  private func confusions(top: Int) -> String {
    let topics = topics
    let counts = Dictionary(
      evaluation.figures.confusions.map { ("\($0.topic) \($0.taken)", $0.lines) },
      uniquingKeysWith: +
    )
    let most = Double(max(1, counts.values.max() ?? 1))
    var parts = [
      "<text x=\"10\" y=\"20\" font-size=\"14\">Lines of a row's topic taken for a column's</text>"
    ]
    for (row, topic) in topics.enumerated() {
      let y = top + Self.names + row * Self.cell
      parts.append(
        "<text x=\"\(Self.names - 6)\" y=\"\(y + 13)\" text-anchor=\"end\">\(topic)</text>"
      )
      let x = Self.names + row * Self.cell + 13
      parts.append(
        "<text transform=\"translate(\(x) \(top + Self.names - 6)) rotate(-90)\">\(topic)</text>"
      )
      for (column, other) in topics.enumerated() {
        let count = counts["\(topic) \(other)"] ?? 0
        let shade = Number.hundredths(Double(count) / most)
        let place = "x=\"\(Self.names + column * Self.cell)\" y=\"\(y)\""
        parts.append(
          "<rect \(place) width=\"\(Self.cell - 1)\" height=\"\(Self.cell - 1)\" fill=\"#b03a2e\" "
            + "fill-opacity=\"\(shade)\" stroke=\"#ddd\"><title>\(topic) taken for \(other): \(count)</title></rect>"
        )
      }
    }
    return parts.joined(separator: "\n")
  }

  /// Bars of the share that was right, over confidence; a dot where the bar should end.
  private func calibration(left: Int, top: Int) -> String {
    let (width, height) = (300, 300)
    var parts = [
      "<text x=\"\(left)\" y=\"\(top - 40)\" font-size=\"14\">Right, by confidence</text>",
      "<rect x=\"\(left)\" y=\"\(top)\" width=\"\(width)\" height=\"\(height)\" fill=\"none\" stroke=\"#999\"/>",
      "<line x1=\"\(left)\" y1=\"\(top + height)\" x2=\"\(left + width)\" y2=\"\(top)\" stroke=\"#999\" stroke-dasharray=\"4\"/>",
    ]
    for row in evaluation.figures.calibration {
      let x = left + Int(row.confidence * Double(width))
      let tall = Int(row.right * Double(height))
      parts.append(
        "<rect x=\"\(x - 6)\" y=\"\(top + height - tall)\" width=\"12\" height=\"\(tall)\" fill=\"#2e6fb0\" "
          + "fill-opacity=\"0.7\"><title>\(row.lines) lines</title></rect>"
      )
    }
    for tick in 0...4 {
      let share = Double(tick) / 4
      let (x, y) = (left + width * tick / 4, top + height - height * tick / 4)
      parts.append(
        "<text x=\"\(x)\" y=\"\(top + height + 16)\" text-anchor=\"middle\">\(Number.hundredths(share))</text>"
      )
      parts.append(
        "<text x=\"\(left - 6)\" y=\"\(y + 4)\" text-anchor=\"end\">\(Number.hundredths(share))</text>"
      )
    }
    parts.append(
      "<text x=\"\(left)\" y=\"\(top + height + 40)\">Expected calibration error "
        + "\(Number.hundredths(evaluation.figures.calibrationError * 100)) points over \(evaluation.figures.lines) lines</text>"
    )
    return parts.joined(separator: "\n")
  }
}

/// Numbers as text, without a formatter.
enum Number {
  static func hundredths(_ value: Double) -> String {
    let whole = Int((abs(value) * 100).rounded())
    let rest = String(whole % 100)
    return "\(value < 0 ? "-" : "")\(whole / 100).\(rest.count < 2 ? "0" : "")\(rest)"
  }
}
