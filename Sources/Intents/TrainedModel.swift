internal import Language
internal import Packed

/// A model that has been trained and is still to be calibrated and packed.
package struct TrainedModel: Sendable {
  let matrix: TrainingMatrix
  let weights: TrainedWeights
  let plan: Recipe.Plan
  /// Rows of the examples that lines are compared with.
  let remembered: [Int]
  let storyWeight: Float
  let concepts: [PhraseTable.Entry]
  let hiddenPhrases: [String]
  let vocabulary: [SpellingIndex.Entry]

  /// The compact form; what `Model` reads.
  package func packed(_ calibration: Calibration = Calibration()) -> [UInt8] {
    var writer = PackedWriter()
    write(calibration, to: &writer)
    return writer.bytes
  }

  /// The header, the features, the concepts, the examples and the spelling index, one behind the other.
  private func write(_ calibration: Calibration, to writer: inout PackedWriter) {
    writer.byte(plan.kind.code)
    writer.texts(weights.intents)
    for bias in weights.biases { writer.real(Double(bias)) }
    for block in FeatureBlock.allCases { writer.real(Double(plan.blocks[block] ?? 0)) }
    writer.real(Double(storyWeight))
    writer.number(matrix.names.count)
    writer.real(Double(TrainingMatrix.idf(lines: 0, of: matrix.rowCount)))
    calibration.write(to: &writer)
    PackedTable.write(features(), to: &writer)
    PhraseTable.write(concepts, hidden: hiddenPhrases, to: &writer)
    ExampleIndex.write(remembered, of: matrix, to: &writer)
    SpellingIndex.write(vocabulary, to: &writer)
  }

  private func features() -> [(key: UInt64, bytes: [UInt8])] {
    matrix.names.indices.map { column in
      var writer = PackedWriter()
      FeatureRow.write(
        idf: matrix.idf[column],
        weights: weights.rows[column],
        intents: weights.intents.count,
        to: &writer
      )
      return (matrix.names[column], writer.bytes)
    }
  }
}
