/// Cuts a line into clauses and finds denials, questions, times and people in them.
package struct ClauseReader: Sendable {
  private let words: SentenceWords

  /// Tokens that a question in general opens with at most.
  private static let opening = 4
  /// Tokens that a negator reaches at most.
  private static let reach = 8
  package init(_ words: SentenceWords) { self.words = words }

  /// The clauses of a line; at `border`, where there is one, a clause begins whatever stands there.
  package func clauses(of tokens: Tokens, stems: [StemPlace], cutAt border: Int? = nil) -> [Clause]
  {
    clauses(of: tokens, words.places(in: stems), cutAt: border)
  }

  /// The clauses of a line in which the shaping words are found already.
  package func clauses(
    of tokens: Tokens,
    _ shaping: SentenceWords.Places,
    cutAt border: Int? = nil
  ) -> [Clause] {
    let places = Places(shaping)
    var clauses = Self.cut(
      tokens,
      at: places.contrast.map(\.lowerBound) + [border].compactMap(\.self)
    ).map { Clause(tokens: $0) }
    var planIsForOther = !places.onBehalf.isEmpty
    for index in clauses.indices {
      let range = clauses[index].tokens
      clauses[index].denied = denied(in: range, tokens, places)
      clauses[index].isQuestion = isQuestion(range, tokens)
      clauses[index].isGeneral = places.general.contains { starts($0, range, tokens) }
      clauses[index].isGeneralAboutSelf =
        clauses[index].isGeneral
        && range.dropFirst(Self.opening).contains { Self.speaker.holds($0, of: tokens) }
      clauses[index].isThought = places.thoughts.contains {
        $0.isWithin(range) && $0.lowerBound - range.lowerBound <= 2
      }
      clauses[index].isHypothetical =
        clauses[index].isThought
        || places.hypothetical.contains {
          $0.isWithin(range) && $0.lowerBound - range.lowerBound <= 2
            && !isOneOfTwoDays($0, range, tokens) && !isInPassing($0, tokens)
        }
      clauses[index].isResolved =
        places.resolved.contains { $0.isWithin(range) && !isStillToDo($0, tokens) }
        || isLongAgo(range, tokens)
        || isGone(range, tokens)
      clauses[index].isPast = places.past.contains {
        $0.isWithin(range) && !isPerfect($0, tokens)
          && !["use", "uses", "using"].contains(tokens.text($0.lowerBound))
      }
      clauses[index].isPresent = places.present.contains { $0.isWithin(range) }
      clauses[index].isStopped = places.stopped.contains { $0.isWithin(range) }
      clauses[index].isAboutOthers =
        !planIsForOther && isAboutOthers(range, tokens, places, before: clauses[..<index].last)
      planIsForOther = planIsForOther || places.onBehalf.contains { $0.isWithin(range) }
    }
    return clauses
  }

  /// The places of all shaping words.
  struct Places {
    let contrast, negators, notDenials, people, onBehalf: [ClosedRange<Int>]
    let hypothetical, thoughts, general, resolved, stopped, past, present: [ClosedRange<Int>]

    init(_ shaping: SentenceWords.Places) {
      contrast = shaping[.contrast]
      negators = shaping[.negators]
      notDenials = shaping[.notDenials]
      people = shaping[.people]
      onBehalf = shaping[.onBehalf]
      hypothetical = shaping[.hypothetical]
      thoughts = shaping[.thoughts]
      general = shaping[.general]
      resolved = shaping[.resolved]
      stopped = shaping[.stopped]
      past = shaping[.past]
      present = shaping[.present]
    }
  }

  /// Pauses divide; so do "but" and its kind, which stay with what follows.
  private static func cut(_ tokens: Tokens, at borders: [Int]) -> [Range<Int>] {
    let borders = Set(borders)
    var clauses: [Range<Int>] = []
    var start = 0
    for index in tokens.list.indices {
      let isEnd = tokens.list[index].kind == .pause || tokens.token(index, is: "?")
      if isEnd || (borders.contains(index) && index > start) {
        if index > start {
          clauses.append(start..<(isEnd && tokens.token(index, is: "?") ? index + 1 : index))
        }
        start = isEnd ? index + 1 : index
      }
    }
    if start < tokens.count { clauses.append(start..<tokens.count) }
    return clauses
  }

  private func denied(in range: Range<Int>, _ tokens: Tokens, _ places: Places) -> Set<Int> {
    var denied: Set<Int> = []
    for negator in places.negators where negator.isWithin(range) {
      guard !places.notDenials.contains(where: { $0.contains(negator.lowerBound) }),
        !isInterjected(negator, in: range, tokens)
      else { continue }
      let end = min(range.upperBound, negator.upperBound + 1 + Self.reach)
      for index in (negator.upperBound + 1)..<max(end, negator.upperBound + 1) {
        if index > negator.upperBound + 1,
          tokens.token(index, is: "because") || tokens.token(index, is: "since")
        {
          break
        }
        denied.insert(index)
      }
    }
    return denied
  }

  /// "no wait I'm 16", "no my chest hurts": a no to what was said before, which denies nothing behind it.
  private func isInterjected(
    _ negator: ClosedRange<Int>,
    in range: Range<Int>,
    _ tokens: Tokens
  ) -> Bool {
    negator.upperBound == range.lowerBound && tokens.token(negator.lowerBound, is: "no")
      && range.contains(negator.upperBound + 1)
      && Self.afterNo.holds(negator.upperBound + 1, of: tokens)
  }

  private static let afterNo: WordSet = ["wait", "sorry", "actually", "hang", "i", "my", "we"]

  private func isQuestion(_ range: Range<Int>, _ tokens: Tokens) -> Bool {
    if tokens.token(range.upperBound - 1, is: "?") { return true }
    var first = range.lowerBound
    while first < range.upperBound, Self.lead.holds(first, of: tokens) { first += 1 }
    guard first < range.upperBound, Self.openers.holds(first, of: tokens) else { return false }
    if tokens.token(first, is: "am"), first + 1 < range.upperBound,
      !tokens.token(first + 1, is: "i")
    {
      return false
    }
    // "do not drink", "can not sleep" tell; "do you drink", "can i drink" ask.
    return first + 1 < range.upperBound && !tokens.token(first + 1, is: "not")
  }

  static let lead: WordSet = [
    "so", "and", "but", "ok", "okay", "hi", "hello", "hey", "also", "well", "or", "please",
  ]
  private static let openers = WordSet(QuestionWords.openers.union(["whose", "may", "shall"]))

  private func starts(_ place: ClosedRange<Int>, _ range: Range<Int>, _ tokens: Tokens) -> Bool {
    guard place.isWithin(range) else { return false }
    return (range.lowerBound..<place.lowerBound).allSatisfy { Self.lead.holds($0, of: tokens) }
  }

  /// "no veg if I can help it", "5 hours if I am lucky": an "if" that imagines nothing.
  private func isInPassing(_ place: ClosedRange<Int>, _ tokens: Tokens) -> Bool {
    let next = place.upperBound + 1
    guard tokens.token(place.lowerBound, is: "if"), next + 1 < tokens.count else { return false }
    return tokens.text(next) == "can" && tokens.text(next + 1) == "help"
      || tokens.text(next) == "am" && ["lucky", "honest"].contains(tokens.text(next + 1))
  }

  /// "constipated one day and the runs the next": days that come, and not "one day" in the future.
  private func isOneOfTwoDays(_ place: ClosedRange<Int>, _ range: Range<Int>, _ tokens: Tokens)
    -> Bool
  {
    tokens.token(place.lowerBound, is: "one") && place.lowerBound > range.lowerBound
      && (place.upperBound + 1..<range.upperBound).contains {
        tokens.token($0, is: "next") && tokens.token($0 - 1, is: "the")
      }
  }

  /// "have had", "has been": begun in the past and still so.
  private func isPerfect(_ place: ClosedRange<Int>, _ tokens: Tokens) -> Bool {
    var verb = place.lowerBound - 1
    if verb > 0, ["not", "never", "always"].contains(tokens.text(verb)) { verb -= 1 }
    return verb >= 0 && ["have", "has", "ve"].contains(tokens.text(verb))
  }
}

extension ClosedRange<Int> {
  /// Whether the whole place lies inside a clause.
  func isWithin(_ range: Range<Int>) -> Bool {
    range.contains(lowerBound) && range.contains(upperBound)
  }
}
