import Dialogue
import Foundation
import Knowledge
import Packed
import Safety

/// One turn as programs get it: one line of JSON.
///
/// Names and shapes stay stable; more may be added.
enum TurnJSON {
  static func text(of turn: Turn, line: String, _ catalog: Catalog) throws -> String {
    try JSONLine.text(of: Object(turn, line: line, catalog))
  }

  private struct Object: Encodable {
    let turn: Int
    let text: String
    let intents: [Intent]
    let safety: Safety?
    let replies: [Message]
    let slots: SlotsObject
    let asking: String?
    let suggestions: [String]

    init(_ turn: Turn, line: String, _ catalog: Catalog) {
      self.turn = turn.state.turn
      text = line
      intents = turn.intents.map {
        Intent(id: $0.id.rawValue, confidence: ($0.confidence * 1_000).rounded() / 1_000)
      }
      safety = turn.safety.map { raised in
        Safety(
          id: raised.rule.rawValue,
          category: catalog.redFlags[raised.rule.rawValue]?.category.rawValue ?? "",
          level: raised.level.rawValue
        )
      }
      replies = turn.replies.map { reply in
        Message(
          kind: reply.kind.rawValue,
          id: reply.id,
          text: reply.text,
          sources: reply.sources.map(\.rawValue)
        )
      }
      slots = SlotsObject(turn.state.profile)
      asking = turn.state.asking(catalog)
      suggestions = Suggestions.lines(for: turn.state, catalog)
    }

    /// Written by hand, so that "no danger" and "no question" are `null` and not left out.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(turn, forKey: .turn)
      try container.encode(text, forKey: .text)
      try container.encode(intents, forKey: .intents)
      try container.encode(safety, forKey: .safety)
      try container.encode(replies, forKey: .replies)
      try container.encode(slots, forKey: .slots)
      try container.encode(asking, forKey: .asking)
      try container.encode(suggestions, forKey: .suggestions)
    }

    private enum Key: CodingKey {
      case turn, text, intents, safety, replies, slots, asking, suggestions
    }
  }

  private struct Intent: Encodable {
    let id: String
    let confidence: Double
  }

  private struct Safety: Encodable {
    let id: String
    let category: String
    let level: String
  }

  private struct Message: Encodable {
    let kind: String
    let id: String
    let text: String
    let sources: [String]
  }
}

/// A profile as JSON: slot names to values.
struct SlotsObject: Encodable {
  private let profile: Profile

  init(_ profile: Profile) { self.profile = profile }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for slot in profile.known {
      let key = Key(stringValue: slot.rawValue)
      switch profile[slot] {
      case .flag(let value): try container.encode(value, forKey: key)
      case .number(let value): try container.encode(value, forKey: key)
      case .choice(let value): try container.encode(value, forKey: key)
      case .list(let values): try container.encode(values, forKey: key)
      case nil: continue
      }
    }
  }

  struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
