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
  package var reason = ""
  package var failures: [Failure] = []
  /// What the person said, in order.
  package var turns: [Spoken] = []
  package var coverage = Coverage()
  /// Snapshot lines that no longer say what was said, with the new words.
  package var changes: [Change] = []
  /// Whether it stands for a file that could not be read as conversations.
  package var isMistake = false

  package var isFailure: Bool { status == .failed || status == .fixed }

  package struct Spoken: Equatable, Sendable {
    package let line: Int
    package let message: String
  }

  /// One thing that did not hold.
  package struct Failure: Equatable, Sendable {
    package let file: String
    package let line: Int
    /// Line of the turn it belongs to.
    package let turn: Int
    /// Place of that turn in the talk, from 0.
    package var place = 0
    package let what: String
    package let expected: String
    package let actual: String
    /// Expected and actual words compared, where words were expected.
    package var difference: String?
    /// The turns before it, in brief.
    package var before: [String] = []
    /// How the line was understood.
    package var why = ""
    /// A command that plays the talk up to here.
    package var replay = ""

    /// All of it on one line, without its surroundings.
    package var description: String {
      let text = "\(file):\(line): \(what); expected \(expected), got \(difference ?? actual)"
      return Pattern.words(text).joined(separator: " ")
    }
  }

  /// A snapshot that update may rewrite.
  package struct Change: Hashable, Sendable {
    package let file: String
    package let lines: ClosedRange<Int>
    package let old: String
    package let new: String
    /// The message's id: changes of one message have one cause.
    package let cause: String
    package let isLocked: Bool

    package init(
      file: String,
      lines: ClosedRange<Int>,
      old: String,
      new: String,
      cause: String,
      isLocked: Bool
    ) {
      self.file = file
      self.lines = lines
      self.old = old
      self.new = new
      self.cause = cause
      self.isLocked = isLocked
    }
  }

  /// Mistakes in files, one result a file, so that every kind of report shows them.
  package static func mistakes(_ errors: [ScriptError]) -> [CaseResult] {
    var files: [String] = []
    for error in errors where !files.contains(error.file) { files.append(error.file) }
    return files.map { file in
      let own = errors.filter { $0.file == file }
      return CaseResult(
        name: "the file is written as it should be",
        file: file,
        line: own.first?.line ?? 1,
        status: .failed,
        failures: own.map {
          Failure(
            file: file,
            line: $0.line,
            turn: $0.line,
            what: $0.problem,
            expected: $0.remedy,
            actual: "a mistake"
          )
        },
        isMistake: true
      )
    }
  }
}
