import Testing
import Transcripts

struct MutationTests {
  private func outcomes(_ text: String, _ mutants: [Mutant]) -> [MutationRun.Outcome] {
    #expect(Talks.messages(text) == [])
    let cases = Talks.cases(text)
    let results = Runner(Talks.catalog).run(cases)
    return MutationRun(cases, results).run(mutants, jobs: 1)
  }

  private func mutant(_ kind: Mutant.Kind, _ what: String) throws -> Mutant {
    try #require(
      Mutants(Talks.catalog).some(5_000, seed: 1).first {
        $0.kind == kind && $0.what.hasPrefix(what)
      }
    )
  }

  @Test func `swapped answers are noticed by a check of the source, not by the id alone`() throws {
    let swapped = try mutant(.swappedAnswers, "dairy and ")
    let weak = Talks.block("you: dairy", "bot: <dairy.short>")
    let strong = Talks.block("you: dairy", "bot: <dairy.short>", "? source juhl2018")
    #expect(outcomes(weak, [swapped]).map(\.noticedBy) == [nil])
    #expect(outcomes(strong, [swapped]).map(\.noticedBy) == ["example.chat.md:1"])
  }

  @Test func `a danger that is never raised is noticed`() throws {
    let text = Talks.block(
      "you: my throat is swelling and I can't breathe",
      "bot: [any]",
      "? safety anaphylaxis"
    )
    #expect(
      outcomes(text, [try mutant(.droppedDanger, "anaphylaxis")]).map(\.noticedBy) == [
        "example.chat.md:1"
      ]
    )
  }

  @Test func `a changed line is noticed by exact words alone`() throws {
    let changed = try mutant(.changedLine, "chat.goodbye says")
    #expect(
      outcomes(Talks.block("you: bye", "bot: Take care. Nothing was kept."), [changed]).map(
        \.noticedBy
      ) == ["example.chat.md:1"]
    )
    #expect(
      outcomes(Talks.block("you: bye", "bot: <chat.goodbye>"), [changed]).map(\.noticedBy) == [nil]
    )
  }

  @Test func `swapped words of a fact are noticed`() throws {
    let swapped = try mutant(.swappedWords, "diet: pescatarian and vegan")
    let text = Talks.block(
      "@strict no the answer matters elsewhere",
      "you: I eat vegan",
      "bot: [any]",
      "? slot diet = vegan"
    )
    #expect(outcomes(text, [swapped]).map(\.noticedBy) == ["example.chat.md:1"])
  }

  @Test func `the same number makes the same mistakes, of every kind in turn`() {
    let mutants = Mutants(Talks.catalog)
    #expect(mutants.some(30, seed: 7).map(\.what) == mutants.some(30, seed: 7).map(\.what))
    #expect(mutants.some(30, seed: 7).map(\.what) != mutants.some(30, seed: 8).map(\.what))
    #expect(Set(mutants.some(6, seed: 7).map(\.kind)).count == 6)
  }

  @Test func `the report lists what nobody noticed and the share that somebody did`() {
    let text = MutationRun.text(of: [
      .init(kind: .droppedDanger, what: "a", noticedBy: nil),
      .init(kind: .droppedDanger, what: "b", noticedBy: "x:1"),
    ])
    #expect(
      text == """
        a danger never raised: 1 of 2 noticed
          no test notices: a
        1 of 2 mistakes noticed (50 %)

        """
    )
  }
}
