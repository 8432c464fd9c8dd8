extension Mistakes {
  /// Topics without their files, and offers that lead nowhere.
  static let intents = [
    Mistake(
      "a topic of the catalogue without a file",
      .replace("seeds/catalog.yml", "fiber]", with: "fiber, zinc]"),
      finding:
        "seeds/catalog.yml:1:22: no live topic is named 'zinc'; write intents/diet/zinc.yml [catalogue]"
    ),
    Mistake(
      "a topic that the catalogue does not hold",
      .replace("seeds/catalog.yml", "[acne]", with: "[]"),
      finding:
        "intents/skin-conditions/acne.yml:1:1: 'acne' is not in the catalogue; add it to 'skin-conditions' in seeds/catalog.yml, or mark it 'status: draft' [catalogue]"
    ),
    Mistake(
      "a topic in another group than the catalogue's",
      .add("seeds/catalog.yml", "diet: [dairy, fiber, acne]\n"),
      finding:
        "intents/skin-conditions/acne.yml:1:1: the catalogue has 'acne' in the group 'diet'; move the file to intents/diet [catalogue]"
    ),
    Mistake(
      "a topic without an answer",
      .remove("seeds/answers/diet/fiber.md"),
      .replace("seeds/outline.md", "| fiber |", with: "| acne |"),
      finding:
        "intents/diet/fiber.yml:1:1: the topic has no answer; write seeds/answers/diet/fiber.md [no-answer]"
    ),
    Mistake(
      "a row of the outline that nobody answers",
      .add("intents/diet/soon.yml", draft),
      .replace("seeds/outline.md", "| fiber |", with: "| soon |"),
      finding:
        "seeds/outline.md:6:1: 'soon' answers nobody; write its answer, or name another topic [outline]"
    ),
    Mistake(
      "a row of the outline without a topic",
      .replace("seeds/outline.md", "| fiber |", with: "| , |"),
      finding: "seeds/outline.md:6:1: the row names no topic; name one that answers it [outline]"
    ),
    Mistake(
      "an offer of a draft",
      .add("intents/diet/soon.yml", draft),
      .replace(dairy, "goes: fiber", with: "goes: soon"),
      finding:
        "intents/diet/dairy.yml:20:46: 'soon' is a draft and answers nobody; name a live topic [offer-goes]"
    ),
    Mistake(
      "an offer that reaches another topic",
      .replace(dairy, "\"What is acne?\", goes: acne", with: "\"What is acne?\", goes: fiber"),
      finding:
        "intents/diet/dairy.yml:21:12: 'What is acne?' reaches 'acne', not 'fiber'; word it as people ask for fiber, or name acne [offer-goes]"
    ),
    Mistake(
      "two topics that offer only each other",
      .replace(dairy, "  - { ask: \"What is acne?\", goes: acne }\n", with: ""),
      .replace(fiber, "  - { ask: \"What is acne?\", goes: acne }\n", with: ""),
      finding:
        "intents/diet/dairy.yml:20:46: 'dairy' and 'fiber' offer nothing but each other; offer a third topic in one of them [offer-circle]"
    ),
  ]
}
