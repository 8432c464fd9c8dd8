import Compiled
import Foundation
import Intents
import Knowledge
import Language
import Packed
import Testing

struct SpellingTests {
  /// An index over words that each stand in so many examples.
  private func index(_ words: [String: Int]) -> SpellingIndex {
    var writer = PackedWriter()
    SpellingIndex.write(
      words.sorted { $0.key < $1.key }.map { SpellingIndex.Entry(word: $0.key, count: $0.value) },
      to: &writer
    )
    return SpellingIndex(in: .owned(writer.bytes), at: 0)
  }

  private func nearest(_ typed: String, in words: [String: Int]) -> String? {
    Array(typed.utf8).withUnsafeBufferPointer { index(words).nearest(to: $0) }
  }

  @Test(arguments: [
    ("ezcema", "eczema"), ("eczma", "eczema"), ("eczeema", "eczema"), ("rosacia", "rosacea"),
    ("probotics", "probiotics"), ("probbiotiks", "probiotics"),
  ])
  func `a slip or two is put right`(_ typed: String, _ meant: String) {
    #expect(nearest(typed, in: ["eczema": 5, "rosacea": 5, "probiotics": 5]) == meant)
  }

  @Test(arguments: ["xczema", "ezmca", "mil", "milkshakes"])
  func `too many slips, another first letter and short words are left`(_ typed: String) {
    #expect(nearest(typed, in: ["eczema": 5, "milk": 5]) == nil)
  }

  @Test func `two words that fit equally well are refused`() {
    #expect(nearest("bate", in: ["bake": 5, "base": 5]) == nil)
    // The commonest leaves the rarest far behind, but not the other one.
    #expect(nearest("bate", in: ["bake": 1, "base": 7, "bade": 9]) == nil)
    #expect(nearest("bate", in: ["bake": 1, "base": 1, "bade": 9]) == "bade")
  }

  @Test func `swapped and doubled letters are the cheapest slips`() {
    #expect(nearest("tarin", in: ["train": 5, "tabin": 5]) == "train")
    #expect(nearest("buter", in: ["butter": 5, "bumter": 5]) == "butter")
  }

  private static let dictionary = ["american-english", "british-english"].compactMap {
    FileManager.default.contents(atPath: "/usr/share/dict/\($0)")
  }

  @Test(.enabled(if: !dictionary.isEmpty, "the system has no word list"))
  func `repair changes no word of ordinary English`() {
    let words = Set(
      Self.dictionary.flatMap {
        String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init)
      }
    ).sorted()
    var random = SplitMix(seed: 4)
    let sample = (0..<20_000).map { _ in words[Int(random.next(below: UInt64(words.count)))] }
    let model = CompiledCatalog.catalog.model
    let changed = sample.filter { !model.repaired(Tokenizer.tokens(in: $0)).repairs.isEmpty }
    #expect(changed == [])
  }

  @Test func `repair changes no name of a medicine`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "seeds/medicines.yml")
    let names = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("  - ") }.map { String($0.dropFirst(4)) }
    #expect(names.count > 50)
    let model = CompiledCatalog.catalog.model
    let changed = names.filter { !model.repaired(Tokenizer.tokens(in: $0)).repairs.isEmpty }
    #expect(changed == [])
  }
}
