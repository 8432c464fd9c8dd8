package import Packed

/// A sentence of an answer and the claims that carry it; advice may stand on none.
package struct Sentence: Equatable, Sendable, Packable {
  package let text: String
  package let claims: [ID<Claim>]

  package init(text: String, claims: [ID<Claim>]) {
    self.text = text
    self.claims = claims
  }

  package init(unpacking reader: inout PackedReader) {
    text = reader.text()
    claims = reader.values()
  }

  package func pack(into writer: inout PackedWriter) {
    writer.text(text)
    writer.values(claims)
  }
}

/// One topic's answer in its three views.
package struct Answer: Equatable, Sendable, Packable {
  /// The parts of the fuller view, in the order in which they stand.
  package enum Part: String, CaseIterable, Sendable, Packable {
    case why = "Why"
    case howSure = "How sure"
    case whatToDo = "What to do"
    case costsAndRisks = "Costs and risks"
    case ifYouDoNothing = "If you do nothing"
    case seeSomeone = "See someone"
  }

  /// A part of the fuller view with its sentences.
  package struct Section: Equatable, Sendable, Packable {
    package let part: Part
    package let sentences: [Sentence]

    package init(part: Part, sentences: [Sentence]) {
      self.part = part
      self.sentences = sentences
    }

    package init(unpacking reader: inout PackedReader) {
      part = reader.value()
      sentences = reader.values()
    }

    package func pack(into writer: inout PackedWriter) {
      writer.value(part)
      writer.values(sentences)
    }
  }

  package let topic: ID<Topic>
  package let title: String
  /// The day it was last read through, as `yyyy-mm-dd`.
  package let reviewed: String
  package let short: [Sentence]
  package let fuller: [Section]
  package let plain: [Sentence]

  package init(
    topic: ID<Topic>,
    title: String,
    reviewed: String,
    short: [Sentence],
    fuller: [Section],
    plain: [Sentence]
  ) {
    self.topic = topic
    self.title = title
    self.reviewed = reviewed
    self.short = short
    self.fuller = fuller
    self.plain = plain
  }

  package init(unpacking reader: inout PackedReader) {
    topic = reader.value()
    title = reader.text()
    reviewed = reader.text()
    short = reader.values()
    fuller = reader.values()
    plain = reader.values()
  }

  package func pack(into writer: inout PackedWriter) {
    writer.value(topic)
    writer.text(title)
    writer.text(reviewed)
    writer.values(short)
    writer.values(fuller)
    writer.values(plain)
  }

  /// The sentences of one part of the fuller view; none where it is absent.
  package func sentences(of part: Part) -> [Sentence] {
    fuller.first { $0.part == part }?.sentences ?? []
  }

  /// Every sentence of every view.
  package var allSentences: [Sentence] { short + fuller.flatMap(\.sentences) + plain }
}
