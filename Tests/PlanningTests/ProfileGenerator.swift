import Intents
import Knowledge

/// People are drawn with the program's own generator.
extension SplitMix: RandomNumberGenerator {}

/// Makes people over all slots: some tell everything, some little; some are ill in many ways, most in few.
struct ProfileGenerator {
  private var numbers: SplitMix

  init(seed: UInt64) { numbers = SplitMix(seed: seed) }

  mutating func next() -> Profile {
    var profile = Profile()
    let told = ([0.4, 0.8, 1, 1] as [Double]).randomElement(using: &numbers) ?? 1
    let ill = ([0.02, 0.1, 0.4] as [Double]).randomElement(using: &numbers) ?? 0
    for slot in Slot.allCases where slot == .concern || chance(told) {
      profile.set(slot, value(slot, ill: ill))
    }
    return profile
  }

  /// A few things to say no to.
  mutating func refusals(among actions: [PlanAction]) -> Set<ID<PlanAction>> {
    let share = ([0, 0.3, 0.8] as [Double]).randomElement(using: &numbers) ?? 0
    return Set(actions.map(\.id).filter { _ in chance(share) })
  }

  private mutating func value(_ slot: Slot, ill: Double) -> SlotValue {
    switch slot.kind {
    case .flag:
      return .flag(chance(slot == .probioticNow || slot == .smoker ? 0.3 : ill))
    case .number: return .number(number(slot))
    case .choice(let options): return .choice(options.randomElement(using: &numbers) ?? "")
    case .list(let options):
      if slot == .concern { return .list(options.filter { _ in chance(0.15) }) }
      if slot == .gutSymptoms { return .list(options.filter { _ in chance(0.2) }) }
      return .list(options.filter { _ in chance(ill) })
    }
  }

  private mutating func number(_ slot: Slot) -> Double {
    let values: [Double] =
      switch slot {
      case .age: [0.5, 1, 3, 5, 7, 10, 13, 16, 17, 18, 24, 30, 38, 45, 60, 82]
      case .sleepHours: [4, 5.5, 6, 6.5, 7, 7.5, 8, 9, 10]
      case .exerciseDays: [0, 1, 2, 3, 4, 5, 7]
      case .fermentedWeekly: [0, 0.5, 2, 7, 14]
      case .alcoholWeekly: [0, 1, 3, 8, 14, 28, 40]
      case .dairyDaily: [0, 1, 2, 4]
      default: [0, 1, 4, 6, 8, 12, 30, 104, 520]
      }
    return values.randomElement(using: &numbers) ?? 0
  }

  private mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &numbers) < share
  }
}
