internal import Dialogue
package import Knowledge
internal import Packed
internal import Planning
internal import Safety
internal import Slots

/// How well whole conversations do on labelled lines; each line meets a Flora who knows nothing yet.
package struct ConversationEvaluation: Sendable {
  private let conversation: Conversation
  private let day = CivilDate(daysSince1970: 20_000)

  package init(_ catalog: Catalog) { conversation = Conversation(catalog) }

  private var catalog: Catalog { conversation.catalog }

  /// Shares by name, and the lines that went wrong.
  package struct Result: Encodable, Equatable, Sendable {
    package var figures: [String: Double] = [:]
    package var counts: [String: Int] = [:]
    package var misses: [String] = []
  }

  private func turn(_ line: String, in state: State = State()) -> Turn {
    conversation.respond(to: .line(line, on: day), in: state)
  }

  package func questions(_ lines: [LabelledLines.Question]) -> Result {
    var result = Result()
    var right: [String: [Bool]] = [:]
    for line in lines {
      let turn = turn(line.text)
      let group = line.intent == "oos" ? "oos" : catalog.topics[line.intent]?.group ?? "unknown"
      let isRight = isRight(turn, line)
      right[
        group == "oos"
          ? "oos_refused"
          : group == Topic.dialogueGroup
            ? "dialogue" : group == Topic.safetyGroup ? "safety" : "topics",
        default: []
      ].append(isRight)
      if let style = line.style, group != "oos" {
        right["style_\(style)", default: []].append(isRight)
      }
      if !isRight {
        result.misses.append(
          "\(line.text) | \(line.intent) | \(turn.intents.map(\.id.rawValue).joined(separator: "+")) \(turn.replies.first?.kind.rawValue ?? "")"
        )
      }
    }
    for (name, values) in right {
      result.figures[name] = Metrics.share(values) { $0 }
      result.counts[name] = values.count
    }
    return result
  }

  private func isRight(_ turn: Turn, _ line: LabelledLines.Question) -> Bool {
    let accepted = Set([line.intent] + (line.accept ?? []))
    guard let first = turn.intents.first?.id.rawValue else { return accepted.contains("oos") }
    return accepted.contains(first)
  }

  package func twoPart(_ lines: [LabelledLines.TwoPart]) -> Result {
    var result = Result()
    let found = lines.map { line -> Bool in
      let turn = turn(line.text)
      let isFound = Set(line.intents).isSubset(of: Set(turn.intents.map(\.id.rawValue)))
      if !isFound {
        result.misses.append("\(line.text) | \(line.intents) | \(turn.intents.map(\.id.rawValue))")
      }
      return isFound
    }
    result.figures["both_found"] = Metrics.share(found) { $0 }
    result.counts["both_found"] = found.count
    return result
  }

  package func facets(_ lines: [LabelledLines.Facet]) -> Result {
    var result = Result()
    var (joined, absent): ([Bool], [Bool]) = ([], [])
    for line in lines {
      let turn = turn(line.text)
      let sources = Set(turn.replies.flatMap(\.sources).map(\.rawValue))
      if line.refs.isEmpty {
        absent.append(
          turn.replies.contains { $0.text.contains(catalog.say("answer.joined-general")) }
        )
        if absent.last == false {
          result.misses.append("\(line.text) | none | \(turn.intents.map(\.id.rawValue))")
        }
      } else {
        joined.append(!sources.isDisjoint(with: line.refs))
        if joined.last == false {
          result.misses.append(
            "\(line.text) | \(line.refs) | \(turn.intents.map(\.id.rawValue)) \(sources.sorted())"
          )
        }
      }
    }
    result.figures = [
      "joined": Metrics.share(joined) { $0 }, "absent_said": Metrics.share(absent) { $0 },
    ]
    result.counts = ["joined": joined.count, "absent_said": absent.count]
    return result
  }

  package func followUps(_ lines: [LabelledLines.FollowUp]) -> Result {
    var result = Result()
    var (topics, abouts): ([Bool], [Bool]) = ([], [])
    for line in lines {
      var state = State()
      var last = Turn(state: state)
      for text in line.turns {
        last = turn(text, in: state)
        state = last.state
      }
      let accepted = Set([line.intent] + (line.accept ?? []))
      let isTopic = last.intents.first.map { accepted.contains($0.id.rawValue) } ?? false
      topics.append(isTopic)
      if let about = line.about, isTopic {
        let named = Set(last.intents.map(\.id.rawValue)).union(
          [state.context?.about?.rawValue, state.context?.topic.rawValue].compactMap(\.self)
        )
        abouts.append(named.contains(about) || line.intent != last.intents.first?.id.rawValue)
      }
      if !isTopic || abouts.last == false {
        result.misses.append(
          "\(line.turns.joined(separator: " → ")) | \(line.intent) about \(line.about ?? "-") | \(last.intents.map(\.id.rawValue)) about \(state.context?.about?.rawValue ?? "-")"
        )
      }
    }
    result.figures = ["topic": Metrics.share(topics) { $0 }, "about": Metrics.share(abouts) { $0 }]
    result.counts = ["topic": topics.count, "about": abouts.count]
    return result
  }
}

