/// Takes contractions apart, so that "don't", "dont" and "do not" are the same words.
enum Contractions {
  /// Adds `word` (without its apostrophe) to the tokens, in one piece or in two.
  static func append(
    _ word: [UInt8],
    apostrophe: Int?,
    source: Range<Int>,
    to tokens: inout Tokens
  ) {
    if word.count <= 8, let parts = table[packed(word)] {
      for part in parts { add(part, source: source, to: &tokens) }
      return
    }
    guard let apostrophe, apostrophe < word.count else {
      add(word, source: source, to: &tokens)
      return
    }
    let (head, tail) = (Array(word[..<apostrophe]), Array(word[apostrophe...]))
    add(head, source: source, to: &tokens)
    add(endings[packed(tail)] ?? tail, source: source, to: &tokens)
  }

  private static func add(_ form: [UInt8], source: Range<Int>, to tokens: inout Tokens) {
    tokens.append(.word, SpellingVariants.common(form), source: source)
  }

  /// Up to eight letters in one number.
  private static func packed(_ word: some Collection<UInt8>) -> UInt64 {
    word.count > 8 ? 0 : word.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// What follows an apostrophe, written out.
  private static let endings: [UInt64: [UInt8]] = [
    "re": "are", "ve": "have", "ll": "will", "m": "am", "d": "would", "s": "s",
  ].reduce(into: [:]) { $0[packed($1.key.utf8)] = Array($1.value.utf8) }

  /// Whole contractions.
  ///
  /// Forms that are also ordinary words (well, were, ill, its, lets) stay out.
  private static let table: [UInt64: [[UInt8]]] = [
    "dont": "do not", "doesnt": "does not", "didnt": "did not", "isnt": "is not",
    "arent": "are not",
    "aint": "is not", "wasnt": "was not", "werent": "were not", "cant": "can not",
    "cannot": "can not",
    "couldnt": "could not", "wont": "will not", "wouldnt": "would not", "shouldnt": "should not",
    "havent": "have not", "hasnt": "has not", "hadnt": "had not", "neednt": "need not",
    "mustnt": "must not",
    "im": "i am", "ive": "i have", "youre": "you are", "youve": "you have", "theyre": "they are",
    "weve": "we have", "whats": "what s", "thats": "that s", "theres": "there s", "hows": "how s",
    "wheres": "where s", "whos": "who s", "whys": "why s", "heres": "here s", "shes": "she s",
    "hes": "he s",
    "gonna": "going to", "wanna": "want to", "gotta": "got to",
    "dunno": "do not know", "idk": "do not know", "lemme": "let me", "gimme": "give me",
  ].reduce(into: [:]) { table, entry in
    table[packed(entry.key.utf8)] = entry.value.split(separator: " ").map { Array($0.utf8) }
  }
}
