extension Mistakes {
  /// Files that are not YAML, or not in the subset.
  static let yaml = [
    Mistake(
      "a list is not closed",
      .add(lexicon, "throat: [throat\nlips: [lip]\n"),
      finding:
        "seeds/safety/lexicon.yml:2:5: did not find expected ',' or ']'; mend the YAML; quote text that holds ': ' or starts with a sign [syntax]"
    ),
    Mistake(
      "an empty file",
      .add("seeds/safety/quiet.yml", "# nothing\n"),
      finding: "seeds/safety/quiet.yml:1:1: the file is empty; write its keys or remove it [syntax]"
    ),
    Mistake(
      "a tab",
      .add(lexicon, "throat:\n\t- throat\n"),
      finding: "seeds/safety/lexicon.yml:2:1: a tab stands here; indent with spaces [syntax]"
    ),
    Mistake(
      "an anchor",
      .add(lexicon, "throat: &one [throat]\n"),
      finding:
        "seeds/safety/lexicon.yml:1:9: anchors and aliases are not used here; write the value out in full [yaml-subset]"
    ),
    Mistake(
      "an alias",
      .add(lexicon, "throat: *one\n"),
      finding:
        "seeds/safety/lexicon.yml:1:9: anchors and aliases are not used here; write the value out in full [yaml-subset]"
    ),
    Mistake(
      "a tag",
      .add(lexicon, "throat: [!!str throat]\n"),
      finding:
        "seeds/safety/lexicon.yml:1:10: tags such as '!!int' are not used here; write the value out in full [yaml-subset]"
    ),
    Mistake(
      "lists in lists in lists",
      .add(
        lexicon,
        "throat: \(String(repeating: "[", count: 18))x\(String(repeating: "]", count: 18))\n"
      ),
      finding:
        "seeds/safety/lexicon.yml:1:25: values are nested more than 16 deep; write the value out in full [yaml-subset]"
    ),
    Mistake(
      "a key twice",
      .add(lexicon, "throat: [throat]\nthroat: [neck]\n"),
      finding:
        "seeds/safety/lexicon.yml:2:1: the key 'throat' stands twice; keep one of them [duplicate-key]"
    ),
    Mistake(
      "an invisible letter",
      .add(lexicon, "throat: [\"thr\u{200B}oat\"]\n"),
      finding:
        "seeds/safety/lexicon.yml:1:10: the text holds the character U+200B; remove it [control-character]"
    ),
  ]
}
