#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The few functions that training needs from the C library.
enum Mathematics {
  static func log(_ value: Float) -> Float { logf(value) }
  static func log(_ value: Double) -> Double {
    #if canImport(Glibc)
      Glibc.log(value)
    #else
      Darwin.log(value)
    #endif
  }
  static func exp(_ value: Double) -> Double {
    #if canImport(Glibc)
      Glibc.exp(value)
    #else
      Darwin.exp(value)
    #endif
  }
  /// 1 / (1 + e⁻ˣ).
  static func sigmoid(_ value: Double) -> Double { 1 / (1 + exp(-value)) }
}
