import ArgumentParser
import Authoring
import Foundation
import Planning

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start something new for curators to write.",
    subcommands: [NewTopicCommand.self]
  )
}

struct NewTopicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topic",
    abstract: "Start a topic: its intent file and its answer, marked as a draft.",
    discussion: "Nothing that exists is written over. A draft passes flora lint and answers nobody."
  )

  @Option(help: "The group it belongs to, such as diet.")
  var group = "practical"

  @Option(name: .customLong("content"), help: "The folder that holds intents and seeds.")
  var folder = "."

  @Argument(help: "The topic's id: lower case with hyphens, such as rice-water.")
  var id: String

  func validate() throws {
    guard TopicDraft.isID(id) else {
      throw ValidationError("'\(id)' is no id; write lower case with hyphens, such as rice-water.")
    }
  }

  func run() throws {
    let content = try ContentOption.content(in: folder)
    let groups = Set(content.intents.map(\.group)).sorted()
    guard groups.contains(group) else {
      Say.error("there is no group '\(group)'; the groups are \(groups.joined(separator: ", "))")
      throw Exit.failed
    }
    if let present = content.intents.first(where: { $0.id == id }) {
      Say.error("the topic '\(id)' is there already: \(present.place.file)")
      throw Exit.cannotCreate
    }
    let draft = TopicDraft(id: id, group: group, today: Clock.today.iso)
    for file in draft.files {
      try write(file)
      try Say.line("wrote \(file.path)")
    }
    try Say.line("Next: write examples and the answer, then run flora lint --all.")
  }

  private func write(_ file: SourceFile) throws {
    let path = "\(folder)/\(file.path)"
    do {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent,
        withIntermediateDirectories: true
      )
      // Content is for everybody: an ordinary file, unlike what is saved for one owner.
      try Data(file.text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch let error as CocoaError where error.code == .fileWriteFileExists {
      Say.error("\(path) is there already; nothing was written over")
      throw Exit.cannotCreate
    } catch {
      Say.error("\(path) cannot be written")
      throw Exit.cannotWrite
    }
  }
}
