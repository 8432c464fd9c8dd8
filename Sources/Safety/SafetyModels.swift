package import Intents
package import Language
package import Packed

/// What the screen has learned, read where it stands in memory.
package struct SafetyModels: Sendable {
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
    /// Log odds, by the figures that cost little, below which a line is harmless without a second look.
    package var floor: Double
    /// Log odds from which one question is asked.
    package var asks: Double
    /// Log odds from which a rule is raised.
    package var raises: Double
    /// Weights of `DangerEvidence.values`, the constant first.
    package var weights: [Double]
    /// Weights of the figures that cost little, the constant first.
    package var quickWeights: [Double]

    package init(
      floor: Double,
      asks: Double,
      raises: Double,
      weights: [Double],
      quickWeights: [Double]
    ) {
      self.floor = floor
      self.asks = asks
      self.raises = raises
      self.weights = weights
      self.quickWeights = quickWeights
    }

    /// Every line gets the second look.
    package static let open = Bounds(
      floor: -.infinity,
      asks: 0,
      raises: 0,
      weights: [],
      quickWeights: []
    )
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

  package init(in blob: Blob, at offset: Int, wordGuard: WordGuard?) {
    let (bounds, starts) = blob.withBytes { bytes in
      var reader = PackedReader(bytes, at: offset)
      let bounds = Bounds(
        floor: reader.real(),
        asks: reader.real(),
        raises: reader.real(),
        weights: reader.list { $0.real() },
        quickWeights: reader.list { $0.real() }
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
    writer.real(bounds.floor)
    writer.real(bounds.asks)
    writer.real(bounds.raises)
    writer.list(bounds.weights) { $1.real($0) }
    writer.list(bounds.quickWeights) { $1.real($0) }
    let parts = [words, letters, signs, wholeSigns]
    for part in parts { writer.fixed(part.count, width: lengthWidth) }
    for part in parts { writer.append(part) }
    return writer.bytes
  }
}
