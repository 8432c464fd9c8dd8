/// Joins British and American spellings in one form, by rule.
///
/// The form is for matching only and need not be a word: "exercise" becomes "exercize" on both sides.
enum SpellingVariants {
  /// Words shorter than this are left alone, or "four" would become "for".
  private static let shortest = 5

  static func common(_ word: [UInt8]) -> [UInt8] {
    guard word.count >= shortest, word[0] < 0x80 else { return word }
    var form = word
    joinVowels(&form)
    joinEndings(&form)
    return form
  }

  /// "diarrhoea", "oestrogen", "faeces" lose the first of their two vowels; "yoghurt" its h.
  private static func joinVowels(_ form: inout [UInt8]) {
    guard form.count >= 6 else { return }
    var index = 0
    while index + 1 < form.count {
      let pair = (form[index], form[index + 1])
      if pair == (UInt8(ascii: "o"), UInt8(ascii: "e"))
        || pair == (UInt8(ascii: "a"), UInt8(ascii: "e"))
      {
        if index + 2 < form.count { form.remove(at: index) }
      } else if pair == (UInt8(ascii: "g"), UInt8(ascii: "h")), form.starts(with: "yogh".utf8) {
        form.remove(at: index + 1)
      }
      index += 1
    }
  }

  private static let endings: [(british: [UInt8], american: [UInt8])] = [
    ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("iser", "izer"),
    ("isers", "izers"),
    ("ise", "ize"), ("ises", "izes"), ("yse", "yze"), ("ysed", "yzed"), ("our", "or"),
    ("ours", "ors"),
    ("oured", "ored"), ("ouring", "oring"), ("ourful", "orful"), ("bre", "ber"), ("tre", "ter"),
    ("tres", "ters"), ("bres", "bers"), ("elling", "eling"), ("elled", "eled"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static let lastLetters = Set(endings.compactMap(\.british.last))

  private static func joinEndings(_ form: inout [UInt8]) {
    guard let last = form.last, lastLetters.contains(last) else { return }
    for ending in endings where form.count > ending.british.count + 1 {
      guard ending.british.last == last else { continue }
      if form.suffix(ending.british.count).elementsEqual(ending.british) {
        form.removeLast(ending.british.count)
        form.append(contentsOf: ending.american)
        return
      }
    }
  }
}
