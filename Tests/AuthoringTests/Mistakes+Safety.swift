extension Mistakes {
  /// Red flags that are too thin.
  static let safety = [
    Mistake(
      "too few signs",
      .replace("seeds/safety/red-flags/closing-throat.yml", ", turning blue", with: ""),
      finding:
        "seeds/safety/red-flags/closing-throat.yml:1:1: 'signs' has 11 lines; write 12 or more [too-few-signs]"
    ),
    Mistake(
      "too few near misses",
      .replace(
        "seeds/safety/red-flags/closing-throat.yml",
        ", a frog in my throat",
        with: ""
      ),
      finding:
        "seeds/safety/red-flags/closing-throat.yml:1:1: 'not-this' has 5 lines; write 6 or more [too-few-signs]"
    ),
    Mistake(
      "a level that does not exist",
      .replace(
        "seeds/safety/red-flags/closing-throat.yml",
        "level: emergency",
        with: "level: emergncy"
      ),
      finding:
        "seeds/safety/red-flags/closing-throat.yml:2:8: 'emergncy' is no level; did you mean 'emergency'? [bad-value]"
    ),
  ]
}
