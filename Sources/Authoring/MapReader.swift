/// Reads one YAML map key by key and tells every mistake in it.
struct MapReader {
  private let pairs: [(key: Placed<String>, value: YAMLNode)]
  let place: Place
  private let findings: FindingList

  /// `keys`: The keys that may stand in the map; nil where any may.
  init?(_ node: YAMLNode, keys: [String]?, _ findings: FindingList) {
    guard case .map(let pairs, let place) = node else {
      findings.add(
        .wrongShape,
        at: node.place,
        "\(node.shape) stands here",
        remedy: "write a map of keys and values"
      )
      return nil
    }
    self.pairs = pairs
    self.place = place
    self.findings = findings
    guard let keys else { return }
    for pair in pairs where !keys.contains(pair.key.value) {
      findings.add(
        .unknownKey,
        at: pair.key.place,
        "no key is named '\(pair.key.value)' here",
        remedy: Suggestion.remedy(
          for: pair.key.value,
          among: keys,
          otherwise: "the keys are \(keys.joined(separator: ", "))"
        )
      )
    }
  }

  var entries: [(key: Placed<String>, value: YAMLNode)] { pairs }

  func node(_ key: String) -> YAMLNode? { pairs.first { $0.key.value == key }?.value }

  /// A text that must be there and not be empty.
  func text(_ key: String) -> Placed<String>? {
    guard let text = optionalText(key) else {
      if node(key) == nil {
        findings.add(.missingKey, at: place, "the key '\(key)' is missing", remedy: "add it")
      }
      return nil
    }
    return text
  }

  func optionalText(_ key: String) -> Placed<String>? { node(key).flatMap(text) }

  /// A list of texts; empty where the key is absent.
  func texts(_ key: String) -> [Placed<String>] { node(key).map(texts) ?? [] }

  /// A list of texts that must be there.
  func someTexts(_ key: String) -> [Placed<String>] {
    if node(key) == nil {
      findings.add(.missingKey, at: place, "the key '\(key)' is missing", remedy: "add it")
    }
    return texts(key)
  }

  /// A list of maps; empty where the key is absent.
  func maps(_ key: String, keys: [String]) -> [MapReader] {
    guard let node = node(key) else { return [] }
    guard case .list(let items, _) = node else {
      findings.add(
        .wrongShape,
        at: node.place,
        "'\(key)' is \(node.shape)",
        remedy: "make it a list, one item a line"
      )
      return []
    }
    return items.compactMap { MapReader($0, keys: keys, findings) }
  }

  /// A map from names to lists of texts, such as `not`.
  func textsByName(_ key: String) -> [(name: Placed<String>, texts: [Placed<String>])] {
    guard let node = node(key), let map = MapReader(node, keys: nil, findings) else { return [] }
    return map.entries.map { ($0.key, texts($0.value)) }
  }

  /// One of a closed list of values.
  func value<Value: RawRepresentable & CaseIterable>(
    _ key: String,
    as type: Value.Type = Value.self
  ) -> Value?
  where Value.RawValue == String {
    guard let text = text(key) else { return nil }
    let names = Value.allCases.map(\.rawValue)
    return findings.value(
      text,
      problem: "'\(text.value)' is no \(key)",
      otherwise: "use one of \(names.joined(separator: ", "))"
    )
  }

  func text(_ node: YAMLNode) -> Placed<String>? {
    guard case .text(let text, let place) = node else {
      findings.add(
        .wrongShape,
        at: node.place,
        "\(node.shape) stands here",
        remedy: "write one text"
      )
      return nil
    }
    if text.isEmpty {
      findings.add(.badValue, at: place, "the text is empty", remedy: "write it or remove the key")
      return nil
    }
    if let bad = text.unicodeScalars.first(where: isUnfit) {
      findings.add(
        .controlCharacter,
        at: place,
        "the text holds the character U+\(String(bad.value, radix: 16, uppercase: true))",
        remedy: "remove it"
      )
      return nil
    }
    return Placed(text, at: place)
  }

  func texts(_ node: YAMLNode) -> [Placed<String>] {
    guard case .list(let items, _) = node else {
      findings.add(
        .wrongShape,
        at: node.place,
        "\(node.shape) stands here",
        remedy: "make it a list of texts"
      )
      return []
    }
    return items.compactMap(text)
  }
}

/// Characters that no content holds: controls, direction marks, invisible ones.
func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0A: false
  case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
    0xFEFF:
    true
  default: false
  }
}

extension FindingList {
  /// The value that a text names; where it names none, the nearest name is proposed, or else what `otherwise` says.
  func value<Value: RawRepresentable & CaseIterable>(
    _ text: Placed<String>,
    problem: String,
    otherwise: String
  ) -> Value?
  where Value.RawValue == String {
    if let value = Value(rawValue: text.value) { return value }
    let remedy = Suggestion.remedy(
      for: text.value,
      among: Value.allCases.map(\.rawValue),
      otherwise: otherwise
    )
    add(.badValue, at: text.place, problem, remedy: remedy)
    return nil
  }
}
