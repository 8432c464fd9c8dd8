internal import Language
internal import Packed

/// The sum behind one intent's score, feature by feature.
package struct Explanation: Equatable, Sendable {
  /// What one feature of the line adds or takes away.
  package struct Part: Equatable, Sendable {
    package let block: FeatureBlock
    /// The words or letters that it is made of.
    package let term: String
    package let weight: Double
  }

  package let intent: String
  /// The intent's score before any word is read.
  package let bias: Double
  /// Every feature that counted, the largest first.
  package let parts: [Part]

  /// The score: what `Classification.Ranked.margin` says, up to rounding in single precision.
  package var sum: Double { parts.reduce(bias) { $0 + $1.weight } }

  /// The parts with all letter groups of one word put together, the largest first.
  package var byWord: [Part] {
    var sums: [String: (block: FeatureBlock, weight: Double)] = [:]
    for part in parts {
      let key = "\(part.block.rawValue) \(part.block == .letters ? part.term.word : part.term)"
      sums[key] = (part.block, (sums[key]?.weight ?? 0) + part.weight)
    }
    return sums.map { key, sum in
      Part(block: sum.block, term: String(key.drop { $0 != " " }.dropFirst()), weight: sum.weight)
    }.sorted {
      (abs($1.weight), $0.term, $0.block.rawValue) < (abs($0.weight), $1.term, $1.block.rawValue)
    }
  }
}

extension String {
  /// The word in front of a letter group's colon.
  fileprivate var word: String { String(prefix { $0 != ":" }) }
}

extension Model {
  /// The sum behind an intent's score; nil when the model has no such intent.
  package func explain(_ classification: Classification, as intent: String) -> Explanation? {
    guard let index = intents.firstIndex(of: intent) else { return nil }
    return blob.withBytes { bytes in
      let parts = classification.active.compactMap { feature -> Explanation.Part? in
        let weight = FeatureRow.weight(of: index, in: feature.row, bytes: bytes)
        guard weight != 0 else { return nil }
        return Explanation.Part(
          block: feature.block,
          term: feature.term(in: classification.tokens),
          weight: Double(weight * feature.value)
        )
      }
      return Explanation(
        intent: intent,
        bias: Double(biases[index]),
        parts: parts.sorted {
          (abs($1.weight), $0.term, $0.block.rawValue) < (
            abs($0.weight), $1.term, $1.block.rawValue
          )
        }
      )
    }
  }
}

extension ActiveFeature {
  /// The words or letters that the feature is made of.
  func term(in tokens: Tokens) -> String {
    switch block {
    case .stem: return tokens.text(Int(first))
    case .pair where first == last: return "\(tokens.text(Int(first))) at an end"
    case .pair: return "\(tokens.text(Int(first))) \(tokens.text(Int(last)))"
    case .skip, .conceptPair: return "\(tokens.text(Int(first))) … \(tokens.text(Int(last)))"
    case .concept: return (Int(first)...Int(last)).map(tokens.text).joined(separator: " ")
    case .letters:
      let padded = " \(tokens.text(Int(first))) ".utf8
      let letters = String(
        decoding: padded.dropFirst(Int(start)).prefix(Int(length)),
        as: UTF8.self
      )
      return "\(tokens.text(Int(first))):\(letters.replacing(" ", with: "_"))"
    }
  }
}
