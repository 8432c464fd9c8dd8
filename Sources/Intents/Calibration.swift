internal import Packed

/// What was learned on held-out lines: how far to trust a margin, and when to say "not my subject".
package struct Calibration: Equatable, Sendable {
  /// Margins are divided by this before they become confidences.
  package var temperature = 0.25
  /// Weights of the evidence that a line is out of scope, constant first.
  ///
  /// Where no foreign line was there to learn from, a low margin, a narrow lead and unknown words speak for one.
  package var refusal: [Double] = ScopeEvidence.untaught
  /// A line whose out-of-scope score is above this is refused; nil when nothing was learned.
  package var threshold: Double?

  package init() {}

  func write(to writer: inout PackedWriter) {
    writer.real(temperature)
    writer.list(refusal) { $1.real($0) }
    writer.optional(threshold) { $1.real($0) }
  }

  init(_ reader: inout PackedReader) {
    temperature = reader.real()
    refusal = reader.list { $0.real() }
    threshold = reader.optional { $0.real() }
  }
}
