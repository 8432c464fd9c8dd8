internal import Intents
internal import Knowledge

/// Every rule of the linter, run over content that has been read.
package struct Linter: Sendable {
  /// Rules that may be asked for; what the loader and `ReferenceCheck` find is always told.
  package enum Part: String, CaseIterable, Sendable {
    case evidence, readability, wording, examples
  }

  private let facts: LintFacts

  /// - Parameters:
  ///   - content: What is judged.
  ///   - released: The day of the release, as `yyyy-mm-dd`; ages are judged against it.
  ///   - dictionary: Ordinary English words, which spelling repair leaves alone.
  ///   - threads: Threads to train and classify on; the findings do not depend on it.
  package init(_ content: Content, released: String, dictionary: [String], threads: Int = 2) {
    facts = LintFacts(content, released: released, dictionary: dictionary, threads: threads)
  }

  package func report(_ parts: Set<Part>) -> LintReport {
    let content = facts.content
    let findings = FindingList()
    var report = LintReport()
    (content.findings + ReferenceCheck(content).findings).forEach(findings.add)
    if parts.contains(.evidence) { evidence(findings) }
    if parts.contains(.readability) {
      report.counts.append("\(ReadabilityRule.check(facts, findings)) texts read for their grade")
    }
    if parts.contains(.wording) { wording(findings) }
    if parts.contains(.wording) || parts.contains(.examples) {
      model(parts, findings, &report)
    }
    let isWhole = parts.count == Part.allCases.count
    report.findings = ExceptionFilter(content.wordingRules, isWhole: isWhole)
      .kept(findings.findings).sorted { ($0.place, $0.problem) < ($1.place, $1.problem) }
    return report
  }

  private func evidence(_ findings: FindingList) {
    CatalogueRule.check(facts, findings)
    CitationRule.check(facts, findings)
    GradeRule.check(facts, findings)
    AgeRule.check(facts, findings)
    SafetyMinimumRule.check(facts, findings)
  }

  private func wording(_ findings: FindingList) {
    ListedWordRule.check(facts, findings)
    DoseRule.check(facts, findings)
    SkinToneRule.check(facts, findings)
    FirstLineRule.check(facts, findings)
    OfferCircleRule.check(facts, findings)
  }

  /// The rules that ask the trained model.
  private func model(_ parts: Set<Part>, _ findings: FindingList, _ report: inout LintReport) {
    // Nothing can be learned from content that cannot be read.
    guard !facts.content.liveIntents.isEmpty else { return }
    let compiler = facts.compiler
    let model = compiler.rankingModel()
    if parts.contains(.wording) {
      let count = OfferRule(facts, model).check(findings)
      report.counts.append("\(count) offers followed")
    }
    guard parts.contains(.examples) else { return }
    ExampleListRule.check(facts, findings)
    let counts = ExampleRule(facts, model).check(findings)
    report.counts.append(
      "\(counts.asks) examples, \(counts.nearMisses) near misses and \(counts.slips) typing slips tried"
    )
    NeverRule(facts, model).check(findings)
    HearsRule(facts, model, compiler.slotReader()).check(findings)
    report.notes = KeywordRule.check(facts, findings).sorted { $0.place < $1.place }
  }
}

/// What the linter has to say.
package struct LintReport: Equatable, Sendable {
  /// Mistakes, in the order of their places.
  package var findings: [Finding] = []
  /// Worth a look, and no mistake.
  package var notes: [Finding] = []
  /// How much was checked, in words.
  package var counts: [String] = []

  package init(findings: [Finding] = [], notes: [Finding] = [], counts: [String] = []) {
    self.findings = findings
    self.notes = notes
    self.counts = counts
  }
}

/// What the rules share: the content, looked up by name.
struct LintFacts: Sendable {
  let content: Content
  let released: String
  let claims: [ID<Claim>: Claim]
  let drafts: Set<String>
  /// Answers that are given to people.
  let answers: [AnswerFile]
  let compiler: ContentCompiler
  let threads: Int

  init(_ content: Content, released: String, dictionary: [String], threads: Int) {
    self.content = content
    self.released = released
    self.threads = threads
    claims = Dictionary(
      content.claims.map { ($0.claim.id, $0.claim) },
      uniquingKeysWith: { first, _ in first }
    )
    drafts = Set(content.intents.filter(\.isDraft).map(\.id))
    answers = content.liveAnswers
    var compiler = ContentCompiler(content, dictionary: dictionary)
    compiler.threads = threads
    self.compiler = compiler
  }

  /// Whether topics of the group answer from the evidence.
  static func isFactual(group: String) -> Bool {
    group != Topic.dialogueGroup && group != Topic.safetyGroup
  }
}

/// Takes away findings that the content itself says are right as they stand.
private struct ExceptionFilter {
  private let exceptions: [WordingRules.Exception]
  private let isWhole: Bool

  /// `isWhole`: Whether every rule ran, so that an exception without a finding is idle.
  init(_ rules: WordingRules, isWhole: Bool) {
    exceptions = rules.exceptions
    self.isWhole = isWhole
  }

  func kept(_ findings: [Finding]) -> [Finding] {
    var used: Set<Int> = []
    var kept = findings.filter { finding in
      let match = exceptions.firstIndex { exception in
        exception.rule.value == finding.rule.rawValue && exception.file == finding.place.file
          && finding.problem.contains(exception.has)
      }
      if let match { used.insert(match) }
      return match == nil
    }
    guard isWhole else { return kept }
    for (number, exception) in exceptions.enumerated() where !used.contains(number) {
      kept.append(
        Finding(
          .idleException,
          at: exception.rule.place,
          "nothing in \(exception.file) needs this exception",
          remedy: "remove it"
        )
      )
    }
    return kept
  }
}
