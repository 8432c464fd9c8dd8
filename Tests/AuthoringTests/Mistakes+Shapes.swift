extension Mistakes {
  /// Keys and values that do not fit.
  static let shapes = [
    Mistake(
      "a missing file",
      .remove("seeds/safety/quiet.yml"),
      finding: "seeds/safety/quiet.yml:1:1: the file is missing; restore it [unreadable]"
    ),
    Mistake(
      "a file that nothing reads",
      .add("seeds/notes.yml", "x: [y]\n"),
      finding:
        "seeds/notes.yml:1:1: nothing reads this file; move it where its kind belongs (see seeds/README.md) or remove it [stray-file]"
    ),
    Mistake(
      "a misspelt key",
      .replace(dairy, "weak:", with: "waek:"),
      finding:
        "intents/diet/dairy.yml:4:1: no key is named 'waek' here; did you mean 'weak'? [unknown-key]"
    ),
    Mistake(
      "a key that does not exist",
      .replace(dairy, "weak:", with: "colours:"),
      finding:
        "intents/diet/dairy.yml:4:1: no key is named 'colours' here; the keys are title, name, part-of, strong, normal, weak, needs, never, asks, not, hears, offers, status [unknown-key]"
    ),
    Mistake(
      "a missing key",
      .replace("seeds/plan/onboarding.yml", "    hint: A few words will do.\n", with: ""),
      finding: "seeds/plan/onboarding.yml:2:5: the key 'hint' is missing; add it [missing-key]"
    ),
    Mistake(
      "text for a list",
      .replace(dairy, "weak: [milk]", with: "weak: milk"),
      finding: "intents/diet/dairy.yml:4:7: text stands here; make it a list of texts [wrong-shape]"
    ),
    Mistake(
      "a list for text",
      .replace(dairy, "name: dairy", with: "name: [dairy]"),
      finding: "intents/diet/dairy.yml:2:7: a list stands here; write one text [wrong-shape]"
    ),
    Mistake(
      "text for a map",
      .add("seeds/wording.yml", "chat: hello\n"),
      finding:
        "seeds/wording.yml:1:7: text stands here; write a map of keys and values [wrong-shape]"
    ),
    Mistake(
      "a list for lists",
      .replace(fiber, "needs:\n  - [beans, fibre]", with: "needs: beans"),
      finding: "intents/diet/fiber.yml:3:8: 'needs' is text; make it a list of lists [wrong-shape]"
    ),
    Mistake(
      "an empty text",
      .replace(dairy, "weak: [milk]", with: "weak: [\"\"]"),
      finding:
        "intents/diet/dairy.yml:4:8: the text is empty; write it or remove the key [bad-value]"
    ),
    Mistake(
      "a long title",
      .replace(
        dairy,
        "title: Milk, cheese and other dairy",
        with: "title: Milk, cheese, butter, cream, yoghurt and all other dairy"
      ),
      finding:
        "intents/diet/dairy.yml:1:8: the title has 56 characters; shorten it to 50 [bad-value]"
    ),
    Mistake(
      "a status that does not exist",
      .add("intents/diet/soon.yml", draft),
      .replace("intents/diet/soon.yml", "status: draft", with: "status: ready"),
      finding: "intents/diet/soon.yml:3:9: 'ready' is no status; write draft or live [bad-value]"
    ),
    Mistake(
      "a cost that does not exist",
      .replace(actions, "cost: low", with: "cost: lo"),
      finding: "seeds/plan/actions.yml:13:11: 'lo' is no cost; did you mean 'low'? [bad-value]"
    ),
    Mistake(
      "a step that comes first by half",
      .replace(actions, "pillar: diet", with: "pillar: diet\n    first: maybe"),
      finding:
        "seeds/plan/actions.yml:5:12: 'maybe' stands under first; write \"true\" or remove the key [bad-value]"
    ),
    Mistake(
      "a visit for nobody in particular",
      .replace(
        "seeds/plan/care.yml",
        "see: [\"See a pharmacist this week.\"]",
        with: "see:\n    - when: itchy\n      say: \"See a pharmacist this week.\""
      ),
      finding:
        "seeds/plan/care.yml:4:13: 'itchy' is no condition; write, for example, 'pregnant', 'age < 18', 'allergies has milk', joined by 'and', 'or', 'not' [bad-condition]"
    ),
    Mistake(
      "a wait that is no number",
      .replace(actions, "\"12\"", with: "soon"),
      finding: "seeds/plan/actions.yml:16:11: 'soon' is no whole number; write digits [bad-value]"
    ),
    Mistake(
      "a slot that does not exist",
      .replace("seeds/plan/onboarding.yml", "fills: [concern]", with: "fills: [concerns]"),
      finding:
        "seeds/plan/onboarding.yml:3:13: no slot is named 'concerns'; did you mean 'concern'? [bad-value]"
    ),
    Mistake(
      "a choice that sets nothing",
      .replace("seeds/plan/onboarding.yml", "[concern=acne]", with: "[acne]"),
      finding: "seeds/plan/onboarding.yml:8:31: 'acne' sets nothing; write slot=value [bad-value]"
    ),
    Mistake(
      "a value that does not exist",
      .replace("seeds/plan/onboarding.yml", "[concern=acne]", with: "[concern=acnee]"),
      finding:
        "seeds/plan/onboarding.yml:8:31: 'acnee' is no value of concern; did you mean 'acne'? [bad-value]"
    ),
    Mistake(
      "a condition that is none",
      .replace("seeds/safety/cautions.yml", "allergies has milk", with: "allergies milk"),
      finding:
        "seeds/safety/cautions.yml:3:11: 'allergies milk' is no condition; write, for example, 'pregnant', 'age < 18', 'allergies has milk', joined by 'and', 'or', 'not' [bad-condition]"
    ),
    Mistake(
      "a caution for nobody",
      .replace("seeds/safety/cautions.yml", "    when: allergies has milk\n", with: ""),
      finding:
        "seeds/safety/cautions.yml:2:9: the caution has neither 'when' nor 'words'; say whom it is for [missing-key]"
    ),
  ]
}
