import Knowledge
import Planning
import Testing

/// What a plan is written as.
struct ExportTests {
  private static let plan = Fixtures.plan([
    "concern": "rosacea", "severity": "mild", "stress": "low", "sleep_hours": "8",
    "skincare": "gentle", "exercise_days": "0", "fiber": "high", "sugar": "low",
  ])
  private static let calendar = plan.calendar(Fixtures.catalog, id: planID, titles: .full)
  private static let planID = PlanID(of: plan, Fixtures.catalog)

  @Test func `a step that takes a food away says when the food comes back, in each form`() throws {
    let item = try #require(Self.plan.items.first { $0.action.restriction != nil })
    let day = try #require(item.bringBack)
    let back = try #require(item.action.restriction).back
    #expect(item.action.id.rawValue == "try-milder-meals")
    #expect(day == item.starts.adding(days: 28))
    let markdown = Self.plan.markdown(Fixtures.catalog)
    #expect(markdown.contains("it ends by \(day.words), after 4 weeks"))
    #expect(markdown.contains(back))
    #expect(Self.plan.json(Fixtures.catalog, id: Self.planID).contains("\"ends\": \"\(day.iso)\""))
    #expect(Self.calendar.contains("DTSTART:\(day.compact)T090000"))
  }

  @Test func `no calendar line is over 75 octets, and all end as they should`() {
    let lines = Self.calendar.utf8.split(
      separator: UInt8(ascii: "\n"),
      omittingEmptySubsequences: false
    )
    #expect(lines.last?.isEmpty == true)
    for line in lines.dropLast() {
      #expect(line.last == UInt8(ascii: "\r"))
      #expect(line.count <= 76)
    }
  }

  @Test func `titles give nothing away unless asked`() {
    let discreet = Self.plan.calendar(Fixtures.catalog, id: Self.planID)
    for item in Self.plan.items {
      #expect(!discreet.contains(item.action.title))
      #expect(!discreet.contains(item.action.id.rawValue))
    }
    #expect(discreet.contains("SUMMARY:My plan: step 1\r\n"))
    #expect(discreet.contains("SUMMARY:My plan: look back on step 1\r\n"))
  }

  @Test func `another id gives other UIDs, the same id the same`() throws {
    let mine = try #require(PlanID("mine"))
    let first = Self.plan.calendar(Fixtures.catalog, id: mine)
    #expect(first == Self.plan.calendar(Fixtures.catalog, id: mine))
    let uids = Set(first.split(separator: "\r\n").filter { $0.hasPrefix("UID:") })
    let others = Set(
      Self.plan.calendar(Fixtures.catalog, id: Self.planID).split(separator: "\r\n").filter {
        $0.hasPrefix("UID:")
      }
    )
    #expect(uids.count >= Self.plan.items.count * 2)
    #expect(uids.isDisjoint(with: others))
  }

  @Test(arguments: ["", "Mine", "a b", "ä", String(repeating: "a", count: 65)])
  func `an id that could break a file is refused`(_ text: String) { #expect(PlanID(text) == nil) }

  @Test func `print keeps to 72 columns and loses no word`() {
    let printed = Self.plan.printed(Fixtures.catalog)
    #expect(printed.split(separator: "\n").allSatisfy { $0.count <= Plan.printColumns })
    let words = printed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let sheet = PlanSheet(Self.plan, Fixtures.catalog)
    for line in sheet.intro + sheet.steps.flatMap(\.lines) + [sheet.keep, sheet.always] {
      #expect(words.contains(line), "\(line)")
    }
  }

  @Test func `the score table has a row for each action that was weighed, the best first`() {
    let rows = Self.plan.scoreTable.split(separator: "\n")
    #expect(rows.count == Self.plan.scores.count + 1)
    #expect(rows[0].hasPrefix("evidence  fit  ease  score  step"))
    #expect(Self.plan.scores.map(\.total) == Self.plan.scores.map(\.total).sorted(by: >))
    #expect(Self.plan.scores.count { $0.outcome == "chosen" } == Self.plan.items.count)
  }
}
