/// Writes bytes so that they may stand between the quotes of a Swift string.
package enum StringLiteral {
  package static func escaped(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "\""):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case 0:
        out.append(contentsOf: "\\0".utf8)
      case 0x09:
        out.append(contentsOf: "\\t".utf8)
      case 0x0A:
        out.append(contentsOf: "\\n".utf8)
      case 0x0D:
        out.append(contentsOf: "\\r".utf8)
      case 0x01...0x1F, 0x7F:
        out.append(contentsOf: "\\u{\(String(byte, radix: 16))}".utf8)
      default:
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
