package import Knowledge
package import Language

/// A fact about the person, read from what they typed.
package struct SlotReading: Equatable, Sendable {
  package let slot: Slot
  package let value: SlotValue
  /// The words it was read from.
  package let words: String

  package init(slot: Slot, value: SlotValue, words: String) {
    self.slot = slot
    self.value = value
    self.words = words
  }
}

/// Reads facts about a person from a line, several at once.
///
/// Only what is said is stored.
///
/// Facts about other people, questions, fancies and things long past give nothing; denials give "no"; a later
/// statement in the line corrects an earlier one.
package struct SlotReader: Sendable {
  let lexicon: SlotLexicon
  private let words: SentenceWords
  private let clauseReader: ClauseReader

  package init(lexicon: SlotLexicon, words: SentenceWords) {
    self.lexicon = lexicon
    self.words = words
    clauseReader = ClauseReader(words)
  }

  /// - Parameters:
  ///   - tokens: The line, spelling put right.
  ///   - asked: The slot that Flora has just asked for; a bare value then needs no words around it.
  /// - Returns: At most one reading a slot, in the order of `Slot.allCases`.
  package func read(_ tokens: Tokens, asked: Slot? = nil) -> [SlotReading] {
    let stems = StemReader().stems(of: tokens)
    let clauses = clauseReader.clauses(of: tokens, stems: stems)
    return readings(of: line(tokens, stems: stems, clauses: clauses, asked: asked))
  }

  /// Reads a line whose stems and clauses are known already: what it says is so, and what it says is not.
  package func facts(
    _ tokens: Tokens,
    stems: [StemPlace],
    clauses: [Clause],
    asked: Slot?
  ) -> (readings: [SlotReading], denials: [SlotDenial]) {
    let line = line(tokens, stems: stems, clauses: clauses, asked: asked)
    return (readings(of: line), line.denials())
  }

  private func line(_ tokens: Tokens, stems: [StemPlace], clauses: [Clause], asked: Slot?)
    -> SlotLine
  {
    let shaping = words.places(in: stems)
    let parts = Self.parts(of: stems, tokens)
    let isForOther = !shaping[.onBehalf].isEmpty
    let told = clauses.map { Self.denying(Self.told($0, tokens), tokens) }
    let clauses = isForOther ? told.map { Self.asked(of: $0, tokens) } : told
    return SlotLine(
      tokens: tokens,
      clauses: clauses.flatMap { Self.partners($0, tokens, shaping[.people]) }
        .flatMap { Self.goingOn($0, tokens, stopped: shaping[.stopped]) },
      numbers: Numbers.spans(in: tokens),
      mentions: Dictionary(
        uniqueKeysWithValues: Slot.allCases.map { slot in
          (slot, parts.flatMap { lexicon.mentions(of: slot, in: $0) })
        }
      ),
      amounts: Self.amounts(shaping),
      isForOther: isForOther,
      asked: asked
    )
  }

  /// Stems between the ends of sentences, as nobody says "no drinks" across one of them.
  private static func parts(of stems: [StemPlace], _ tokens: Tokens) -> [[StemPlace]] {
    let ends = tokens.list.indices.filter { index in
      tokens.list[index].kind == .pause
        && ([".", "!", ";"].contains(tokens.text(index))
          || index > 0 && ["no", "yes", "nope", "none", "nil"].contains(tokens.text(index - 1)))
    }
    guard !ends.isEmpty else { return [stems] }
    return Dictionary(grouping: stems) { stem in ends.count { $0 < Int(stem.token) } }
      .sorted { $0.key < $1.key }.map(\.value)
  }

  private func readings(of line: SlotLine) -> [SlotReading] {
    Slot.allCases.compactMap { slot in
      guard let found = value(of: slot, in: line) else { return nil }
      return SlotReading(slot: slot, value: found.value, words: line.words(found.tokens))
    }
  }

  /// Words for low, medium and high.
  private static func amounts(_ shaping: SentenceWords.Places)
    -> [(option: String, tokens: ClosedRange<Int>)]
  {
    [(SentenceWords.Role.low, "low"), (.medium, "medium"), (.high, "high")].flatMap {
      role,
      option in
      shaping[role].map { (option, $0) }
    }
  }

  private func value(of slot: Slot, in line: SlotLine) -> FoundValue? {
    switch slot {
    case .age: line.age()
    case .sleepHours: line.sleepHours()
    case .exerciseDays, .fermentedWeekly, .alcoholWeekly, .dairyDaily: line.count(of: slot)
    case .durationWeeks: line.duration()
    case .stress, .fiber, .sugar: line.choice(of: slot) ?? line.level(of: slot)
    case .budget: line.budget() ?? line.choice(of: slot) ?? line.level(of: slot)
    case .diet: line.diet()
    case .skincare: line.choice(of: slot) ?? line.noSkincare()
    case .severity: line.choice(of: slot) ?? line.severityInBrief()
    case .region: line.choice(of: slot)
    case .concern, .conditions, .medicines, .allergies, .gutSymptoms: line.list(of: slot)
    case .pregnant, .breastfeeding, .tryingToConceive, .immunocompromised, .onAntibiotics,
      .onIsotretinoin,
      .smoker, .probioticNow, .eatingDisorder:
      line.flag(slot)
    }
  }
}
