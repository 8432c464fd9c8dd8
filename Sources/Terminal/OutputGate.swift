#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import Language

/// The one way out: every byte that reaches a terminal, a pipe or a file passes here.
package enum OutputGate {
  /// Text without anything that could drive a terminal; line breaks stay.
  package static func clean(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map {
      TextCleaner.clean(String($0))
    }
    .joined(separator: "\n")
  }

  /// JSON in which every character that `clean` would take out is an escape, so that it still means the same.
  package static func escaped(json: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      if isPlain(scalar) {
        out.append(scalar)
      } else {
        for unit in String(scalar).utf16 { out += escape(of: unit).unicodeScalars }
      }
    }
    return String(out)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    (0x20...0x7E).contains(scalar.value) || scalar == "\n"
      || TextCleaner.clean(String(scalar)) == String(scalar)
  }

  private static func escape(of unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// What a stream could not take.
  package struct WriteFailed: Error, Equatable {
    package let code: Int32

    package init(code: Int32) { self.code = code }
  }

  /// Writes all of it, or throws.
  ///
  /// A reader that went away is told apart by its code, `EPIPE`.
  package static func write(_ text: String, to descriptor: Int32 = STDOUT_FILENO)
    throws(WriteFailed)
  {
    var text = text
    let failure: Int32? = text.withUTF8 { bytes in
      var offset = 0
      while offset < bytes.count {
        let count = posixWrite(
          descriptor,
          UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[offset...])
        )
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        offset += count
      }
      return nil
    }
    if let failure { throw WriteFailed(code: failure) }
  }

  /// Whether the reader of a pipe has gone.
  package static func isBrokenPipe(_ failure: WriteFailed) -> Bool { failure.code == EPIPE }

  private static func posixWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
