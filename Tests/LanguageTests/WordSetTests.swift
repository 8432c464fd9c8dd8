import Language
import Testing

struct WordSetTests {
  @Test func `a word is held when it is among the words, and not when it only looks alike`() {
    let words: WordSet = ["he", "she", "they", "ago"]
    let tokens = Tokenizer.tokens(in: "he hoe ago aho they thy tay she see s he")
    let held = tokens.list.indices.filter { words.holds($0, of: tokens) }.map(tokens.text)
    #expect(held == ["he", "ago", "they", "she", "he"])
  }

  @Test func `many words are all held`() {
    let all = (0..<300).map { "w\($0)x" }
    let words = WordSet(all)
    let tokens = Tokenizer.tokens(in: all.joined(separator: " ") + " wx w300x")
    #expect(tokens.list.indices.filter { !words.holds($0, of: tokens) }.map(tokens.text).count == 2)
  }
}
