internal import Knowledge
internal import Language

extension SlotLine {
  /// "my budget is 20 quid a month", "I can spend $50 a week": a sum of money, taken as a level.
  func budget() -> FoundValue? {
    for index in tokens.list.indices {
      guard let sum = money(at: index), let clause = clause(at: index), states(clause),
        asked == .budget || holds(Self.spending, in: clause) || isLimit(clause)
      else { continue }
      let isWeekly = clause.tokens.contains { ["week", "weekly"].contains(word($0)) && $0 > index }
      let monthly = isWeekly ? sum * 13 / 3 : sum
      let level = monthly <= Self.little ? "low" : monthly < Self.much ? "medium" : "high"
      return FoundValue(value: .choice(level), tokens: index...index)
    }
    return nil
  }

  /// "thirty euro a month at most", "under $20 a week".
  private func isLimit(_ clause: Clause) -> Bool {
    clause.tokens.count <= 8 && rate(in: clause, after: nil) != nil
      && !holds(Self.income, in: clause)
  }

  /// What else money may be.
  private static let income: Set<String> = [
    "earn", "make", "wage", "wages", "rent", "pension", "salary", "paid", "costs", "bill", "bills",
  ]

  /// Sums of a month, in pounds, euros or dollars alike.
  private static let little = 45.0
  private static let much = 100.0

  private func money(at index: Int) -> Double? {
    let said = word(index)
    if ["tenner", "fiver"].contains(said) { return said == "fiver" ? 5 : 10 }
    if let sign = said.first, "£€".contains(sign) { return Double(said.dropFirst()) }
    guard let number = numbers.first(where: { $0.first == index }) else { return nil }
    let isMoney = word(index - 1) == "$" || Self.coins.contains(word(number.last + 1))
    return isMoney ? number.value : nil
  }

  private static let spending: Set<String> = [
    "budget", "spend", "spending", "afford", "spare", "pay", "cost", "costs", "stretch",
  ]
  static let coins: Set<String> = [
    "pounds", "pound", "quid", "euros", "euro", "dollars", "bucks",
  ]
}
