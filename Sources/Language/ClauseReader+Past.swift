/// What is long over or has been seen to.
extension ClauseReader {
  /// Numbers that name a year in which something was and by now is not.
  ///
  /// No clock is read here, so that a line always means the same: the bound is the last full year but one before the
  /// first release. A later year counts as now, which errs towards hearing what is told.
  private static let longAgo = 1950...2024

  /// "how do i treat it", "cannot stop looking at it", "yellow discharge": the stem of what would settle a thing once done.
  func isStillToDo(_ place: ClosedRange<Int>, _ tokens: Tokens) -> Bool {
    Self.stillToDo.holds(place.lowerBound, of: tokens)
  }

  private static let stillToDo: WordSet = [
    "clear", "clears", "clearing", "treat", "treats", "treating", "check", "checks", "checking",
    "recover", "recovers", "recovering", "discharge", "discharges", "discharging", "look", "looks",
    "looking", "heal", "heals", "healing", "resolve", "resolves", "resolving",
  ]

  /// "six yrs ago", "4 years on", "in 2011", "2 months ago": a long time lies between then and now.
  func isLongAgo(_ range: Range<Int>, _ tokens: Tokens) -> Bool {
    range.contains { index in
      let next = index + 1
      if next < range.upperBound, TimeSpan.years.holds(index, of: tokens) {
        return Self.afterYears.holds(next, of: tokens)
      }
      if next < range.upperBound, TimeSpan.months.holds(index, of: tokens) {
        return Self.afterMonths.holds(next, of: tokens)
      }
      return isYear(index, range, tokens)
    }
  }

  /// A year in which something was: "in 2011", "finished 2018", and not "2000 mg" or "since 2019".
  func isYear(_ index: Int, _ range: Range<Int>, _ tokens: Tokens) -> Bool {
    let token = tokens.list[index]
    guard token.kind == .number, token.source.count == 4, let year = Int(tokens.text(index)),
      Self.longAgo.contains(year), index > range.lowerBound
    else { return false }
    if Self.beforeYear.holds(index - 1, of: tokens) { return true }
    // Amounts are round, and a word follows them.
    return year % 50 != 0 && index + 1 == range.upperBound
      && !Self.beforeOngoing.holds(index - 1, of: tokens)
  }

  private static let beforeOngoing: WordSet = ["since", "at", "of", "to"]

  private static let beforeYear: WordSet = [
    "in", "from", "until", "till", "during", "around", "by", "summer", "early", "late",
  ]

  private static let afterYears: WordSet = [
    "ago", "on", "back", "sober", "clear", "since", "clean", "later",
  ]
  /// Fewer, as "2 months on" is still the middle of things.
  private static let afterMonths: WordSet = ["ago", "sober", "clear", "clean"]

  /// "the rash has gone": over, where nothing comes behind it as in "her voice has gone hoarse".
  func isGone(_ range: Range<Int>, _ tokens: Tokens) -> Bool {
    let last = range.last { !Self.afterGone.holds($0, of: tokens) } ?? range.lowerBound
    return last > range.lowerBound && tokens.token(last, is: "gone")
      && ["has", "have", "is", "are", "all"].contains(tokens.text(last - 1))
      && !range.contains { Self.powers.holds($0, of: tokens) }
  }

  /// What should not go: "my sight has gone" settles nothing.
  private static let powers: WordSet = [
    "sight", "vision", "eyesight", "feeling", "voice", "speech", "hearing", "pulse", "strength",
  ]
  private static let afterGone: WordSet = ["now", "again", "completely", "away", "too"]
}
