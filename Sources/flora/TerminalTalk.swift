import Dialogue
import Foundation
import Knowledge
import Packed
import Terminal

/// A talk at a terminal, with line editing.
enum TerminalTalk {
  static func run(_ host: inout Host) throws {
    let environment = ProcessInfo.processInfo.environment
    KeyFile.leaveOutIfUnfit(environment)
    let editor = Prompt(name: "flora", isPlain: TerminalFacts.isDumb(environment))
    if editor.hasUnknownKeys {
      Say.error("your key file has lines that readline does not know; the others count")
    }
    try show(host.welcome(), environment)
    while !host.hasQuit {
      let input = editor.ask(host.catalog.say("chat.prompt"), completions: completions(host))
      try Say.out("\n")
      switch input {
      case .line(let line): try show(host.hear(line).replies, environment)
      case .end: return try show(host.hear("/quit").replies, environment)
      case .interrupted: throw Exit.interrupted
      }
    }
  }

  private static func show(_ replies: [Reply], _ environment: [String: String]) throws {
    let style = Style(
      columns: TerminalFacts.columns ?? Style.widest,
      bold: TerminalFacts.allowsBold(environment)
    )
    try TextTalk.show(replies, as: style)
  }

  /// The choices of the open question, then commands, then topics.
  private static func completions(_ host: Host) -> [[String]] {
    [
      Suggestions.lines(for: host.state, host.catalog),
      Conversation.commands,
      host.catalog.topics.all.filter { $0.group != Topic.dialogueGroup }.map(\.name),
    ]
  }
}
