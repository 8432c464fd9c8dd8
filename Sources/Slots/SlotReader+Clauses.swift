internal import Knowledge
internal import Language

/// Clauses read anew for facts: who they are about, and whether they tell or ask.
extension SlotReader {
  /// "my mum takes insulin and I take nothing": the first half is about somebody else.
  static func partners(_ clause: Clause, _ tokens: Tokens, _ people: [ClosedRange<Int>])
    -> [Clause]
  {
    if let parts = named(clause, tokens, people) ?? toldOf(clause, tokens, people) { return parts }
    let first = clause.tokens.lowerBound
    guard !clause.isAboutOthers, clause.tokens.count > 4,
      ["my", "our"].contains(tokens.text(first)),
      let person = people.first(where: { $0.lowerBound == first + 1 }),
      let and = clause.tokens.dropLast().first(where: {
        $0 > person.upperBound + 1 && tokens.token($0, is: "and") && tokens.token($0 + 1, is: "i")
      }), !ClauseReader.reporting.holds(person.upperBound + 1, of: tokens)
    else { return [clause] }
    var theirs = Clause(tokens: first..<and)
    theirs.isAboutOthers = true
    var own = Clause(tokens: (and + 1)..<clause.tokens.upperBound)
    own.denied = clause.denied.filter { $0 > and }
    (own.isPast, own.isPresent, own.isStopped) = (clause.isPast, clause.isPresent, clause.isStopped)
    return [theirs, own]
  }

  /// "I quit dairy and take doxycycline": what was given up ends at the "and".
  static func goingOn(_ clause: Clause, _ tokens: Tokens, stopped: [ClosedRange<Int>]) -> [Clause] {
    guard clause.isStopped, !clause.isAboutOthers,
      let stop = stopped.last(where: { clause.tokens.contains($0.upperBound) }),
      let and = clause.tokens.dropLast().first(where: {
        $0 > stop.upperBound && tokens.token($0, is: "and")
          && Self.onward.holds($0 + 1, of: tokens)
      })
    else { return [clause] }
    var over = Clause(tokens: clause.tokens.lowerBound..<and)
    (over.isPast, over.isPresent, over.isStopped) = (clause.isPast, clause.isPresent, true)
    over.isResolved = clause.isResolved
    over.denied = clause.denied.filter { $0 < and }
    var now = Clause(tokens: (and + 1)..<clause.tokens.upperBound)
    now.isPresent = clause.isPresent
    now.isQuestion = clause.isQuestion
    now.denied = clause.denied.filter { $0 > and }
    return [over, now]
  }

  private static let onward: WordSet = [
    "i", "take", "takes", "taking", "am", "started", "start", "use", "using", "have", "now", "went",
    "drink", "eat",
  ]

  /// "but have five at weekends", "when I'm home I get six hours" open like questions and tell.
  static func told(_ clause: Clause, _ tokens: Tokens) -> Clause {
    guard clause.isQuestion, !tokens.token(clause.tokens.upperBound - 1, is: "?"),
      let first = clause.tokens.first(where: { !leads.contains(tokens.text($0)) }),
      clause.tokens.contains(first + 1)
    else { return clause }
    let next = tokens.text(first + 1)
    let isTold =
      tokens.token(first, is: "have") && first > clause.tokens.lowerBound && !asking.contains(next)
      || ["when", "where"].contains(tokens.text(first))
        && ["i", "my", "it", "she", "he", "we", "they"].contains(next)
        && clause.tokens.contains {
          tokens.list[$0].kind == .number || Numbers.unit(tokens.text($0)) != nil
            || ["once", "twice"].contains(tokens.text($0))
        }
    guard isTold else { return clause }
    var clause = clause
    clause.isQuestion = false
    return clause
  }

