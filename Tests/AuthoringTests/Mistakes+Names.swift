extension Mistakes {
  /// Names that do not exist, or exist twice.
  static let names = [
    Mistake(
      "a file name that is no id",
      .add("intents/diet/Big_One.yml", draft),
      finding:
        "intents/diet/Big_One.yml:1:1: 'Big_One' is no id; name the file in lower case with hyphens [bad-id]"
    ),
    Mistake(
      "an id twice",
      .replace(
        "seeds/safety/cautions.yml",
        "cautions:\n",
        with:
          "cautions:\n  - { id: milk-allergy, words: [curd], affects: [cheese], do: avoid, say: Leave it out., refs: [who2021] }\n"
      ),
      finding:
        "seeds/safety/cautions.yml:3:9: the caution 'milk-allergy' stands already in seeds/safety/cautions.yml:2:11; keep one of them [duplicate-id]"
    ),
    Mistake(
      "a topic that does not exist",
      .replace(dairy, "goes: fiber", with: "goes: fibre"),
      finding:
        "intents/diet/dairy.yml:20:46: no topic is named 'fibre'; did you mean 'fiber'? [unknown-topic]"
    ),
    Mistake(
      "a claim that does not exist",
      .replace(answer, "[dairy.three]", with: "[dairy.thre]"),
      finding:
        "seeds/answers/diet/dairy.md:15:1: no claim is named 'dairy.thre'; did you mean 'dairy.three'? [unknown-claim]"
    ),
    Mistake(
      "a claim of a step that does not exist",
      .replace(actions, "[fiber.one]", with: "[fiber.first]"),
      finding:
        "seeds/plan/actions.yml:6:13: no claim is named 'fiber.first'; add it to seeds/claims [unknown-claim]"
    ),
    Mistake(
      "a claim of a note on care that does not exist",
      .replace("seeds/plan/care.yml", "[acne.three]", with: "[care.acne]"),
      finding:
        "seeds/plan/care.yml:5:12: no claim is named 'care.acne'; add it to seeds/claims [unknown-claim]"
    ),
    Mistake(
      "a topic of a step that does not exist",
      .replace(actions, "topic: fiber", with: "topic: beans"),
      finding:
        "seeds/plan/actions.yml:2:9: no topic is named 'beans'; add its file under intents/ [unknown-topic]"
    ),
    Mistake(
      "a reference that does not exist",
      .replace(diet, "[who2021]", with: "[who2012]"),
      finding:
        "seeds/claims/diet.yml:18:12: no reference is named 'who2012'; did you mean 'who2021'? [unknown-source]"
    ),
    Mistake(
      "a concept that does not exist",
      .replace(dairy, "~dairy", with: "~dary"),
      finding:
        "intents/diet/dairy.yml:3:10: no concept is named 'dary'; did you mean 'dairy'? [unknown-concept]"
    ),
    Mistake(
      "a thing that does not exist",
      .replace("seeds/safety/cautions.yml", "[cheese]", with: "[cheeses]"),
      finding:
        "seeds/safety/cautions.yml:4:15: no thing is named 'cheeses'; did you mean 'cheese'? [unmapped-thing]"
    ),
    Mistake(
      "a step to swap with that does not exist",
      .replace(actions, "topic: fiber", with: "swaps: [add-bean]\n    topic: fiber"),
      finding:
        "seeds/plan/actions.yml:19:13: no step is named 'add-bean'; did you mean 'add-beans'? [unknown-step]"
    ),
    Mistake(
      "a caution of a step that does not exist",
      .replace(actions, "topic: fiber", with: "adapt: { ibs: Go slowly. }\n    topic: fiber"),
      finding:
        "seeds/plan/actions.yml:2:9: no caution is named 'ibs'; add it to seeds/safety/cautions.yml [unknown-caution]"
    ),
  ]
}
