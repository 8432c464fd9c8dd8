package import Knowledge

extension Plan {
  /// Columns of the printed plan.
  package static let printColumns = 72

  /// The plan as plain text for paper: lines of at most 72 characters, no markup; ends with a newline.
  package func printed(_ catalog: Catalog) -> String {
    let sheet = PlanSheet(self, catalog)
    var blocks = [[sheet.title, String(repeating: "=", count: min(sheet.title.count, 72))]]
    blocks += sheet.intro.map { lines($0) }
    blocks += sheet.steps.map { heading($0.title) + $0.lines.flatMap { lines($0, mark: "- ") } }
    blocks.append(lines(sheet.keep))
    if let see = sheet.see {
      blocks.append(heading(see.title) + see.lines.flatMap { lines($0, mark: "- ") })
    }
    if let leftOut = sheet.leftOut {
      blocks.append(heading(leftOut.title) + leftOut.lines.flatMap { lines($0, mark: "- ") })
    }
    if let sources = sheet.sources {
      let numbered = sources.lines.enumerated().flatMap {
        lines($0.element, mark: "[\($0.offset + 1)] ")
      }
      blocks.append(heading(sources.title) + numbered)
    }
    blocks.append(lines(sheet.always))
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func heading(_ title: String) -> [String] {
    let lines = lines(title)
    return lines + [String(repeating: "-", count: lines.map(\.count).max() ?? 0)]
  }

  private func lines(_ text: String, mark: String = "") -> [String] {
    let wrapped = LineWrap.lines(of: text, columns: Self.printColumns - mark.count)
    let indent = String(repeating: " ", count: mark.count)
    return wrapped.enumerated().map { ($0.offset == 0 ? mark : indent) + $0.element }
  }
}

/// Breaks text into lines.
enum LineWrap {
  /// Lines of at most `columns` characters, broken at spaces; a longer word is cut.
  static func lines(of text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      var rest = word
      if !line.isEmpty, line.count + 1 + rest.count <= columns {
        line += " " + rest
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while rest.count > columns {
        lines.append(String(rest.prefix(columns)))
        rest = rest.dropFirst(columns)
      }
      line = String(rest)
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
