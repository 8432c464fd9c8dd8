internal import Language

/// The one layout of a file with conversations, so that changes to it stay small.
///
/// Only blocks that are played, the blank lines around them and the front matter are set; prose and other blocks stay as
/// they are, letter for letter, and so do the order of lines and the words in them.
package struct ScriptLayout {
  private var out: [String] = []
  /// The line break without its "\n", as in the line at hand.
  private var end = ""

  /// - Parameter text: A file that can be read without a mistake.
  /// - Returns: The same conversations; setting them again changes nothing.
  package static func text(_ text: String) -> String {
    var layout = ScriptLayout()
    layout.set(lines: ScriptLines.lines(of: text), as: ScriptLines.withEnds(text))
    let mark =
      text.unicodeScalars.first == "\u{FEFF}" && layout.out[0].unicodeScalars.first != "\u{FEFF}"
    return (mark ? "\u{FEFF}" : "") + layout.out.joined(separator: "\n")
  }

  private mutating func set(lines: [String], as written: [String]) {
    let settings = ScriptLines.settings(in: lines)
    var fence: Fence?
    var isAfterBlock = false
    for (index, line) in lines.enumerated() {
      // What goes below a block ends as the block does.
      if isAfterBlock, !line.trimmed.isEmpty { add("") }
      end = written[index].last == "\r" ? "\r" : ""
      if let open = fence, open.isChat {
        isAfterBlock = open.isClosed(by: line)
        isAfterBlock ? close(open) : setLine(line, in: open)
        if isAfterBlock { fence = nil }
        continue
      }
      isAfterBlock = false
      if let open = fence {
        if open.isClosed(by: line) { fence = nil }
      } else if !settings.contains(index), let opened = Fence(line) {
        fence = opened
        if opened.isChat {
          openBlock(opened)
          continue
        }
      }
      settings.contains(index) ? setSetting(line) : out.append(written[index])
    }
    if isAfterBlock { add("") }
  }

  private mutating func add(_ line: String) { out.append(line + end) }

  private mutating func setSetting(_ line: String) {
    let parts = line.split(separator: ":", maxSplits: 1).map(\.trimmed)
    add(parts.joined(separator: ": "))
  }

  private mutating func openBlock(_ fence: Fence) {
    if let last = out.last, !last.trimmed.isEmpty { add("") }
    add("\(fence.indent)\(fence.mark)\(fence.info)")
  }

  private mutating func close(_ fence: Fence) {
    if out.last?.trimmed.isEmpty == true { out.removeLast() }
    add("\(fence.indent)\(fence.mark)")
  }

  /// Of blank lines one stays, and none at the start of a block.
  private mutating func setLine(_ line: String, in fence: Fence) {
    if line.trimmed.isEmpty {
      let isFirst = out.last.map { Fence($0)?.isChat == true } ?? true
      if !isFirst, out.last?.trimmed.isEmpty == false { add("") }
    } else {
      add(fence.indent + Self.set(line.trimmed))
    }
  }

  /// A line of a block: its mark, one space, its words.
  private static func set(_ text: String) -> String {
    if text.hasPrefix("@") {
      let parts = text.dropFirst().split(separator: " ", maxSplits: 1).map(\.trimmed)
      return "@" + parts.joined(separator: " ").trimmed
    }
    let mark = ["you:", "bot:", "bot*", "?", "|"].first { text.hasPrefix($0) }
    guard let mark else { return text }
    return "\(mark) \(text.dropFirst(mark.count).trimmed)".trimmed
  }
}
