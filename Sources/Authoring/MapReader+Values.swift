internal import Knowledge

extension MapReader {
  /// The maps of a file that is one list under a name; none, with findings, when it is not.
  static func list(
    _ name: String,
    of file: SourceFile,
    keys: [String],
    _ findings: FindingList
  ) -> [MapReader] {
    guard let node = YAMLNode.read(file, findings),
      let map = MapReader(node, keys: [name], findings)
    else { return [] }
    return map.maps(name, keys: keys)
  }

  /// A condition; nil, with a finding, when the text is none.
  func condition(_ key: String, _ findings: FindingList) -> Condition? {
    guard let text = optionalText(key) else { return nil }
    guard let condition = Condition(text.value) else {
      findings.add(.badCondition(text))
      return nil
    }
    return condition
  }

  /// A whole number that must be there.
  func number(_ key: String, _ findings: FindingList) -> Int? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text.value), number >= 0 else {
      findings.add(
        .badValue,
        at: text.place,
        "'\(text.value)' is no whole number",
        remedy: "write digits"
      )
      return nil
    }
    return number
  }
}
