import Authoring
import Foundation
import Testing

/// What the starting article covers is answered.
struct OutlineTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  @Test func `answers every point of the outline`() throws {
    let content = Content(try SourceFolder(root: Self.root))
    let answered = Set(content.liveAnswers.map(\.id))
    #expect(content.outline.count >= 20)
    for row in content.outline {
      #expect(!row.topics.isEmpty, "\(row.point)")
      #expect(row.topics.map(\.value).filter { !answered.contains($0) } == [], "\(row.point)")
    }
  }
}
