internal import Language

/// The start of a fenced block.
struct Fence {
  /// The spaces before the mark.
  let indent: String
  let mark: String
  /// What stands after the mark.
  let info: String
  /// The first word after the mark.
  let word: String

  init?(_ line: String) {
    indent = String(line.prefix { $0 == " " })
    let text = line.dropFirst(indent.count)
    guard indent.count < 4, let sign = text.first, sign == "`" || sign == "~" else { return nil }
    mark = String(text.prefix { $0 == sign })
    guard mark.count >= 3 else { return nil }
    info = text.dropFirst(mark.count).trimmed
    if sign == "`", info.contains("`") { return nil }
    word = info.split(separator: " ").first.map(String.init) ?? ""
  }

  var isChat: Bool { word == "chat" }
  /// Whether the word looks like a slip for `chat`.
  var isSlip: Bool { !isChat && ["chat", "chats"].contains(word.lowercased()) }

  func isClosed(by line: String) -> Bool {
    let text = line.trimmed
    return text.count >= mark.count && text.allSatisfy { $0 == mark.first }
  }
}