  /// "I don't drink or smoke": the safety screen hears no denial in "not drink", and here it is one.
  static func denying(_ clause: Clause, _ tokens: Tokens) -> Clause {
    guard
      let not = clause.tokens.first(where: {
        ["not", "never", "neither"].contains(tokens.text($0))
          && intake.contains(tokens.text(min($0 + 1, tokens.count - 1)))
      }), not == 0 || !tokens.token(not - 1, is: "can"),
      let or = clause.tokens.first(where: { $0 > not && ["or", "nor"].contains(tokens.text($0)) })
    else { return clause }
    var clause = clause
    clause.denied.formUnion(or..<clause.tokens.upperBound)
    return clause
  }

  private static let intake: Set<String> = [
    "drink", "drinking", "drank", "eat", "eating", "smoke", "touch",
  ]
  private static let leads: Set<String> = ["so", "and", "but", "also", "well", "or", "then"]
  private static let asking: Set<String> = [
    "i", "you", "we", "they", "people", "others", "any", "anyone", "anybody", "my", "the", "there",
  ]

  /// "can you make a plan for my daughter who has eczema", "for my mum, has eczema" tell as much as they ask.
  static func asked(of clause: Clause, _ tokens: Tokens) -> Clause {
    let first = clause.tokens.lowerBound
    guard clause.isQuestion, clause.tokens.contains(first + 1) else { return clause }
    let next = tokens.text(first + 1)
    let isWish = next == "you" && ["can", "could", "will", "would"].contains(tokens.text(first))
    let isTold =
      ["has", "is"].contains(tokens.text(first))
      && !tokens.token(clause.tokens.upperBound - 1, is: "?")
      && !["she", "he", "it", "there", "this", "that", "they", "my"].contains(next)
    guard isWish || isTold else { return clause }
    var clause = clause
    clause.isQuestion = false
    clause.isGeneral = false
    return clause
  }

  /// "my friend told me she's pregnant": somebody told of somebody else.
  private static func toldOf(_ clause: Clause, _ tokens: Tokens, _ people: [ClosedRange<Int>])
    -> [Clause]?
  {
    guard !clause.isAboutOthers,
      let person = people.first(where: { clause.tokens.contains($0.lowerBound) }),
      person.lowerBound <= clause.tokens.lowerBound + 2,
      person.upperBound + 2 < clause.tokens.upperBound,
      ClauseReader.reporting.holds(person.upperBound + 1, of: tokens),
      let pronoun = (person.upperBound + 2..<clause.tokens.upperBound).first(where: {
        !["me", "us", "that", "to"].contains(tokens.text($0))
      }), ["she", "he", "they"].contains(tokens.text(pronoun))
    else { return nil }
    var clause = clause
    clause.isAboutOthers = true
    return [clause]
  }

  /// "I meant my sister is pregnant", "it's my sister who is pregnant": somebody else from there on.
  private static func named(_ clause: Clause, _ tokens: Tokens, _ people: [ClosedRange<Int>])
    -> [Clause]?
  {
    guard !clause.isAboutOthers,
      let person = people.first(where: {
        clause.tokens.contains($0.upperBound) && clause.tokens.contains($0.lowerBound - 1)
          && ["my", "our"].contains(tokens.text($0.lowerBound - 1))
      })
    else { return nil }
    let start = person.lowerBound - 1
    let isMeant = (max(clause.tokens.lowerBound, start - 2)..<start).contains {
      ["meant", "mean"].contains(tokens.text($0))
    }
    let isWho =
      clause.tokens.contains(person.upperBound + 2)
      && (tokens.token(person.upperBound + 1, is: "with")
        || ["who", "that"].contains(tokens.text(person.upperBound + 1))
          && ["is", "has", "s"].contains(tokens.text(person.upperBound + 2)))
      && tokens.text(clause.tokens.lowerBound) == "it"
    guard isMeant || isWho, start > clause.tokens.lowerBound else { return nil }
    var own = Clause(tokens: clause.tokens.lowerBound..<start)
    own.denied = clause.denied
    var theirs = Clause(tokens: start..<clause.tokens.upperBound)
    theirs.isAboutOthers = true
    return [own, theirs]
  }
}
