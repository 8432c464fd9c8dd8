import Language
import Testing

/// Questions that end a line without a comma before them.
struct QuestionWordsTests {
  private func rest(of line: String) -> String? {
    let words = line.split(separator: " ").map(String.init)
    return QuestionWords.lastQuestion(in: words).map { words[$0...].joined(separator: " ") }
  }

  @Test(arguments: [
    ("i have eczema and hay fever is that linked", "is that linked"),
    ("i have ibs and acne could they be connected", "could they be connected"),
    (
      "my gp gave me doxycycline should i take probiotics with it",
      "should i take probiotics with it"
    ),
    ("i eat loads of sugar and have spots could it be that ?", "could it be that ?"),
  ])
  func `the question at the end is found`(_ line: String, _ question: String) {
    #expect(rest(of: line) == question)
  }

  @Test(arguments: [
    "my gp says it is eczema", "i do not know what it is", "is it bad",
    "i use a scrub and it is fine",
    "not sure how long it is", "i asked my mum if it is a rash", "i sleep badly and so do i",
    "is it true that my gut and my skin and my brain all talk to one another",
  ])
  func `what tells is no question`(_ line: String) {
    #expect(rest(of: line) == nil)
  }
}
