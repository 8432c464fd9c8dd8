/// The input gate: any bytes in, text that is safe to keep, match and show out.
///
/// Invalid UTF-8 becomes U+FFFD, control and direction characters go, invisible characters go, line ends become
/// spaces, and no letter keeps more than `marksPerLetter` combining marks. Cleaning twice changes nothing more.
package enum TextCleaner {
  /// Combining marks that one letter may carry; more only serve to slow or break a terminal.
  package static let marksPerLetter = 8

  /// Cleans bytes as they came from a terminal, a pipe or a file.
  package static func clean(_ bytes: some Collection<UInt8>) -> String {
    if bytes.allSatisfy({ (0x20...0x7E).contains($0) }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    return clean(String(decoding: bytes, as: UTF8.self))
  }

  /// Cleans text that is valid Unicode already.
  package static func clean(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var marks = 0
    for scalar in text.unicodeScalars {
      switch treatment(of: scalar) {
      case .keep:
        marks = 0
        kept.append(scalar)
      case .space:
        marks = 0
        kept.append(" ")
      case .mark:
        marks += 1
        if marks <= marksPerLetter { kept.append(scalar) }
      case .drop:
        continue
      }
    }
    return String(kept)
  }

  private enum Treatment { case keep, space, mark, drop }

  private static func treatment(of scalar: Unicode.Scalar) -> Treatment {
    switch scalar.value {
    case 0x20...0x7E: .keep
    case 0x09...0x0D, 0x85, 0x2028, 0x2029, 0xA0: .space
    case 0x00...0x1F, 0x7F...0x9F: .drop
    case 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: .drop
    case 0xFFF9...0xFFFC, 0xE0000...0xE0FFF, 0xE000...0xF8FF, 0xF0000...0x10FFFF: .drop
    case 0xFE00...0xFE0F: .mark
    default: isMark(scalar) ? .mark : .keep
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return true
    default: return false
    }
  }
}
