/// One piece of a line, in its normal form.
package struct Token: Equatable, Sendable {
  /// What a token is; only words, numbers and marks carry meaning for the keyword model.
  package enum Kind: UInt8, Sendable {
    /// Letters, or letters with digits after them ("b12").
    case word
    /// Digits, with a decimal part ("38.5").
    case number
    /// A sign that means something: `?`, `%`, `$`, `€`, `£`, `+`, `/`.
    case mark
    /// Punctuation that ends or divides a clause.
    case pause
  }

  package let kind: Kind
  /// Where the normal form stands in `Tokens.bytes`.
  package let range: Range<Int>
  /// Where the token came from, in bytes of the folded line.
  package let source: Range<Int>
}

/// A line cut into tokens.
///
/// The normal forms stand in one buffer, which lines that were selected from one another share.
package struct Tokens: Equatable, Sendable {
  package internal(set) var bytes: [UInt8] = []
  package internal(set) var list: [Token] = []

  package var count: Int { list.count }
  package var isEmpty: Bool { list.isEmpty }

  /// The normal form of one token, as text.
  package func text(_ index: Int) -> String {
    String(decoding: bytes[list[index].range], as: UTF8.self)
  }

  /// The normal forms of all.
  package var words: [String] { list.indices.map(text) }

  /// The normal forms with a space between them.
  package var joined: String { words.joined(separator: " ") }

  /// Whether the token's normal form is exactly `word`.
  package func token(_ index: Int, is word: StaticString) -> Bool {
    let range = list[index].range
    guard range.count == word.utf8CodeUnitCount else { return false }
    return bytes[range].elementsEqual(
      UnsafeBufferPointer(start: word.utf8Start, count: range.count)
    )
  }

  /// Whether two tokens have the same normal form.
  package func isSame(_ left: Int, _ right: Int) -> Bool {
    bytes[list[left].range].elementsEqual(bytes[list[right].range])
  }

  /// Adds a token whose normal form is `form`.
  mutating func append(_ kind: Token.Kind, _ form: some Collection<UInt8>, source: Range<Int>) {
    let start = bytes.count
    bytes.append(contentsOf: form)
    list.append(Token(kind: kind, range: start..<bytes.count, source: source))
  }
}

extension Tokens {
  /// Only the tokens at some places, in order.
  package func selecting(_ places: [Int]) -> Tokens {
    var selected = self
    selected.list = places.map { list[$0] }
    return selected
  }

  /// The line with one word in the place of some tokens.
  package func replacing(_ range: Range<Int>, with word: String) -> Tokens {
    var replaced = selecting(Array(0..<range.lowerBound))
    let source =
      list[range.lowerBound].source.lowerBound..<list[range.upperBound - 1].source.upperBound
    replaced.append(.word, Array(word.utf8), source: source)
    replaced.list += list[range.upperBound...]
    return replaced
  }
}
