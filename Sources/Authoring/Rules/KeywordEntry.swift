internal import Language

/// A line as words and stems, ready to be searched.
struct KeywordLine {
  let words: [String]
  let stems: [UInt64]

  init(_ text: String, _ reader: borrowing StemReader) {
    words = WordFinder.words(of: text)
    stems = reader.hashes(of: text)
  }
}

/// An entry of a word list: `word`, `two words`, `a+b`, `stem*` or `~concept`.
enum KeywordEntry {
  case phrase([UInt64])
  case all([[UInt64]])
  case stem(String)
  case any([[UInt64]])

  init(_ text: String, concepts: [String: [String]], _ reader: borrowing StemReader) {
    if text.hasPrefix("~") {
      var phrases: [[UInt64]] = []
      for word in concepts[String(text.dropFirst())] ?? [] {
        phrases.append(reader.hashes(of: word))
      }
      self = .any(phrases)
    } else if text.hasSuffix("*") {
      self = .stem(String(text.dropLast()).lowercased())
    } else if text.contains("+") {
      var phrases: [[UInt64]] = []
      for part in text.split(separator: "+") { phrases.append(reader.hashes(of: String(part))) }
      self = .all(phrases)
    } else {
      self = .phrase(reader.hashes(of: text))
    }
  }

  func stands(in line: KeywordLine) -> Bool {
    switch self {
    case .phrase(let phrase): line.stems.holds(phrase)
    case .all(let phrases): phrases.allSatisfy(line.stems.holds)
    case .stem(let start): line.words.contains { $0.hasPrefix(start) }
    case .any(let phrases): phrases.contains(where: line.stems.holds)
    }
  }
}

extension [UInt64] {
  /// Whether the numbers stand here in a row.
  fileprivate func holds(_ run: [UInt64]) -> Bool {
    guard !run.isEmpty, run.count <= count else { return false }
    return (0...(count - run.count)).contains { self[$0...].starts(with: run) }
  }
}
