internal import Intents
internal import Knowledge
internal import Planning
internal import Slots

extension Conversation {
  /// Forgets what a line says is not so, or no more, and says so.
  ///
  /// - Returns: What was forgotten, in words.
  func withdraw(_ heard: Heard, _ draft: inout Draft) -> [String] {
    var lost = Profile()
    // "vegetarian, no nuts" leaves nuts out; "not allergic to nuts" lets them in.
    let isOnAllergy = heard.words.contains { $0.hasPrefix("allerg") || $0.hasPrefix("intoleran") }
    for denial in heard.denials where denial.slot != .allergies || isOnAllergy {
      let slot = denial.slot
      let source = draft.state.profile.source(of: slot)
      switch draft.state.profile[slot] {
      case .flag(true) where denial.option == "yes":
        draft.state.profile.set(slot, nil)
        lost.set(slot, .flag(true))
      case .choice(denial.option):
        draft.state.profile.set(slot, nil)
        lost.set(slot, .choice(denial.option))
      case .list(let values)
      where values.contains(denial.option) && !isStated(denial, heard):
        let left = values.filter { $0 != denial.option }
        // Somebody who has a plan was asked for everything: what is left is nothing, not unknown.
        let none: SlotValue? = draft.state.plan != nil && slot != .concern ? .list([]) : nil
        draft.state.profile.set(slot, left.isEmpty ? none : .list(left), from: source)
        lost.set(slot, .list((lost.list(slot) ?? []) + [denial.option]))
      default: break
      }
    }
    let words = ProfileWords(catalog)
    let phrases = lost.known.map { words.phrase($0, lost) }
    if !phrases.isEmpty {
      draft.say(.notice, "understand.taken-back", ["facts": phrases.joined(separator: "; ")])
    }
    return phrases
  }

  private func isStated(_ denial: SlotDenial, _ heard: Heard) -> Bool {
    heard.readings.contains { reading in
      guard reading.slot == denial.slot, case .list(let values) = reading.value else {
        return false
      }
      return values.contains(denial.option)
    }
  }

  /// A line that rules out or takes back something and does no more.
  ///
  /// `lost`: What was known and is so no longer. Returns whether there was nothing else to answer.
  func confirmDenial(_ heard: Heard, lost: [String], _ draft: inout Draft) -> Bool {
    guard !heard.isQuestion, !heard.denials.isEmpty, heard.facts.isDenial,
      !lost.isEmpty || heard.denials.contains(where: { $0.isStopped || $0.isGone })
        || heard.facts.isTold
    else { return false }
    draft.understood(as: "change-answer")
    let stopsMedicine = stopsMedicine(heard)
    if lost.isEmpty, stopsMedicine { draft.say(.notice, "understand.stopped") }
    if stopsMedicine { draft.say(.notice, "understand.stopped-medicine") }
    if draft.state.plan != nil, !lost.isEmpty {
      replan(because: [], &draft)
    } else if lost.isEmpty, !stopsMedicine {
      draft.say(
        .notice,
        heard.denials.contains(where: \.isGone) ? "understand.gone" : "understand.not-so"
      )
    } else {
      draft.say(.notice, "understand.what-next")
    }
    return true
  }

  /// "I came off methotrexate": a medicine of a prescriber's, given up already; a course that is finished is none.
  func stopsMedicine(_ heard: Heard) -> Bool {
    let isOff = !Set(heard.words).isDisjoint(with: Self.givingUp)
    let isMedicine =
      heard.denials.contains { $0.slot == .medicines && $0.isStopped }
      || heard.readings.contains {
        [.onAntibiotics, .onIsotretinoin].contains($0.slot) && $0.value == .flag(false)
      }
    return isOff && isMedicine
  }

  private static let givingUp: Set<String> = [
    "stopped", "quit", "off", "ditched", "dropped", "gave",
  ]

  /// "I lost the baby": no answer to that but a kind word.
  ///
  /// - Returns: Whether the line tells of such a loss and asks nothing.
  func saysSorry(_ heard: Heard, _ draft: inout Draft) -> Bool {
    guard says(.loss, heard), !heard.isQuestion, heard.wordCount <= Self.longestLoss,
      heard.readings.contains(where: { $0.slot == .pregnant && $0.value == .flag(false) })
    else { return false }
    let before = draft.state.profile
    storeReadings(heard.readings, open: nil, &draft)
    for slot in [Slot.pregnant, .tryingToConceive] where draft.state.profile.flag(slot) == true {
      draft.state.profile.set(slot, nil)
    }
    draft.say(.notice, "understand.loss")
    draft.understood(as: "change-answer")
    draft.state.context = nil
    if draft.state.form != nil {
      askAgain(&draft)
    } else if draft.state.plan != nil, draft.state.profile != before {
      replan(because: [], &draft)
    }
    return true
  }

  private static let longestLoss = 16

  /// "I'm allergic to penicillin": no fact for the plan, and one for everybody who prescribes.
  func notesDrugAllergy(_ heard: Heard, _ draft: inout Draft) -> Bool {
    guard !heard.isQuestion, heard.readings.isEmpty, heard.wordCount <= Self.longestAllergy,
      !Set(heard.words).isDisjoint(with: ["allergic", "allergy"]),
      heard.mentions.contains("antibiotics") || heard.best?.intent == "antibiotics"
    else { return false }
    draft.say(.notice, "understand.drug-allergy")
    draft.understood(as: "change-answer")
    return true
  }

  private static let longestAllergy = 8

  /// A healthy immune system and a medicine that calms it: says which of the two counts.
  func minds(_ changed: [Slot], _ draft: inout Draft) {
    let profile = draft.state.profile
    guard changed.contains(.medicines) || changed.contains(.immunocompromised),
      profile.flag(.immunocompromised) == false, profile.takesImmuneMedicine
    else { return }
    draft.say(.notice, "understand.immune-medicine")
  }
}
