internal import CCommonMark

/// Sets a reply's Markdown as text: paragraphs, lists and bold, wrapped to the width.
package enum MarkdownRenderer {
  /// - Returns: Lines without control characters other than the style's own.
  package static func render(_ markdown: String, as style: Style) -> String {
    var markdown = markdown
    let root = markdown.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let root else { return OutputGate.clean(markdown) }
    defer { cmark_node_free(root) }
    return blocks(in: root).map { set($0, as: style) }.joined(separator: "\n\n")
  }

  /// A paragraph or a list, as runs of text.
  private enum Block {
    case paragraph([Run])
    case list([(mark: String, runs: [Run])])
  }

  /// A piece of text in one style.
  private struct Run {
    var text: String
    var bold: Bool
  }

  private static func blocks(in root: OpaquePointer) -> [Block] {
    children(of: root).map { node in
      cmark_node_get_type(node) == CMARK_NODE_LIST
        ? .list(items(of: node)) : .paragraph(runs(in: node, bold: false))
    }
  }

  private static func items(of list: OpaquePointer) -> [(mark: String, runs: [Run])] {
    let isNumbered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST
    let start = Int(cmark_node_get_list_start(list))
    return children(of: list).enumerated().map { number, item in
      (isNumbered ? "\(start + number). " : "- ", runs(in: item, bold: false))
    }
  }

  private static func children(of node: OpaquePointer) -> [OpaquePointer] {
    var found: [OpaquePointer] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      found.append(child)
      next = cmark_node_next(child)
    }
    return found
  }

  private static func runs(in node: OpaquePointer, bold: Bool) -> [Run] {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
      return [Run(text: "\n", bold: bold)]
    case CMARK_NODE_CODE_BLOCK:
      return literal(of: node).split(separator: "\n").flatMap {
        [Run(text: String($0), bold: bold), Run(text: "\n", bold: bold)]
      }.dropLast()
    case CMARK_NODE_ITEM, CMARK_NODE_LIST, CMARK_NODE_BLOCK_QUOTE:
      let parts = children(of: node).map { runs(in: $0, bold: bold) }
      return Array(parts.joined(separator: [Run(text: "\n", bold: bold)]))
    case CMARK_NODE_STRONG:
      return children(of: node).flatMap { runs(in: $0, bold: true) }
    default:
      let inner = children(of: node).flatMap { runs(in: $0, bold: bold) }
      return inner.isEmpty ? [Run(text: literal(of: node), bold: bold)] : inner
    }
  }

  private static func literal(of node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }
}

extension MarkdownRenderer {
  private static func set(_ block: Block, as style: Style) -> String {
    switch block {
    case .paragraph(let runs):
      return lines(runs, as: style, first: "", rest: "")
    case .list(let items):
      return items.map { item in
        lines(
          item.runs,
          as: style,
          first: item.mark,
          rest: String(repeating: " ", count: item.mark.count)
        )
      }.joined(separator: "\n")
    }
  }

  /// Words of a block, each with its style; a line break is a word of its own.
  private static func words(of runs: [Run]) -> [Run] {
    runs.flatMap { run -> [Run] in
      if run.text == "\n" { return [run] }
      return run.text.split(separator: " ", omittingEmptySubsequences: true).map {
        Run(text: String($0), bold: run.bold)
      }
    }
  }

  private static func lines(_ runs: [Run], as style: Style, first: String, rest: String) -> String {
    let width = style.columns.map { max(Style.narrowest, min($0, Style.widest)) }
    var out = first
    var column = DisplayWidth.of(first)
    var isAtStart = true
    let glued = gluedToNext(runs)
    for (number, word) in words(of: runs).enumerated() {
      if word.text == "\n" {
        out += "\n" + rest
        (column, isAtStart) = (rest.count, true)
        continue
      }
      let length = DisplayWidth.of(word.text)
      let needsSpace = !isAtStart && !glued.contains(number)
      if let width, column + length + (needsSpace ? 1 : 0) > width, !isAtStart {
        out += "\n" + rest
        (column, isAtStart) = (rest.count, true)
      } else if needsSpace {
        out += " "
        column += 1
      }
      out += styled(OutputGate.clean(word.text), bold: word.bold && style.bold)
      column += length
      isAtStart = false
    }
    return out
  }

  /// Places of words that follow the one before them without a space, such as a full stop behind bold.
  private static func gluedToNext(_ runs: [Run]) -> Set<Int> {
    var glued: Set<Int> = []
    var count = 0
    var endsOpen = false
    for run in runs {
      let pieces =
        run.text == "\n" ? 1 : run.text.split(separator: " ", omittingEmptySubsequences: true).count
      if endsOpen, run.text != "\n", run.text.first != " ", pieces > 0 { glued.insert(count) }
      if pieces > 0 { endsOpen = run.text != "\n" && run.text.last != " " }
      if pieces == 0 { endsOpen = false }
      count += pieces
    }
    return glued
  }

  private static func styled(_ text: String, bold: Bool) -> String {
    bold ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}
