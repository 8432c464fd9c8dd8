internal import Intents
internal import Knowledge
internal import Slots

/// What a line reveals about the person or about the case it asks about, for this one answer.
enum MessageProfile {
  static func adding(_ heard: Heard, to profile: Profile) -> Profile {
    var profile = profile
    for reading in heard.readings { profile.set(reading.slot, reading.value) }
    let isTold = { (slot: Slot) in heard.readings.contains { $0.slot == slot } }
    let isDrugAllergy = !Set(heard.words).isDisjoint(with: ["allergic", "allergy"])
    for mention in heard.mentions {
      switch mention.rawValue {
      case "pregnancy" where profile.flag(.pregnant) == nil: profile.set(.pregnant, .flag(true))
      case "immunocompromised": profile.set(.immunocompromised, .flag(true))
      case "children" where profile.number(.age) == nil: profile.set(.age, .number(10))
      case "eating-disorder": profile.set(.eatingDisorder, .flag(true))
      case "isotretinoin" where !isTold(.onIsotretinoin): profile.set(.onIsotretinoin, .flag(true))
      case "antibiotics" where !isTold(.onAntibiotics) && !isDrugAllergy:
        profile.set(.onAntibiotics, .flag(true))
      default: break
      }
    }
    return profile
  }
}
