internal import Intents
internal import Language
internal import Safety

extension SafetyCompiler {
  /// A stretch of a harmless line weighs less than the line: many stretches say nothing at all.
  private static let fragmentWeight: Float = 0.5
  /// A line longer than this many tokens is also cut in overlapping steps.
  private static let longest = 14
  private static let (stepLength, step) = (12, 6)

  /// Stretches of harmless lines: the screen looks at stretches too.
  ///
  /// Sorted, none twice.
  func fragments(of lines: [String]) -> [Example] {
    let reader = ClauseReader(sentenceWords)
    let stems = StemReader()
    var fragments: Set<String> = []
    for line in lines {
      let tokens = Tokenizer.tokens(in: line)
      let clauses = reader.clauses(of: tokens, stems: stems.stems(of: tokens))
      for range in Self.ranges(clauses, count: tokens.count) {
        fragments.insert(range.map(tokens.text).joined(separator: " "))
      }
    }
    return fragments.sorted().map {
      Example($0, SafetyModels.harmless, weight: Self.fragmentWeight)
    }
  }

  private static func ranges(_ clauses: [Clause], count: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for (left, right) in zip(clauses, clauses.dropFirst()) {
      ranges.append(left.tokens)
      ranges.append(left.tokens.lowerBound..<right.tokens.upperBound)
    }
    if clauses.count > 1, let last = clauses.last { ranges.append(last.tokens) }
    if count > longest {
      for start in stride(from: 0, to: count - step, by: step) {
        ranges.append(start..<min(start + stepLength, count))
      }
    }
    return ranges.filter { $0.count > 2 && $0.count < count }
  }
}
