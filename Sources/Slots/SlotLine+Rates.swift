internal import Knowledge
internal import Language

extension SlotLine {
  /// Times a week, from the words of a clause.
  func rate(in clause: Clause, after start: Int?) -> (times: Double, last: Int)? {
    // "swim Tuesdays and Thursdays"
    let named = clause.tokens.filter { word($0).hasSuffix("days") && word($0).count > 5 }
      .filter { TimeSpan.weekdays.contains(String(word($0).dropLast())) }
    if named.count > 1, let last = named.last { return (Double(named.count), last) }
    var best: (times: Double, last: Int)?
    for index in clause.tokens.lowerBound..<endWithFrequency(clause) {
      guard let rate = TimeSpan.perWeek(at: index, in: tokens), rate.last < endWithFrequency(clause)
      else { continue }
      if best == nil || index > (best?.last ?? 0) {
        best = best.map { isSame($0, rate) ? $0 : rate } ?? rate
      }
    }
    if best == nil || best?.times == 1, let behind = daysBehind(clause) { return behind }
    let single = clause.tokens.filter { TimeSpan.weekdays.contains(word($0)) }
    if best?.times == 1, single.count == 2, let last = single.last,
      (single[0]..<last).contains(where: { word($0) == "and" })
    {
      return (2, last)
    }
    if best == nil {
      let days = clause.tokens.filter { TimeSpan.weekdays.contains(word($0)) }
      if days.count == 2, word(days[0] + 1) == "to", days[1] == days[0] + 2,
        let span = dayRange(days[0], days[1])
      {
        return (span, days[1])
      }
      if let last = days.last { return (Double(days.count), last) }
    }
    return best
  }

  /// "three cans of lager, Friday and Saturday": a next clause that only names days.
  private func daysBehind(_ clause: Clause) -> (times: Double, last: Int)? {
    let own = clause.tokens.filter(isWeekday)
    guard own.isEmpty || own.last == clause.tokens.upperBound - 1 else { return nil }
    let behind = clauses.drop { $0.tokens.lowerBound < clause.tokens.upperBound }
      .prefix { clause in
        clause.tokens.allSatisfy { isWeekday($0) || ["and", "both", "on"].contains(word($0)) }
      }
    let days = behind.flatMap { $0.tokens.filter(isWeekday) }
    return days.last.map { (Double(own.count + days.count), $0) }
  }

  private func isWeekday(_ index: Int) -> Bool { TimeSpan.weekdays.contains(word(index)) }

  /// The clause's end, or that of a next clause that is nothing but a frequency ("…, every day").
  private func endWithFrequency(_ clause: Clause) -> Int {
    guard let next = next(after: clause),
      next.tokens.count <= 3,
      let rate = TimeSpan.perWeek(at: next.tokens.lowerBound, in: tokens),
      rate.last == next.tokens.upperBound - 1
    else { return clause.tokens.upperBound }
    return next.tokens.upperBound
  }

  private func isSame(_ left: (times: Double, last: Int), _ right: (times: Double, last: Int))
    -> Bool
  {
    left.times == right.times
  }

  /// "mon to fri".
  private func dayRange(_ first: Int, _ last: Int) -> Double? {
    let days = ["mo", "tu", "we", "th", "fr", "sa", "su"]
    guard let from = days.firstIndex(of: String(word(first).prefix(2))),
      let to = days.firstIndex(of: String(word(last).prefix(2))), to > from
    else { return nil }
    return Double(to - from + 1)
  }
}
