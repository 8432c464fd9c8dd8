extension Mistakes {
  /// Examples as tests of the model.
  static let examples = [
    Mistake(
      "a topic without examples",
      .add("intents/diet/soon.yml", "title: Soon\nasks: []\nstatus: draft\n"),
      finding:
        "intents/diet/soon.yml:1:1: the topic has no examples; write what people ask under 'asks' [no-examples]"
    ),
    Mistake(
      "an example twice",
      .replace(dairy, "asks:\n", with: "asks:\n  - Milk and breakouts!\n"),
      finding:
        "intents/diet/dairy.yml:12:5: 'milk and breakouts' stands already in intents/diet/dairy.yml:8:5; keep it where it belongs [duplicate-example]"
    ),
    Mistake(
      "an example that another topic takes",
      .replace(dairy, "asks:\n", with: "asks:\n  - beans\n"),
      finding:
        "intents/diet/dairy.yml:8:5: 'beans' goes to 'fiber', not 'dairy'; add lines like it to dairy, or move it to fiber [wrong-topic]"
    ),
    Mistake(
      "a near miss that stays here",
      .replace(
        fiber,
        "offers:\n",
        with: "not:\n  dairy: [beans]\noffers:\n"
      ),
      finding:
        "intents/diet/fiber.yml:13:11: 'beans' goes to 'fiber', not 'dairy'; add lines like it to the examples of dairy [near-miss]"
    ),
    Mistake(
      "an example that a typing slip loses",
      .replace(fiber, "asks:\n", with: "asks:\n  - acne and chess\n"),
      finding:
        "intents/diet/fiber.yml:6:5: 'acne and cheess' goes to 'dairy', not 'fiber'; add examples that hold its words to fiber [typing-slip]"
    ),
    Mistake(
      "a group of needs that no example meets",
      .replace(fiber, "[beans, fibre]", with: "[lollipops, treacle]"),
      finding:
        "intents/diet/fiber.yml:4:6: no example meets this group; add an example that holds one of its words [needs]"
    ),
    Mistake(
      "a word of never that speaks for this topic",
      .replace(dairy, "fiber: [beans]", with: "fiber: [cheese]"),
      finding:
        "intents/diet/dairy.yml:6:11: 'cheese' speaks for 'dairy' rather than 'fiber'; add examples that hold it to fiber, or drop it [never-redirect]"
    ),
    Mistake(
      "a fact that is not heard",
      .replace(dairy, "value: \"0\"", with: "value: \"2\""),
      finding:
        "intents/diet/dairy.yml:18:12: 'i never eat dairy' fills dairy_daily with '0', not '2'; add its words to seeds/plan/slots.yml, or say it otherwise [hears]"
    ),
    Mistake(
      "a fact for a slot that does not exist",
      .replace(dairy, "slot: dairy_daily", with: "slot: dairy_dayly"),
      finding:
        "intents/diet/dairy.yml:18:37: no slot is named 'dairy_dayly'; did you mean 'dairy_daily'? [bad-value]"
    ),
    Mistake(
      "a fact with a value that does not fit",
      .replace(dairy, "value: \"0\"", with: "value: none"),
      finding:
        "intents/diet/dairy.yml:18:57: 'none' is no value of dairy_daily; see the slots in seeds/README.md [bad-value]"
    ),
  ]
}
