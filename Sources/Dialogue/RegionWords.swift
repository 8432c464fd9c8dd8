internal import Knowledge
internal import Slots

/// Countries as people name them when asked for theirs.
enum RegionWords {
  private static let small: Set<String> = ["the", "in", "i", "am", "from", "live", "we", "are"]
  private static let others = ["uk": "GB", "usa": "US", "america": "US", "u s": "US"]

  /// The code of the country that the line names; a bare code counts as well.
  static func region(_ heard: Heard) -> String? {
    if let reading = heard.readings.first(where: { $0.slot == .region }),
      case .choice(let region) = reading.value
    {
      return region
    }
    let words = heard.text.lowercased().split { !$0.isLetter }.map(String.init)
      .filter { !small.contains($0) }
    let name = words.joined(separator: " ")
    let code = name.uppercased()
    return Slot.region.options.contains(code) ? code : others[name]
  }
}
