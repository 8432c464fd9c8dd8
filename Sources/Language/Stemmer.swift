internal import CSnowball

/// The Snowball stemmer for English.
///
/// Cheap to make, not shared between threads: make one where a line is read.
package struct Stemmer: ~Copyable {
  private let handle: OpaquePointer

  package init() {
    guard let handle = sb_stemmer_new("english", "UTF_8") else {
      preconditionFailure("libstemmer was built without English")
    }
    self.handle = handle
  }

  deinit { sb_stemmer_delete(handle) }

  /// Hands the stem of `word` to `body`; the bytes live only as long as the call.
  package func withStem<Result>(
    of word: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard let start = word.baseAddress, let stem = sb_stemmer_stem(handle, start, Int32(word.count))
    else {
      return body(word)
    }
    return body(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))))
  }

  /// The stem of a word, as text.
  package func stem(_ word: String) -> String {
    var word = word
    return word.withUTF8 { bytes in
      withStem(of: bytes) { String(decoding: $0, as: UTF8.self) }
    }
  }
}
