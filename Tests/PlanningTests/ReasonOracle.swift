import Knowledge

/// Says from a reason's words alone what must be true of a person, so that wording and condition can be set against each other.
struct ReasonOracle {
  private struct Rule {
    let words: String
    let holds: @Sendable (Profile) -> Bool
  }

  private var seen: [String: [Int]] = [:]

  /// - Returns: Words of the reason that are not true of the person; the whole reason when no rule knows it.
  mutating func lies(in why: String, of profile: Profile) -> [String] {
    let found = seen[why] ?? Self.rules.indices.filter { why.contains(Self.rules[$0].words) }
    seen[why] = found
    return found.map { Self.rules[$0] }.filter { !$0.holds(profile) }.map(\.words)
  }

  /// Whether the reason says something about the person that a rule can check.
  mutating func knows(_ why: String) -> Bool {
    let found = seen[why] ?? Self.rules.indices.filter { why.contains(Self.rules[$0].words) }
    seen[why] = found
    return !found.isEmpty
  }

  private static func rule(_ words: String, _ holds: @escaping @Sendable (Profile) -> Bool) -> Rule
  {
    Rule(words: words, holds: holds)
  }

  private static func flag(_ words: String, _ slot: Slot) -> Rule {
    Rule(words: words) { $0.flag(slot) == true }
  }

  private static func has(_ words: String, _ slot: Slot, _ option: String) -> Rule {
    Rule(words: words) { $0.has(option, in: slot) == true }
  }

  private static let concerns: [Rule] = [
    has("concern is acne", .concern, "acne"), has("call your acne", .concern, "acne"),
    has("concern is eczema", .concern, "eczema"), has("concern is rosacea", .concern, "rosacea"),
    has("concern is psoriasis", .concern, "psoriasis"),
    has("concern is seborrhoeic dermatitis", .concern, "seborrheic-dermatitis"),
    has("concern is hives", .concern, "hives"),
    has("concern is dry or sensitive skin", .concern, "dry-sensitive-skin"),
    has("concern is skin ageing", .concern, "skin-aging"),
    has("concern is hidradenitis", .concern, "hidradenitis"),
    has("concern is gut and skin in general", .concern, "general"),
    has("for eczema the trials", .concern, "eczema"),
  ]

  private static let health: [Rule] = [
    flag("you are pregnant", .pregnant), flag("you smoke and are pregnant", .pregnant),
    flag("eat vegan and are pregnant", .pregnant), flag("you are breastfeeding", .breastfeeding),
    flag("you are trying for a baby", .tryingToConceive), flag("you smoke", .smoker),
    flag("immunity is weak", .immunocompromised), flag("you take a probiotic", .probioticNow),
    flag("you take antibiotics", .onAntibiotics), flag("you take isotretinoin", .onIsotretinoin),
    flag("had trouble with eating", .eatingDisorder), flag("have had trouble", .eatingDisorder),
    flag("adding food is the safe way round for you", .eatingDisorder),
    has("have IBS", .conditions, "ibs"), has("have Crohn", .conditions, "ibd"),
    has("have coeliac", .conditions, "celiac"), has("short bowel", .conditions, "short-bowel"),
    has("kidney disease", .conditions, "kidney-disease"), has("diabetes", .conditions, "diabetes"),
    has("you use insulin", .conditions, "insulin"),
    has("alcohol dependence", .conditions, "alcohol-dependence"),
    has("blood thinner", .medicines, "warfarin"), has("methotrexate", .medicines, "methotrexate"),
    has("medicine that lowers immunity", .medicines, "immunosuppressant"),
    has("MAOI", .medicines, "maoi"), has("you take a tetracycline", .medicines, "tetracycline"),
    has("you take other medicines", .medicines, "other"),
    rule("under 18") { $0.number(.age).map { $0 < 18 } ?? false },
    rule("child under two") { $0.number(.age).map { $0 < 2 } ?? false },
  ]

  private static let gut: [Rule] = [
    has("by bloating", .gutSymptoms, "bloating"),
    has("by constipation", .gutSymptoms, "constipation"),
    has("loose stools", .gutSymptoms, "diarrhea"), has("by reflux", .gutSymptoms, "reflux"),
    has("by pain", .gutSymptoms, "pain"), has("stools and pain", .gutSymptoms, "pain"),
    has("tummy pain", .gutSymptoms, "pain"),
  ]

  private static let habits: [Rule] = [
    has("eat little fibre", .fiber, "low"), has("eat some fibre", .fiber, "medium"),
    has("plenty of fibre", .fiber, "high"), has("a lot of sugary", .sugar, "high"),
    has("some sugary", .sugar, "medium"), has("keep costs low", .budget, "low"),
    has("room in your budget", .budget, "high"), has("stress is high", .stress, "high"),
    has("some stress", .stress, "medium"), has("stress is low", .stress, "low"),
    has("eat vegan", .diet, "vegan"), has("eat gluten-free", .diet, "gluten-free"),
    has("eat all kinds", .diet, "omnivore"), has("eat fish already", .diet, "pescatarian"),
    has("cannot have milk", .allergies, "milk"), has("with lactose", .allergies, "lactose"),
    has("cannot have gluten", .allergies, "gluten"), has("cannot have egg", .allergies, "egg"),
    has("cannot have nuts", .allergies, "nuts"),
    has("react to histamine", .allergies, "histamine"),
    has("strong or rough", .skincare, "harsh"), has("use no skin care", .skincare, "none"),
    has("treat your skin gently", .skincare, "gentle"), has("call it mild", .severity, "mild"),
    has("call it moderate", .severity, "moderate"), has("call it severe", .severity, "severe"),
    has("problem moderate", .severity, "moderate"), has("problem severe", .severity, "severe"),
    has("acne severe", .severity, "severe"),
    rule("little or no fermented") { $0.number(.fermentedWeekly).map { $0 < 1 } ?? false },
    rule("bothered you") { $0.number(.durationWeeks).map { $0 >= 4 } ?? false },
  ]

  /// Figures must be the person's own.
  private static let figures: [Rule] =
    [
      figure("you sleep about ", " hours", .sleepHours),
      figure("days come to ", " a week", .exerciseDays),
      figure("active on about ", " days", .exerciseDays),
      figure("move on about ", " days", .exerciseDays),
      figure("food come to about ", " a week", .fermentedWeekly),
    ].flatMap(\.self)
    + [
      figure("you have about ", " drinks", .alcoholWeekly),
      figure("you have about ", " servings of dairy", .dairyDaily),
    ].flatMap(\.self)

  /// One rule for each figure that the generator draws.
  private static func figure(_ before: String, _ after: String, _ slot: Slot) -> [Rule] {
    [0, 0.5, 1, 2, 3, 4, 5, 5.5, 6, 6.5, 7, 7.5, 8, 9, 10, 14, 28, 40].map { value in
      let text = value == value.rounded() ? String(Int(value)) : String(value)
      return Rule(words: before + text + after) { $0.number(slot) == value }
    }
  }

  private static let rules = concerns + health + gut + habits + figures
}
