import Knowledge
import Safety

/// What the safety screen costs, and how that grows with the line.
struct SafetyBench {
  let catalog: Catalog
  let lines: [String]

  func run() {
    let screen = SafetyScreen(catalog)
    let short = (0..<200).map { text(of: 200, from: $0 * 7) }
    Report.row(
      "screen 200 characters, p50",
      micros: Times(of: short) { _ = screen.screen($0) }.median
    )
    var points: [(size: Double, cost: Double)] = []
    for size in [1_024, 2_048, 4_096, 8_192, 16_384] {
      let texts = (0..<10).map { text(of: size, from: $0 * 31) }
      let time = Times(of: texts) { _ = screen.screen($0) }.median
      points.append((Double(size), time))
      Report.row("screen \(size) bytes, p50", micros: time)
    }
    Report.growth("screen", points)
  }

  /// Our own lines, one after the other, as many whole words as a length holds.
  private func text(of size: Int, from start: Int) -> String {
    var text = ""
    var place = start
    while text.utf8.count < size {
      text += lines[place % lines.count] + ". "
      place += 1
    }
    let cut = text.prefix(size)
    return String(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)])
  }
}
