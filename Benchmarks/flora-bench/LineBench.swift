import Compiled
import Intents
import Knowledge

/// Latency and throughput of classification, and the load of what it needs.
struct LineBench {
  let catalog: Catalog
  let lines: [String]

  func run() {
    let loads = Times((0..<200).map { _ in Stopwatch.micros { _ = CompiledCatalog.catalog } })
    Report.row("load: the built-in catalog, median", micros: loads.median)
    let sample = stride(from: 0, to: lines.count, by: max(1, lines.count / 3_000)).map { lines[$0] }
    let times = Times(of: sample) { _ = catalog.model.classify($0) }
    Report.row("classify one line, p50", micros: times.median)
    Report.row("classify one line, p99", micros: times.percentile(99))
    let all = Stopwatch.micros { for line in lines { _ = catalog.model.classify(line) } }
    Report.row("throughput", "\(Int(Double(lines.count) / all * 1e6)) lines a second")
    Report.row(
      "model",
      "\(catalog.model.featureCount) features, \(catalog.model.intents.count) intents"
    )
  }
}
