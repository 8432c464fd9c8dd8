import ArgumentParser
import Authoring
import Dialogue
import Foundation
import Knowledge
import Packed

struct TopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract: "What can be asked, by group."
  )

  @OptionGroup var content: ContentOption

  @Flag(name: .long, help: "As one JSON array.")
  var json = false

  @Option(
    name: .long,
    help: "Write a page for curators to this file: topics, words, claims, sources, thin spots."
  )
  var map: String?

  @Argument(help: "One group, such as diet.")
  var group: String?

  func validate() throws {
    if map != nil, json || group != nil {
      throw ValidationError("--map writes all topics to a file; leave out --json and the group.")
    }
  }

  func run() throws {
    if let map { return try write(map) }
    let catalog = try content.catalog()
    let topics = catalog.topics.all.filter { group == nil || $0.group == group }
    guard !topics.isEmpty else {
      let groups = Set(catalog.topics.all.map(\.group)).sorted().joined(separator: ", ")
      Say.error("there is no group '\(group ?? "")'; the groups are \(groups)")
      throw Exit.failed
    }
    if json {
      let rows = topics.map { ["id": $0.id.rawValue, "group": $0.group, "title": $0.title] }
      return try Say.out(JSONLine.text(of: rows))
    }
    for (name, own) in Dictionary(grouping: topics, by: \.group).sorted(by: { $0.key < $1.key }) {
      try Say.line("\(catalog.say("groups.\(name)")) (\(name))")
      for topic in own.sorted(by: { $0.id < $1.id }) {
        let padded =
          topic.id.rawValue + String(repeating: " ", count: max(1, 28 - topic.id.rawValue.count))
        try Say.line("  \(padded)\(topic.title)")
      }
    }
  }
}

extension TopicsCommand {
  /// Writes the map; examples are in the content folder only, so that is where it reads.
  private func write(_ path: String) throws {
    let map = ContentMap(try ContentOption.content(in: content.folder ?? "."))
    do throws(FileWriter.Failure) {
      try FileWriter.save(map.html, to: path, overwrite: true)
    } catch {
      if case .cannot(let reason) = error { Say.error(reason) }
      throw Exit.cannotWrite
    }
    try Say.line("wrote \(path)")
  }
}

struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "The bibliography, or the sources of one topic or reference."
  )

  @OptionGroup var content: ContentOption

  @Argument(help: "A topic's or a reference's id.")
  var id: String?

  func run() throws {
    let catalog = try content.catalog()
    for reference in try references(catalog) {
      try Say.line("\(reference.id.rawValue): \(reference.full)")
    }
  }

  private func references(_ catalog: Catalog) throws -> [Reference] {
    guard let id else { return catalog.references.all }
    if let reference = catalog.references[id] { return [reference] }
    guard let answer = catalog.answers[id] else {
      Say.error("there is no topic or reference '\(id)'; try flora topics")
      throw Exit.failed
    }
    var seen: Set<ID<Reference>> = []
    let claims =
      catalog.claims(answer.allSentences.flatMap(\.claims))
      + catalog.claims(catalog.topicIndex[id]?.claims ?? [])
    return claims.flatMap(\.references).filter { seen.insert($0).inserted }.compactMap {
      catalog.references[$0.rawValue]
    }
  }
}

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "One answer with all its views and claims."
  )

  @OptionGroup var content: ContentOption

  @Argument(help: "The topic's id, such as dairy.")
  var id: String

  func run() throws {
    let catalog = try content.catalog()
    guard let answer = catalog.answers[id], let topic = catalog.topics[id] else {
      Say.error("there is no answer '\(id)'; try flora topics")
      throw Exit.failed
    }
    try Say.line("\(answer.title) (\(id)), read through \(answer.reviewed)")
    try view("Short", answer.short)
    for section in answer.fuller { try view(section.part.rawValue, section.sentences) }
    try view("Plain", answer.plain)
    try Say.line("\nClaims")
    for claim in catalog.claims(catalog.topicIndex[id]?.claims ?? []) {
      let about =
        claim.about.isEmpty ? "" : "; about \(claim.about.map(\.rawValue).joined(separator: ", "))"
      try Say.line(
        "  [\(claim.id.rawValue)] \(claim.grade.rawValue), \(claim.direction.rawValue), checked \(claim.checked)\(about)"
      )
      try Say.line("    \(claim.text)")
      for reference in claim.references.compactMap({ catalog.references[$0.rawValue] }) {
        try Say.line("    - \(reference.full)")
      }
    }
    try Say.line("\nOffers")
    for offer in topic.offers { try Say.line("  \(offer.ask) → \(offer.goes.rawValue)") }
  }

  private func view(_ name: String, _ sentences: [Sentence]) throws {
    try Say.line("\n\(name)")
    for sentence in sentences {
      let claims = sentence.claims.map { "[\($0.rawValue)]" }.joined(separator: " ")
      try Say.line("  \(sentence.text) \(claims)")
    }
  }
}
