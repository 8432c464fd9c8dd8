internal import Intents

/// Slips of the fingers, the same for the same line.
enum TypingSlip {
  /// Shorter words are never repaired.
  private static let shortest = 5

  static func seed(of text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }

  /// The line with two letters swapped, one left out or one doubled in one of its longer words; nil where it has none.
  ///
  /// Only real words slip, and never into another real word: that would be another question.
  /// With `oneIn`, one of so many of the line's words slips in place of one in all.
  static func slipped(
    _ text: String,
    seed: UInt64,
    oneIn share: Int? = nil,
    isWord: (String) -> Bool
  ) -> String? {
    var words = text.split(separator: " ").map(String.init)
    var places = words.indices.filter { index in
      words[index].utf8.count >= shortest
        && words[index].utf8.allSatisfy { (97...122).contains($0) } && isWord(words[index])
    }
    guard !places.isEmpty else { return nil }
    var random = SplitMix(seed: seed)
    let wanted = share.map { max(words.count / $0, 1) } ?? 1
    var hasSlipped = false
    for _ in 0..<min(wanted, places.count) {
      let place = places.remove(at: Int(random.next(below: UInt64(places.count))))
      let slip = mistyped(Array(words[place].utf8), &random)
      guard slip != words[place], !isWord(slip) else { continue }
      words[place] = slip
      hasSlipped = true
    }
    return hasSlipped ? words.joined(separator: " ") : nil
  }

  private static func mistyped(_ letters: [UInt8], _ random: inout SplitMix) -> String {
    var letters = letters
    // The first letter stays: few people miss it.
    let letter = 1 + Int(random.next(below: UInt64(letters.count - 2)))
    switch random.next(below: 3) {
    case 0: letters.swapAt(letter, letter + 1)
    case 1: letters.remove(at: letter)
    default: letters.insert(letters[letter], at: letter)
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
