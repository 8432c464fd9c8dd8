import Dialogue
import Knowledge

/// Lines from a pipe, each answered before the next is read; shown with the content that holds after it.
enum PipedTalk {
  static func run(_ host: inout Host, _ show: (Turn, String, Catalog) throws -> Void) throws {
    var lines = PipedLines()
    while !host.hasQuit, let line = try lines.next() {
      try show(host.hear(line), line, host.catalog)
    }
  }
}
