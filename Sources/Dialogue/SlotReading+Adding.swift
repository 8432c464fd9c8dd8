internal import Knowledge
internal import Slots

extension SlotReading {
  /// The value to store when nobody asked: a condition, an allergy or a medicine adds to what is known.
  ///
  /// Every other value replaces what stood there.
  func value(addedTo profile: Profile) -> SlotValue {
    guard case .list(let new) = value, [.conditions, .allergies, .medicines].contains(slot),
      let old = profile.list(slot)
    else { return value }
    return .list(slot.options.filter { old.contains($0) || new.contains($0) })
  }
}
