import Foundation
import PackagePlugin

/// Compiles `intents/` and `seeds/` into a Swift file of the target that has both as links.
@main
struct EmbedContent: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "Content+Generated.swift")
    return [
      .buildCommand(
        displayName: "Compiling intents and seeds",
        executable: try context.tool(named: "compile-content").url,
        arguments: [root.path, output.path],
        inputFiles: try ["intents", "seeds"].flatMap {
          try everything(in: root.appending(path: $0))
        },
        outputFiles: [output]
      )
    ]
  }

  /// A folder, its folders and its files, so that adding or removing one is noticed too.
  private func everything(in folder: URL) throws -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return [folder] + (found?.compactMap { $0 as? URL } ?? [])
  }
}