extension ConversationEvaluation {
  package func facts(_ lines: [LabelledLines.Facts]) -> Result {
    var result = Result()
    var (both, extra, missing) = (0, 0, 0)
    for line in lines {
      let found = Set(conversation.readings(in: line.text).flatMap { items($0.slot, $0.value) })
      let wanted = Set(line.slots.flatMap { key, value in value.items.map { "\(key)=\($0)" } })
      let optional = Set(
        (line.optional ?? [:]).flatMap { key, value in value.items.map { "\(key)=\($0)" } }
      )
      let (wrong, absent) = (
        found.subtracting(wanted).subtracting(optional), wanted.subtracting(found)
      )
      both += found.intersection(wanted).count
      extra += wrong.count
      missing += absent.count
      if !wrong.isEmpty || !absent.isEmpty {
        result.misses.append("\(line.text) | missing \(absent.sorted()) | extra \(wrong.sorted())")
      }
    }
    let f1 = both == 0 ? 0 : 2 * Double(both) / Double(2 * both + extra + missing)
    result.figures = ["f1": f1]
    result.counts = ["right": both, "extra": extra, "missing": missing]
    return result
  }

  private func items(_ slot: Slot, _ value: SlotValue) -> [String] {
    switch value {
    case .flag(let flag): ["\(slot.rawValue)=\(flag)"]
    case .number(let number): ["\(slot.rawValue)=\(number)"]
    case .choice(let choice): ["\(slot.rawValue)=\(choice)"]
    case .list(let items): items.map { "\(slot.rawValue)=\($0)" }
    }
  }

  package func dangers(_ lines: [LabelledLines.Danger]) -> Result {
    var result = Result()
    var raised: [String: [Bool]] = [:]
    var (full, falseAlarms): ([Bool], [Bool]) = ([], [])
    for line in lines {
      let verdict = turn(line.text).safety
      if line.kind == "positive" {
        let isFull = verdict.map { $0.level >= Level(rawValue: line.level) ?? .soon } ?? false
        raised["raised", default: []].append(verdict != nil)
        raised["raised_\(line.intent)", default: []].append(verdict != nil)
        raised["raised_level_\(line.level)", default: []].append(verdict != nil)
        full.append(isFull)
        if !isFull {
          result.misses.append(
            "\(line.text) | \(line.intent) \(line.level) | \(verdict.map { "\($0.rule.rawValue) \($0.level.rawValue)" } ?? "quiet")"
          )
        }
      } else {
        let isFalse = verdict.map { $0.level > .soon } ?? false
        falseAlarms.append(isFalse)
        if isFalse {
          result.misses.append(
            "FALSE \(line.text) | \(verdict?.rule.rawValue ?? "") \"\(verdict?.words ?? "")\""
          )
        }
      }
    }
    for (name, values) in raised {
      result.figures[name] = Metrics.share(values) { $0 }
      result.counts[name] = values.count
    }
    result.figures["full_level"] = Metrics.share(full) { $0 }
    result.figures["false_alarms"] = Metrics.share(falseAlarms) { $0 }
    result.counts["full_level"] = full.count
    result.counts["false_alarms"] = falseAlarms.count
    return result
  }
}
