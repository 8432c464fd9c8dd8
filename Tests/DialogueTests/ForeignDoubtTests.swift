import Compiled
import Knowledge
import Safety
import Testing

/// A long line about something else that sounds dangerous in passing.
struct ForeignDoubtTests {
  private static let screen = SafetyScreen(CompiledCatalog.catalog)

  @Test(arguments: [
    "the lawnmower coughed, spat out black smoke and died in the middle of the hedge trimming, so do I clean the plug or bin it",
    "our quiz team is called the walking dead and we keep losing by a point, how do I pick a name that scares the others",
    "my guitar string snapped and cut the solo dead, the crowd roared anyway, which strings would you buy for a rough player",
  ])
  func `raises no alarm`(_ line: String) {
    #expect(Self.screen.screen(line).raised.isEmpty)
  }

  @Test(arguments: [
    "we were laying the patio and having a laugh about football when dad went grey, grabbed his chest and now he can't get his breath",
    "the printer broke, the car broke, my boss shouted at me all week, and tonight I have the pills lined up and I am going to take them",
  ])
  func `a plain danger at the end of a story is raised all the same`(_ line: String) {
    #expect(Self.screen.screen(line).raised.first?.level == .emergency)
  }
}
