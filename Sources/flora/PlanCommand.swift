import ArgumentParser
import Foundation
import Knowledge
import Planning

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Make a plan from a file of answers.",
    discussion: """
      Examples:
        flora plan --answers me.json
        flora plan --answers me.json --format ics --output plan.ics
        flora plan --answers me.json --why

      The file holds one JSON object, such as {"concern": "acne", "age": 30}; docs/plan.md lists what may stand in it.
      """
  )

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case md, json, ics, print
  }

  enum Titles: String, CaseIterable, ExpressibleByArgument {
    case discreet, full
  }

  @OptionGroup var content: ContentOption
  @OptionGroup var time: DayOption

  @Option(name: .long, help: "The file with the answers, as JSON.")
  var answers: String?

  @Option(name: .long, help: "md, json, ics (a calendar) or print (72 columns).")
  var format: Format = .md

  @Flag(name: .long, help: "The same as --format json.")
  var json = false

  @Option(name: .long, help: "Write to this file, readable only by you, in place of the screen.")
  var output: String?

  @Flag(name: .long, help: "Write over the file if it is there.")
  var force = false

  @Flag(name: .long, help: "Show how each step came to its place, as a table.")
  var why = false

  @Option(name: .long, help: "The plan's id: small letters, digits and hyphens.")
  var id: String?

  @Option(name: .long, help: "What titles in the calendar say: discreet or full.")
  var titles: Titles = .discreet

  func validate() throws {
    if answers == nil {
      throw ValidationError(
        "A plan needs answers: write --answers FILE, or type 'flora' and say \"make me a plan\"."
      )
    }
    if let id, PlanID(id) == nil {
      throw ValidationError("--id wants 1 to 64 small letters, digits and hyphens.")
    }
  }

  func run() throws {
    let profile = try self.profile()
    let catalog = try content.catalog()
    let plan = Planner(catalog).plan(for: profile, on: time.day)
    let text = text(of: plan, catalog)
    if let output { try save(text, to: output) }
    if why, chosen != .json || output != nil {
      try Say.out(plan.scoreTable)
    } else if output == nil {
      try Say.out(text)
    }
  }

  private var chosen: Format { json ? .json : format }

  private func profile() throws -> Profile {
    let path = answers ?? ""
    do {
      return try AnswersFile.profile(at: path)
    } catch .missing {
      Say.error("there is no file \(path) that I can read")
      throw Exit.missingFile
    } catch .mistakes(let mistakes) {
      for mistake in mistakes { Say.error("\(path): \(mistake)") }
      throw Exit.badData
    }
  }

  private func text(of plan: Plan, _ catalog: Catalog) -> String {
    switch chosen {
    case .md: plan.markdown(catalog)
    case .json: plan.json(catalog, id: planID(plan, catalog))
    case .ics:
      plan.calendar(
        catalog,
        id: planID(plan, catalog),
        titles: titles == .full ? .full : .discreet
      )
    case .print: plan.printed(catalog)
    }
  }

  /// The id that was given; else one drawn when the plan is saved, and on the screen one that follows from its words.
  private func planID(_ plan: Plan, _ catalog: Catalog) -> PlanID {
    id.flatMap(PlanID.init)
      ?? (output == nil ? nil : PlanID(UUID().uuidString.lowercased()))
      ?? PlanID(of: plan, catalog)
  }

  private func save(_ text: String, to path: String) throws {
    do throws(FileWriter.Failure) {
      try FileWriter.save(text, to: path, overwrite: force)
    } catch .exists {
      Say.error("there is already a file \(path); add --force to write over it")
      throw Exit.cannotCreate
    } catch .cannot(let reason) {
      Say.error("the plan was not written: \(reason)")
      throw Exit.cannotWrite
    }
  }
}
