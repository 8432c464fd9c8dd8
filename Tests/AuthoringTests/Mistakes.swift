/// Mistakes that curators make, each alone in the good content.
enum Mistakes {
  static let all =
    yaml + shapes + names + intents + examples + answers + evidence + wording + safety

  static let lexicon = "seeds/safety/lexicon.yml"
  static let dairy = "intents/diet/dairy.yml"
  static let fiber = "intents/diet/fiber.yml"
  static let answer = "seeds/answers/diet/dairy.md"
  static let diet = "seeds/claims/diet.yml"
  static let actions = "seeds/plan/actions.yml"

  /// A topic that nobody is answered with yet.
  static let draft = "title: Draft\nasks: [a draft question]\nstatus: draft\n"
}
