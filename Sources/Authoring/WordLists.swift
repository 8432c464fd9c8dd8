internal import Foundation

/// The system's lists of English words (on Debian the packages wamerican and wbritish).
package enum WordLists {
  private static let paths = ["american-english", "british-english", "words"].map {
    "/usr/share/dict/\($0)"
  }

  /// British and American words, in no order that matters; empty where the system has no list.
  package static var english: [String] {
    let texts = paths.compactMap { FileManager.default.contents(atPath: $0) }
    return Set(texts.flatMap { String(decoding: $0, as: UTF8.self).split(separator: "\n") }).map(
      String.init
    ).sorted()
  }
}
