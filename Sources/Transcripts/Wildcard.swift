/// Words to find anywhere in a message, in any case of letters; `*` stands for any words between.
struct Wildcard {
  private let parts: [String]

  init(_ text: String) {
    parts = text.split(separator: "*").map { Self.plain(String($0)) }.filter { !$0.isEmpty }
  }

  func isIn(_ message: String) -> Bool {
    var rest = Self.plain(message)[...]
    for part in parts {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  private static func plain(_ text: String) -> String {
    Pattern.words(text.lowercased()).joined(separator: " ")
  }
}
