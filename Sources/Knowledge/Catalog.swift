package import Intents
package import Language
package import Packed

/// Everything Flora knows, read where it stands: content files in their compiled form, and the trained models.
///
/// Making one costs a few microseconds; each value is unpacked when somebody asks for it.
package struct Catalog: Sendable {
  package let topics: PackedSection<Topic>
  package let answers: PackedSection<Answer>
  package let claims: PackedSection<Claim>
  package let topicIndex: PackedSection<TopicIndex>
  package let references: PackedSection<Reference>
  package let wording: PackedSection<WordingLine>
  package let redFlags: PackedSection<RedFlag>
  package let crisisLines: PackedSection<CrisisLines>
  package let cautions: PackedSection<Caution>
  package let affectedThings: PackedSection<AffectedThing>
  package let actions: PackedSection<PlanAction>
  package let careNotes: PackedSection<CareNote>
  package let questions: PackedSection<FormQuestion>
  /// Everyday words that name a topic, under the topic's id.
  package let mentions: PhraseTable
  /// Words that shape a sentence.
  package let sentenceWords: SentenceWords
  /// Parts that other targets read themselves: where each starts in `blob`.
  package let blob: Blob
  private let starts: [Int]
  /// Ordinary English words and medicine names, which spelling repair leaves alone.
  package let wordGuard: WordGuard
  /// Understands what a line is about.
  package let model: Model

  package init(in blob: Blob) {
    let starts = blob.withBytes { bytes in
      var reader = PackedReader(bytes)
      return Part.allCases.map { _ in reader.fixed(width: Part.startWidth) }
    }
    func section<Value>(_ part: Part) -> PackedSection<Value> {
      blob.withBytes { bytes in
        var reader = PackedReader(bytes, at: starts[part.rawValue])
        return PackedSection(&reader, in: blob)
      }
    }
    self.blob = blob
    self.starts = starts
    topics = section(.topics)
    answers = section(.answers)
    claims = section(.claims)
    topicIndex = section(.topicIndex)
    references = section(.references)
    wording = section(.wording)
    redFlags = section(.redFlags)
    crisisLines = section(.crisisLines)
    cautions = section(.cautions)
    affectedThings = section(.affectedThings)
    actions = section(.actions)
    careNotes = section(.careNotes)
    questions = section(.questions)
    mentions = PhraseTable(in: blob, at: starts[Part.mentions.rawValue])
    sentenceWords = SentenceWords(in: blob, at: starts[Part.sentenceWords.rawValue])
    wordGuard = WordGuard(in: blob, at: starts[Part.wordGuard.rawValue])
    model = Model(in: blob, at: starts[Part.model.rawValue], wordGuard: wordGuard)
  }

  /// Where a part starts in `blob`.
  package func start(of part: Part) -> Int { starts[part.rawValue] }

  /// The parts of the compiled form, in the order in which they stand.
  package enum Part: Int, CaseIterable, Sendable {
    case topics, answers, claims, topicIndex, references, wording, redFlags, crisisLines, cautions
    case affectedThings, actions, careNotes, questions, mentions, sentenceWords, slotLexicon,
      safetyModel
    case wordGuard, model

    static let startWidth = 4
  }

  /// Puts packed parts together.
  package static func pack(_ parts: [Part: [UInt8]]) -> [UInt8] {
    var writer = PackedWriter()
    var start = Part.allCases.count * Part.startWidth
    for part in Part.allCases {
      writer.fixed(start, width: Part.startWidth)
      start += parts[part]?.count ?? 0
    }
    for part in Part.allCases { writer.append(parts[part] ?? []) }
    return writer.bytes
  }
}

extension Catalog {
  /// A line of Flora's own.
  ///
  /// - Parameters:
  ///   - id: Its name in `seeds/wording.yml`.
  ///   - use: How often it was said before; wordings take turns.
  ///   - values: What stands in the line's braces.
  /// - Returns: The line, or its name in brackets where there is none.
  package func say(_ id: String, use: Int = 0, _ values: [String: String] = [:]) -> String {
    wording[id]?.text(use: use, values) ?? "[\(id)]"
  }

  package func claims(_ ids: [ID<Claim>]) -> [Claim] { ids.compactMap { claims[$0.rawValue] } }
}
