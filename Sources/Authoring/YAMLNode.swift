internal import Yams

/// A piece of a YAML file in the subset that content uses: maps, lists and strings, each with its place.
indirect enum YAMLNode {
  case text(String, Place)
  case list([YAMLNode], Place)
  case map([(key: Placed<String>, value: YAMLNode)], Place)

  var place: Place {
    switch self {
    case .text(_, let place), .list(_, let place), .map(_, let place): place
    }
  }

  /// In words, for messages.
  var shape: String {
    switch self {
    case .text: "text"
    case .list: "a list"
    case .map: "a map"
    }
  }
}

extension YAMLNode {
  /// Nesting beyond this is refused.
  private static let deepest = 16

  /// Reads a file; nil, with findings, when it is not YAML or not in the subset.
  static func read(_ file: SourceFile, _ findings: FindingList) -> YAMLNode? {
    let count = findings.findings.count
    do {
      let parser = try Parser(yaml: file.text, resolver: .basic)
      guard let root = try parser.singleRoot() else {
        findings.add(
          .syntax,
          at: Place(file: file.path),
          "the file is empty",
          remedy: "write its keys or remove it"
        )
        return nil
      }
      let node = convert(root, in: file.path, depth: 0, findings)
      // The parser keeps anchors alive; without it an anchor could not be seen.
      return withExtendedLifetime(parser) { findings.findings.count == count ? node : nil }
    } catch let error as YamlError {
      findings.add(finding(for: error, in: file))
    } catch {
      findings.add(
        .syntax,
        at: Place(file: file.path),
        "the file is not YAML",
        remedy: "see intents/README.md"
      )
    }
    return nil
  }

  private static func convert(
    _ node: Node,
    in file: String,
    depth: Int,
    _ findings: FindingList
  ) -> YAMLNode? {
    let place = place(node.mark, in: file)
    if let problem = problem(with: node, depth: depth) {
      findings.add(.yamlSubset, at: place, problem, remedy: "write the value out in full")
      return nil
    }
    switch node {
    case .scalar(let scalar):
      return .text(scalar.string, place)
    case .sequence(let sequence):
      return .list(sequence.compactMap { convert($0, in: file, depth: depth + 1, findings) }, place)
    case .mapping(let mapping):
      return .map(
        mapping.compactMap { key, value in
          guard case .scalar(let name) = key else {
            findings.add(
              .yamlSubset,
              at: Self.place(key.mark, in: file),
              "a key is not text",
              remedy: "use a word as key"
            )
            return nil
          }
          return convert(value, in: file, depth: depth + 1, findings)
            .map { (Placed(name.string, at: Self.place(name.mark, in: file)), $0) }
        },
        place
      )
    case .alias:
      return nil
    }
  }

  private static func problem(with node: Node, depth: Int) -> String? {
    if depth > deepest { return "values are nested more than \(deepest) deep" }
    if node.anchor != nil { return "anchors and aliases are not used here" }
    if case .alias = node { return "anchors and aliases are not used here" }
    if case .scalar(let scalar) = node, scalar.style == .plain, !"\(scalar.tag)".isEmpty {
      return "tags such as '!!int' are not used here"
    }
    return nil
  }

  private static func place(_ mark: Mark?, in file: String) -> Place {
    Place(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  private static func finding(for error: YamlError, in source: SourceFile) -> Finding {
    let file = source.path
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      if source.isTab(at: mark) {
        return Finding(
          .syntax,
          at: place(mark, in: file),
          "a tab stands here",
          remedy: "indent with spaces"
        )
      }
      let isAlias = problem.contains("alias") || problem.contains("anchor")
      return Finding(
        isAlias ? .yamlSubset : .syntax,
        at: place(mark, in: file),
        isAlias ? "anchors and aliases are not used here" : problem,
        remedy: isAlias
          ? "write the value out in full"
          : "mend the YAML; quote text that holds ': ' or starts with a sign"
      )
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.first ?? ""
      return Finding(
        .duplicateKey,
        at: source.secondPlace(of: key, from: place(context.mark, in: file)),
        "the key '\(key)' stands twice",
        remedy: "keep one of them"
      )
    default:
      return Finding(
        .syntax,
        at: Place(file: file),
        "the file is not YAML",
        remedy: "save it as UTF-8 text"
      )
    }
  }
}

extension SourceFile {
  private func lines(from line: Int) -> ArraySlice<Substring> {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(line - 1)
  }

  /// Whether a line is indented with a tab.
  fileprivate func isTab(at mark: Mark) -> Bool {
    lines(from: mark.line).first?.drop { $0 == " " }.first == "\t"
  }

  /// Where a key stands for the second time in a block map; the map's start where it is written in one line.
  fileprivate func secondPlace(of key: String, from map: Place) -> Place {
    let indent = String(repeating: " ", count: map.column - 1)
    let starts = ["\(indent)\(key):", "\(indent)\"\(key)\":"]
    let found = lines(from: map.line).enumerated().filter { number, line in
      // The first key of a map in a list stands behind its hyphen.
      let line = number == 0 ? indent + line.dropFirst(map.column - 1) : String(line)
      return starts.contains(where: line.hasPrefix)
    }
    guard let second = found.dropFirst().first else { return map }
    return Place(file: path, line: map.line + second.offset, column: map.column)
  }
}
