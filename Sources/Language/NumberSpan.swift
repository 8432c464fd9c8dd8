/// A number or a range as it stands in a line: "six and a half", "5-6", "between 7 and 8".
package struct NumberSpan: Equatable, Sendable {
  /// Tokens that it covers, first and last.
  package let first: Int
  package let last: Int
  package let low: Double
  package let high: Double
  /// Whether it tells how often ("twice", "3x") rather than how many.
  package let isTimes: Bool

  /// The number, or the middle of the range.
  package var value: Double { (low + high) / 2 }
}

/// Finds numbers, written in digits or in words.
package enum Numbers {
  /// All numbers of a line, in order, ranges joined.
  package static func spans(in tokens: Tokens) -> [NumberSpan] {
    var found: [NumberSpan] = []
    var index = 0
    while index < tokens.count {
      guard let span = number(at: index, in: tokens) else {
        index += 1
        continue
      }
      found.append(range(from: span, in: tokens) ?? span)
      index = (found.last?.last ?? index) + 1
    }
    return found
  }

  /// A second number behind "to", "or", a hyphen or "and" makes a range: "5-6", "two or three", "between 7 and 8".
  private static func range(from low: NumberSpan, in tokens: Tokens) -> NumberSpan? {
    var next = low.last + 1
    guard next < tokens.count else { return nil }
    let isBetween = low.first > 0 && tokens.token(low.first - 1, is: "between")
    let isJoined =
      tokens.token(next, is: "to") || tokens.token(next, is: "or")
      || (isBetween && tokens.token(next, is: "and"))
    // "5-6" and "mon 5 6" differ in what stands between the digits.
    let isHyphen =
      tokens.list[next].kind == .number && tokens.list[low.last].kind == .number
      && tokens.list[next].source.lowerBound == tokens.list[low.last].source.upperBound + 1
    if isJoined { next += 1 } else if !isHyphen { return nil }
    guard next < tokens.count, let high = number(at: next, in: tokens), high.low > low.low,
      !low.isTimes || high.isTimes
    else {
      return nil
    }
    return NumberSpan(
      first: low.first,
      last: high.last,
      low: low.low,
      high: high.high,
      isTimes: high.isTimes
    )
  }

  /// One number that starts at a token.
  private static func number(at index: Int, in tokens: Tokens) -> NumberSpan? {
    if tokens.list[index].kind == .number { return digits(at: index, in: tokens) }
    guard tokens.list[index].kind == .word else { return nil }
    return phrase(at: index, in: tokens) ?? words(at: index, in: tokens)
  }

  private static func digits(at index: Int, in tokens: Tokens) -> NumberSpan? {
    guard let value = Double(tokens.text(index)), value < 1e6 else { return nil }
    var last = index
    var sum = value
    if let half = half(after: index, in: tokens) {
      sum += half.value
      last = half.last
    }
    let isTimes =
      last + 1 < tokens.count
      && ["x", "times", "time"].contains(tokens.text(last + 1))
    return NumberSpan(
      first: index,
      last: isTimes ? last + 1 : last,
      low: sum,
      high: sum,
      isTimes: isTimes
    )
  }

  /// "and a half", "1/2"; "ish" and "odd" ("thirty odd years") add nothing.
  private static func half(after index: Int, in tokens: Tokens) -> (value: Double, last: Int)? {
    func word(_ offset: Int) -> String {
      index + offset < tokens.count ? tokens.text(index + offset) : ""
    }
    if word(1) == "and", word(2) == "a", word(3) == "half" { return (0.5, index + 3) }
    if word(1) == "and", word(2) == "half" { return (0.5, index + 2) }
    if word(1) == "and", word(2) == "a", word(3) == "quarter" { return (0.25, index + 3) }
    if word(1) == "and", word(2) == "three", word(3).hasPrefix("quarter") {
      return (0.75, index + 3)
    }
    if word(1) == "1", word(2) == "/", word(3) == "2" { return (0.5, index + 3) }
    if word(1) == "or", word(2) == "so" { return (0, index + 2) }
    if word(1) == "ish" || word(1) == "odd" { return (0, index + 1) }
    return nil
  }

  /// Set phrases: "a couple", "half a dozen", "once", "twice".
  private static func phrase(at index: Int, in tokens: Tokens) -> NumberSpan? {
    for phrase in phrases {
      let last = index + phrase.words.count - 1
      guard last < tokens.count, zip(phrase.words, index...).allSatisfy({ tokens.text($1) == $0 })
      else { continue }
      return NumberSpan(
        first: index,
        last: last,
        low: phrase.value,
        high: phrase.value,
        isTimes: phrase.isTimes
      )
    }
    return nil
  }

  private static let phrases: [(words: [String], value: Double, isTimes: Bool)] = [
    ("half a dozen", 6, false), ("a half dozen", 6, false), ("a couple of", 2, false),
    ("a couple", 2, false),
    ("couple of", 2, false), ("couple", 2, false), ("a few", 3, false), ("few", 3, false),
    ("a dozen", 12, false),
    ("several", 5, false), ("half a", 0.5, false), ("half an", 0.5, false),
    ("once", 1, true), ("twice", 2, true), ("thrice", 3, true), ("none", 0, false),
    ("zero", 0, false),
  ].map { ($0.0.split(separator: " ").map(String.init), $0.1, $0.2) }

  /// Number words in a row: "twenty four", "one hundred and five".
  private static func words(at index: Int, in tokens: Tokens) -> NumberSpan? {
    guard let first = units[tokens.text(index)] ?? tens[tokens.text(index)] else { return nil }
    var sum = first
    var last = index
    if tens[tokens.text(index)] != nil, index + 1 < tokens.count,
      let unit = units[tokens.text(index + 1)], unit < 10
    {
      sum += unit
      last += 1
    }
    if last + 1 < tokens.count, tokens.token(last + 1, is: "hundred") {
      sum *= 100
      last += 1
    }
    if let half = half(after: last, in: tokens) {
      sum += half.value
      last = half.last
    }
    let isTimes = last + 1 < tokens.count && tokens.token(last + 1, is: "times")
    return NumberSpan(
      first: index,
      last: isTimes ? last + 1 : last,
      low: sum,
      high: sum,
      isTimes: isTimes
    )
  }

  /// What a word for a number below twenty says: "three".
  package static func unit(_ word: String) -> Double? { units[word] }

  private static let units: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
  ]

  private static let tens: [String: Double] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80,
    "ninety": 90,
  ]
}
