/// Cuts a folded line into tokens.
///
/// Contractions come apart, with or without their apostrophe ("dont" and "don't" are both "do", "not"); British and
/// American spellings meet in one form; a letter repeated three times or more counts twice.
package enum Tokenizer {
  /// Folds and cuts a line.
  package static func tokens(in line: String) -> Tokens {
    tokens(inFolded: Folding.fold(line))
  }

  /// Folds and cuts a line, leaving each word as it is spelled: for counting, not for matching.
  package static func tokens(in line: String, keepingForms: Bool) -> Tokens {
    guard keepingForms else { return tokens(in: line) }
    let folded = Folding.fold(line)
    var kept = Tokens()
    var last = -1
    for token in tokens(inFolded: folded).list where token.source.lowerBound > last {
      last = token.source.lowerBound
      kept.append(token.kind, folded[token.source], source: token.source)
    }
    return kept
  }

  /// Cuts a line that is folded already.
  package static func tokens(inFolded bytes: [UInt8]) -> Tokens {
    var tokens = Tokens()
    tokens.bytes.reserveCapacity(bytes.count + 16)
    tokens.list.reserveCapacity(bytes.count / 4 + 4)
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = Scanner(bytes: buffer)
      while scanner.index < buffer.count { scanner.step(into: &tokens) }
    }
    return tokens
  }
}

extension Tokenizer {
  /// Walks over the bytes of one line.
  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0
    var word: [UInt8] = []

    init(bytes: UnsafeBufferPointer<UInt8>) {
      self.bytes = bytes
      word.reserveCapacity(32)
    }

    mutating func step(into tokens: inout Tokens) {
      let byte = bytes[index]
      if isLetter(byte) {
        takeWord(into: &tokens)
      } else if isDigit(byte) {
        takeNumber(into: &tokens)
      } else {
        takeSign(byte, into: &tokens)
      }
    }

    /// A run of letters, digits after them, and apostrophes between letters.
    private mutating func takeWord(into tokens: inout Tokens) {
      let start = index
      word.removeAll(keepingCapacity: true)
      var apostrophe: Int?
      while index < bytes.count {
        let byte = bytes[index]
        if isLetter(byte) || isDigit(byte) {
          if !isThirdInARow(byte) { word.append(byte) }
        } else if byte == Self.apostrophe, index + 1 < bytes.count, isLetter(bytes[index + 1]) {
          if apostrophe == nil { apostrophe = word.count }
        } else {
          break
        }
        index += 1
      }
      Contractions.append(word, apostrophe: apostrophe, source: start..<index, to: &tokens)
    }

    private func isThirdInARow(_ byte: UInt8) -> Bool {
      word.count >= 2 && word[word.count - 1] == byte && word[word.count - 2] == byte && byte < 0x80
        && !isDigit(byte)
    }

    /// Digits, thousands commas and one decimal point.
    private mutating func takeNumber(into tokens: inout Tokens) {
      let start = index
      var hasPoint = false
      word.removeAll(keepingCapacity: true)
      while index < bytes.count {
        let byte = bytes[index]
        let digitFollows = index + 1 < bytes.count && isDigit(bytes[index + 1])
        if isDigit(byte) {
          word.append(byte)
        } else if byte == UInt8(ascii: "."), digitFollows, !hasPoint {
          hasPoint = true
          word.append(byte)
        } else if byte != UInt8(ascii: ",") || !digitFollows || !isThousands(at: index + 1) {
          break
        }
        index += 1
      }
      tokens.append(.number, word, source: start..<index)
    }

    /// Whether exactly three digits start at `start`.
    private func isThousands(at start: Int) -> Bool {
      guard start + 3 <= bytes.count, (start..<start + 3).allSatisfy({ isDigit(bytes[$0]) }) else {
        return false
      }
      return start + 3 == bytes.count || !isDigit(bytes[start + 3])
    }

    private mutating func takeSign(_ byte: UInt8, into tokens: inout Tokens) {
      let range = index..<index + 1
      index += 1
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "*"),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"):
        return
      case UInt8(ascii: "-"):
        if isDash(at: range.lowerBound) {
          tokens.append(.pause, CollectionOfOne(byte), source: range)
        }
      case UInt8(ascii: "?"), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "+"),
        UInt8(ascii: "/"),
        UInt8(ascii: "&"), UInt8(ascii: "="):
        tokens.append(.mark, CollectionOfOne(byte), source: range)
      default:
        tokens.append(.pause, CollectionOfOne(byte), source: range)
      }
    }

    /// A hyphen with a space on both sides divides a clause; one inside a word joins it.
    private func isDash(at place: Int) -> Bool {
      place > 0 && bytes[place - 1] == UInt8(ascii: " ")
        && place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: " ")
    }

    private static let apostrophe = UInt8(ascii: "'")
  }

  static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) || byte >= 0x80 }
  static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}

/// The same test outside the enum's name space, for the scanner.
private func isLetter(_ byte: UInt8) -> Bool { Tokenizer.isLetter(byte) }
private func isDigit(_ byte: UInt8) -> Bool { Tokenizer.isDigit(byte) }
