internal import Language

import ArgumentParser
import Authoring
import Compiled
import Foundation
import Intents
import Knowledge

/// Times what Flora does, beside a loop that tells how fast the machine is just now.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flora-bench",
    abstract: "Time Flora: a line, training, memory, the safety screen, the start, growth.",
    discussion:
      "Nothing here is a test; compare the column 'loops' between machines, never the times."
  )

  /// What can be measured.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    case line, training, safety, start, growth, data
  }

  @Option(help: "The folder with intents and seeds.") var content = "."
  @Option(help: "The folder with public data: clinc150 and banking77 inside it.") var data: String?
  @Option(help: "The flora program, for the cold start.") var flora = ".build/release/flora"
  @Option(parsing: .upToNextOption, help: "Numbers of questions to grow to.") var sizes = [
    150, 1_000, 10_000, 100_000,
  ]
  @Option(parsing: .upToNextOption, help: "Only these parts.") var only = Part.allCases

  func run() throws {
    print("calibration loop: \(Stopwatch.loopMicros.rounded()) µs; 1 loop = that long")
    let parts = Set(only)
    let catalog = CompiledCatalog.catalog
    let set = TrainingSet(try Content(SourceFolder(root: content)))
    if parts.contains(.line) { LineBench(catalog: catalog, lines: set.examples.map(\.text)).run() }
    if parts.contains(.safety) {
      SafetyBench(catalog: catalog, lines: set.examples.map(\.text)).run()
    }
    if parts.contains(.start) { StartBench(flora: flora).run() }
    if parts.contains(.training) { try TrainingBench(content: content).run() }
    if parts.contains(.growth) {
      GrowthBench(questions: set.examples.map(\.text), wordGuard: catalog.wordGuard).run(sizes)
    }
    if parts.contains(.data) { DataBench(folder: data, wordGuard: catalog.wordGuard).run() }
    Report.row("peak memory of this run", "\(Memory.peakMiB) MiB")
  }
}
