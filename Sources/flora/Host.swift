import Dialogue
import Knowledge
import Packed
import Planning
import Transcripts

/// Holds a conversation and performs its effects, for the terminal, for JSON and for transcripts alike.
struct Host {
  private var conversation: Conversation
  private let content: ContentOption
  private(set) var state: State
  private let day: CivilDate
  /// Folder that files are written to.
  private let folder: String?
  private(set) var hasQuit = false
  /// What the person said so far, for `/save-test`; it is kept in memory only.
  private(set) var lines: [String] = []
  /// The country that was known before the talk.
  private let region: String?

  /// - Throws: As reading the content does.
  init(_ content: ContentOption, state: State, day: CivilDate, folder: String? = nil) throws {
    conversation = Conversation(try content.catalog())
    self.content = content
    self.state = state
    self.day = day
    self.folder = folder
    region = state.profile.choice(.region)
  }

  var catalog: Catalog { conversation.catalog }

  func welcome() -> [Reply] { conversation.welcome() }

  /// Takes a line and does all that follows from it.
  mutating func hear(_ line: String) -> Turn {
    let conversation = conversation
    let turn = conversation.respond(to: .line(line, on: day), in: state) { perform($0) }
    state = turn.state
    lines.append(line)
    return turn
  }

  private mutating func perform(_ effect: Effect) -> Event? {
    switch effect {
    case .quit:
      hasQuit = true
      return nil
    case .forget:
      lines = []
      return nil
    case .save(let plan, let path, let overwrite):
      return save(plan, path: path, overwrite: overwrite)
    case .record(let path, let keepsWords):
      return record(path: path, keepsWords: keepsWords)
    case .reload:
      return reload()
    }
  }

  /// Reads the content again; what has mistakes is not taken.
  private mutating func reload() -> Event {
    switch content.again() {
    case .builtIn: return .contentIsBuiltIn
    case .mistakes(let findings): return .notReloaded(findings: findings)
    case .catalog(let catalog):
      conversation = Conversation(catalog)
      return .reloaded(topics: catalog.topics.all.filter { $0.group != Topic.dialogueGroup }.count)
    }
  }

  /// Writes down the talk up to the line that asks for it.
  private func record(path: String, keepsWords: Bool) -> Event {
    let recorder = Recorder(
      conversation,
      name: String(path.prefix { $0 != "." }),
      region: region,
      keepsWords: keepsWords
    )
    do throws(FileWriter.Failure) {
      try FileWriter.save(
        recorder.recording(of: lines).text,
        to: folder.map { "\($0)/\(path)" } ?? path,
        overwrite: false
      )
      return .recorded(path: path)
    } catch {
      switch error {
      case .exists: return .notRecorded(path: path, reason: nil)
      case .cannot(let reason): return .notRecorded(path: path, reason: reason)
      }
    }
  }

  private func save(_ plan: Plan, path: String, overwrite: Bool) -> Event {
    let text = plan.markdown(catalog)
    do throws(FileWriter.Failure) {
      try FileWriter.save(text, to: folder.map { "\($0)/\(path)" } ?? path, overwrite: overwrite)
      return .saved(path: path)
    } catch {
      switch error {
      case .exists: return .exists(path: path)
      case .cannot(let reason): return .notSaved(reason: reason)
      }
    }
  }
}
