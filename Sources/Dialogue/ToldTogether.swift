internal import Knowledge
internal import Packed
internal import Safety
internal import Slots

/// Facts that are no danger apart, told in different lines.
extension Conversation {
  /// "I'm on methotrexate", and lines later "I'm pregnant": screened as if it had been told at once.
  ///
  /// - Returns: The whole turn when the two together are a danger.
  func screenedTogether(_ heard: Heard, _ draft: inout Draft) -> Turn? {
    guard
      let line = lines(heard, draft.state.profile).first(where: {
        screen.screen($0).raised.first?.isClear == true
      }), let raised = screen.screen(line).raised.first
    else { return nil }
    for reading in heard.readings {
      let value = reading.value(addedTo: draft.state.profile)
      draft.state.profile.set(reading.slot, value, from: reading.words)
    }
    raise(raised.rule, held: nil, &draft)
    draft.safety = raised
    return draft.turn()
  }

  /// What the line adds to what was told before, in one sentence each.
  private func lines(_ heard: Heard, _ profile: Profile) -> [String] {
    var now = profile
    for reading in heard.readings {
      now.set(reading.slot, reading.value(addedTo: profile), from: reading.words)
    }
    let known = Self.harmful(profile)
    let added = Self.harmful(now).subtracting(known)
    let (was, expects) = (Self.expects(profile), Self.expects(now))
    // What one line tells has been screened as it was told.
    let paired = was ? added : expects ? known : []
    let moods =
      known.contains("isotretinoin") && !heard.isQuestion && saysLow(heard)
      ? ["i take isotretinoin and i have been feeling very low since"] : []
    return moods + paired.sorted().map { "i am pregnant and i take \($0)" }
  }

  /// "been feeling really low since I started it".
  private func saysLow(_ heard: Heard) -> Bool {
    heard.words.contains {
      ["low", "flat", "depressed", "hopeless", "numb", "tearful"].contains($0)
    }
      && heard.words.contains { ["feel", "feeling", "felt", "been", "mood"].contains($0) }
  }

  private static func expects(_ profile: Profile) -> Bool {
    profile[.pregnant] == .flag(true) || profile[.tryingToConceive] == .flag(true)
  }

  /// The medicines known of a person that may harm a baby.
  private static func harmful(_ profile: Profile) -> Set<String> {
    var names: Set<String> = []
    if case .list(let medicines) = profile[.medicines] {
      names = Set(medicines).intersection(["isotretinoin", "methotrexate"])
    }
    if profile[.onIsotretinoin] == .flag(true) { names.insert("isotretinoin") }
    return names
  }
}
