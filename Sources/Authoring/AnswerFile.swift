package import Knowledge
internal import Language

/// One answer as its Markdown file says it.
package struct AnswerFile: Sendable {
  package let id: String
  package let group: String
  package let place: Place
  package let title: String
  package let reviewed: Placed<String>
  package let short: [PlacedSentence]
  package let fuller: [Section]
  package let plain: [PlacedSentence]

  /// A sentence with its claims and its place.
  package struct PlacedSentence: Sendable {
    package let sentence: Sentence
    package let place: Place
  }

  package struct Section: Sendable {
    package let part: Answer.Part
    package let place: Place
    package let sentences: [PlacedSentence]
  }

  /// The views, in the order in which they must stand.
  private static let views = ["Short", "Fuller", "Plain"]

  init?(_ file: SourceFile, _ findings: FindingList) {
    var lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[
      ...
    ]
    guard let front = FrontMatter(&lines, file: file.path, findings) else { return nil }
    id = file.stem
    group = file.folder.last ?? ""
    place = Place(file: file.path)
    title = front.title
    reviewed = front.reviewed
    var body = Body()
    for index in lines.indices {
      body.read(lines[index], at: Place(file: file.path, line: index + 1), findings)
    }
    body.finish()
    short = body.views["Short"] ?? []
    fuller = body.sections
    plain = body.views["Plain"] ?? []
    checkViews(body, findings)
  }

  private func checkViews(_ body: Body, _ findings: FindingList) {
    for (view, sentences) in [("Short", short), ("Plain", plain)]
    where body.order.contains(view) && sentences.isEmpty {
      findings.add(
        .answerShape,
        at: place,
        "\(view) says nothing",
        remedy: "write a sentence or two"
      )
    }
    // A heading that is misspelt is told once, not a second time as missing.
    guard !body.hasUnknownHeading else { return }
    for view in Self.views where body.order.contains(view) == false {
      findings.add(
        .answerShape,
        at: place,
        "the view '\(view)' is missing",
        remedy: "add '## \(view)'"
      )
    }
    if body.order.filter(Self.views.contains) != Self.views.filter(body.order.contains) {
      findings.add(
        .answerShape,
        at: place,
        "the views stand in another order",
        remedy: "Short, Fuller, Plain"
      )
    }
    for part in [Answer.Part.why, .whatToDo] where !fuller.contains(where: { $0.part == part }) {
      findings.add(
        .answerShape,
        at: place,
        "Fuller has no '### \(part.rawValue)'",
        remedy: "add it"
      )
    }
  }

  /// The value that the program uses.
  package var answer: Answer {
    Answer(
      topic: ID(id),
      title: title,
      reviewed: reviewed.value,
      short: short.map(\.sentence),
      fuller: fuller.map { Answer.Section(part: $0.part, sentences: $0.sentences.map(\.sentence)) },
      plain: plain.map(\.sentence)
    )
  }

  /// Every sentence with the view it stands in.
  package var allSentences: [(view: String, sentence: PlacedSentence)] {
    short.map { ("Short", $0) } + fuller.flatMap(\.sentences).map { ("Fuller", $0) }
      + plain.map { ("Plain", $0) }
  }
}

extension AnswerFile {
  /// The two lines between the dashes at the top.
  private struct FrontMatter {
    let title: String
    let reviewed: Placed<String>

