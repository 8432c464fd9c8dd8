extension Mistakes {
  /// Answers of the wrong shape.
  static let answers = [
    Mistake(
      "a missing view",
      .replace(answer, "## Plain\nMilk may give some people spots. [dairy.one]\n", with: ""),
      finding:
        "seeds/answers/diet/dairy.md:1:1: the view 'Plain' is missing; add '## Plain' [answer-shape]"
    ),
    Mistake(
      "a view that does not exist",
      .replace(answer, "## Plain", with: "## Pain"),
      finding:
        "seeds/answers/diet/dairy.md:17:1: no view is named 'Pain'; the views are Short, Fuller, Plain [answer-shape]"
    ),
    Mistake(
      "a part that does not exist",
      .replace(answer, "### Why", with: "### Whi"),
      finding:
        "seeds/answers/diet/dairy.md:10:1: 'Whi' is no part of Fuller; did you mean 'Why'? [answer-shape]"
    ),
    Mistake(
      "an empty view",
      .replace(answer, "Milk may give some people spots. [dairy.one]\n", with: ""),
      finding:
        "seeds/answers/diet/dairy.md:1:1: Plain says nothing; write a sentence or two [answer-shape]"
    ),
    Mistake(
      "a sentence outside a view",
      .replace(answer, "## Short", with: "Hello there.\n\n## Short"),
      finding:
        "seeds/answers/diet/dairy.md:6:1: a sentence stands outside a view; put it under a heading [answer-shape]"
    ),
    Mistake(
      "a line that ends in the middle",
      .replace(answer, "one change at a time.", with: "one change at a time"),
      finding:
        "seeds/answers/diet/dairy.md:13:1: the line does not end like a sentence; write one sentence a line, its claim ids behind the full stop [answer-shape]"
    ),
    Mistake(
      "a key in front that does not exist",
      .replace(answer, "title: Dairy and your skin", with: "title: Dairy\nauthor: Me"),
      finding:
        "seeds/answers/diet/dairy.md:3:1: no key is named 'author' here; the keys are title, reviewed [unknown-key]"
    ),
    Mistake(
      "a first line that is too long",
      .replace(
        answer,
        "Dairy may add to acne in some people.",
        with:
          "Cream, cheese and milk may bring spots through on cheeks, chins, necks, chests, backs and arms, though most folk who drink milk find their skin stays clear."
      ),
      finding:
        "seeds/answers/diet/dairy.md:7:1: the first line has 156 characters; shorten it to 119 [first-line]"
    ),
    Mistake(
      "three short sentences",
      .replace(
        answer,
        "## Fuller",
        with: "It may not. [dairy.one]\nIt may be so. [dairy.one]\n\n## Fuller"
      ),
      finding:
        "seeds/answers/diet/dairy.md:10:1: Short has 3 sentences; keep 2 and move the rest to Fuller [first-line]"
    ),
    Mistake(
      "a plain view for scholars",
      .replace(
        answer,
        "Milk may give some people spots.",
        with:
          "Considerable epidemiological heterogeneity notwithstanding, associations may materialise."
      ),
      finding:
        "seeds/answers/diet/dairy.md:18:1: Plain reads at grade 39.4, over 6.9; this is its hardest sentence; use shorter words and sentences [readability]"
    ),
  ]
}
