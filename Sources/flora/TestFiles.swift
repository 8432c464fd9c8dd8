import Foundation
import Transcripts

/// Finds and reads the files that hold conversations.
enum TestFiles {
  /// Conversations and every mistake in their files.
  struct Found {
    var scripts: [Script] = []
    var errors: [ScriptError] = []
  }

  /// - Throws: Exit code 66 when a path is missing, 65 when a file is not text.
  static func scripts(in paths: [String]) throws -> Found {
    var found = Found()
    for path in try paths.flatMap(files) {
      let text = try text(of: path)
      let parsed =
        ForeignScripts.kind(of: path).map { ForeignScripts.parse(text, file: path, as: $0) }
        ?? ScriptParser.parse(text, file: path) { beside(path, $0) }
      found.scripts += parsed.scripts
      found.errors += parsed.errors
    }
    return found
  }

  /// Sets files in their one layout; those with mistakes, and those of other tools, stay as they are.
  ///
  /// - Throws: Exit code 1 when a file has mistakes, each told; else as `scripts` does.
  static func layOut(_ paths: [String]) throws {
    let paths = try paths.flatMap(files).filter { ForeignScripts.kind(of: $0) == nil }
    var changed = 0
    var hasMistakes = false
    for path in paths {
      let text = try text(of: path)
      let errors = ScriptParser.parse(text, file: path) { beside(path, $0) }.errors
      for error in errors { Say.error(error.description) }
      hasMistakes = hasMistakes || !errors.isEmpty
      let new = ScriptLayout.text(text)
      // Compared byte by byte, because letters may be equal and not the same.
      guard errors.isEmpty, !new.utf8.elementsEqual(text.utf8) else { continue }
      try replace(path, with: new)
      Say.error("\(path): set anew")
      changed += 1
    }
    try Say.line("\(changed) of \(paths.count) files set anew.")
    if hasMistakes { throw Exit.failed }
  }

  /// - Throws: Exit code 65 when the file is not text.
  static func text(of path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else {
      Say.error("\(path) cannot be read as UTF-8 text")
      throw Exit.badData
    }
    return text
  }

  /// A file that a transcript names, by its path from the transcript.
  private static func beside(_ path: String, _ name: String) -> String? {
    let folder = (path as NSString).deletingLastPathComponent
    let whole = folder.isEmpty ? name : "\(folder)/\(name)"
    return FileManager.default.contents(atPath: whole).flatMap {
      String(validating: $0, as: UTF8.self)
    }
  }

  /// The files of a folder that hold conversations; a file itself is taken whatever it is called.
  private static func files(at path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      Say.error("there is nothing at \(path)")
      throw Exit.missingFile
    }
    guard isFolder.boolValue else { return [path] }
    let found = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    let root = path.hasSuffix("/") ? String(path.dropLast()) : path
    return found.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()
      .map { "\(root)/\($0)" }.filter(holdsConversations)
  }

  /// Other Markdown is taken when a block in it is to be played, so that pages without one may stand beside tests.
  private static func holdsConversations(_ path: String) -> Bool {
    if path.hasSuffix(".chat.md") || ForeignScripts.kind(of: path) != nil { return true }
    guard path.hasSuffix(".md"), let data = FileManager.default.contents(atPath: path) else {
      return false
    }
    return !ScriptParser.parse(String(decoding: data, as: UTF8.self), file: path).scripts.isEmpty
  }

  /// Puts a changed file in the place of the old one, with its rights, whole or not at all.
  ///
  /// - Throws: Exit code 74 when it cannot be written.
  static func replace(_ path: String, with text: String) throws {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    do {
      let rights = try FileManager.default.attributesOfItem(atPath: real.path)[.posixPermissions]
      try Data(text.utf8).write(to: real, options: .atomic)
      if let rights {
        try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: real.path)
      }
    } catch {
      Say.error("\(path) cannot be written")
      throw Exit.cannotWrite
    }
  }
}
