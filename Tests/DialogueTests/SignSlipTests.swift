import Compiled
import Knowledge
import Language
import Testing

/// Every sign with one slip of the fingers in each of its long words, alone and in company.
struct SignSlipTests {
  /// Ways in which fingers slip.
  enum Slip: String, CaseIterable, Sendable {
    case swapped, dropped, doubled, neighbour

    /// How often at least a sign is heard through the slip, in thousandths.
    var least: Int {
      switch self {
      case .swapped: 940
      case .dropped: 690
      case .doubled: 960
      case .neighbour: 920
      }
    }

    /// The word with the slip at a letter inside it.
    func word(_ word: String, at place: Int) -> String {
      var letters = Array(word)
      switch self {
      case .swapped: letters.swapAt(place, place + 1)
      case .dropped: letters.remove(at: place)
      case .doubled: letters.insert(letters[place], at: place)
      case .neighbour: letters[place] = Self.beside[letters[place]] ?? "x"
      }
      return String(letters)
    }

    private static let beside: [Character: Character] = Dictionary(
      uniqueKeysWithValues: zip("qwertyuiopasdfghjklzxcvbnm", "wqretuyoiosadfgjhlkxzvcbmn")
    )
  }

  /// The lines that a sign becomes: each long word slips once, at a place that its letters choose, unless that makes
  /// another word.
  private static func lines(_ sign: String, _ slip: Slip) -> [String] {
    let words = sign.split(separator: " ").map(String.init)
    return words.indices.compactMap { index in
      let word = words[index]
      guard word.count >= 5, word.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
      let sum = word.utf8.reduce(0) { $0 + Int($1) }
      let slipped = slip.word(word, at: 1 + sum % (word.count - 2))
      guard slipped != word, !CompiledCatalog.catalog.wordGuard.knows(slipped.lowercased()) else {
        return nil
      }
      var line = words
      line[index] = slipped
      return line.joined(separator: " ")
    }
  }

  @Test(
    arguments: Slip.allCases,
    ["%", "%. also which probiotic is best?", "ive had acne for years and eat well but %"]
  )
  func `a sign is heard through a slip`(_ slip: Slip, _ company: String) {
    let lines = SignTests.signs.flatMap { Self.lines($0, slip) }
    let quiet = lines.filter { SignTests.isQuiet(company.replacing("%", with: $0)) }
    let heard = lines.count - quiet.count
    let rate = "\(slip.rawValue), \"\(company)\": \(heard) of \(lines.count)"
    print("heard through a slip:", rate)
    #expect(lines.count > 1_000)
    #expect(heard * 1_000 >= slip.least * lines.count, "\(rate); not: \(quiet)")
  }
}
