internal import Knowledge
internal import Language

extension SlotLine {
  /// "I drink four diet cokes a day", "I do not drink coffee": the clause speaks of no alcohol.
  func isSoftDrink(_ own: [SlotLexicon.Mention], _ clause: Clause) -> Bool {
    holds(Self.softDrinks, in: clause)
      && own.allSatisfy { words($0.tokens).contains("drink") }
  }

  private static let softDrinks: Set<String> = [
    "coke", "cokes", "cola", "colas", "pepsi", "coffee", "coffees", "tea", "teas", "water",
    "juice", "juices", "lemonade", "squash", "milk", "smoothie", "smoothies", "soda", "sodas",
    "pop", "fizzy", "energy", "kefir", "kombucha",
  ]

  private static let wines: Set<String> = [
    "wine", "prosecco", "champagne", "red", "white", "rose", "rioja", "merlot", "malbec", "shiraz",
    "pinot", "chardonnay", "sauvignon", "cava", "plonk", "cabernet", "fizz", "bubbly",
  ]

  private static let spirits: Set<String> = [
    "rum", "vodka", "gin", "whisky", "whiskey", "bourbon", "brandy", "tequila", "malibu",
  ]

  /// "two litres of water", "four diet cokes".
  func isOfSoftDrinks(_ number: NumberSpan) -> Bool {
    let next = numbers.map(\.first).filter { $0 > number.last }.min() ?? tokens.count
    let named = ((number.last + 1)..<min(number.last + 4, max(next, number.last + 1))).map(word)
    return !Self.softDrinks.isDisjoint(with: named) && Self.spirits.isDisjoint(with: named)
  }

  /// Glasses in a bottle of wine; anything else counts as one.
  func drinks(in clause: Clause, _ slot: Slot) -> Double {
    let isBottle = clause.tokens.contains { index in
      ["bottle", "bottles"].contains(word(index))
        && (isHalfMore(index) ? [4, 5] : [1, 2]).contains { word(index + $0) == "of" }
        && (2...6).contains { Self.wines.contains(word(index + $0)) }
    }
    let isShared =
      holds(["between"], in: clause) && holds(["us"], in: clause)
      || tokens.list.indices.contains {
        ["share", "shared", "split"].contains(word($0))
          || word($0) == "half" && word($0 + 1) == "each"
      }
    let more = clause.tokens.contains(where: isHalfMore) ? 1.5 : 1
    return slot == .alcoholWeekly && isBottle ? (isShared ? 3 : 6) * more : 1
  }

  /// "a bottle and a half".
  private func isHalfMore(_ index: Int) -> Bool {
    word(index) == "bottle" && word(index + 1) == "and" && word(index + 3) == "half"
  }

  /// "a few drinks last night": one evening says nothing of a week.
  func isOnce(_ clause: Clause) -> Bool {
    holds(["yesterday", "tonight"], in: clause)
      || clause.tokens.contains {
        (["last", "this"].contains(word($0)) || word($0) == "other" && word($0 - 1) == "the")
          && ["night", "weekend", "evening", "friday", "saturday", "sunday"].contains(word($0 + 1))
      }
  }

  func isDrinks(_ number: NumberSpan) -> Bool {
    ["drinks", "beers", "pints", "glasses", "units", "tinnies", "drink", "beer"].contains(
      word(number.last + 1)
    )
  }
}
