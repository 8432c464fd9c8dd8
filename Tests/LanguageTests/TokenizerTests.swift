import Language
import Testing

/// A line and the tokens that it makes.
struct TokenCase: CustomTestStringConvertible, Sendable {
  let line: String
  let tokens: [String]
  var testDescription: String { line }
}

struct TokenizerTests {
  @Test(arguments: [
    TokenCase(line: "Does MILK cause spots?", tokens: ["does", "milk", "cause", "spots", "?"]),
    TokenCase(line: "I don't, I can’t", tokens: ["i", "do", "not", ",", "i", "can", "not"]),
    TokenCase(line: "dont cant wont", tokens: ["do", "not", "can", "not", "will", "not"]),
    TokenCase(line: "what's my sister's plan", tokens: ["what", "s", "my", "sister", "s", "plan"]),
    TokenCase(line: "well, we're ill", tokens: ["well", ",", "we", "are", "ill"]),
    TokenCase(line: "38.5 degrees, 1,500 mg", tokens: ["38.5", "degrees", ",", "1500", "mg"]),
    TokenCase(line: "vitamin b12 50%", tokens: ["vitamin", "b12", "50", "%"]),
    TokenCase(line: "soooo itchyyy", tokens: ["soo", "itchyy"]),
    TokenCase(line: "anti-inflammatory - really", tokens: ["anti", "inflammatory", "-", "really"]),
    TokenCase(line: "diarrhoea and colour", tokens: ["diarrhea", "and", "color"]),
  ])
  func `a line is cut into its words, signs and pauses`(_ given: TokenCase) {
    let tokens = Tokenizer.tokens(in: given.line)
    #expect((0..<tokens.count).map(tokens.text) == given.tokens)
  }

  @Test(arguments: [
    ("Crème Brûlée", "creme brulee"), ("“quoted” – it’s", "\"quoted\" - it's"), ("Ｆｕｌｌ", "full"),
    ("½ cup", " 1/2  cup"), ("Straße", "strasse"), ("œdema", "oedema"), ("кожа", "кожа"),
  ])
  func `folding leaves plain lower case`(_ text: String, _ folded: String) {
    #expect(String(decoding: Folding.fold(text), as: UTF8.self) == folded)
  }

  @Test(arguments: [
    ("breakouts", "breakout"), ("itching", "itch"), ("allergies", "allergi"), ("skin", "skin"),
    ("probiotics", "probiot"), ("generously", "generous"),
  ])
  func `words are cut to their stems`(_ word: String, _ stem: String) {
    #expect(Stemmer().stem(word) == stem)
  }

  @Test func `numbers share a stem, single digits another`() {
    let reader = StemReader()
    #expect(reader.hashes(of: "12") == reader.hashes(of: "345.5"))
    #expect(reader.hashes(of: "3") == reader.hashes(of: "7"))
    #expect(reader.hashes(of: "3") != reader.hashes(of: "12"))
    #expect(reader.hashes(of: "exercise") == reader.hashes(of: "exercizes"))
  }
}
