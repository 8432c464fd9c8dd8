import Foundation
import Knowledge
import Testing

@testable import flora

struct AnswersFileTests {
  @Test func `every kind of value is read into its slot`() throws {
    let text = """
      {"concern": "acne", "age": 16, "pregnant": false, "conditions": ["pcos", "ibs"],
       "medicines": "none", "sleep_hours": 6.5, "stress": "high", "budget": null}
      """
    var profile = Profile()
    profile.set(.concern, .list(["acne"]))
    profile.set(.age, .number(16))
    profile.set(.pregnant, .flag(false))
    profile.set(.conditions, .list(["ibs", "pcos"]))
    profile.set(.medicines, .list([]))
    profile.set(.sleepHours, .number(6.5))
    profile.set(.stress, .choice("high"))
    #expect(try AnswersFile.profile(from: Data(text.utf8)) == profile)
  }

  @Test(arguments: [
    Wrong(text: "[]", mistakes: [AnswersFileTests.notAnObject]),
    Wrong(text: "{\"age\": 3", mistakes: [AnswersFileTests.notAnObject]),
    Wrong(text: "", mistakes: [AnswersFileTests.notAnObject]),
    Wrong(text: "{\"age\": \"lupus\"}", mistakes: ["'age' wants a number from 0 to 120"]),
    Wrong(text: "{\"age\": 121}", mistakes: ["'age' wants a number from 0 to 120"]),
    Wrong(text: "{\"age\": true}", mistakes: ["'age' wants a number from 0 to 120"]),
    Wrong(text: "{\"pregnant\": 1}", mistakes: ["'pregnant' wants true or false"]),
    Wrong(text: "{\"stress\": \"lots\"}", mistakes: ["'stress' wants one of low, medium, high"]),
    Wrong(text: "{\"stress\": {\"a\": 1}}", mistakes: ["'stress' wants one of low, medium, high"]),
    Wrong(
      text: "{\"conditions\": [\"lupus\"], \"height\": 3}",
      mistakes: [
        "'conditions' wants a list of the names that docs/plan.md gives for it",
        "'height' is no slot; docs/plan.md lists them",
      ]
    ),
  ])
  func `a mistake names the slot and never what was said`(_ wrong: Wrong) {
    #expect(throws: AnswersFile.Failure.mistakes(wrong.mistakes)) {
      try AnswersFile.profile(from: Data(wrong.text.utf8))
    }
  }

  @Test(arguments: ["/nowhere/answers.json", "/"])
  func `a path that is no file is missing`(_ path: String) {
    #expect(throws: AnswersFile.Failure.missing) { try AnswersFile.profile(at: path) }
  }

  private static let notAnObject =
    "it is not one JSON object such as {\"concern\": \"acne\", \"age\": 30}"

  struct Wrong: CustomTestStringConvertible {
    let text: String
    let mistakes: [String]

    var testDescription: String { text }
  }
}
