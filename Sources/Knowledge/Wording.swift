package import Packed

/// One of Flora's own lines, in one or more wordings.
package struct WordingLine: Equatable, Sendable, Packable {
  package let id: String
  /// Wordings that take turns; places for values stand in braces.
  package let variants: [String]

  package init(id: String, variants: [String]) {
    self.id = id
    self.variants = variants
  }

  package init(unpacking reader: inout PackedReader) {
    id = reader.text()
    variants = reader.texts()
  }

  package func pack(into writer: inout PackedWriter) {
    writer.text(id)
    writer.texts(variants)
  }

  /// The wording for the `use`th time, with values put in.
  ///
  /// Braces in a value stay as they are.
  package func text(use: Int = 0, _ values: [String: String] = [:]) -> String {
    guard !variants.isEmpty else { return "" }
    var result = ""
    var rest = variants[use % variants.count][...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      result += values[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
