internal import Foundation
package import Intents

/// What would change if one intent file replaced the present one.
package struct TopicTrial: Sendable {
  /// A line that would go elsewhere.
  package struct Move: Equatable, Sendable {
    package let text: String
    /// The topic whose file holds the line; nil for a line that somebody asks to try.
    package let expected: String?
    package let before: String
    package let after: String

    package init(text: String, expected: String?, before: String, after: String) {
      self.text = text
      self.expected = expected
      self.before = before
      self.after = after
    }
  }

  /// Lines tried.
  package let count: Int
  package let moves: [Move]
  private let before: Model
  private let after: Model

  /// - Parameters:
  ///   - present: The content as it is.
  ///   - changed: The content with the other file in it.
  ///   - built: What to compare with in place of a model of `present`.
  ///   - dictionary: Ordinary English words.
  ///   - threads: Threads to train and classify on.
  package init(
    present: Content,
    changed: Content,
    built: Model?,
    dictionary: [String],
    threads: Int
  ) {
    func model(_ content: Content) -> Model {
      var compiler = ContentCompiler(content, dictionary: dictionary)
      compiler.threads = threads
      return compiler.rankingModel()
    }
    let (old, new) = (built ?? model(present), model(changed))
    let set = TrainingSet(changed)
    let known = Set(set.examples.map(\.text))
    let lines = set.examples + TrainingSet(present).examples.filter { !known.contains($0.text) }
    let inside = lines.filter { $0.intent != Model.outOfScope }
    moves = parallelMap(inside.count, threads: threads) { number -> Move? in
      let line = inside[number]
      let (left, right) = (Self.topic(line.text, old), Self.topic(line.text, new))
      guard left != right else { return nil }
      return Move(text: line.text, expected: line.intent, before: left, after: right)
    }.compactMap(\.self)
    count = inside.count
    before = old
    after = new
  }

  /// Where a line goes now and would go, whether or not that differs.
  package func decision(on line: String) -> Move {
    Move(
      text: line,
      expected: nil,
      before: Self.topic(line, before),
      after: Self.topic(line, after)
    )
  }

  private static func topic(_ line: String, _ model: Model) -> String {
    model.classify(line).best?.intent ?? "nothing"
  }
}

extension SourceFolder {
  /// The folder with one intent file put in the place of its namesake.
  ///
  /// A file without a namesake joins the group that its own folder is named for.
  ///
  /// - Parameters:
  ///   - path: The file on disk.
  ///   - newGroup: Where a new topic goes when its folder's name is no group.
  /// - Returns: The changed folder, the file's path in it, and whether the file is the one that stands there already; nil when it cannot be read.
  package func replacing(
    with path: String,
    newGroup: String
  ) -> (folder: SourceFolder, path: String, isSame: Bool)? {
    guard let data = FileManager.default.contents(atPath: path), data.count <= Self.mostBytes,
      let text = String(validating: data, as: UTF8.self)
    else { return nil }
    let url = URL(fileURLWithPath: path)
    let name = url.lastPathComponent
    let groups = Set(files.filter { $0.folder.first == "intents" }.compactMap(\.folder.last))
    let own = url.deletingLastPathComponent().lastPathComponent
    let present = files.first { $0.folder.first == "intents" && $0.path.hasSuffix("/\(name)") }
    let target = present?.path ?? "intents/\(groups.contains(own) ? own : newGroup)/\(name)"
    let file = SourceFile(path: target, text: text)
    let rest = files.filter { $0.path != target }
    return (
      SourceFolder(files: (rest + [file]).sorted { $0.path < $1.path }), target,
      present?.text == text
    )
  }
}
