import Authoring
import Foundation

/// The small folder of content in which nothing is to mend.
enum GoodContent {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Content/good").path

  /// Its files, by path.
  static func files() throws -> [String: String] {
    let folder = try SourceFolder(root: root)
    return Dictionary(uniqueKeysWithValues: folder.files.map { ($0.path, $0.text) })
  }

  /// What every rule of the linter says about some files.
  static func report(_ files: [String: String]) -> LintReport {
    let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, text: $0.value) }
    return report(SourceFolder(files: sources))
  }

  static func report(_ folder: SourceFolder) -> LintReport {
    Linter(Content(folder), released: "2026-11-23", dictionary: ["cheese", "chess", "fibre"])
      .report(Set(Linter.Part.allCases))
  }
}
