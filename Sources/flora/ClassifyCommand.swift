import ArgumentParser
import Dialogue
import Foundation
import Intents
import Knowledge
import Packed
import Safety
import Terminal

struct ClassifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: "Lines in; for each the intent, how sure, and the words that counted.",
    discussion: "The safety screen runs here too: a danger gives its category as the intent."
  )

  @OptionGroup var content: ContentOption

  @Option(name: .long, help: "Train on a file of text<TAB>label lines in place of the content.")
  var train: String?

  @Option(name: .long, help: "With --train: keep the trained model in this file.")
  var save: String?

  @Option(name: .long, help: "Read a model that --save kept, in place of training.")
  var model: String?

  @Flag(name: .long, help: "One JSON object a line.")
  var json = false

  func run() throws {
    let catalog = try content.catalog()
    let model = try model(catalog)
    let screen = train == nil && self.model == nil ? SafetyScreen(catalog) : nil
    var input = PipedLines()
    while let line = try input.next() {
      let result = Result(line, model: model, screen: screen, catalog)
      try Say.out(json ? result.json() : result.words)
    }
  }

  func validate() throws {
    if save != nil, train == nil { throw ValidationError("--save wants --train.") }
    if model != nil, train != nil { throw ValidationError("Give --train or --model, not both.") }
  }

  private func model(_ catalog: Catalog) throws -> Model {
    if let model {
      return Model(in: .owned(try ModelFile.read(model)), wordGuard: catalog.wordGuard)
    }
    guard let train else { return catalog.model }
    let bytes = try TrainingFile.model(train, catalog)
    if let save { try ModelFile.write(bytes, to: save) }
    return Model(in: .owned(bytes), wordGuard: catalog.wordGuard)
  }

  private struct Result: Encodable {
    let text: String
    let intent: String
    let confidence: Double
    let alternatives: [Alternative]
    let matched: [Match]

    struct Alternative: Encodable {
      let intent: String
      let confidence: Double
    }

    struct Match: Encodable {
      let term: String
      let weight: Double
    }

    init(_ line: String, model: Model, screen: SafetyScreen?, _ catalog: Catalog) {
      text = line
      let found = model.classify(String(line.prefix(Conversation.readCharacters)))
      let raised = screen?.screen(line).raised.first
      let category = raised.flatMap { catalog.redFlags[$0.rule.rawValue]?.category.rawValue }
      let named =
        category ?? (found.isOutOfScope ? Model.outOfScope : found.best?.intent ?? Model.outOfScope)
      intent = named
      confidence = category == nil ? Self.rounded(found.best?.confidence ?? 0) : 1
      alternatives = found.ranked.filter { $0.intent != named }.prefix(4).map {
        Alternative(intent: $0.intent, confidence: Self.rounded($0.confidence))
      }
      let sum = found.best.flatMap { model.explain(found, as: $0.intent) }
      matched = (sum?.byWord ?? []).prefix(8).map {
        Match(term: $0.term, weight: Self.rounded($0.weight))
      }
    }

    private static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }

    func json() throws -> String { try JSONLine.text(of: self) }

    var words: String {
      let terms = matched.map { "\($0.term) \($0.weight)" }.joined(separator: ", ")
      return [intent, "\(confidence)", terms].map(OutputGate.clean).joined(separator: "\t") + "\n"
    }
  }
}

/// A file of `text<TAB>label` lines.
enum TrainingFile {
  /// - Throws: Exit code 66 when the file is missing, 65 when a line has no tab.
  static func examples(_ path: String) throws -> [Example] {
    guard let data = FileManager.default.contents(atPath: path) else {
      Say.error("there is no file \(path)")
      throw Exit.missingFile
    }
    var examples: [Example] = []
    for (number, line) in data.split(separator: 0x0A).enumerated() {
      let parts = line.split(separator: 0x09, maxSplits: 1).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard parts.count == 2 else {
        Say.error("\(path):\(number + 1): a line wants text, a tab and a label")
        throw Exit.badData
      }
      examples.append(Example(parts[0], parts[1].trimmingCharacters(in: .whitespaces)))
    }
    return examples
  }

  /// Trains and calibrates a model, as bytes.
  static func model(_ path: String, _ catalog: Catalog) throws -> [UInt8] {
    let examples = try examples(path)
    let trainer = Trainer(threads: 1)
    return trainer.train(examples).packed(
      trainer.calibration(for: examples, wordGuard: catalog.wordGuard)
    )
  }
}
