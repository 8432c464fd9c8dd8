package import Dialogue
package import Planning

/// A conversation and the files it writes, which are only pretended.
package struct Stage: Sendable {
  private let conversation: Conversation
  package private(set) var state: State
  package var day: CivilDate
  private var files: Set<String> = []
  /// Whether the talk has ended.
  package private(set) var hasQuit = false

  package init(_ conversation: Conversation, state: State = State(), day: CivilDate) {
    self.conversation = conversation
    self.state = state
    self.day = day
  }

  package mutating func change(_ body: (inout State) -> Void) { body(&state) }

  /// A line or a key, and all that follows from it.
  package mutating func hear(_ message: String) -> Turn {
    if message == "^C" { return Turn(state: state) }
    let conversation = conversation
    let line = message == "^D" ? "/quit" : message
    var turn = conversation.respond(to: .line(line, on: day), in: state) { perform($0) }
    state = turn.state
    turn.replies = turn.replies.filter { !$0.text.isEmpty }
    return turn
  }

  private mutating func perform(_ effect: Effect) -> Event? {
    switch effect {
    case .quit:
      hasQuit = true
      return nil
    case .forget:
      return nil
    case .reload:
      return .contentIsBuiltIn
    case .save(_, let path, let overwrite):
      return files.insert(path).inserted || overwrite ? .saved(path: path) : .exists(path: path)
    case .record(let path, _):
      return files.insert(path).inserted
        ? .recorded(path: path) : .notRecorded(path: path, reason: nil)
    }
  }
}
