internal import Language
internal import Packed
internal import Safety

extension SafetyCompiler {
  /// A stem in more than this share of all lines tells nothing.
  private static let commonShare = 0.025
  /// A sign must stand in so many times more dangerous lines than harmless ones.
  private static let tellsApart = 3

  /// The curators' signs as stems, without those that stand in harmless lines as well.
  func signEntries(_ lines: [Line]) -> [SignTable.Entry] {
    let reader = StemReader()
    let stems = lines.map { Set(reader.hashes(of: $0.text)) }
    var counts: [UInt64: Int] = [:]
    for set in stems { for stem in set { counts[stem, default: 0] += 1 } }
    let most = Int(Double(lines.count) * Self.commonShare)
    let entries = signLines.map { line in
      let all = Set(reader.hashes(of: line.text))
      let telling = all.filter { counts[$0, default: 0] <= most }
      return SignTable.Entry(
        rule: line.rule ?? "",
        stems: (telling.count > 1 ? telling : all)
          .sorted { (counts[$0, default: 0], $0) < (counts[$1, default: 0], $1) }
      )
    }
    let hits = hits(of: entries, lines)
    return zip(entries, hits).filter { $1.danger >= Self.tellsApart * $1.harmless }.map(\.0)
  }

  /// The same signs word for word.
  var packedWholeSigns: [UInt8] {
    let entries = Dictionary(grouping: signLines) { $0.rule ?? "" }
      .map { PhraseTable.Entry(name: $0.key, phrases: $0.value.map(\.text)) }
    var writer = PackedWriter()
    PhraseTable.write(entries, to: &writer)
    return writer.bytes
  }

  /// In how many lines each sign stands, told apart by whether the line is dangerous.
  private func hits(of entries: [SignTable.Entry], _ lines: [Line])
    -> [(danger: Int, harmless: Int)]
  {
    let numbered = entries.enumerated().map {
      SignTable.Entry(rule: String($0.offset), stems: $0.element.stems)
    }
    let table = SignTable(in: .owned(SignTable.packed(numbered)), at: 0)
    var hits = entries.map { _ in (danger: 0, harmless: 0) }
    for line in lines {
      for name in Hearing.signed(Tokenizer.tokens(in: line.text), table, sentenceWords) {
        guard let entry = Int(name) else { continue }
        if line.rule == nil { hits[entry].harmless += 1 } else { hits[entry].danger += 1 }
      }
    }
    return hits
  }
}
