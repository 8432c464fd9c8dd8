import Testing

/// A mistake put into the good content, and the one finding that tells it.
struct Mistake: CustomTestStringConvertible, Sendable {
  /// A change to one file.
  enum Edit: Sendable {
    /// The first place of a text in a file becomes another text.
    case replace(String, String, with: String)
    case add(String, String)
    case remove(String)
  }

  let name: String
  let edits: [Edit]
  /// The finding as `flora lint` prints it.
  let finding: String

  init(_ name: String, _ edits: Edit..., finding: String) {
    self.name = name
    self.edits = edits
    self.finding = finding
  }

  var testDescription: String { name }

  /// The files with the mistake in them; nil when an edit does not fit the good content.
  func made(in files: [String: String]) -> [String: String]? {
    var files = files
    for edit in edits {
      switch edit {
      case .replace(let file, let old, let new):
        guard let text = files[file], let range = text.firstRange(of: old) else { return nil }
        files[file] = text.replacingCharacters(in: range, with: new)
      case .add(let file, let text): files[file] = text
      case .remove(let file): files[file] = nil
      }
    }
    return files
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
