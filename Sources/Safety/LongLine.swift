/// A long line in pieces, so that it is heard in full at a cost that grows with its length alone.
enum LongLine {
  /// Lines up to this many bytes are read in one piece.
  static let longestWhole = 2_048
  /// Bytes of a piece at most.
  private static let longestPiece = 240

  /// Each two neighbouring sentences that fit in a piece, each sentence that has no such neighbour, and a sentence that
  /// is too long in overlapping halves.
  ///
  /// Together the pieces hold every byte of the line. A short line is its only piece.
  static func pieces(of line: String) -> [Substring] {
    guard line.utf8.count > longestWhole else { return [line[...]] }
    let sentences = sentences(in: line)
    var pieces: [Substring] = []
    var isHeld = false
    for (place, sentence) in sentences.enumerated() {
      let next = place + 1 < sentences.count ? sentences[place + 1] : nil
      let both = next.map { line[sentence.startIndex..<$0.endIndex] }
      if let both, both.utf8.count <= longestPiece {
        pieces.append(both)
        isHeld = true
      } else {
        if !isHeld { pieces += halves(of: sentence) }
        isHeld = false
      }
    }
    return pieces
  }

  /// Cuts behind each full stop, question mark, exclamation mark and semicolon that a space follows.
  private static func sentences(in line: String) -> [Substring] {
    var found: [Substring] = []
    var start = line.startIndex
    var isEnd = false
    for place in line.utf8.indices {
      let byte = line.utf8[place]
      if isEnd, byte == 0x20 {
        found.append(line[start..<place])
        start = place
      }
      isEnd = [0x2E, 0x3F, 0x21, 0x3B].contains(byte)
    }
    if start < line.endIndex { found.append(line[start...]) }
    return found
  }

  /// Pieces that begin at a space where there is one, each half of it shared with the next.
  private static func halves(of sentence: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var start = sentence.startIndex
    while start < sentence.endIndex {
      let end = place(longestPiece, after: start, in: sentence)
      pieces.append(sentence[start..<end])
      if end == sentence.endIndex { break }
      start = place(longestPiece / 2, after: start, in: sentence)
    }
    return pieces
  }

  /// The last space up to so many bytes further on, or the letter there when there is no space.
  private static func place(_ count: Int, after start: String.Index, in text: Substring)
    -> String.Index
  {
    let bytes = text.utf8
    guard let far = bytes.index(start, offsetBy: count, limitedBy: text.endIndex) else {
      return text.endIndex
    }
    if far == text.endIndex { return far }
    if let space = bytes[start..<far].lastIndex(of: 0x20), space > start { return space }
    var place = far
    while place < text.endIndex, bytes[place] & 0xC0 == 0x80 { place = bytes.index(after: place) }
    return place
  }
}
