import ArgumentParser
import Authoring
import Dialogue
import Foundation
import Intents
import Knowledge
import Language
import Packed
import Safety
import Terminal

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show the sum behind Flora's reading of a line, to the last digit."
  )

  @OptionGroup var content: ContentOption

  @Flag(name: .long, help: "As one JSON object.")
  var json = false

  @Option(help: "Say on which lines of this folder's files the words stand that counted.")
  var lines: String?

  @Argument(help: "The line.")
  var words: [String]

  func run() throws {
    let catalog = try content.catalog()
    let line = words.joined(separator: " ")
    let found = catalog.model.classify(line)
    let verdict = SafetyScreen(catalog).screen(line)
    let entries = try entries(found, catalog)
    try Say.out(
      json
        ? Object(found, verdict, line, entries, catalog).encoded()
        : text(found, verdict, entries, catalog)
    )
  }

  /// Where the terms that speak loudest for the best intent were learned.
  private func entries(_ found: Classification, _ catalog: Catalog) throws
    -> [DecidingEntries.Entry]?
  {
    guard let lines else { return nil }
    let content = try ContentOption.content(in: lines)
    guard let best = found.best, let sum = catalog.model.explain(found, as: best.intent) else {
      return []
    }
    let terms = sum.byWord.filter { $0.block != .letters && $0.weight > 0 }.prefix(Self.mostTerms)
    return DecidingEntries(content).entries(
      for: Set(terms.map(\.term)).sorted(),
      topic: best.intent
    )
  }

  private static let mostTerms = 6

  private func text(
    _ found: Classification,
    _ verdict: Verdict,
    _ entries: [DecidingEntries.Entry]?,
    _ catalog: Catalog
  ) -> String {
    var lines: [String] = []
    for repair in found.repairs {
      lines.append("spelling: \(repair.typed) read as \(repair.assumed)")
    }
    for ranked in found.ranked.prefix(2) {
      guard let sum = catalog.model.explain(found, as: ranked.intent) else { continue }
      lines.append("")
      lines.append(
        "\(ranked.intent): score \(Number.four(ranked.margin)), confidence \(Number.two(ranked.confidence))"
      )
      lines.append("  \(Number.signed(sum.bias))  before any word")
      for part in sum.parts {
        lines.append("  \(Number.signed(part.weight))  \(part.block.title): \(part.term)")
      }
      lines.append("  = \(Number.four(sum.sum))")
    }
    let group = found.best.flatMap { catalog.topics[$0.intent]?.group }
    if let best = found.best, let group {
      lines.append("")
      lines.append("from: intents/\(group)/\(best.intent).yml")
      lines += (entries ?? []).map { "  \($0.place.file):\($0.place.line)  \($0.kind): \($0.text)" }
    }
    lines.append(
      "out of scope: \(found.isOutOfScope ? "yes" : "no"), score \(Number.four(found.outOfScopeScore))"
    )
    let raised = verdict.raised.map {
      "\($0.rule.rawValue) (\($0.level.rawValue)) from \"\($0.words)\""
    }
    lines.append(
      "safety: \(raised.isEmpty ? verdict.check.map { "unsure about \($0.rawValue)" } ?? "none" : raised.joined(separator: "; "))"
    )
    return OutputGate.clean(lines.joined(separator: "\n")) + "\n"
  }

  private struct Object: Encodable {
    struct Part: Encodable {
      let block: String
      let term: String
      let weight: Double
    }

    struct Sum: Encodable {
      let intent: String
      let margin: Double
      let confidence: Double
      let bias: Double
      let sum: Double
      let parts: [Part]
    }

    struct Entry: Encodable {
      let term: String
      let kind: String
      let text: String
      let file: String
      let line: Int
    }

    let text: String
    /// With `--lines`: where the terms that counted stand.
    let entries: [Entry]?
    let outOfScope: Bool
    let outOfScopeScore: Double
    let repairs: [[String]]
    let safety: [String]
    /// Log odds of danger past the bound from which help is given; nil when none is.
    let safetyOdds: Double?
    let intents: [Sum]

    init(
      _ found: Classification,
      _ verdict: Verdict,
      _ line: String,
      _ entries: [DecidingEntries.Entry]?,
      _ catalog: Catalog
    ) {
      text = line
      self.entries = entries?.map {
        Entry(
          term: $0.term,
          kind: $0.kind,
          text: $0.text,
          file: $0.place.file,
          line: $0.place.line
        )
      }
      outOfScope = found.isOutOfScope
      outOfScopeScore = found.outOfScopeScore
      repairs = found.repairs.map { [$0.typed, $0.assumed] }
      safety = verdict.raised.map(\.rule.rawValue)
      safetyOdds = verdict.raised.first?.score
      intents = found.ranked.prefix(2).compactMap { ranked in
        catalog.model.explain(found, as: ranked.intent).map { sum in
          Sum(
            intent: ranked.intent,
            margin: ranked.margin,
            confidence: ranked.confidence,
            bias: sum.bias,
            sum: sum.sum,
            parts: sum.parts.map { Part(block: $0.block.title, term: $0.term, weight: $0.weight) }
          )
        }
      }
    }

    func encoded() throws -> String { try JSONLine.text(of: self) }
  }
}

/// Numbers as text, without a formatter.
enum Number {
  static func two(_ value: Double) -> String { places(value, 2) }
  static func four(_ value: Double) -> String { places(value, 4) }
  static func signed(_ value: Double) -> String { (value < 0 ? "" : "+") + places(value, 4) }

  private static func places(_ value: Double, _ count: Int) -> String {
    let scale = count == 2 ? 100.0 : 10_000.0
    let whole = Int((abs(value) * scale).rounded())
    let rest = String(whole % Int(scale))
    let padded = String(repeating: "0", count: count - rest.count) + rest
    return "\(value < 0 && whole > 0 ? "-" : "")\(whole / Int(scale)).\(padded)"
  }
}
