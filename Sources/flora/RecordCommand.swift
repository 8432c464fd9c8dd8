import ArgumentParser
import Dialogue
import Foundation
import Transcripts

struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Talk, and write the talk down as a test.",
    discussion: """
      What you tell about yourself, numbers, names and addresses stand in braces in the file, each with the same \
      stand-in for everybody. See docs/transcripts.md.
      """
  )

  @OptionGroup var content: ContentOption
  @OptionGroup var time: DayOption

  @Flag(name: .long, help: "Write the words as they were typed.")
  var keepWords = false

  @Flag(name: .long, help: "Write over the file if it is there.")
  var force = false

  @Argument(help: "The file to write; its name usually ends in .chat.md.")
  var file: String

  func run() throws {
    if !force, FileManager.default.fileExists(atPath: file) { throw refuse() }
    var host = try Host(content, state: time.state, day: time.day)
    try TextTalk.run(&host)
    try write(host.lines, Conversation(host.catalog))
  }

  private func write(_ lines: [String], _ conversation: Conversation) throws {
    let recorder = Recorder(
      conversation,
      name: name,
      day: time.today.map { _ in time.day },
      region: time.region?.uppercased(),
      keepsWords: keepWords
    )
    let recording = recorder.recording(of: lines)
    do throws(FileWriter.Failure) {
      try FileWriter.save(recording.text, to: file, overwrite: force)
    } catch {
      switch error {
      case .exists: throw refuse()
      case .cannot(let reason):
        Say.error(reason)
        throw Exit.cannotCreate
      }
    }
    Say.error("wrote \(file)")
    if recording.changedTurns > 0 {
      Say.error(
        "with the stand-ins \(recording.changedTurns) answers are others than yours; --keep-words keeps your words"
      )
    }
  }

  /// The file's name without its endings.
  private var name: String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    let stem = String(last.prefix { $0 != "." })
    return stem.isEmpty ? "talk" : stem
  }

  private func refuse() -> ExitCode {
    Say.error("\(file) is there already; give another name, or --force to write over it")
    return Exit.cannotCreate
  }
}
