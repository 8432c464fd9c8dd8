/// Folds clean text for matching: lower case, plain quotes, accents off, wide forms narrow.
///
/// Letters outside Latin keep their UTF-8 bytes, so that they stay words, only unknown ones.
package enum Folding {
  /// - Returns: UTF-8 bytes of the folded text.
  package static func fold(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          out.append((65...90).contains(byte) ? byte + 32 : byte)
          index += 1
        } else {
          let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
          let end = min(index + length, bytes.count)
          appendFolded(bytes[index..<end], to: &out)
          index = end
        }
      }
    }
    return out
  }

  private static func appendFolded(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>,
    to out: inout [UInt8]
  ) {
    guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else { return }
    switch scalar.value {
    case 0x300...0x36F, 0xFE00...0xFE0F: return
    case 0x2018, 0x2019, 0x201B, 0x2032, 0xB4, 0x60: out.append(UInt8(ascii: "'"))
    case 0x201C, 0x201D, 0x201F, 0x2033, 0xAB, 0xBB: out.append(UInt8(ascii: "\""))
    case 0x2010...0x2015, 0x2212: out.append(UInt8(ascii: "-"))
    case 0x2026: out.append(contentsOf: "...".utf8)
    case 0xBD: out.append(contentsOf: " 1/2 ".utf8)
    case 0xBC: out.append(contentsOf: " 1/4 ".utf8)
    case 0xBE: out.append(contentsOf: " 3/4 ".utf8)
    case 0xFF01...0xFF5E: fold(ascii: UInt8(scalar.value - 0xFEE0), to: &out)
    case 0xC0...0x17F: fold(latin: scalar, bytes: bytes, to: &out)
    default: out.append(contentsOf: String(scalar).lowercased().utf8)
    }
  }

  private static func fold(ascii byte: UInt8, to out: inout [UInt8]) {
    out.append((65...90).contains(byte) ? byte + 32 : byte)
  }

  /// Plain letters for U+00C0 to U+017F, in order; `?` keeps the character as it is.
  private static let latin: [UInt8] = Array(
    ("aaaaaaaceeeeiiii" + "dnooooo?ouuuuyts" + "aaaaaaaceeeeiiii" + "dnooooo?ouuuuyty"
      + "aaaaaaccccccccdd" + "ddeeeeeeeeeegggg" + "gggghhhhiiiiiiii" + "iiiijjkkkllllll"
      + "llllnnnnnnnnnoooo" + "oooorrrrrrssssss" + "ssttttttuuuuuuuu" + "uuuuwwyyyzzzzzzs").utf8
  )

  private static func fold(
    latin scalar: Unicode.Scalar,
    bytes: Slice<UnsafeBufferPointer<UInt8>>,
    to out: inout [UInt8]
  ) {
    switch scalar {
    case "æ", "Æ", "œ", "Œ":
      out.append(contentsOf: (scalar.value < 0x100 ? "ae" : "oe").utf8)
    case "ß":
      out.append(contentsOf: "ss".utf8)
    default:
      let letter = latin[Int(scalar.value) - 0xC0]
      if letter == UInt8(ascii: "?") { out.append(contentsOf: bytes) } else { out.append(letter) }
    }
  }
}
