import Authoring
import Compiled
import Foundation
import Knowledge
import Packed
import Safety
import Testing

/// Every sign that curators wrote raises an alarm in whatever company it stands, and is quiet when it is denied.
struct SignTests {
  static let screen = SafetyScreen(CompiledCatalog.catalog)

  static let signs: [String] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    guard let folder = try? SourceFolder(root: root) else {
      preconditionFailure("the content is not at \(root)")
    }
    return Content(folder).redFlags.flatMap { $0.signs.map(\.value) }
  }()

  /// Signs that raise no alarm in some company; `%` stands for the sign.
  private static func quiet(in company: String) -> [String] {
    signs.filter { isQuiet(company.replacing("%", with: $0)) }
  }

  static func isQuiet(_ line: String) -> Bool { screen.screen(line).raised.isEmpty }

  @Test func `every rule has a dozen signs or more`() {
    #expect(Self.signs.count >= 12 * CompiledCatalog.catalog.redFlags.all.count)
  }

  @Test(arguments: [
    "%", "and honestly %", "does zinc help acne? %", "%. also which probiotic is best?", "% lol",
    "% in 20 minutes", "% in 24 hours", "% after 2000 mg of it", "% since 2019", "% a month on",
  ])
  func `a sign is heard in any company`(_ company: String) {
    #expect(Self.quiet(in: company) == [])
  }

  @Test(arguments: ["i don't have %", "honestly there is no %. does zinc help acne?"])
  func `a sign that is denied is quiet`(_ denial: String) {
    let loud = Set(Self.signs).subtracting(Self.quiet(in: denial))
    #expect(loud == [])
  }
}
