/// The files of a topic that nobody has written yet: clean under every rule, and answering nobody.
package struct TopicDraft: Sendable {
  package let id: String
  package let group: String
  /// The day it was made, as `yyyy-mm-dd`.
  package let today: String

  package init(id: String, group: String, today: String) {
    self.id = id
    self.group = group
    self.today = today
  }

  package static func isID(_ text: String) -> Bool { text.isKebabCase }

  /// The topic in words: "rice water" for `rice-water`.
  private var name: String { id.replacing("-", with: " ") }
  private var title: String { name.prefix(1).uppercased() + name.dropFirst() }

  package var files: [SourceFile] {
    [
      SourceFile(path: "intents/\(group)/\(id).yml", text: intent),
      SourceFile(path: "seeds/answers/\(group)/\(id).md", text: answer),
    ]
  }

  private var intent: String {
    """
    title: \(title.prefix(IntentFile.longestTitle))
    name: \(name)
    asks:
      - what about \(name)
    # Two or three next questions, each worded as people ask it and each going to the topic that answers it:
    # offers:
    #   - { ask: "How much fibre do I need?", goes: fiber }
    # A draft answers nobody. Remove this line, and add the id to seeds/catalog.yml, when the answer is written.
    status: draft

    """
  }

  private var answer: String {
    """
    ---
    title: \(title)
    reviewed: \(today)
    ---

    ## Short
    Say here in a line what the reader most wants to know.

    ## Fuller
    ### Why
    Say here why that is so.
    ### What to do
    Say here what the reader can do.

    ## Plain
    Say the same in plain words.

    """
  }
}
