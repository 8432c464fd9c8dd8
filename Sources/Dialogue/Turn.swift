internal import Knowledge
package import Planning
package import Safety

/// Something that happened; the answer to an effect comes back as one of these.
package enum Event: Equatable, Sendable {
  /// The person typed a line; a paste of several is one line with line breaks.
  case line(String, on: CivilDate)
  /// The plan was written to the file.
  case saved(path: String)
  /// The file is there already; nothing was written.
  case exists(path: String)
  /// Nothing was written, and why in plain words.
  case notSaved(reason: String)
  /// The talk was written down as a test.
  case recorded(path: String)
  /// It was not, and why in plain words; no reason means that the file is there already.
  case notRecorded(path: String, reason: String?)
  /// The content was read again and holds from the next line on.
  case reloaded(topics: Int)
  /// The content on disk has mistakes, each told with its place; the old one stays.
  case notReloaded(findings: [String])
  /// The content is built in, so that there is nothing to read again.
  case contentIsBuiltIn
}

/// Work the conversation asks for and never does itself.
package enum Effect: Equatable, Sendable {
  /// Write the plan as Markdown, for its owner only.
  case save(Plan, path: String, overwrite: Bool)
  /// Write the talk so far as a transcript, never over a file that is there.
  case record(path: String, keepsWords: Bool)
  /// Keep nothing of what was typed so far.
  case forget
  /// Read intents and seeds again.
  case reload
  case quit
}

/// What one event led to: who we are now, what to say, what to do.
package struct Turn: Equatable, Sendable {
  package var state: State
  package var replies: [Reply] = []
  package var effects: [Effect] = []
  /// The topics that the replies act on, with the confidence in each.
  package var intents: [Heard.Intent] = []
  package var safety: Verdict.Raised?

  package init(
    state: State,
    replies: [Reply] = [],
    effects: [Effect] = [],
    intents: [Heard.Intent] = [],
    safety: Verdict.Raised? = nil
  ) {
    self.state = state
    self.replies = replies
    self.effects = effects
    self.intents = intents
    self.safety = safety
  }
}
