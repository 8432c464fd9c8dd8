import Testing
import Transcripts

struct RunnerTests {
  struct Fault: CustomTestStringConvertible {
    let text: String
    let message: String
    var testDescription: String { message }
  }

  @Test(arguments: [
    Fault(
      text: Talks.block("you: make me a plan", "bot: <form.start>"),
      message:
        "example.chat.md:3: one more message; expected no more, got <form.concern> Question 1 of 9: What would you like help with?"
    ),
    Fault(
      text: Talks.block("you: bye", "bot: <chat.goodbye>", "bot: <chat.goodbye>"),
      message: "example.chat.md:4: no message; expected <chat.goodbye>, got nothing"
    ),
    Fault(
      text: Talks.block("you: bye", "bot: <smalltalk.greet>"),
      message:
        "example.chat.md:3: bot: <smalltalk.greet>; expected <smalltalk.greet>, got <chat.goodbye> Take care. Nothing was kept."
    ),
    Fault(
      text: Talks.block("you: bye", "bot: <chat.goodbye>", "? not quits"),
      message: "example.chat.md:4: ? not quits; expected not the talk to end, got <chat.goodbye>"
    ),
  ])
  func `what is too much or too little fails with its line`(_ fault: Fault) throws {
    let messages = Talks.messages(fault.text)
    let first = try #require(messages.first)
    #expect(messages.count == 1)
    #expect(first.hasPrefix(fault.message))
  }

  @Test func `every check of a turn that fails is told`() {
    let text = Talks.block(
      "you: does milk cause acne",
      "bot: <dairy.short>",
      "? intent probiotics",
      "? has \"milk\"",
      "? slot age = 30",
      "? quits"
    )
    #expect(Talks.play(text).results.flatMap(\.failures).map(\.line) == [4, 6, 7])
  }

  @Test func `a failure carries the turns before, the reading and a command that plays it again`()
    throws
  {
    let text = Talks.block("you: it's me", "bot: [any]", "? lacks \"zzz\"", "you: bye", "bot: no")
    let failure = try #require(Talks.play(text).results.first?.failures.first)
    #expect(failure.before.first == "you: it's me")
    #expect(failure.why.hasPrefix("goodbye (sure); next "))
    #expect(
      failure.replay == "printf '%s\\n' 'it'\\''s me' 'bye' | flora chat --today 2026-01-05"
    )
  }

  @Test func `days go by only when told`() {
    let text = Talks.block(
      "@clock 2026-03-02",
      "@advance 7d",
      "you: bye",
      "bot: no"
    )
    #expect(
      Talks.play(text).results.first?.failures.first?.replay.hasSuffix("--today 2026-03-09") == true
    )
  }

  @Test func `a seed starts with another wording`() {
    let plain = Talks.block("you: hello", "bot: Hello. [...]")
    let seeded = Talks.block("@seed 1", "you: hello", "bot: Hi. [...]")
    #expect(Talks.messages(plain) == [])
    #expect(Talks.messages(seeded) == [])
  }

  @Test func `twenty shuffled runs on two threads report the same bytes`() {
    let text = """
      # One
      \(Talks.block("@each q = hello | bye | does milk cause acne | make me a plan", "you: {q}", "bot: <chat.goodbye>"))
      # Two
      \(Talks.block("you: what is the gut-skin axis", "bot: [any]", "? intent gut-skin-axis"))
      """
    let cases = Talks.cases(text)
    let runner = Runner(Talks.catalog)
    let reports = (0..<20).map { seed in
      let results = runner.run(cases, jobs: 2, seed: UInt64(seed))
      return Report.Format.allCases.map { Report.text(of: results, as: $0) }
    }
    #expect(Set(reports).count == 1)
  }

  @Test func `shuffles of different seeds differ and lose nothing`() {
    let orders = (0..<20).map { Shuffle.order(of: 30, seed: UInt64($0)) }
    #expect(Set(orders).count == 20)
    #expect(orders.allSatisfy { $0.sorted() == Array(0..<30) })
  }
}
