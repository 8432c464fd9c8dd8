internal import Knowledge
internal import Language

/// Ways of eating that take more than one word to tell.
extension SlotLine {
  /// What is eaten: a named diet, and the foods that the line adds to it or takes from it.
  func diet() -> FoundValue? {
    guard let named = choice(of: .diet) ?? without(["meat"], "vegetarian") ?? meatEaten() else {
      return without(["gluten", "wheat"], "gluten-free")
    }
    guard case .choice(let diet) = named.value, ["vegan", "vegetarian"].contains(diet) else {
      return named
    }
    let eaten = tokens.list.indices.compactMap { index -> String? in
      guard let kind = Self.kindOfFood(word(index)), isAddedFood(at: index) else { return nil }
      return kind
    }
    if eaten.isEmpty, leavesOutAllFromAnimals {
      return FoundValue(value: .choice("vegan"), tokens: named.tokens)
    }
    let order = ["omnivore", "pescatarian", "vegetarian"]
    guard let wider = order.first(where: eaten.contains), wider != diet else { return named }
    return FoundValue(value: .choice(wider), tokens: named.tokens)
  }

  /// "no meat no fish no egg no milk".
  private var leavesOutAllFromAnimals: Bool {
    let left = Set(
      tokens.list.indices.filter { clause(at: $0)?.denied.contains($0) == true }.map(word)
    )
    return !left.isDisjoint(with: ["egg", "eggs"])
      && !left.isDisjoint(with: ["milk", "dairy", "cheese"])
      && !left.isDisjoint(with: Self.meat)
  }

  /// "I have bacon on a Saturday", "meat two or three times a week".
  private func meatEaten() -> FoundValue? {
    for index in tokens.list.indices where Self.meat.contains(word(index)) {
      guard let clause = clause(at: index), states(clause), !clause.denied.contains(index),
        !clause.isPast || clause.isPresent, !clause.isResolved || clause.isPresent,
        !showsAllergy(clause), !isTheOnlyFood(index, clause),
        isOften(clause) || holds(["again", "now"], in: clause) || hasGivenUpDiet
      else { continue }
      let isEaten = (max(clause.tokens.lowerBound, index - 4)..<index).contains {
        ["eat", "eats", "have", "having", "eating", "love", "cook"].contains(word($0))
      }
      guard isEaten || index == clause.tokens.lowerBound else { continue }
      return FoundValue(value: .choice("omnivore"), tokens: index...index)
    }
    return nil
  }

  /// "gave up being vegetarian, I have chicken": the foods of old are back.
  private var hasGivenUpDiet: Bool {
    mentions(of: .diet).contains { mention in
      guard ["vegetarian", "vegan"].contains(mention.name),
        let clause = clause(at: mention.tokens.lowerBound), states(clause)
      else { return false }
      return clause.isStopped || clause.isResolved || clause.isPast && !clause.isPresent
    }
  }

  /// "I only eat chicken": one food, and not everything.
  func isTheOnlyFood(_ index: Int, _ clause: Clause) -> Bool {
    (clause.tokens.lowerBound..<max(index, clause.tokens.lowerBound)).contains {
      ["only", "just", "nothing"].contains(word($0))
    } && !holds(["meat"], in: clause)
  }

  private func isOften(_ clause: Clause) -> Bool {
    rate(in: clause, after: nil) != nil
      || holds(["sometimes", "once", "twice", "occasionally", "rarely"], in: clause)
      || clause.tokens.contains {
        word($0) == "now" && word($0 + 1) == "and" || word($0) == "the" && word($0 + 1) == "odd"
      }
  }

  /// "vegan bar the odd egg", "veggie but I do eat fish", "no meat, fish once in a while".
  private func isAddedFood(at index: Int) -> Bool {
    guard let clause = clause(at: index), states(clause), !clause.denied.contains(index),
      !clause.isPast, !clause.isStopped, !showsAllergy(clause)
    else { return false }
    let lead = (clause.tokens.lowerBound..<index).reversed().prefix {
      !Self.exceptions.contains(word($0))
    }
    let isExcepted =
      lead.count < index - clause.tokens.lowerBound
      && lead.allSatisfy { Self.eating.contains(word($0)) }
    let isAllowed = isOften(clause) || holds(["fine", "yes"], in: clause)
    return isExcepted || index == clause.tokens.lowerBound && isAllowed
  }

  private static func kindOfFood(_ word: String) -> String? {
    if fish.contains(word) { return "pescatarian" }
    if meat.contains(word) { return "omnivore" }
    return fromAnimals.contains(word) ? "vegetarian" : nil
  }

  /// "I don't do dairy or gluten", "haven't eaten meat since 2010".
  private func without(_ foods: Set<String>, _ diet: String) -> FoundValue? {
    for index in tokens.list.indices where foods.contains(word(index)) {
      guard let clause = clause(at: index), !clause.isAboutOthers, !clause.isHypothetical,
        !clause.isQuestion, word(index - 1) != "red",
        let not = clause.tokens.first(where: { ["not", "never", "nor"].contains(word($0)) }),
        (1...6).contains(index - not),
        Self.eatingVerbs.contains(word(not + 1)), word(not - 1) != "can",
        !holds(["allergic", "allergy", "problem", "much", "often", "enough", "lot"], in: clause)
      else { continue }
      return FoundValue(value: .choice(diet), tokens: index...index)
    }
    return nil
  }

  private static let eatingVerbs: Set<String> = [
    "do", "eat", "eaten", "have", "had", "touch", "touched",
  ]
  private static let exceptions: Set<String> = [
    "bar", "except", "from", "but", "plus", "barring", "still", "with",
  ]
  private static let eating: Set<String> = [
    "i", "do", "still", "eat", "have", "the", "odd", "some", "a", "bit", "of", "for", "occasional",
    "occasionally", "sometimes", "eggs", "and", "will", "also", "with", "tin", "piece", "my",
  ]
  private static let fish: Set<String> = ["fish", "salmon", "tuna", "prawns", "seafood", "sushi"]
  static let meat: Set<String> = [
    "chicken", "bacon", "meat", "beef", "pork", "lamb", "turkey", "ham", "steak", "sausage",
    "burger",
  ]
  private static let fromAnimals: Set<String> = [
    "egg", "eggs", "cheese", "milk", "dairy", "yogurt", "butter",
  ]
}
