internal import Packed

/// A name from a content file; `Of` keeps one kind of name from passing for another.
package struct ID<Of>: RawRepresentable, Hashable, Comparable, Sendable, Packable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
  package init(_ rawValue: String) { self.rawValue = rawValue }

  package static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
}

extension ID: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { rawValue = value }
}
