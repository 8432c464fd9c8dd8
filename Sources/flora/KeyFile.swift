import Foundation

/// The key file that people may have for readline, looked at before readline reads it.
///
/// Readline waits for ever for a pipe, and a file that includes itself ends the program; such files are left out.
enum KeyFile {
  /// Most bytes of a key file, and most files that include one another.
  private static let (mostBytes, mostFiles) = (1 << 20, 8)

  /// Tells readline to do without the key file when that is no plain file.
  static func leaveOutIfUnfit(_ environment: [String: String]) {
    guard let path = path(environment), path != "/dev/null" else { return }
    let home = environment["HOME"] ?? ""
    if isFit(path, home: home, depth: 1) { return }
    Say.error("the key file \(path) is no plain file, or includes itself; it is left out")
    setenv("INPUTRC", "/dev/null", 1)
  }

  private static func path(_ environment: [String: String]) -> String? {
    if let named = environment["INPUTRC"], !named.isEmpty { return named }
    let candidates = [(environment["HOME"] ?? "") + "/.inputrc", "/etc/inputrc"]
    return candidates.first { access($0, R_OK) == 0 }
  }

  /// Whether the file is plain and small, and so are those that it includes; one that is not there is fit.
  private static func isFit(_ path: String, home: String, depth: Int) -> Bool {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return true }
    guard facts.st_mode & S_IFMT == S_IFREG, facts.st_size <= mostBytes, depth <= mostFiles,
      let data = FileManager.default.contents(atPath: path)
    else { return false }
    return included(in: String(decoding: data, as: UTF8.self), home: home).allSatisfy {
      isFit($0, home: home, depth: depth + 1)
    }
  }

  private static func included(in text: String, home: String) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let words = line.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
      guard words.count == 2, words[0].lowercased() == "$include" else { return nil }
      let name = words[1].trimmingCharacters(in: .whitespaces)
      return name.hasPrefix("~/") ? home + name.dropFirst() : name
    }
  }
}
