internal import Knowledge

/// A text that people read, and where it stands.
struct ReadText {
  let text: String
  let place: Place
}

extension LintFacts {
  /// Sentences of answers, claims, cautions, steps of plans, notes on care, and advice in danger.
  var readTexts: [ReadText] {
    var texts = content.answers.flatMap(\.allSentences).map {
      ReadText(text: $0.sentence.sentence.text, place: $0.sentence.place)
    }
    texts += content.claims.map { ReadText(text: $0.claim.text, place: $0.textPlace) }
    texts += content.cautions.map { ReadText(text: $0.caution.text, place: $0.place) }
    texts += content.actions.flatMap { entry in
      let action = entry.action
      let own = [
        action.title, action.because, action.cue, action.smallest, action.usual, action.obstacle,
        action.coping, action.costNote, action.look, action.stop,
      ]
      return (own + action.reasons.map(\.say) + action.adaptations.map(\.say))
        .map { ReadText(text: $0, place: entry.place) }
    }
    texts += content.careNotes.flatMap { entry in
      (entry.note.see.map(\.say) + entry.note.treatments.map(\.say))
        .map { ReadText(text: $0, place: entry.place) }
    }
    texts += content.redFlags.flatMap { entry in
      (entry.redFlag.advice + [entry.redFlag.check])
        .map { ReadText(text: $0, place: entry.place) }
    }
    return texts
  }
}
