package import Intents
internal import Knowledge
package import Language
internal import Packed
internal import Slots

/// Turns content files into the compiled form that the program reads in place.
package struct ContentCompiler: Sendable {
  package let content: Content
  /// Ordinary English words, one a line of the system's word lists.
  package let dictionary: [String]
  package var threads = 2

  /// Parts of the held-out estimate that confidences are fitted to.
  static let folds = 4

  package init(_ content: Content, dictionary: [String]) {
    self.content = content
    self.dictionary = dictionary
  }

  package func compile() -> [UInt8] {
    let set = TrainingSet(content)
    let guardBytes = wordGuardBytes()
    let wordGuard = WordGuard(in: .owned(guardBytes), at: 0)
    return Catalog.pack([
      .topics: packed(content.liveIntents.map { ($0.id, $0.topic) }),
      .answers: packed(content.liveAnswers.map { ($0.id, $0.answer) }),
      .claims: packed(content.claims.map { ($0.claim.id.rawValue, $0.claim) }),
      .topicIndex: packed(TopicIndex.all(of: content.claims.map(\.claim))),
      .references: packed(content.references.map { ($0.reference.id.rawValue, $0.reference) }),
      .wording: packed(wording),
      .redFlags: packed(content.redFlags.map { ($0.redFlag.id.rawValue, $0.redFlag) }),
      .crisisLines: packed(content.crisisLines.map { ($0.lines.region, $0.lines) }),
      .cautions: packed(content.cautions.map { ($0.caution.id.rawValue, $0.caution) }),
      .affectedThings: packed(content.affected.map { ($0.thing.name, $0.thing) }),
      .actions: packed(content.actions.map { ($0.action.id.rawValue, $0.action) }),
      .careNotes: packed(content.careNotes.map { ($0.note.concern, $0.note) }),
      .questions: packed(
        content.questions.map { ($0.question.id.rawValue, $0.question) },
        sorted: false
      ),
      .mentions: mentions(set),
      .sentenceWords: sentenceWords(),
      .slotLexicon: slotLexicon(),
      .safetyModel: SafetyCompiler(content, wordGuard: wordGuard, threads: threads).packed(),
      .wordGuard: guardBytes,
      .model: model(set, wordGuard),
    ])
  }

  private func packed<Value: Packable>(_ values: [(id: String, value: Value)], sorted: Bool = true)
    -> [UInt8]
  {
    var writer = PackedWriter()
    PackedSection.write(sorted ? values.sorted { $0.id < $1.id } : values, to: &writer)
    return writer.bytes
  }

  private var wording: [(id: String, value: WordingLine)] {
    content.wording.map { ($0.line.id, $0.line) }
      + [("plan.always", WordingLine(id: "plan.always", variants: [content.planAlways]))]
  }

  private func sentenceWords() -> [UInt8] {
    var writer = PackedWriter()
    SentenceWords.write(content.sentenceWords, to: &writer)
    return writer.bytes
  }

  private func slotLexicon() -> [UInt8] {
    var writer = PackedWriter()
    let entries = content.slotWords.map { ($0.slot, $0.phrases(concepts: content.concepts)) }
    SlotLexicon.write(Dictionary(entries, uniquingKeysWith: +), to: &writer)
    return writer.bytes
  }

  /// Concepts that are named like a topic: the words by which people mention it.
  private func mentions(_ set: TrainingSet) -> [UInt8] {
    let topics = Set(content.liveIntents.map(\.id))
    var writer = PackedWriter()
    PhraseTable.write(
      set.concepts.filter { topics.contains($0.name) },
      hidden: set.hidden,
      to: &writer
    )
    return writer.bytes
  }

  private func wordGuardBytes() -> [UInt8] {
    var writer = PackedWriter()
    let facts = content.slotWords.flatMap { $0.words }
    WordGuard.write(dictionary + content.medicines.map(\.value) + facts, to: &writer)
    return writer.bytes
  }

  /// Words that spelling repair leaves alone.
  package var wordGuard: WordGuard { WordGuard(in: .owned(wordGuardBytes()), at: 0) }

  private func model(_ set: TrainingSet, _ wordGuard: WordGuard) -> [UInt8] {
    let trainer = trainer(for: set)
    let validation = CrossValidation(
      set.examples,
      priors: set.priors,
      folds: Self.folds,
      trainer: trainer,
      wordGuard: wordGuard
    )
    return trainer.train(set.examples + set.priors).packed(validation.calibration())
  }

  /// The keyword model without its confidences: it ranks as the program's does and takes a fifth of the time.
  package func rankingModel() -> Model {
    let set = TrainingSet(content)
    let trained = trainer(for: set).train(set.examples + set.priors)
    return Model(in: .owned(trained.packed()), wordGuard: wordGuard)
  }

  /// What reads facts about a person from a line.
  func slotReader() -> SlotReader {
    SlotReader(
      lexicon: SlotLexicon(in: .owned(slotLexicon()), at: 0),
      words: SentenceWords(content.sentenceWords)
    )
  }

  /// The trainer of the program's own model.
  package func trainer(for set: TrainingSet) -> Trainer {
    var recipe = Recipe.standard
    recipe.learnsNames = false
    recipe.storyWeight = 0.6
    recipe.refusalCost = 0.025
    recipe.leastExamplesOfLetters = 4
    var trainer = Trainer(recipe: recipe, concepts: set.concepts, threads: threads)
    trainer.hiddenPhrases = set.hidden
    return trainer
  }
}

extension IntentFile {
  /// The value that the program uses.
  ///
  /// Ids that do not exist are findings, not our concern here.
  var topic: Topic {
    Topic(
      id: ID(id),
      group: group,
      title: title.value,
      name: name?.value ?? title.value,
      partOf: partOf.map { ID($0.value) },
      offers: offers.map { offer in
        Topic.Offer(
          ask: offer.ask.value,
          goes: ID(offer.goes.value),
          unless: offer.unless.flatMap { Condition($0.value) }
        )
      }
    )
  }
}
