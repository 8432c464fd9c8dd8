extension Mistakes {
  /// Words that no answer holds.
  static let wording = [
    Mistake(
      "a promise",
      .replace(answer, "Try one change at a time.", with: "This cures you."),
      finding:
        "seeds/answers/diet/dairy.md:13:1: 'cures' promises; say what was seen, or that it does not [promise]"
    ),
    Mistake(
      "a promise by the start of a word",
      .replace(
        actions,
        "Add half a tin.",
        with: "Add half a tin, it is miraculous, a miracles food."
      ),
      finding:
        "seeds/plan/actions.yml:2:9: 'miracles' promises; say what was seen, or that it does not [promise]"
    ),
    Mistake(
      "a product",
      .replace(answer, "Try one change at a time.", with: "Try a bar of Sudsy."),
      finding:
        "seeds/answers/diet/dairy.md:13:1: 'sudsy' is the name of a product; name what is in it [brand]"
    ),
    Mistake(
      "blame",
      .replace("seeds/plan/care.yml", "See a pharmacist this week.", with: "It is your fault."),
      finding:
        "seeds/plan/care.yml:2:1: 'your fault' blames the reader; say what can be done [blame]"
    ),
    Mistake(
      "a dose",
      .replace(answer, "Try one change at a time.", with: "Take 20 mg of isotretinoin."),
      finding:
        "seeds/answers/diet/dairy.md:13:1: '20 mg' is a dose of isotretinoin; leave doses to the prescriber or pharmacist [dose]"
    ),
    Mistake(
      "red skin alone",
      .replace(answer, "Try one change at a time.", with: "See if your cheeks turn red."),
      finding:
        "seeds/answers/diet/dairy.md:13:1: 'red' stands alone; say in the same paragraph how it looks on brown or black skin [skin-tone]"
    ),
    Mistake(
      "an exception that nothing needs",
      .replace(
        "seeds/wording-rules.yml",
        "exceptions: []",
        with:
          "exceptions:\n  - { rule: promise, file: seeds/answers/diet/dairy.md, has: cures, why: a quotation }"
      ),
      finding:
        "seeds/wording-rules.yml:18:13: nothing in seeds/answers/diet/dairy.md needs this exception; remove it [idle-exception]"
    ),
    Mistake(
      "an exception to a rule that does not exist",
      .replace(
        "seeds/wording-rules.yml",
        "exceptions: []",
        with: "exceptions:\n  - { rule: promises, file: x, has: cures, why: a quotation }"
      ),
      finding:
        "seeds/wording-rules.yml:18:13: no rule is named 'promises'; did you mean 'promise'? [bad-value]"
    ),
  ]
}
