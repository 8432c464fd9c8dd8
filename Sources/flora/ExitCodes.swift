import ArgumentParser
import Foundation
import Terminal

/// What the program's exit codes mean to scripts.
///
/// 0 is done; usage mistakes are 64.
enum Exit {
  /// What was asked for failed: a test, a lint finding.
  static let failed = ExitCode(1)
  /// A file that cannot be read as what it should be.
  static let badData = ExitCode(65)
  static let missingFile = ExitCode(66)
  static let ourFault = ExitCode(70)
  static let cannotCreate = ExitCode(73)
  static let cannotWrite = ExitCode(74)
  /// As after a signal: 128 and the number of SIGINT.
  static let interrupted = ExitCode(130)
}

/// Ways to say things on the two streams.
enum Say {
  /// An answer: standard output.
  ///
  /// Ends the program when nobody reads it any more, or it cannot be written.
  static func out(_ text: String) throws {
    do {
      try OutputGate.write(text)
    } catch {
      if OutputGate.isBrokenPipe(error) { throw ExitCode.success }
      Say.error("the output cannot be written; is the disk full?")
      throw Exit.cannotWrite
    }
  }

  static func line(_ text: String) throws { try out("\(OutputGate.clean(text))\n") }

  /// Talk about the work: standard error.
  static func error(_ text: String) {
    try? OutputGate.write("flora: \(OutputGate.clean(text))\n", to: TerminalFacts.standardError)
  }
}
