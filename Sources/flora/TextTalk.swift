import Dialogue
import Terminal

/// A talk as people read it: with line editing at a terminal, else line by line.
enum TextTalk {
  static func run(_ host: inout Host, isPlain: Bool = false) throws {
    if isAtTerminal, !isPlain { return try TerminalTalk.run(&host) }
    try PipedTalk.run(&host) { turn, _, _ in try show(turn.replies, as: .plain) }
  }

  /// Prints replies with a blank line behind each.
  static func show(_ replies: [Reply], as style: Style) throws {
    let texts = replies.map { MarkdownRenderer.render($0.text, as: style) }
    try Say.out(texts.joined(separator: "\n\n") + "\n\n")
  }

  private static var isAtTerminal: Bool {
    TerminalFacts.isTerminal(TerminalFacts.standardInput)
      && TerminalFacts.isTerminal(TerminalFacts.standardOutput)
  }
}
