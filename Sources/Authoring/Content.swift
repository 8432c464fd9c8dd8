package import Language

/// Everything that the content folder holds, read but not yet compiled.
package struct Content: Sendable {
  package let intents: [IntentFile]
  package let outOfScope: [Placed<String>]
  package let answers: [AnswerFile]
  package let claims: [ClaimEntry]
  package let references: [ReferenceEntry]
  package let concepts: [ConceptEntry]
  /// Terms that readability masks.
  package let glossary: [Placed<String>]
  package let wording: [WordingEntry]
  package let redFlags: [RedFlagEntry]
  package let cautions: [CautionEntry]
  package let affected: [AffectedEntry]
  package let crisisLines: [CrisisEntry]
  /// Names of medicines, which spelling repair leaves alone.
  package let medicines: [Placed<String>]
  package let outline: [OutlineRow]
  /// The topics that there must be.
  package let catalogue: [CatalogueEntry]
  package let wordingRules: WordingRules
  package let actions: [ActionEntry]
  package let careNotes: [CareEntry]
  /// The sentence that stands in every plan.
  package let planAlways: String
  package let questions: [QuestionEntry]
  /// Lines with words of danger that raise nothing.
  package let quietLines: [Placed<String>]
  package let slotWords: [SlotWords]
  /// Words of danger by what they mean.
  package let safetyLexicon: [PhraseTable.Entry]
  package let sentenceWords: [SentenceWords.Role: [String]]
  /// Mistakes met while reading.
  package let findings: [Finding]

  /// Reads all files of a folder; every mistake is in `findings`, none stops the reading.
  package init(_ folder: SourceFolder) {
    let findings = FindingList()
    folder.findings.forEach(findings.add)
    var files = folder.files.filter { !$0.path.hasSuffix("README.md") }
    func take(_ isWanted: (SourceFile) -> Bool) -> [SourceFile] {
      defer { files.removeAll(where: isWanted) }
      return files.filter(isWanted)
    }
    func one(_ path: String) -> SourceFile? {
      let found = take { $0.path == path }.first
      if found == nil {
        findings.add(
          .unreadable,
          at: Place(file: path),
          "the file is missing",
          remedy: "restore it"
        )
      }
      return found
    }
    outOfScope = one("intents/out-of-scope.yml").map { Self.texts($0, key: "asks", findings) } ?? []
    intents = take { $0.folder.first == "intents" && $0.folder.count == 2 && $0.isYAML }
      .compactMap { IntentFile($0, findings) }
    answers = take {
      $0.folder.starts(with: ["seeds", "answers"]) && $0.folder.count == 3 && !$0.isYAML
    }
    .compactMap { AnswerFile($0, findings) }
    claims = take { $0.folder == ["seeds", "claims"] && $0.isYAML }.flatMap {
      ClaimEntry.read($0, findings)
    }
    references = one("seeds/references.yml").map { ReferenceEntry.read($0, findings) } ?? []
    concepts = one("seeds/concepts.yml").map { ConceptEntry.read($0, findings) } ?? []
    glossary = one("seeds/glossary.yml").map { Self.texts($0, key: "terms", findings) } ?? []
    wording =
      (one("seeds/wording.yml").map { WordingEntry.read($0, findings) } ?? [])
      + (one("seeds/plan/talk.yml").map { WordingEntry.readTalk($0, findings) } ?? [])
    redFlags = take { $0.folder == ["seeds", "safety", "red-flags"] && $0.isYAML }
      .compactMap { RedFlagEntry($0, findings) }
    cautions = one("seeds/safety/cautions.yml").map { CautionEntry.read($0, findings) } ?? []
    affected = one("seeds/safety/affects.yml").map { AffectedEntry.read($0, findings) } ?? []
    crisisLines = one("seeds/safety/crisis-lines.yml").map { CrisisEntry.read($0, findings) } ?? []
    medicines = one("seeds/medicines.yml").map { Self.texts($0, key: "names", findings) } ?? []
    actions = one("seeds/plan/actions.yml").map { ActionEntry.read($0, findings) } ?? []
    (careNotes, planAlways) =
      one("seeds/plan/care.yml").map { CareEntry.read($0, findings) } ?? ([], "")
    questions = one("seeds/plan/onboarding.yml").map { QuestionEntry.read($0, findings) } ?? []
    quietLines = one("seeds/safety/quiet.yml").map { Self.texts($0, key: "quiet", findings) } ?? []
    slotWords = one("seeds/plan/slots.yml").map { SlotWords.read($0, findings) } ?? []
    safetyLexicon =
      one("seeds/safety/lexicon.yml").map { LanguageFile.readLexicon($0, findings) } ?? []
    sentenceWords = one("seeds/language.yml").map { LanguageFile.read($0, findings) } ?? [:]
    outline = one("seeds/outline.md").map { OutlineRow.read($0, findings) } ?? []
    catalogue = one("seeds/catalog.yml").map { CatalogueEntry.read($0, findings) } ?? []
    wordingRules =
      one("seeds/wording-rules.yml").map { WordingRules.read($0, findings) } ?? .none
    for file in files {
      findings.add(
        .strayFile,
        at: Place(file: file.path),
        "nothing reads this file",
        remedy: "move it where its kind belongs (see seeds/README.md) or remove it"
      )
    }
    self.findings = findings.findings
  }

  private static func texts(_ file: SourceFile, key: String, _ findings: FindingList) -> [Placed<
    String
  >] {
    guard let node = YAMLNode.read(file, findings), let map = MapReader(node, keys: [key], findings)
    else { return [] }
    return map.someTexts(key)
  }
}

extension Content {
  /// Topics that may answer; drafts never do.
  package var liveIntents: [IntentFile] { intents.filter { !$0.isDraft } }

  /// Answers that may be given: none of a draft.
  package var liveAnswers: [AnswerFile] {
    let drafts = Set(intents.filter(\.isDraft).map(\.id))
    return answers.filter { !drafts.contains($0.id) }
  }
}

extension SourceFile {
  var isYAML: Bool { path.hasSuffix(".yml") }
}
