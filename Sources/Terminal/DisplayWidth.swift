/// How many columns text takes on a terminal.
package enum DisplayWidth {
  /// Columns of one character: marks and invisible ones 0, wide East Asian and emoji 2, the rest 1.
  package static func of(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if (0x20...0x7E).contains(scalar.value) {
      return character.unicodeScalars.contains(emojiStyle) ? 2 : 1
    }
    if isInvisible(scalar) { return 0 }
    let isEmoji =
      scalar.properties.isEmojiPresentation
      || (scalar.properties.isEmoji && character.unicodeScalars.contains(emojiStyle))
    return isEmoji || isWide(scalar) ? 2 : 1
  }

  /// Columns of a text in one line.
  package static func of(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + of($1) } }

  /// Asks for the character before it to be drawn as an emoji.
  private static let emojiStyle: Unicode.Scalar = "\u{FE0F}"

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: scalar.value != 0xAD
    default: false
    }
  }

  /// East Asian Wide and Fullwidth, by blocks.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    case 0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF: true
    case 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD: true
    default: false
    }
  }
}