    init?(_ lines: inout ArraySlice<String>, file: String, _ findings: FindingList) {
      var values: [String: Placed<String>] = [:]
      let isOpen = lines.first == "---"
      var index = lines.startIndex + 1
      while isOpen, index < lines.endIndex, lines[index] != "---" {
        let parts = lines[index].split(separator: ":", maxSplits: 1).map { $0.trimmed }
        if parts.count == 2 {
          values[parts[0]] = Placed(parts[1], at: Place(file: file, line: index + 1))
        }
        index += 1
      }
      guard isOpen, index < lines.endIndex, let title = values["title"],
        let reviewed = values["reviewed"]
      else {
        findings.add(
          .answerShape,
          at: Place(file: file),
          "the front matter is not complete",
          remedy: "start with '---', 'title: …', 'reviewed: yyyy-mm-dd', '---'"
        )
        return nil
      }
      for (key, value) in values where !["title", "reviewed"].contains(key) {
        findings.add(
          .unknownKey,
          at: value.place,
          "no key is named '\(key)' here",
          remedy: "the keys are title, reviewed"
        )
      }
      lines = lines[(index + 1)...]
      self.title = title.value
      self.reviewed = reviewed
    }
  }

  /// Collects the views line by line.
  private struct Body {
    var order: [String] = []
    var views: [String: [PlacedSentence]] = [:]
    var sections: [Section] = []
    private(set) var hasUnknownHeading = false
    private var view: String?
    private var part: (part: Answer.Part, place: Place)?
    private var sentences: [PlacedSentence] = []

    mutating func read(_ line: String, at place: Place, _ findings: FindingList) {
      if line.trimmed.isEmpty { return }
      if line.hasPrefix("### ") {
        openPart(String(line.dropFirst(4)), at: place, findings)
      } else if line.hasPrefix("## ") {
        openView(String(line.dropFirst(3)), at: place, findings)
      } else if view == nil || (view == "Fuller" && part == nil) {
        // What stands under an unknown heading has been told with it.
        guard !hasUnknownHeading else { return }
        findings.add(
          .answerShape,
          at: place,
          "a sentence stands outside a view",
          remedy: "put it under a heading"
        )
      } else if let sentence = Self.sentence(line, at: place, findings) {
        sentences.append(sentence)
      }
    }

    private mutating func openView(_ name: String, at place: Place, _ findings: FindingList) {
      finish()
      if !AnswerFile.views.contains(name) || order.contains(name) {
        let problem =
          order.contains(name) ? "the view '\(name)' stands twice" : "no view is named '\(name)'"
        findings.add(.answerShape, at: place, problem, remedy: "the views are Short, Fuller, Plain")
        hasUnknownHeading = true
      }
      order.append(name)
      view = name
    }

    private mutating func openPart(_ name: String, at place: Place, _ findings: FindingList) {
      finish(keepingView: true)
      let names = Answer.Part.allCases.map(\.rawValue)
      guard view == "Fuller", let part = Answer.Part(rawValue: name) else {
        let remedy = Suggestion.remedy(
          for: name,
          among: names,
          otherwise: "the parts are \(names.joined(separator: ", "))"
        )
        findings.add(
          .answerShape,
          at: place,
          "'\(name)' is no part of \(view ?? "an answer")",
          remedy: remedy
        )
        hasUnknownHeading = true
        return
      }
      self.part = (part, place)
    }

    mutating func finish(keepingView: Bool = false) {
      if let part {
        sections.append(Section(part: part.part, place: part.place, sentences: sentences))
      } else if let view, view != "Fuller" {
        views[view, default: []] += sentences
      }
      part = nil
      sentences = []
      if !keepingView { view = nil }
    }

    /// A sentence and the claim ids in brackets behind it.
    private static func sentence(_ line: String, at place: Place, _ findings: FindingList)
      -> PlacedSentence?
    {
      var text = line.trimmed
      var claims: [ID<Claim>] = []
      while text.hasSuffix("]"), let open = text.lastIndex(of: "[") {
        claims.insert(ID(String(text[text.index(after: open)...].dropLast())), at: 0)
        text = String(text[..<open]).trimmed
      }
      guard let last = text.last, ".?!:".contains(last) else {
        findings.add(
          .answerShape,
          at: place,
          "the line does not end like a sentence",
          remedy: "write one sentence a line, its claim ids behind the full stop"
        )
        return nil
      }
      return PlacedSentence(sentence: Sentence(text: text, claims: claims), place: place)
    }
  }
}
