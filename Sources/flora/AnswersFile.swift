import Foundation
import Knowledge
import Packed

/// Reads a file of answers: one JSON object, slot names to values.
///
/// What is wrong is told by the slot's name; nothing that the person wrote as a value is repeated.
enum AnswersFile {
  enum Failure: Error, Equatable {
    case missing
    /// Every mistake, each in plain words.
    case mistakes([String])
  }

  /// Bytes at most: the answers are few and short.
  private static let mostBytes = 1_000_000

  static func profile(at path: String) throws(Failure) -> Profile {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
      !isFolder.boolValue, let data = FileManager.default.contents(atPath: path)
    else { throw .missing }
    guard data.count <= mostBytes else { throw .mistakes(["it is too long to be answers"]) }
    return try profile(from: data)
  }

  static func profile(from data: Data) throws(Failure) -> Profile {
    let object: [String: AnswerValue]
    do {
      object = try JSONDecoder().decode([String: AnswerValue].self, from: data)
    } catch {
      throw .mistakes(["it is not one JSON object such as {\"concern\": \"acne\", \"age\": 30}"])
    }
    var profile = Profile()
    var mistakes: [String] = []
    for (key, value) in object.sorted(by: { $0.key < $1.key }) where value != .null {
      guard let slot = Slot(rawValue: key) else {
        mistakes.append(unknown(key))
        continue
      }
      if let read = value.reading(for: slot) {
        profile.set(slot, read)
      } else {
        mistakes.append("'\(key)' wants \(slot.wanted)")
      }
    }
    guard mistakes.isEmpty else { throw .mistakes(mistakes) }
    return profile
  }

  /// Letters of an unknown name that are shown.
  private static let longestName = 40

  private static func unknown(_ key: String) -> String {
    "'\(key.prefix(longestName))' is no slot; docs/plan.md lists them"
  }
}

/// A value of an answers file before its slot has looked at it.
enum AnswerValue: Decodable, Equatable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case texts([String])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([String].self) {
      self = .texts(value)
    } else {
      // A shape that no slot takes: told with the slot's name, not as broken JSON.
      self = .texts(["\u{0}"])
    }
  }

  /// - Returns: nil when the slot does not take it.
  func reading(for slot: Slot) -> SlotValue? {
    switch (slot.kind, self) {
    case (.flag, .flag(let value)): .flag(value)
    case (.number(let bounds), .number(let value)):
      bounds.contains(value) ? .number(value) : nil
    case (.choice(let options), .text(let value)):
      options.contains(value) ? .choice(value) : nil
    case (.list, .text(let value)): SlotValue(value, for: slot)
    case (.list(let options), .texts(let values)):
      Set(values).isSubset(of: options) ? .list(options.filter(values.contains)) : nil
    default: nil
    }
  }
}

extension Slot {
  /// What it takes, in words; never a list of illnesses.
  fileprivate var wanted: String {
    switch kind {
    case .flag: "true or false"
    case .number(let bounds):
      "a number from \(Int(bounds.lowerBound)) to \(Int(bounds.upperBound))"
    case .choice(let options): "one of \(options.joined(separator: ", "))"
    case .list: "a list of the names that docs/plan.md gives for it"
    }
  }
}
