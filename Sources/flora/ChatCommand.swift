import ArgumentParser
import Dialogue
import Foundation
import Knowledge
import Packed
import Terminal

struct ChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat",
    abstract: "Talk. From a pipe: one line in, replies out."
  )

  @OptionGroup var content: ContentOption
  @OptionGroup var time: DayOption

  @Flag(name: .long, help: "One JSON object a turn, for programs.")
  var json = false

  @Flag(name: .long, help: "No bold, no wrapping, no line editing.")
  var plain = false

  func run() throws {
    var host = Host(try content.catalog(), state: time.state, day: time.day)
    let isTerminal =
      TerminalFacts.isTerminal(TerminalFacts.standardInput)
      && TerminalFacts.isTerminal(TerminalFacts.standardOutput)
    if json {
      let catalog = host.catalog
      try PipedTalk.run(&host) { try Say.out(try TurnJSON.text(of: $0, line: $1, catalog)) }
    } else if isTerminal, !plain {
      try TerminalTalk.run(&host)
    } else {
      try PipedTalk.run(&host) { turn, _ in
        try Say.out(
          turn.replies.map { MarkdownRenderer.render($0.text, as: .plain) }.joined(
            separator: "\n\n"
          ) + "\n\n"
        )
      }
    }
  }
}

/// Lines from a pipe as text; bytes that are no UTF-8 become U+FFFD.
struct PipedLines: ~Copyable {
  private var reader = PipeReader()

  /// - Throws: Exit code 66 when there is no input to read.
  mutating func next() throws -> String? {
    do {
      return try reader.next().map { String(decoding: $0, as: UTF8.self) }
    } catch {
      Say.error("the input cannot be read")
      throw Exit.missingFile
    }
  }
}

/// Lines from a pipe, each answered before the next is read.
enum PipedTalk {
  static func run(_ host: inout Host, _ show: (Turn, String) throws -> Void) throws {
    var lines = PipedLines()
    while !host.hasQuit, let line = try lines.next() { try show(host.hear(line), line) }
  }
}

/// A talk at a terminal, with line editing.
enum TerminalTalk {
  static func run(_ host: inout Host) throws {
    let environment = ProcessInfo.processInfo.environment
    KeyFile.leaveOutIfUnfit(environment)
    let editor = Prompt(name: "flora", isPlain: TerminalFacts.isDumb(environment))
    if editor.hasUnknownKeys {
      Say.error("your key file has lines that readline does not know; the others count")
    }
    let prompt = host.catalog.say("chat.prompt")
    try show(host.welcome(), environment)
    while !host.hasQuit {
      let input = editor.ask(prompt, completions: completions(host))
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
    try Say.out(
      replies.map { MarkdownRenderer.render($0.text, as: style) }.joined(separator: "\n\n") + "\n\n"
    )
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
