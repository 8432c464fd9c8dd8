package import Intents
package import Language
package import Packed

/// What the screen has learned, read where it stands in memory.
package final class SafetyModels: Sendable {
  /// Which rule, or harmless, by words, pairs and meanings; reads any stretch of a line.
  package let words: Model
  /// Danger or not, by letters too, so that slips of spelling are heard.
  ///
  /// Reads the whole line. Nil only while training.
  package let letters: Model?
  package let signs: SignTable
  /// The same signs word for word, under their rules' names.
  package let wholeSigns: WholeSigns
  package let bounds: Bounds

  /// The class of lines that hold no danger; the other classes of `words` are the rules.
  package static let harmless = "harmless"
  /// The other class of `letters`.
  package static let danger = "danger"

  /// How much evidence means what.
  package struct Bounds: Equatable, Sendable {
    /// What a line must pass before more is found out about it, in turn.
    package var gates: [Gate]
    /// Log odds from which one question is asked.
    package var asks: Double
    /// Log odds from which a rule is raised.
    package var raises: Double
    /// Weights of `DangerEvidence.values`, the constant first.
    package var weights: [Double]

    package init(gates: [Gate], asks: Double, raises: Double, weights: [Double]) {
      self.gates = gates
      self.asks = asks
      self.raises = raises
      self.weights = weights
    }

    /// Every line passes.
    package static let open = Bounds(gates: [], asks: 0, raises: 0, weights: [])
  }

  /// Tells the plainly harmless lines by the first of the figures.
  package struct Gate: Equatable, Sendable {
    /// Weights of the figures that it looks at, the constant first.
    private let weights: [Double]
    /// Log odds below which a line is harmless.
    private let floor: Double

    package init(weights: [Double], floor: Double) {
      self.weights = weights
      self.floor = floor
    }

    /// Whether a line with these figures may be dangerous.
    func lets(_ figures: [Double]) -> Bool {
      precondition(
        figures.count == weights.count - 1,
        "a gate looks at the figures it was fitted on"
      )
      return Logistic.score(figures, weights: weights) >= floor
    }

    fileprivate init(_ reader: inout PackedReader) {
      weights = reader.list { $0.real() }
      floor = reader.real()
    }

    fileprivate func write(to writer: inout PackedWriter) {
      writer.list(weights) { $1.real($0) }
      writer.real(floor)
    }
  }

  package init(
    words: Model,
    letters: Model?,
    signs: SignTable,
    wholeSigns: WholeSigns,
    bounds: Bounds
  ) {
    self.words = words
    self.letters = letters
    self.signs = signs
    self.wholeSigns = wholeSigns
    self.bounds = bounds
  }

  package convenience init(in blob: Blob, at offset: Int, wordGuard: WordGuard?) {
    let (bounds, starts) = blob.withBytes { bytes in
      var reader = PackedReader(bytes, at: offset)
      let bounds = Bounds(
        gates: reader.list { Gate(&$0) },
        asks: reader.real(),
        raises: reader.real(),
        weights: reader.list { $0.real() }
      )
      let lengths = (0..<4).map { _ in reader.fixed(width: Self.lengthWidth) }
      var starts: [Int] = []
      var next = reader.offset
      for length in lengths {
        starts.append(next)
        next += length
      }
      return (bounds, starts)
    }
    self.init(
      words: Model(in: blob, at: starts[0], wordGuard: wordGuard),
      letters: Model(in: blob, at: starts[1], wordGuard: nil),
      signs: SignTable(in: blob, at: starts[2]),
      wholeSigns: WholeSigns(PhraseTable(in: blob, at: starts[3])),
      bounds: bounds
    )
  }

  private static let lengthWidth = 4

  /// Puts the packed models and the tables of signs behind the bounds.
  package static func pack(
    words: [UInt8],
    letters: [UInt8],
    signs: [UInt8],
    wholeSigns: [UInt8],
    bounds: Bounds
  ) -> [UInt8] {
    var writer = PackedWriter()
    writer.list(bounds.gates) { $0.write(to: &$1) }
    writer.real(bounds.asks)
    writer.real(bounds.raises)
    writer.list(bounds.weights) { $1.real($0) }
    let parts = [words, letters, signs, wholeSigns]
    for part in parts { writer.fixed(part.count, width: lengthWidth) }
    for part in parts { writer.append(part) }
    return writer.bytes
  }
}
