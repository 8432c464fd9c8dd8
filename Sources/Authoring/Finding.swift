/// Where something stands in a content file.
package struct Place: Equatable, Comparable, Hashable, Sendable {
  /// Path from the content's root, with slashes.
  package let file: String
  /// Both count from 1.
  package let line: Int
  package let column: Int

  package init(file: String, line: Int = 1, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }

  package static func < (left: Place, right: Place) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }

  package var description: String { "\(file):\(line):\(column)" }
}

/// A value from a content file and where it stands.
package struct Placed<Value> {
  package let value: Value
  package let place: Place

  package init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }
}

extension Placed: Sendable where Value: Sendable {}
extension Placed: Equatable where Value: Equatable {}

/// A mistake in the content: what is wrong, where, and how to mend it.
package struct Finding: Equatable, Sendable, Error {
  package let rule: Rule
  package let place: Place
  package let problem: String
  package let remedy: String

  package init(_ rule: Rule, at place: Place, _ problem: String, remedy: String) {
    self.rule = rule
    self.place = place
    self.problem = problem
    self.remedy = remedy
  }

  /// One line: `file:line:column: problem; remedy [rule]`.
  package var description: String {
    "\(place.description): \(problem); \(remedy) [\(rule.rawValue)]"
  }
}

/// The rules of the linter, by the names that findings show.
package enum Rule: String, CaseIterable, Sendable {
  // Reading
  case unreadable
  case syntax
  case yamlSubset = "yaml-subset"
  case duplicateKey = "duplicate-key"
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case wrongShape = "wrong-shape"
  case badValue = "bad-value"
  case strayFile = "stray-file"
  case controlCharacter = "control-character"
  case tooLarge = "too-large"
  // Names
  case badID = "bad-id"
  case duplicateID = "duplicate-id"
  case unknownTopic = "unknown-topic"
  case unknownClaim = "unknown-claim"
  case unknownSource = "unknown-source"
  case unknownConcept = "unknown-concept"
  case unknownStep = "unknown-step"
  case unknownCaution = "unknown-caution"
  case unmappedThing = "unmapped-thing"
  case badCondition = "bad-condition"
  // Intents
  case catalogue
  case noAnswer = "no-answer"
  case noExamples = "no-examples"
  case duplicateExample = "duplicate-example"
  case wrongTopic = "wrong-topic"
  case nearMiss = "near-miss"
  case typingSlip = "typing-slip"
  case needs
  case neverRedirect = "never-redirect"
  case hears
  case offerGoes = "offer-goes"
  case offerCircle = "offer-circle"
  /// A note, not a mistake.
  case idleKeyword = "idle-keyword"
  // Answers and claims
  case answerShape = "answer-shape"
  case firstLine = "first-line"
  case uncited
  case fewClaims = "few-claims"
  case noSource = "no-source"
  case unusedSource = "unused-source"
  case stale
  case verbGrade = "verb-grade"
  case readability
  case promise
  case brand
  case dose
  case skinTone = "skin-tone"
  case blame
  case outline
  case idleException = "idle-exception"
  // Safety
  case tooFewSigns = "too-few-signs"
}
