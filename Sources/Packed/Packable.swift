/// A value that can be written to and read from the packed form.
package protocol Packable: Sendable {
  func pack(into writer: inout PackedWriter)
  init(unpacking reader: inout PackedReader)
}

extension PackedWriter {
  package mutating func value(_ value: some Packable) { value.pack(into: &self) }
  package mutating func values(_ values: some Collection<some Packable>) {
    list(values) { $0.pack(into: &$1) }
  }
  package mutating func texts(_ texts: [String]) { list(texts) { $1.text($0) } }
}

extension PackedReader {
  package mutating func value<Value: Packable>() -> Value { Value(unpacking: &self) }
  package mutating func values<Value: Packable>() -> [Value] { list { Value(unpacking: &$0) } }
  package mutating func texts() -> [String] { list { $0.text() } }
}

extension RawRepresentable where Self: Packable, RawValue == String {
  package func pack(into writer: inout PackedWriter) { writer.text(rawValue) }

  package init(unpacking reader: inout PackedReader) {
    let text = reader.text()
    guard let value = Self(rawValue: text) else {
      preconditionFailure("the compiled content holds an unknown \(Self.self)")
    }
    self = value
  }
}
