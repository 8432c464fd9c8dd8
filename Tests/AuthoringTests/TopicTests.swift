import Authoring
import Testing

struct TopicTests {
  @Test func `starts a topic that passes every rule and answers nobody`() throws {
    var files = try GoodContent.files()
    let draft = TopicDraft(id: "rice-water", group: "diet", today: "2026-11-23")
    for file in draft.files { files[file.path] = file.text }
    #expect(
      draft.files.map(\.path)
        == ["intents/diet/rice-water.yml", "seeds/answers/diet/rice-water.md"]
    )
    #expect(GoodContent.report(files).findings == [])
    let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, text: $0.value) }
    let content = Content(SourceFolder(files: sources))
    #expect(!content.liveIntents.map(\.id).contains("rice-water"))
    #expect(!content.liveAnswers.map(\.id).contains("rice-water"))
  }

  @Test func `shows what another intent file would move`() throws {
    let present = try SourceFolder(root: GoodContent.root)
    var files = try GoodContent.files()
    files["intents/skin-conditions/acne.yml"] = files["intents/skin-conditions/acne.yml"]?
      .replacing("asks:\n", with: "asks:\n  - cheese\n  - is cheese bad\n  - cheese and acne\n")
    let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, text: $0.value) }
    let trial = TopicTrial(
      present: Content(present),
      changed: Content(SourceFolder(files: sources)),
      built: nil,
      dictionary: [],
      threads: 2
    )
    let cheese = TopicTrial.Move(text: "cheese", expected: "acne", before: "dairy", after: "acne")
    #expect(trial.moves.contains(cheese))
    #expect(trial.moves.allSatisfy { $0.before != $0.after })
    #expect(
      trial.decision(on: "what is acne")
        == TopicTrial.Move(text: "what is acne", expected: nil, before: "acne", after: "acne")
    )
  }

  @Test func `moves nothing when nothing is changed`() throws {
    let content = Content(try SourceFolder(root: GoodContent.root))
    let trial = TopicTrial(
      present: content,
      changed: content,
      built: nil,
      dictionary: [],
      threads: 2
    )
    #expect(trial.moves == [])
    #expect(trial.count == 19)
  }

  @Test func `draws all topics, claims and sources on one page`() throws {
    var files = try GoodContent.files()
    files["seeds/claims/skin-conditions.yml"] = files["seeds/claims/skin-conditions.yml"]?
      .replacing("It costs a little more.", with: "It costs <b>more</b> & more.")
    let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, text: $0.value) }
    let html = ContentMap(Content(SourceFolder(files: sources))).html
    for id in ["dairy", "fiber", "acne"] { #expect(html.contains("<tr id=\"topic-\(id)\"")) }
    #expect(html.contains("3 topics, 18 examples, 9 claims, 2 sources; 3 topics with a thin spot."))
    #expect(html.contains("It costs &lt;b&gt;more&lt;/b&gt; &amp; more."))
    #expect(html.contains("few examples, few claims"))
    #expect(!html.contains("http"))
    #expect(!html.contains("<script"))
  }
}
