package import Knowledge
internal import Packed

/// The content folder as it was when the program was built, inside the program.
package enum CompiledCatalog {
  /// Everything Flora knows.
  ///
  /// Making it reads nothing but a header.
  package static var catalog: Catalog { Catalog(in: .literal(compiledContent)) }
}
