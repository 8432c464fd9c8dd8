extension Sequence<String> {
  /// The lines as a numbered list, from 1.
  package var numbered: [String] { enumerated().map { "\($0.offset + 1). \($0.element)" } }
}
