/// What came of one case.
package struct CaseResult: Equatable, Sendable {
  package enum Status: String, Sendable {
    case passed, failed, skipped
    /// Expected to fail, and did.
    case todo
    /// Expected to fail, and passed: the mark can go.
    case fixed
  }

  package let name: String
  package let file: String
  package let line: Int
  package let status: Status
  /// Why it is skipped or to be done.
  package let reason: String
  package let failures: [Failure]
  package let coverage: Coverage
  /// Snapshot lines that no longer say what was said, with the new words.
  package let changes: [Change]

  package var isFailure: Bool { status == .failed || status == .fixed }

  /// One thing that did not hold.
  package struct Failure: Equatable, Sendable {
    package let line: Int
    package let what: String
    package let expected: String
    package let actual: String
    /// The turns before it, in brief.
    package let before: [String]
    /// How the line was understood.
    package let why: String
    /// A command that plays the talk up to here.
    package let replay: String
  }

  /// A snapshot that update may rewrite.
  package struct Change: Equatable, Sendable {
    package let file: String
    package let lines: ClosedRange<Int>
    package let old: String
    package let new: String
    /// The message's id: changes of one message have one cause.
    package let cause: String
    package let isLocked: Bool
  }
}
