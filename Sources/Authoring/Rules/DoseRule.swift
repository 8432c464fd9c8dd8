internal import Language

/// No doses of medicines: a number and a unit in a sentence that names one.
enum DoseRule {
  static func check(_ facts: LintFacts, _ findings: FindingList) {
    let medicines = WordFinder(facts.content.medicines.map(\.value))
    let units = facts.content.wordingRules.finder(.doseUnits)
    for text in facts.readTexts {
      let words = WordFinder.words(of: text.text)
      guard let dose = dose(in: words, units), let medicine = medicines.first(in: words) else {
        continue
      }
      findings.add(
        .dose,
        at: text.place,
        "'\(dose)' is a dose of \(medicine)",
        remedy: "leave doses to the prescriber or pharmacist"
      )
    }
  }

  private static func dose(in words: [String], _ units: WordFinder) -> String? {
    for (number, unit) in zip(words, words.dropFirst())
    where number.first?.isNumber == true && units.first(in: [unit]) != nil {
      return "\(number) \(unit)"
    }
    return nil
  }
}
