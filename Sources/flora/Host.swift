import Dialogue
import Knowledge
import Planning

/// Holds a conversation and performs its effects, for the terminal, for JSON and for transcripts alike.
struct Host {
  private let conversation: Conversation
  private(set) var state: State
  private let day: CivilDate
  /// Folder that files are written to.
  private let folder: String?
  private(set) var hasQuit = false

  init(_ catalog: Catalog, state: State, day: CivilDate, folder: String? = nil) {
    conversation = Conversation(catalog)
    self.state = state
    self.day = day
    self.folder = folder
  }

  var catalog: Catalog { conversation.catalog }

  func welcome() -> [Reply] { conversation.welcome() }

  /// Takes a line and does all that follows from it.
  mutating func hear(_ line: String) -> Turn {
    var turn = conversation.respond(to: .line(line, on: day), in: state)
    state = turn.state
    var effects = turn.effects[...]
    while let effect = effects.popFirst() {
      guard let event = perform(effect) else { continue }
      let next = conversation.respond(to: event, in: state)
      state = next.state
      turn.state = next.state
      turn.replies += next.replies
      effects += next.effects
    }
    return turn
  }

  private mutating func perform(_ effect: Effect) -> Event? {
    switch effect {
    case .quit:
      hasQuit = true
      return nil
    case .save(let plan, let path, let overwrite):
      return save(plan, path: path, overwrite: overwrite)
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
