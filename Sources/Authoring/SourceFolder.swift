internal import Foundation

/// A content file as it stands on disk.
package struct SourceFile: Equatable, Sendable {
  /// Path from the content's root, with slashes.
  package let path: String
  package let text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  var folder: [String] { path.split(separator: "/").dropLast().map(String.init) }
  /// The file's name without its ending.
  var stem: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.split(separator: ".").first.map(String.init) ?? name
  }
}

/// The one place that opens content files: everything under `intents/` and `seeds/`.
package struct SourceFolder: Sendable {
  /// A file larger than this is refused: no person writes one.
  package static let mostBytes = 1 << 20

  package let files: [SourceFile]
  package let findings: [Finding]

  /// - Parameter root: Folder that holds `intents` and `seeds`; links are followed.
  /// - Throws: `Missing` when one of the two is not there.
  package init(root: String) throws(Missing) {
    var files: [SourceFile] = []
    let findings = FindingList()
    for part in ["intents", "seeds"] {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: "\(root)/\(part)", isDirectory: &isFolder),
        isFolder.boolValue
      else { throw Missing(folder: "\(root)/\(part)") }
      for path in Self.paths(in: "\(root)/\(part)").sorted() {
        if let file = Self.read("\(part)/\(path)", root: root, findings) { files.append(file) }
      }
    }
    self.files = files
    self.findings = findings.findings
  }

  package init(files: [SourceFile]) {
    self.files = files
    findings = []
  }

  package struct Missing: Error, Equatable {
    package let folder: String
  }

  private static func paths(in folder: String) -> [String] {
    let real = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let found = FileManager.default.enumerator(atPath: real)?.compactMap { $0 as? String } ?? []
    return found.filter { path in
      !path.split(separator: "/").contains { $0.hasPrefix(".") }
        && [".yml", ".md"].contains { path.hasSuffix($0) }
    }
  }

  private static func read(_ path: String, root: String, _ findings: FindingList) -> SourceFile? {
    let place = Place(file: path)
    guard let data = FileManager.default.contents(atPath: "\(root)/\(path)") else {
      findings.add(
        .unreadable,
        at: place,
        "the file cannot be read",
        remedy: "check its permissions"
      )
      return nil
    }
    guard data.count <= mostBytes else {
      findings.add(.tooLarge, at: place, "the file is over 1 MiB", remedy: "split it")
      return nil
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      findings.add(.unreadable, at: place, "the file is not UTF-8 text", remedy: "save it as UTF-8")
      return nil
    }
    return SourceFile(
      path: path,
      text: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    )
  }
}
