import ArgumentParser
import Authoring
import Compiled
import Dialogue
import Knowledge
import Packed
import Planning

/// Where the content comes from: the program itself, or a folder.
struct ContentOption: ParsableArguments {
  @Option(
    name: .customLong("content"),
    help: "Use the folder's intents and seeds in place of those built in."
  )
  var folder: String?

  /// The catalog to work with.
  ///
  /// - Throws: Exit code 66 when the folder is missing, 65 when its content has mistakes, each told on standard error.
  func catalog() throws -> Catalog {
    guard let folder else { return CompiledCatalog.catalog }
    return try Catalog(
      in: .owned(ContentCompiler(read(folder), dictionary: WordLists.english).compile())
    )
  }

  /// Reads a content folder, every mistake told.
  private func read(_ folder: String) throws -> Content {
    let content = try Self.content(in: folder)
    let findings = content.findings + ReferenceCheck(content).findings
    for finding in findings.sorted(by: { $0.place < $1.place }) { Say.error(finding.description) }
    if !findings.isEmpty { throw Exit.badData }
    return content
  }

  /// Reads the files of a content folder.
  ///
  /// - Throws: Exit code 66 when the folder is missing.
  static func content(in folder: String) throws -> Content {
    do {
      return try Content(SourceFolder(root: folder))
    } catch {
      Say.error(
        "there is no folder \(error.folder); the folder that holds intents and seeds is wanted"
      )
      throw Exit.missingFile
    }
  }
}

/// Today, or the day that a script says it is.
struct DayOption: ParsableArguments {
  @Option(name: .customLong("today"), help: "Take this day (yyyy-mm-dd) for today.")
  var today: String?

  @Option(
    name: .customLong("region"),
    help: "Your country, for emergency numbers: US, GB, IE, CA, AU, NZ, IN, EU or XX."
  )
  var region: String?

  func validate() throws {
    if let today, CivilDate(today) == nil {
      throw ValidationError("'\(today)' is no day; write it as 2026-11-23.")
    }
    if let region, SlotValue(region.uppercased(), for: .region) == nil {
      throw ValidationError(
        "'\(region)' is no region I know; use one of \(Slot.region.options.joined(separator: ", "))."
      )
    }
  }

  var day: CivilDate { today.flatMap { CivilDate($0) } ?? Clock.today }

  /// A conversation's first state.
  var state: State {
    var state = State()
    if let region { state.profile.set(.region, .choice(region.uppercased()), from: region) }
    return state
  }
}
