internal import Packed

/// A fact about a person that answers and plans may use.
package enum Slot: String, CaseIterable, Sendable, Packable {
  case concern, age
  case pregnant, breastfeeding
  case tryingToConceive = "trying_to_conceive"
  case immunocompromised
  case onAntibiotics = "on_antibiotics"
  case onIsotretinoin = "on_isotretinoin"
  case smoker
  case probioticNow = "probiotic_now"
  case eatingDisorder = "eating_disorder"
  case conditions, medicines, diet, allergies
  case sleepHours = "sleep_hours"
  case exerciseDays = "exercise_days"
  case fermentedWeekly = "fermented_weekly"
  case alcoholWeekly = "alcohol_weekly"
  case dairyDaily = "dairy_daily"
  case stress, fiber, sugar, budget
  case gutSymptoms = "gut_symptoms"
  case durationWeeks = "duration_weeks"
  case severity, skincare, region

  /// What kind of value a slot holds.
  package enum Kind: Equatable, Sendable {
    case flag
    /// A number within bounds; the unit is the slot's own (years, hours, days, servings, weeks).
    case number(ClosedRange<Double>)
    case choice([String])
    case list([String])
  }

  package var kind: Kind {
    switch self {
    case .concern:
      .list([
        "acne", "eczema", "rosacea", "psoriasis", "seborrheic-dermatitis", "hives",
        "dry-sensitive-skin",
        "skin-aging", "hidradenitis", "general",
      ])
    case .age: .number(0...120)
    case .pregnant, .breastfeeding, .tryingToConceive, .immunocompromised, .onAntibiotics,
      .onIsotretinoin,
      .smoker, .probioticNow, .eatingDisorder:
      .flag
    case .conditions:
      .list([
        "ibs", "sibo", "ibd", "celiac", "kidney-disease", "diabetes", "insulin", "short-bowel",
        "central-line", "severe-illness", "liver-disease", "alcohol-dependence", "pcos",
        "latex-allergy",
      ])
    case .medicines:
      .list([
        "warfarin", "methotrexate", "immunosuppressant", "maoi", "tetracycline", "isotretinoin",
        "insulin",
        "other",
      ])
    case .diet: .choice(["omnivore", "vegetarian", "vegan", "pescatarian", "gluten-free"])
    case .allergies:
      .list(["milk", "lactose", "nuts", "fish", "soy", "egg", "gluten", "histamine"])
    case .sleepHours: .number(0...24)
    case .exerciseDays: .number(0...7)
    case .fermentedWeekly, .alcoholWeekly: .number(0...200)
    case .dairyDaily: .number(0...50)
    case .stress, .fiber, .sugar, .budget: .choice(["low", "medium", "high"])
    case .gutSymptoms: .list(["bloating", "constipation", "diarrhea", "pain", "reflux", "none"])
    case .durationWeeks: .number(0...5_200)
    case .severity: .choice(["mild", "moderate", "severe"])
    case .skincare: .choice(["gentle", "harsh", "none"])
    case .region: .choice(["US", "GB", "IE", "CA", "AU", "NZ", "IN", "EU", "XX"])
    }
  }

  /// The values a choice or a list may hold; none for flags and numbers.
  package var options: [String] {
    switch kind {
    case .choice(let options), .list(let options): options
    case .flag, .number: []
    }
  }
}
