import Testing
import Transcripts

struct SnapshotTests {
  private func change(
    _ file: String,
    _ line: Int,
    cause: String = "x",
    new: String = "new",
    isLocked: Bool = false
  ) -> CaseResult.Change {
    CaseResult.Change(
      file: file,
      lines: line...line,
      old: "old",
      new: new,
      cause: cause,
      isLocked: isLocked
    )
  }

  @Test func `update rewrites the snapshot and nothing else`() {
    let text = "# T\n\n```chat\n  you: bye\n  bot* Old\n  | words.\n  # kept\n```\n"
    let changes = Talks.play(text).results.flatMap(\.changes)
    let plan = Snapshots.plan(changes)
    #expect(
      Snapshots.text(text, with: plan.edits[Talks.file] ?? [:])
        == "# T\n\n```chat\n  you: bye\n  bot* Take care. Nothing was kept.\n  # kept\n```\n"
    )
  }

  @Test func `changes go in from the last line up and keep the ends of lines`() {
    #expect(
      Snapshots.text("a\r\nb\r\nc\r\nd\r\n", with: [1...1: ["x", "y"], 3...4: ["z"]])
        == "x\r\ny\r\nb\r\nz\r\n"
    )
  }

  @Test func `what was rewritten passes, on several lines too`() {
    let text = Talks.block("you: does milk cause acne", "bot* Old.")
    let plan = Snapshots.plan(Talks.play(text).results.flatMap(\.changes))
    let new = Snapshots.text(text, with: plan.edits[Talks.file] ?? [:])
    #expect(new != text)
    #expect(Talks.messages(new) == [])
  }

  @Test(arguments: ["@locked", "@tags safety"])
  func `locked and safety conversations are left alone`(_ mark: String) {
    let text = Talks.block(mark, "you: bye", "bot* Old.")
    let plan = Snapshots.plan(Talks.play(text).results.flatMap(\.changes))
    #expect(plan.edits.isEmpty)
    #expect(plan.locked.map(\.lines) == [4...4])
  }

  @Test func `a snapshot that differs from value to value is left alone`() {
    let plan = Snapshots.plan([change("a", 1, new: "one"), change("a", 1, new: "two")])
    #expect(plan.edits.isEmpty)
    #expect(plan.torn.count == 1)
  }

  @Test func `review shows one change of many places once, and locked ones each by itself`() {
    let review = Review([
      change("a", 1), change("b", 2), change("b", 9, new: "other"),
      change("c", 3, isLocked: true), change("d", 4, isLocked: true),
    ])
    #expect(review.groups.map { $0.places.map(\.file) } == [["a", "b"], ["b"], ["c"], ["d"]])
  }

  @Test func `accepting all of a cause leaves locked ones open`() {
    var review = Review([
      change("a", 1), change("b", 2, new: "other"), change("c", 3, cause: "y"),
      change("d", 4, isLocked: true),
    ])
    review.acceptAll(cause: "x")
    #expect(review.open.map { $0.places.map(\.file) } == [["c"], ["d"]])
    #expect(review.edits == ["a": [1...1: ["bot* new"]], "b": [2...2: ["bot* other"]]])
  }

  @Test func `decisions of an earlier review hold as long as the change is the same`() {
    var first = Review([change("a", 1), change("b", 2, new: "other")])
    first.decide(first.groups[0], .edit(["bot: <x>"]))
    first.decide(first.groups[1], .skip)
    let second = Review([change("a", 1), change("b", 2, new: "third")], decisions: first.decisions)
    #expect(second.open.map(\.new) == ["third"])
    #expect(second.edits == ["a": [1...1: ["bot: <x>"]]])
  }

  @Test func `an edit is bot lines`() {
    #expect(Review.mistake(in: ["bot: <chat.goodbye>"]) == nil)
    #expect(Review.mistake(in: ["bot* Take", "| care."]) == nil)
    #expect(Review.mistake(in: ["you: bye"])?.problem == "no answer is expected")
    #expect(Review.mistake(in: ["nonsense"])?.problem == "the line starts with no mark")
  }
}
