/// A conversation written down as a test: see `docs/transcripts.md`.
package struct Script: Equatable, Sendable {
  /// The heading it stands under.
  package let name: String
  package let file: String
  /// Line of the heading.
  package let line: Int
  package var directives: [Directive]
  package var steps: [Step]

  package init(
    name: String,
    file: String,
    line: Int,
    directives: [Directive] = [],
    steps: [Step] = []
  ) {
    self.name = name
    self.file = file
    self.line = line
    self.directives = directives
    self.steps = steps
  }

  /// A line that sets something: `@clock 2026-03-02`.
  package struct Directive: Equatable, Sendable {
    package let word: String
    package let value: String
    package let line: Int
    /// How many steps stand before it.
    package var before: Int
    /// Whether it stands in the file's front matter and so holds for every conversation.
    package var isShared = false
  }

  /// What the person says, what must come back, and what must hold then.
  package struct Step: Equatable, Sendable {
    package var message: [String]
    package let file: String
    package let line: Int
    package var expectations: [Expectation] = []
    package var checks: [PlacedCheck] = []
  }

  /// One message that must come.
  package struct Expectation: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
      /// The words, as they stand.
      case text(String)
      /// The words as they are today; update may rewrite them.
      case snapshot(String)
      /// The message made from an id.
      case id(String)
      case any
      case none
      /// Words that stand somewhere in a message, in any case of letters; `*` is any words.
      case like(String)
      /// Words that stand in no message.
      case unlike(String)
    }

    package let kind: Kind
    package let line: Int
    /// The last line that it covers.
    package let lastLine: Int
  }

  package struct PlacedCheck: Equatable, Sendable {
    package let check: Check
    package let text: String
    package let line: Int
  }

  package func values(of word: String) -> [String] {
    directives.filter { $0.word == word }.map(\.value)
  }

  package var tags: Set<String> {
    Set(
      values(of: "tags").flatMap {
        $0.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
      }
    )
  }

  /// Whether snapshots change only one by one and by hand.
  package var isLocked: Bool {
    directives.contains { $0.word == "locked" } || tags.contains("safety")
  }

  /// Whether every message must be met by a `bot` line.
  package var isStrict: Bool { !directives.contains { $0.word == "strict" } }

  package var isFragment: Bool { tags.contains("fragment") }
}

/// A mistake in a transcript file: where, what, and how to mend it.
package struct ScriptError: Error, Equatable, Sendable {
  package let file: String
  package let line: Int
  package let problem: String
  package let remedy: String

  package init(file: String, line: Int, problem: String, remedy: String) {
    self.file = file
    self.line = line
    self.problem = problem
    self.remedy = remedy
  }

  package var description: String { "\(file):\(line): \(problem); \(remedy)" }
}
