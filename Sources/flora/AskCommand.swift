import ArgumentParser
import Dialogue
import Foundation
import Terminal

struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask one thing and get one answer.",
    discussion: "Example: flora ask \"what is the gut-skin axis\""
  )

  @OptionGroup var content: ContentOption
  @OptionGroup var time: DayOption

  @Flag(name: .long, help: "The turn as one JSON object.")
  var json = false

  @Argument(help: "The question, in as many words as you like.")
  var words: [String]

  func validate() throws {
    if words.isEmpty {
      throw ValidationError("Ask something, for example: flora ask \"does milk cause spots\"")
    }
  }

  func run() throws {
    let line = words.joined(separator: " ")
    var host = try Host(content, state: time.state, day: time.day)
    let turn = host.hear(line)
    if json {
      try Say.out(TurnJSON.text(of: turn, line: line, host.catalog))
    } else {
      let style = Style(
        columns: TerminalFacts.columns,
        bold: TerminalFacts.allowsBold(ProcessInfo.processInfo.environment)
      )
      try Say.out(
        turn.replies.map { MarkdownRenderer.render($0.text, as: style) }.joined(separator: "\n\n")
          + "\n"
      )
    }
  }
}
