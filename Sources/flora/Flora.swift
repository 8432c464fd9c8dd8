import ArgumentParser

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
}

/// What this is.
enum Version {
  static let current = "0.1.0"
  /// The day of the release: ages of sources are judged against it.
  static let released = "2026-11-23"
}
