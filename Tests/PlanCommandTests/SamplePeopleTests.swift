import Compiled
import Foundation
import Planning
import Testing

@testable import flora

/// The plans of the people in `seeds/plan/people`, as a reader gets them.
///
/// With `FLORA_UPDATE=1` the files under `Tests/Plans` are written anew.
struct SamplePeopleTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let people = root.appending(path: "seeds/plan/people").path
  private static let day = CivilDate(daysSince1970: 20_780)

  private static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: people).filter { $0.hasSuffix(".json") }
      .map { String($0.dropLast(5)) }.sorted()
  }

  @Test func `there are a dozen people, each with a plan on file and no plan without a person`()
    throws
  {
    let plans = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "Tests/Plans").path
    )
    #expect(try Self.names().count >= 12)
    #expect(try plans.sorted() == Self.names().map { "\($0).md" })
  }

  @Test(arguments: try names())
  func `the plan of a person is the one on file`(_ name: String) throws {
    let profile = try AnswersFile.profile(at: "\(Self.people)/\(name).json")
    let catalog = CompiledCatalog.catalog
    let plan = Planner(catalog).plan(for: profile, on: Self.day).markdown(catalog)
    let file = Self.root.appending(path: "Tests/Plans/\(name).md")
    if ProcessInfo.processInfo.environment["FLORA_UPDATE"] == "1" {
      try plan.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == plan)
  }
}
