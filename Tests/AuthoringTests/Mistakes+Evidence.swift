extension Mistakes {
  /// Claims, sources, grades and dates.
  static let evidence = [
    Mistake(
      "a fact without a claim",
      .replace(answer, "in some people. [dairy.one]", with: "in some people."),
      finding:
        "seeds/answers/diet/dairy.md:7:1: the sentence states a fact and cites no claim; end it with the claim's id in brackets [uncited]"
    ),
    Mistake(
      "research without a claim",
      .replace(answer, "Try one change at a time.", with: "In a trial it took a month."),
      finding:
        "seeds/answers/diet/dairy.md:13:1: the sentence states a fact and cites no claim; end it with the claim's id in brackets [uncited]"
    ),
    Mistake(
      "a topic with two claims",
      .replace(answer, " [dairy.two]", with: ""),
      .replace(
        diet,
        """
          - id: dairy.two
            text: "In the lab, cells may react to it."
            grade: mechanistic
            direction: neutral
            refs: [smith2020]
            checked: "2026-11-23"

        """,
        with: ""
      ),
      finding:
        "intents/diet/dairy.yml:1:1: the topic has 2 claims; give it 3 or more in seeds/claims [few-claims]"
    ),
    Mistake(
      "a claim without a reference",
      .replace(diet, "refs: [who2021]", with: "refs: []"),
      finding:
        "seeds/claims/diet.yml:14:9: the claim 'dairy.three' has no reference; name one of seeds/references.yml under 'refs' [no-source]"
    ),
    Mistake(
      "a reference that nothing cites",
      .replace(
        "seeds/references.yml",
        "who2021:\n",
        with:
          "idle2020:\n  title: Idle\n  published: Nowhere\n  kind: review\n  checked: \"2026-11-23\"\nwho2021:\n"
      ),
      finding:
        "seeds/references.yml:9:1: nothing cites 'idle2020'; cite it or remove it [unused-source]"
    ),
    Mistake(
      "a claim last looked at long ago",
      .replace(diet, "2026-11-23", with: "2023-11-22"),
      finding:
        "seeds/claims/diet.yml:2:9: last checked on 2023-11-22, over 3 years before the release; look at it again and change the date [stale]"
    ),
    Mistake(
      "an answer last read long ago",
      .replace(answer, "2026-11-23", with: "2019-01-01"),
      finding:
        "seeds/answers/diet/dairy.md:3:1: last read through on 2019-01-01, over 3 years before the release; look at it again and change the date [stale]"
    ),
    Mistake(
      "a contact last tried long ago",
      .replace("seeds/safety/crisis-lines.yml", "2026-11-23", with: "2020-11-23"),
      finding:
        "seeds/safety/crisis-lines.yml:1:1: last checked on 2020-11-23, over 3 years before the release; look at it again and change the date [stale]"
    ),
    Mistake(
      "a day that does not exist",
      .replace(diet, "2026-11-23", with: "2026-23-11"),
      finding:
        "seeds/claims/diet.yml:2:9: '2026-23-11' is no day; write it as 2026-11-23 [bad-value]"
    ),
    Mistake(
      "a verb of proof for early evidence",
      .replace(answer, "Dairy may add", with: "A link proves that dairy adds"),
      finding:
        "seeds/answers/diet/dairy.md:7:1: 'proves' is surer than a claim graded limited; say what was seen, and in whom [verb-grade]"
    ),
    Mistake(
      "a plain statement of early evidence",
      .replace(answer, "Dairy may add", with: "Dairy adds"),
      finding:
        "seeds/answers/diet/dairy.md:7:1: the sentence sounds surer than a claim graded limited; use a word such as 'may', 'link' [verb-grade]"
    ),
    Mistake(
      "a claim surer than its grade",
      .replace(diet, "In the lab, cells may react to it.", with: "Cells react to it."),
      finding:
        "seeds/claims/diet.yml:9:11: the sentence sounds surer than a claim graded mechanistic; use a word such as 'lab', 'may' [verb-grade]"
    ),
  ]
}
