package import Knowledge
package import Language

/// The words from which facts are read: `seeds/plan/slots.yml`.
package struct SlotWords: Sendable {
  package let slot: Slot
  /// Phrases by option, concepts still named by `~`.
  package let entries: [(name: String, phrases: [Placed<String>])]

  static func read(_ file: SourceFile, _ findings: FindingList) -> [SlotWords] {
    guard let node = YAMLNode.read(file, findings), let map = MapReader(node, keys: nil, findings)
    else { return [] }
    return map.entries.compactMap { key, node in
      guard let slot = Slot(rawValue: key.value) else {
        findings.add(
          .badValue,
          at: key.place,
          "no slot is named '\(key.value)'",
          remedy: Suggestion.remedy(
            for: key.value,
            among: Slot.allCases.map(\.rawValue),
            otherwise: "see the slot table in ARCHITECTURE.md"
          )
        )
        return nil
      }
      guard let options = MapReader(node, keys: keys(of: slot), findings) else { return nil }
      return SlotWords(
        slot: slot,
        entries: options.entries.map { ($0.key.value, options.texts($0.value)) }
      )
    }
  }

  private static func keys(of slot: Slot) -> [String] {
    switch slot.kind {
    case .flag: ["yes", "no", "not"]
    case .number: ["about", "none", "not"]
    case .choice(let options): options + ["about", "not"]
    case .list(let options): options + ["about", "not"]
    }
  }

  /// The single words of its phrases, concepts left out: people type them, so spelling repair leaves them alone.
  package var words: [String] {
    entries.flatMap(\.phrases).filter { !$0.value.hasPrefix("~") }
      .flatMap { $0.value.split(separator: " ").map(String.init) }
  }

  /// The phrases with concepts written out.
  package func phrases(concepts: [ConceptEntry]) -> [PhraseTable.Entry] {
    entries.map { name, phrases in
      PhraseTable.Entry(
        name: name,
        phrases: phrases.flatMap { phrase -> [String] in
          guard phrase.value.hasPrefix("~") else { return [phrase.value] }
          return concepts.first { $0.name == phrase.value.dropFirst() }?.words.map(\.value) ?? []
        }
      )
    }
  }
}

/// Words that shape a sentence: `seeds/language.yml`.
enum LanguageFile {
  static func read(_ file: SourceFile, _ findings: FindingList) -> [SentenceWords.Role: [String]] {
    guard let node = YAMLNode.read(file, findings),
      let map = MapReader(node, keys: SentenceWords.Role.allCases.map(\.rawValue), findings)
    else { return [:] }
    return SentenceWords.Role.allCases.reduce(into: [:]) { words, role in
      let phrases = map.someTexts(role.rawValue)
      for phrase in phrases where holdsNumber(phrase.value) {
        findings.add(
          .badValue,
          at: phrase.place,
          "'\(phrase.value)' holds a number, and one number is read like any other",
          remedy: "leave the phrase out"
        )
      }
      words[role] = phrases.map(\.value)
    }
  }

  private static func holdsNumber(_ phrase: String) -> Bool {
    Tokenizer.tokens(in: phrase).list.contains { $0.kind == .number }
  }

  /// Words under the names of what they mean: `seeds/safety/lexicon.yml`.
  static func readLexicon(_ file: SourceFile, _ findings: FindingList) -> [PhraseTable.Entry] {
    guard let node = YAMLNode.read(file, findings), let map = MapReader(node, keys: nil, findings)
    else { return [] }
    return map.entries.map {
      PhraseTable.Entry(name: $0.key.value, phrases: map.texts($0.value).map(\.value))
    }
  }
}
