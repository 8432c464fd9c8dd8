import ArgumentParser
import Foundation
import Terminal

/// Flora answers questions about the gut-skin axis and builds a plan, in a terminal, offline.
@main
struct Flora: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flora",
    abstract: "Straight, cited answers about your gut and your skin, and a plan you can keep.",
    discussion: """
      Examples:
        flora                                  talk
        flora ask "does milk cause spots"      one answer
        flora topics                           what can be asked
        flora plan --answers me.json           a plan

      Flora is a program with general information, not a doctor. It runs offline and keeps nothing unless you say so.
      """,
    version: "flora \(Version.current)",
    subcommands: [
      ChatCommand.self, AskCommand.self, PlanCommand.self, TopicsCommand.self, ShowCommand.self,
      SourcesCommand.self,
      ExplainCommand.self, ClassifyCommand.self, LintCommand.self, TestCommand.self,
      RecordCommand.self, EvaluateCommand.self, NewCommand.self, TryCommand.self,
    ],
    defaultSubcommand: ChatCommand.self
  )

  static func main() {
    StandardStreams.keepPlaces()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      leave(error)
    }
  }

  /// Ends the program with the error's code; help and the version are answers and go to standard output.
  private static func leave(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code == .success, !message.isEmpty {
      do { try Say.out(message + "\n") } catch { leave(error) }
    } else if code == .failure, !(error is ExitCode) {
      Say.error("something went wrong inside Flora: \(message)")
      Foundation.exit(Exit.ourFault.rawValue)
    } else if !message.isEmpty {
      try? OutputGate.write(OutputGate.clean(message) + "\n", to: TerminalFacts.standardError)
    }
    Foundation.exit(code.rawValue)
  }
}

/// What this is.
enum Version {
  static let current = "0.1.0"
  /// The day of the release: ages of sources are judged against it.
  static let released = "2026-11-23"
}
