/// Snapshot changes to decide on: each cause once, however many files it touches.
package struct Review: Equatable, Sendable {
  package enum Decision: Equatable, Sendable {
    case accept
    case skip
    /// Lines of a transcript in place of the snapshot.
    case edit([String])
  }

  /// Changes that say the same and are decided together.
  package struct Group: Equatable, Sendable {
    package let cause: String
    package let old: String
    package let new: String
    package let places: [Place]
    /// Locked or about safety: one place only, and never decided with others.
    package let isLocked: Bool

    package struct Place: Equatable, Sendable {
      package let file: String
      package let lines: ClosedRange<Int>
    }

    /// A name for the group that lasts from one run to the next as long as it stays the same.
    package var key: String {
      let place = isLocked ? places.first.map { "\($0.file):\($0.lines.lowerBound) " } ?? "" : ""
      return "\(place)\(cause)\u{1}\(old)\u{1}\(new)"
    }

    package var difference: String { WordDiff.text(old, new) }
  }

  package let groups: [Group]
  package private(set) var decisions: [String: Decision]

  package init(_ changes: [CaseResult.Change], decisions: [String: Decision] = [:]) {
    groups = Self.groups(changes)
    let keys = Set(groups.map(\.key))
    self.decisions = decisions.filter { keys.contains($0.key) }
  }

  private static func groups(_ changes: [CaseResult.Change]) -> [Group] {
    var groups: [Group] = []
    for places in Snapshots.places(of: changes) {
      guard let change = places.first, Set(places.map(\.new)).count == 1 else { continue }
      let place = Group.Place(file: change.file, lines: change.lines)
      let isLocked = places.contains(where: \.isLocked)
      let same = groups.firstIndex { group in
        !group.isLocked && !isLocked && group.cause == change.cause && group.old == change.old
          && group.new == change.new
      }
      let known = same.map { groups[$0].places } ?? []
      let group = Group(
        cause: change.cause,
        old: change.old,
        new: change.new,
        places: known + [place],
        isLocked: isLocked
      )
      if let same { groups[same] = group } else { groups.append(group) }
    }
    return groups
  }

  package var open: [Group] { groups.filter { decisions[$0.key] == nil } }

  package mutating func decide(_ group: Group, _ decision: Decision) {
    decisions[group.key] = decision
  }

  /// Accepts every open group with the same cause; locked ones stay open.
  package mutating func acceptAll(cause: String) {
    for group in open where group.cause == cause && !group.isLocked {
      decisions[group.key] = .accept
    }
  }

  /// New lines by file and range, for what was accepted or edited.
  package var edits: [String: [ClosedRange<Int>: [String]]] {
    var edits: [String: [ClosedRange<Int>: [String]]] = [:]
    for group in groups {
      let lines: [String]
      switch decisions[group.key] {
      case .accept: lines = Snapshots.lines(for: group.new)
      case .edit(let words): lines = words
      case .skip, nil: continue
      }
      for place in group.places { edits[place.file, default: [:]][place.lines] = lines }
    }
    return edits
  }

  /// Whether lines may stand where a snapshot stood; a mistake in them, or nil.
  package static func mistake(in lines: [String]) -> ScriptError? {
    let text = (["```chat", "you: x"] + lines + ["? lacks \"\u{1}\"", "```"]).joined(
      separator: "\n"
    )
    let errors = ScriptParser.parse(text, file: "edit").errors.filter {
      !$0.problem.hasPrefix("the capture")
    }
    if let error = errors.first { return error }
    let isBot = lines.allSatisfy { $0.hasPrefix("bot") || $0.hasPrefix("|") || $0.hasPrefix("?") }
    return isBot && lines.first?.hasPrefix("bot") == true
      ? nil
      : ScriptError(
        file: "edit",
        line: 1,
        problem: "an edit is one or more bot lines",
        remedy: "start with 'bot: …' or 'bot* …'"
      )
  }
}
