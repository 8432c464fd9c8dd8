/// The 64-bit name of a feature: its block and its letters, run together (FNV-1a, then mixed).
///
/// A model keeps these names only, never the words, so that it stays small; the words come from the line itself.
struct FeatureHash {
  private var state: UInt64

  init(_ block: FeatureBlock) {
    state = 0xcbf2_9ce4_8422_2325 ^ (UInt64(block.rawValue) &* 0x9e37_79b9_7f4a_7c15)
  }

  mutating func combine(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// Mixes in another hash, for features made of two parts.
  mutating func combine(_ hash: UInt64) {
    state = (state ^ hash) &* 0x9e37_79b9_7f4a_7c15
    state ^= state >> 29
  }

  /// The finished name.
  var value: UInt64 {
    var mixed = state
    mixed ^= mixed >> 33
    mixed = mixed &* 0xff51_afd7_ed55_8ccd
    mixed ^= mixed >> 33
    mixed = mixed &* 0xc4ce_b9fe_1a85_ec53
    return mixed ^ (mixed >> 33)
  }
}
