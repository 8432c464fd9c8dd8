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
    let content = try Self.content(in: folder)
    let findings = Self.findings(in: content)
    for finding in findings { Say.error(finding) }
    if !findings.isEmpty { throw Exit.badData }
    return Self.compiled(content)
  }

  /// What came of reading the content again.
  enum Reading {
    case builtIn
    /// Mistakes, as `flora lint` tells them.
    case mistakes([String])
    case catalog(Catalog)
  }

  /// Reads the folder again, for a talk that goes on whatever comes of it.
  func again() -> Reading {
    guard let folder else { return .builtIn }
    let content: Content
    do {
      content = try Content(SourceFolder(root: folder))
    } catch {
      return .mistakes([Self.missing(error.folder)])
    }
    let findings = Self.findings(in: content)
    guard findings.isEmpty else { return .mistakes(findings) }
    Say.error("reading \(folder) again, which takes as long as at the start")
    return .catalog(Self.compiled(content))
  }

  /// Every mistake, by its place.
  private static func findings(in content: Content) -> [String] {
    (content.findings + ReferenceCheck(content).findings)
      .sorted { $0.place < $1.place }.map(\.description)
  }

  private static func compiled(_ content: Content) -> Catalog {
    Catalog(in: .owned(ContentCompiler(content, dictionary: WordLists.english).compile()))
  }

  private static func missing(_ folder: String) -> String {
    "there is no folder \(folder); the folder that holds intents and seeds is wanted"
  }

  /// Reads the files of a content folder.
  ///
  /// - Throws: Exit code 66 when the folder is missing.
  static func content(in folder: String) throws -> Content {
    do {
      return try Content(SourceFolder(root: folder))
    } catch {
      Say.error(missing(error.folder))
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
