/// A conversation written down as a test: see `docs/transcripts.md`.
package struct Script: Equatable, Sendable {
  /// The heading it stands under.
  package let name: String
  package let file: String
  /// Line of the heading.
  package let line: Int
  package var directives: [Directive]
  package var steps: [Step]

  /// A line that sets something: `@clock 2026-03-02`.
  package struct Directive: Equatable, Sendable {
    package let word: String
    package let value: String
    package let line: Int
    /// How many steps stand before it.
    package let before: Int
  }

  /// What the person says, what must come back, and what must hold then.
  package struct Step: Equatable, Sendable {
    package let message: [String]
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
  package var isLocked: Bool {
    directives.contains { $0.word == "locked" } || tags.contains("safety")
  }
}

/// A mistake in a transcript file: where, what, and how to mend it.
package struct ScriptError: Error, Equatable, Sendable {
  package let file: String
  package let line: Int
  package let problem: String
  package let remedy: String

  package var description: String { "\(file):\(line): \(problem); \(remedy)" }
}
