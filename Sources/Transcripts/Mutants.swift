package import Knowledge
internal import Language
internal import Packed
internal import Slots

/// Makes small mistakes of the kinds that curators make, none of which needs training.
package struct Mutants: Sendable {
  private let catalog: Catalog

  package init(_ catalog: Catalog) { self.catalog = catalog }

  /// Some mistakes, the kinds in turn, chosen by a number.
  package func some(_ count: Int, seed: UInt64) -> [Mutant] {
    var queues = [answers(), rules(), facts(), mentions(), dangers(), lines()].enumerated().map {
      number,
      mutants in
      Shuffle.order(of: mutants.count, seed: seed &+ UInt64(number)).map { mutants[$0] }[...]
    }
    var chosen: [Mutant] = []
    while chosen.count < count, queues.contains(where: { !$0.isEmpty }) {
      for place in queues.indices where chosen.count < count {
        if let next = queues[place].popFirst() { chosen.append(next) }
      }
    }
    return chosen
  }

  private func answers() -> [Mutant] {
    let catalog = catalog
    let ids = catalog.answers.ids
    return Array(zip(ids, ids.dropFirst() + ids.prefix(1))).filter { $0 != $1 }.map {
      first,
      second in
      Mutant(kind: .swappedAnswers, what: "\(first) and \(second)") { coverage in
        coverage.reached[.topics]?.isDisjoint(with: [first, second]) == false
      } catalog: {
        guard let one = catalog.answers[first], let other = catalog.answers[second] else {
          return nil
        }
        return catalog.changing(.answers, catalog.answers) { id, answer in
          id == first ? other.under(one.topic) : id == second ? one.under(other.topic) : answer
        }
      }
    }
  }

  private func rules() -> [Mutant] {
    let catalog = catalog
    let actions = catalog.actions.all.flatMap { action in
      [(action.when, "when"), (action.unless, "unless")].filter { $0.0 != nil }.map { _, rule in
        Mutant(kind: .relaxedRule, what: "plan action \(action.id.rawValue): \(rule)") { coverage in
          coverage.reached[.rules] != nil
        } catalog: {
          catalog.changing(.actions, catalog.actions) { id, value in
            id == action.id.rawValue ? value.without(rule) : value
          }
        }
      }
    }
    let cautions = catalog.cautions.all.filter { $0.when != nil }.map { caution in
      Mutant(kind: .relaxedRule, what: "caution \(caution.id.rawValue): when") { coverage in
        coverage.reached[.cautions]?.contains(caution.id.rawValue) == true
      } catalog: {
        catalog.changing(.cautions, catalog.cautions) { id, value in
          id == caution.id.rawValue ? value.withoutCondition : value
        }
      }
    }
    return actions + cautions
  }

  /// "acne" now fills what "eczema" fills, and the other way round.
  private func facts() -> [Mutant] {
    let catalog = catalog
    var offset = catalog.start(of: .slotLexicon)
    let start = offset
    return Slot.allCases.flatMap { slot -> [Mutant] in
      let table = PhraseTable(in: catalog.blob, at: offset)
      let range = offset..<table.end
      offset = table.end
      let names = table.names
      return zip(names.indices, names.indices.dropFirst()).map { first, second in
        Mutant(kind: .swappedWords, what: "\(slot.rawValue): \(names[first]) and \(names[second])")
        { coverage in
          coverage.reached[.questions] != nil
        } catalog: {
          let next = catalog.start(of: .safetyModel)
          return catalog.blob.withBytes { bytes in
            let swapped = Self.swapping(first, second, in: bytes, at: range)
            return catalog.replacing(
              .slotLexicon,
              with: bytes[start..<range.lowerBound] + swapped + bytes[range.upperBound..<next]
            )
          }
        }
      }
    }
  }

  private func mentions() -> [Mutant] {
    let catalog = catalog
    let names = catalog.mentions.names
    return zip(names.indices, names.indices.dropFirst()).map { first, second in
      Mutant(kind: .swappedMentions, what: "\(names[first]) and \(names[second])") { coverage in
        coverage.reached[.topics]?.isDisjoint(with: [names[first], names[second]]) == false
      } catalog: {
        let range = catalog.start(of: .mentions)..<catalog.start(of: .sentenceWords)
        return catalog.blob.withBytes {
          catalog.replacing(.mentions, with: Self.swapping(first, second, in: $0, at: range))
        }
      }
    }
  }

  /// A phrase table with two of its names in each other's place.
  private static func swapping(
    _ first: Int,
    _ second: Int,
    in bytes: UnsafeBufferPointer<UInt8>,
    at range: Range<Int>
  ) -> [UInt8] {
    var reader = PackedReader(bytes, at: range.lowerBound)
    var writer = PackedWriter()
    writer.number(reader.number())
    var names = reader.texts()
    names.swapAt(first, second)
    writer.texts(names)
    writer.append(Array(bytes[reader.offset..<range.upperBound]))
    return writer.bytes
  }

  /// The screen raises only what has an entry, so a danger without one is never raised.
  private func dangers() -> [Mutant] {
    let catalog = catalog
    return catalog.redFlags.ids.map { flag in
      Mutant(kind: .droppedDanger, what: flag) { coverage in
        coverage.reached[.safety]?.contains(flag) == true
      } catalog: {
        catalog.changing(.redFlags, catalog.redFlags) { id, value in id == flag ? nil : value }
      }
    }
  }

  private func lines() -> [Mutant] {
    let catalog = catalog
    let ids = catalog.wording.ids
    return zip(ids, ids.dropFirst() + ids.prefix(1)).map { line, other in
      Mutant(kind: .changedLine, what: "\(line) says what \(other) says") { coverage in
        coverage.messages.contains(line)
      } catalog: {
        guard let words = catalog.wording[other] else { return nil }
        return catalog.changing(.wording, catalog.wording) { id, value in
          id == line ? WordingLine(id: id, variants: words.variants) : value
        }
      }
    }
  }
}

extension Answer {
  fileprivate func under(_ topic: ID<Topic>) -> Answer {
    Answer(
      topic: topic,
      title: title,
      reviewed: reviewed,
      short: short,
      fuller: fuller,
      plain: plain
    )
  }
}

extension Caution {
  fileprivate var withoutCondition: Caution {
    Caution(
      id: id,
      when: nil,
      words: words,
      affects: affects,
      action: action,
      text: text,
      references: references
    )
  }
}

extension PlanAction {
  fileprivate func without(_ rule: String) -> PlanAction {
    PlanAction(
      id: id,
      title: title,
      pillar: pillar,
      comesFirst: comesFirst,
      isVisit: isVisit,
      things: things,
      fits: fits,
      when: rule == "when" ? nil : when,
      unless: rule == "unless" ? nil : unless,
      reasons: reasons,
      because: because,
      cue: cue,
      smallest: smallest,
      usual: usual,
      obstacle: obstacle,
      coping: coping,
      cost: cost,
      costNote: costNote,
      effort: effort,
      wait: wait,
      look: look,
      stop: stop,
      adaptations: adaptations,
      restriction: restriction,
      swaps: swaps,
      topic: topic
    )
  }
}
