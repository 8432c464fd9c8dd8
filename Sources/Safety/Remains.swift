internal import Intents
internal import Language

/// What is left of a line without some of its tokens, and what every stretch of it scores.
struct Remains {
  let tokens: Tokens
  /// Where each of the tokens stands in the line.
  let places: [Int]
  let scores: WindowScores

  /// A stretch that says less than this (idf squared, summed) is not scaled up to full length.
  static let leastMass: Float = 20

  /// `stems`: Those of the whole line.
  init(of line: Tokens, stems: [StemPlace], without hidden: Set<Int>, _ model: Model) {
    places = line.list.indices.filter { !hidden.contains($0) }
    tokens = line.selecting(places)
    var next = 0
    var kept: [StemPlace] = []
    kept.reserveCapacity(stems.count)
    for stem in stems {
      while next < places.count, places[next] < Int(stem.token) { next += 1 }
      guard next < places.count, places[next] == Int(stem.token) else { continue }
      kept.append(StemPlace(hash: stem.hash, token: UInt16(next)))
    }
    scores = model.windowScores(of: tokens, stems: kept)
  }

  private init(tokens: Tokens, places: [Int], scores: WindowScores) {
    self.tokens = tokens
    self.places = places
    self.scores = scores
  }

  /// Which of the tokens that are left stand in a part of the line; nil when none does.
  func kept(in range: Range<Int>) -> Range<Int>? {
    guard let first = places.firstIndex(where: range.contains),
      let last = places.lastIndex(where: range.contains)
    else { return nil }
    return first..<last + 1
  }

  /// What is left of a part of the line, as if the line were no more than that.
  func part(_ kept: Range<Int>, of range: Range<Int>) -> Remains {
    Remains(
      tokens: tokens.selecting(Array(kept)),
      places: kept.map { places[$0] - range.lowerBound },
      scores: scores.part(kept)
    )
  }

  /// Each class's margin in all that is left.
  var margins: [Float] { scores.margins(of: 0..<tokens.count, leastMass: Self.leastMass) }

  /// One class's margin in all that is left.
  func margin(of intent: Int) -> Float {
    scores.margin(of: intent, in: 0..<tokens.count, leastMass: Self.leastMass)
  }
}
