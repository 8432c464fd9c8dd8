/// Lengths of time and how often things happen, read from the words behind a number.
package enum TimeSpan {
  /// Units of time by their words, in weeks.
  private static let weeks: [String: Double] = [
    "day": 1 / 7.0, "days": 1 / 7.0, "week": 1, "weeks": 1, "wk": 1, "wks": 1, "w": 1,
    "fortnight": 2, "fortnights": 2,
    "month": 13 / 3.0, "months": 13 / 3.0, "mth": 13 / 3.0, "mths": 13 / 3.0, "mo": 13 / 3.0,
    "mos": 13 / 3.0,
    "year": 52, "years": 52, "yr": 52, "yrs": 52, "decade": 520, "decades": 520,
  ]

  /// Units of a year and more.
  static let years = WordSet(weeks.filter { $0.value >= 52 }.keys)
  /// Units of a month.
  static let months = WordSet(weeks.filter { (4..<52).contains($0.value) }.keys)

  /// How many weeks one of a unit is; nil when the word is no unit of time.
  package static func weeks(per word: String) -> Double? { weeks[word] }

  /// How many times a week something happens, from the words at a place: "a day", "per night", "weekly", "on sundays".
  ///
  /// - Returns: Times a week and the last token read.
  package static func perWeek(at index: Int, in tokens: Tokens) -> (times: Double, last: Int)? {
    guard index < tokens.count else { return nil }
    let word = tokens.text(index)
    if let times = adverbs[word] { return (times, index) }
    guard index + 1 < tokens.count else { return nil }
    let next = tokens.text(index + 1)
    let isOften = ["a", "per", "each", "every", "/", "in", "the", "this"].contains(word)
    if isOften, let times = periods[next] { return (times, index + 1) }
    // "3 times week"
    if ["times", "time", "x"].contains(word), index > 0, let times = periods[next] {
      return (times, index + 1)
    }
    if ["every", "each"].contains(word) {
      if next == "single", index + 2 < tokens.count, let times = periods[tokens.text(index + 2)] {
        return (times, index + 2)
      }
      if next == "other", index + 2 < tokens.count, let times = periods[tokens.text(index + 2)] {
        return (times / 2, index + 2)
      }
      if weekdays.contains(next) { return (1, index + 1) }
      if let rate = everyFew(at: index, in: tokens) { return rate }
    }
    if word == "most", let times = periods[next] {
      return ((times * 5.5 / 7 * 10).rounded() / 10, index + 1)
    }
    if word == "on" || word == "at" || word == "over", let times = adverbs[next] {
      return (times, index + 1)
    }
    if word == "on", weekdays.contains(next) { return (1, index + 1) }
    if word == "on", next == "a", index + 2 < tokens.count,
      weekdays.contains(tokens.text(index + 2))
    {
      return (1, index + 2)
    }
    if word == "at" || word == "over", next == "the", index + 2 < tokens.count,
      let times = adverbs[tokens.text(index + 2)]
    {
      return (times, index + 2)
    }
    return nil
  }

  /// "every second day", "every 3 days", "every couple of weeks".
  private static func everyFew(at index: Int, in tokens: Tokens) -> (times: Double, last: Int)? {
    let next = tokens.text(index + 1)
    guard let gap = gaps[next] ?? Numbers.unit(next) ?? Double(next), gap > 0 else { return nil }
    let isOf = index + 2 < tokens.count && tokens.token(index + 2, is: "of")
    let last = index + (isOf ? 3 : 2)
    guard last < tokens.count, let times = periods[tokens.text(last)] else { return nil }
    return ((times / gap * 10).rounded() / 10, last)
  }

  private static let gaps: [String: Double] = [
    "second": 2, "third": 3, "couple": 2, "few": 3,
  ]

  private static let periods: [String: Double] = [
    "day": 7, "days": 7, "night": 7, "nights": 7, "nite": 7, "evening": 7, "evenings": 7,
    "morning": 7, "mornings": 7,
    "dinner": 7, "meal": 21, "lunch": 7, "breakfast": 7, "week": 1, "wk": 1, "weeks": 1,
    "weekend": 1, "weekends": 1,
    "fortnight": 0.5, "month": 3 / 13.0, "mth": 3 / 13.0, "sunday": 1, "saturday": 1, "friday": 1,
  ]

  private static let adverbs: [String: Double] = [
    "daily": 7, "nightly": 7, "weekly": 1, "monthly": 3 / 13.0, "weekend": 1, "weekends": 2,
    "weekdays": 5,
    "weekday": 5, "everyday": 7, "sundays": 1, "mondays": 1, "tuesdays": 1, "wednesdays": 1,
    "thursdays": 1,
    "fridays": 1, "saturdays": 1,
  ]

  /// Days of the week, long and short.
  package static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun", "mondays", "tuesdays", "wednesdays", "thursdays",
    "fridays", "saturdays",
    "sundays",
  ]
}
