internal import Knowledge
internal import Language

/// Sleep told by the clock.
extension SlotLine {
  /// "bed at 11, up at 6": from the clock.
  func clockSleep() -> FoundValue? {
    let down: Set<String> = ["bed", "bedtime", "asleep", "sleep", "nod", "lights", "drop", "crash"]
    let up: Set<String> = ["up", "alarm", "alarms", "awake", "wake"]
    if let span = clockSpan() { return span }
    guard
      let start = tokens.list.indices.first(where: { down.contains(word($0)) })
        ?? tokens.list.indices.first(where: { word($0) == "midnight" }),
      let end = tokens.list.indices.first(where: { $0 > start && up.contains(word($0)) })
        ?? tokens.list.indices.first(where: { up.contains(word($0)) }),
      let from = time(from: start, to: end > start ? end : tokens.count),
      let until = time(from: end, to: end > start ? tokens.count : start)
    else { return nil }
    let evening = from.value <= 12 && from.value >= 7 ? from.value + 12 : from.value
    let hours = (until.value + 24 - evening).truncatingRemainder(dividingBy: 24)
    guard (2...14).contains(hours) else { return nil }
    return FoundValue(value: .number(hours), tokens: min(start, end)...max(from.token, until.token))
  }

  /// "I sleep from 11 to 7", "sleep 10pm - 6am".
  private func clockSpan() -> FoundValue? {
    for mention in mentions(of: .sleepHours) {
      guard let clause = clause(at: mention.tokens.lowerBound), states(clause),
        let from = numbers.first(where: {
          clause.tokens.contains($0.first)
        }), let until = numbers.first(where: { $0.first > from.last }),
        until.first - from.last <= 3,
        (from.last + 1..<until.first).contains(where: {
          ["to", "till", "til", "until", "-"].contains(word($0))
        })
      else { continue }
      let start = clockTime(from.value)
      let evening = (7...12).contains(start) ? start + 12 : start
      let hours = (clockTime(until.value) + 24 - evening).truncatingRemainder(dividingBy: 24)
      guard (3...13).contains(hours), start > until.value || isOnClock(until) else { continue }
      return FoundValue(value: .number(hours), tokens: from.first...until.last)
    }
    return nil
  }

  private func isOnClock(_ number: NumberSpan) -> Bool {
    ["am", "a", "oclock"].contains(word(number.last + 1))
  }

  /// "6.30" on a clock is half past six.
  private func clockTime(_ value: Double) -> Double {
    let minutes = ((value - value.rounded(.down)) * 100).rounded()
    return [15, 30, 45].contains(minutes) ? value.rounded(.down) + minutes / 60 : value
  }

  /// "half five" and "half past five", "quarter to six".
  private func partOfHour(at index: Int) -> (value: Double, token: Int)? {
    let isPast = word(index + 1) == "past"
    let isTo = word(index + 1) == "to"
    guard let part = ["half": 0.5, "quarter": 0.25][word(index)],
      let hour = numbers.first(where: { $0.first == index + (isPast || isTo ? 2 : 1) })
    else { return nil }
    return (hour.value + (isTo ? -part : part), hour.last)
  }

  private func time(from start: Int, to end: Int) -> (value: Double, token: Int)? {
    for index in start..<end {
      if word(index) == "midnight" { return (12, index) }
      if let part = partOfHour(at: index) { return part }
      if let number = numbers.first(where: { $0.first == index }) {
        let next = number.last + (word(number.last + 1) == ":" ? 2 : 1)
        if let minutes = numbers.first(where: { $0.first == next }),
          [15, 30, 45].contains(minutes.value)
        {
          return (number.value + minutes.value / 60, minutes.last)
        }
        return (clockTime(number.value), number.last)
      }
    }
    return nil
  }
}
