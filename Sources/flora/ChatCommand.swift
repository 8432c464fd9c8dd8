import ArgumentParser

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
    var host = try Host(content, state: time.state, day: time.day)
    if json {
      try PipedTalk.run(&host) { try Say.out(try TurnJSON.text(of: $0, line: $1, $2)) }
    } else {
      try TextTalk.run(&host, isPlain: plain)
    }
  }
}
