/// The difference between what was expected and what was said, word by word: `[-gone-]` and `{+new+}`.
///
/// What a `[...]` covers is not compared and not shown; long stretches that agree are shortened.
struct WordDiff {
  private enum Step: Equatable {
    case same(String)
    case gone(String)
    case new(String)
    case gap

    var isChange: Bool {
      switch self {
      case .gone, .new: true
      case .same, .gap: false
      }
    }
  }

  private let parts: [Pattern.Part]
  private let words: [String]

  static func text(_ pattern: Pattern, _ message: String) -> String {
    let diff = WordDiff(parts: pattern.parts, words: Pattern.words(message))
    return diff.rendered(diff.steps())
  }

  /// Two plain texts.
  static func text(_ old: String, _ new: String) -> String { text(Pattern(literal: old), new) }

  private func fits(_ part: Pattern.Part, _ word: String) -> Bool {
    if case .word(let pieces) = part { Pattern.match(pieces[...], word[...]) != nil } else { false }
  }

  /// The fewest words to take out and put in from each place on.
  private func costs() -> [[Int]] {
    var costs = Array(
      repeating: Array(repeating: 0, count: words.count + 1),
      count: parts.count + 1
    )
    for i in stride(from: parts.count, through: 0, by: -1) {
      for j in stride(from: words.count, through: 0, by: -1) {
        if i == parts.count {
          costs[i][j] = words.count - j
          continue
        }
        var least = costs[i + 1][j] + (parts[i] == .gap ? 0 : 1)
        if j < words.count {
          least = min(least, costs[i][j + 1] + (parts[i] == .gap ? 0 : 1))
          if fits(parts[i], words[j]) { least = min(least, costs[i + 1][j + 1]) }
        }
        costs[i][j] = least
      }
    }
    return costs
  }

  private func steps() -> [Step] {
    let costs = costs()
    var steps: [Step] = []
    var (i, j) = (0, 0)
    while i < parts.count || j < words.count {
      if i == parts.count {
        steps.append(.new(words[j]))
        j += 1
      } else if parts[i] == .gap {
        if steps.last != .gap { steps.append(.gap) }
        if costs[i][j] == costs[i + 1][j] { i += 1 } else { j += 1 }
      } else if j < words.count, fits(parts[i], words[j]), costs[i][j] == costs[i + 1][j + 1] {
        steps.append(.same(words[j]))
        i += 1
        j += 1
      } else if costs[i][j] == costs[i + 1][j] + 1 {
        steps.append(.gone(Self.shown(parts[i])))
        i += 1
      } else {
        steps.append(.new(words[j]))
        j += 1
      }
    }
    return steps
  }

  private static func shown(_ part: Pattern.Part) -> String {
    guard case .word(let pieces) = part else { return "[...]" }
    return pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .value(let name): "{\(name)}"
      case .capture(let name): "{\(name)=}"
      }
    }.joined()
  }

  /// Words shown on each side of a long stretch that agrees.
  private static let context = 6

  private func rendered(_ steps: [Step]) -> String {
    var out: [String] = []
    var rest = steps[...]
    func run(_ word: (Step) -> String?) -> [String] {
      let found = rest.prefix { word($0) != nil }.compactMap(word)
      rest = rest.dropFirst(found.count)
      return found
    }
    while let step = rest.first {
      switch step {
      case .gap:
        rest = rest.dropFirst()
        out.append("[...]")
      case .same:
        let same = run { if case .same(let word) = $0 { word } else { nil } }
        if same.count > 2 * Self.context + 1 {
          out += Array(same.prefix(Self.context))
          out.append("…")
          out += Array(same.suffix(Self.context))
        } else {
          out += same
        }
      case .gone, .new:
        let both = rest.prefix(while: \.isChange)
        rest = rest.dropFirst(both.count)
        let gone = both.compactMap { if case .gone(let word) = $0 { word } else { nil } }
        let new = both.compactMap { if case .new(let word) = $0 { word } else { nil } }
        if !gone.isEmpty { out.append("[-\(gone.joined(separator: " "))-]") }
        if !new.isEmpty { out.append("{+\(new.joined(separator: " "))+}") }
      }
    }
    return out.joined(separator: " ")
  }
}
