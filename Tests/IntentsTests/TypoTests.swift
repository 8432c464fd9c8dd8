import Authoring
import Compiled
import Foundation
import Intents
import Knowledge
import Testing

/// One slip of the fingers in one word of a line.
enum Typo {
  static func line(_ line: String, _ random: inout SplitMix) -> String {
    var words = line.split(separator: " ").map { Array($0.utf8) }
    let long = words.indices.filter { words[$0].count >= 5 && words[$0].allSatisfy { $0 < 0x80 } }
    guard !long.isEmpty else { return line }
    let word = long[Int(random.next(below: UInt64(long.count)))]
    let place = 1 + Int(random.next(below: UInt64(words[word].count - 2)))
    switch random.next(below: 3) {
    case 0: words[word].swapAt(place, place + 1)
    case 1: words[word].remove(at: place)
    default: words[word].insert(words[word][place], at: place)
    }
    return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}

struct TypoTests {
  @Test func `one slip in our own questions costs three points at most`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let set = TrainingSet(Content(try SourceFolder(root: root.path)))
    let lines = set.examples.filter { $0.intent != Model.outOfScope }
    #expect(lines.count > 1_000)
    var random = SplitMix(seed: 9)
    let model = CompiledCatalog.catalog.model
    var (right, rightWithSlip) = (0, 0)
    for _ in 0..<2_000 {
      let line = lines[Int(random.next(below: UInt64(lines.count)))]
      if model.classify(line.text).best?.intent == line.intent { right += 1 }
      if model.classify(Typo.line(line.text, &random)).best?.intent == line.intent {
        rightWithSlip += 1
      }
    }
    #expect(
      right - rightWithSlip <= 60,
      "of 2,000 lines \(right) were right, with a slip \(rightWithSlip)"
    )
  }
}
