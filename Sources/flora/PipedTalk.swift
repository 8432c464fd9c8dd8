import Dialogue

/// Lines from a pipe, each answered before the next is read.
enum PipedTalk {
  static func run(_ host: inout Host, _ show: (Turn, String) throws -> Void) throws {
    var lines = PipedLines()
    while !host.hasQuit, let line = try lines.next() { try show(host.hear(line), line) }
  }
}
