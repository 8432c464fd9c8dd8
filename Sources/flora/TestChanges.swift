import ArgumentParser
import Foundation
import Transcripts

/// Ways to bring `bot*` lines up to date.
struct TestChanges: ParsableArguments {
  @Flag(name: .long, help: "Rewrite bot* lines to what is said now; locked and safety ones stay.")
  var update = false

  @Flag(name: .long, help: "Decide on changed bot* lines, each cause once.")
  var review = false

  @Flag(
    name: .customLong("fmt"),
    help: "Set the files in their one layout and play nothing; files with mistakes stay."
  )
  var isLayout = false

  @Option(name: .long, help: "Where undecided changes wait; outside of the tree.")
  var pending: String?

  func validate() throws {
    if [update, review, isLayout].filter(\.self).count > 1 {
      throw ValidationError("Choose one of --update, --review and --fmt.")
    }
    if pending != nil, !review { throw ValidationError("--pending goes with --review.") }
    guard let pending else { return }
    let path = URL(fileURLWithPath: pending).standardizedFileURL.path
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).standardizedFileURL
    if path.hasPrefix(here.path + "/") {
      throw ValidationError(
        "--pending names a file outside of this folder, so that it is never committed."
      )
    }
  }

  /// - Returns: Whether a file changed.
  func updateFiles(_ results: [CaseResult]) throws -> Bool {
    let plan = Snapshots.plan(results.flatMap(\.changes))
    for change in plan.locked {
      Say.error(
        "\(change.file):\(change.lines.lowerBound): locked or about safety; change it by hand or with --review"
      )
    }
    for change in plan.torn {
      Say.error(
        "\(change.file):\(change.lines.lowerBound): says different things for different values; write ids or checks"
      )
    }
    return try apply(plan.edits)
  }

  /// - Returns: Whether a file changed.
  private func apply(_ edits: [String: [ClosedRange<Int>: [String]]]) throws -> Bool {
    for (file, changes) in edits.sorted(by: { $0.key < $1.key }) {
      try TestFiles.replace(
        file,
        with: Snapshots.text(try TestFiles.text(of: file), with: changes)
      )
      Say.error("\(file): \(changes.count) bot* \(changes.count == 1 ? "line" : "lines") rewritten")
    }
    return !edits.isEmpty
  }

  /// Asks about each group on standard output and input; what is undecided waits in the pending file.
  ///
  /// - Returns: Whether a file changed.
  func reviewFiles(_ results: [CaseResult]) throws -> Bool {
    let store = PendingReview(path: pending)
    var review = Review(results.flatMap(\.changes), decisions: store.load())
    if review.groups.isEmpty {
      try Say.line("No bot* line has changed.")
      store.remove()
      return false
    }
    let all = review.groups.count
    while let group = review.open.first {
      let number = all - review.open.count + 1
      try Say.out(Self.shown(group, number, all))
      guard try ask(group, &review) else {
        try store.save(review.decisions)
        Say.error("\(review.open.count) undecided; they wait in \(store.path)")
        return false
      }
    }
    store.remove()
    return try apply(review.edits)
  }

  private static func shown(_ group: Review.Group, _ number: Int, _ all: Int) -> String {
    var lines = [
      "",
      "\(number) of \(all): <\(group.cause)>, \(group.places.count) \(group.places.count == 1 ? "place" : "places")",
    ]
    lines += group.places.map { "  \($0.file):\($0.lines.lowerBound)" }
    lines.append("  \(group.difference)")
    lines.append(
      group.isLocked
        ? "Locked or about safety. Type \"accept\" in full, s(kip), e(dit) or q(uit):"
        : "a(ccept), s(kip), e(dit), all (accept all of this cause) or q(uit):"
    )
    return lines.joined(separator: "\n") + "\n"
  }

  /// - Returns: False when the person leaves.
  private func ask(_ group: Review.Group, _ review: inout Review) throws -> Bool {
    while let answer = readLine()?.lowercased() {
      switch answer {
      case "accept": review.decide(group, .accept)
      case "a" where !group.isLocked: review.decide(group, .accept)
      case "all" where !group.isLocked: review.acceptAll(cause: group.cause)
      case "s", "skip": review.decide(group, .skip)
      case "q", "quit": return false
      case "e", "edit":
        guard let lines = try edit() else { return false }
        review.decide(group, .edit(lines))
      default:
        try Say.line("Type one of the letters.")
        continue
      }
      return true
    }
    return false
  }

  /// New lines; nil at the end of input.
  private func edit() throws -> [String]? {
    while true {
      try Say.line("Type the bot lines, then a line with a single dot:")
      var lines: [String] = []
      while let line = readLine(), line != "." { lines.append(line) }
      if lines.isEmpty { return nil }
      guard let mistake = Review.mistake(in: lines) else { return lines }
      try Say.line("\(mistake.problem); \(mistake.remedy)")
    }
  }
}

/// Decisions that were made before a review was left, kept outside of the tree.
struct PendingReview {
  let path: String

  init(path: String?) {
    let folder = FileManager.default.currentDirectoryPath.utf8.reduce(UInt64(5381)) {
      $0 &* 33 &+ UInt64($1)
    }
    self.path =
      path
      ?? FileManager.default.temporaryDirectory
      .appending(path: "flora-review-\(String(folder, radix: 36)).json").path
  }

  /// One decision as it is stored: no lines mean accept or skip.
  private struct Stored: Codable {
    let key: String
    let isAccepted: Bool
    let lines: [String]?
  }

  func load() -> [String: Review.Decision] {
    guard let data = FileManager.default.contents(atPath: path),
      let stored = try? JSONDecoder().decode([Stored].self, from: data)
    else { return [:] }
    return Dictionary(
      stored.map { one in
        (one.key, one.lines.map { .edit($0) } ?? (one.isAccepted ? .accept : .skip))
      },
      uniquingKeysWith: { $1 }
    )
  }

  func save(_ decisions: [String: Review.Decision]) throws {
    let stored = decisions.sorted { $0.key < $1.key }.map { key, decision in
      switch decision {
      case .accept: Stored(key: key, isAccepted: true, lines: nil)
      case .skip: Stored(key: key, isAccepted: false, lines: nil)
      case .edit(let lines): Stored(key: key, isAccepted: true, lines: lines)
      }
    }
    let data = try JSONEncoder().encode(stored)
    do throws(FileWriter.Failure) {
      try FileWriter.save(String(decoding: data, as: UTF8.self), to: path, overwrite: true)
    } catch {
      Say.error("\(path) cannot be written")
      throw Exit.cannotCreate
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
