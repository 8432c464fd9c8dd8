package import Knowledge

extension Plan {
  /// What the titles of events give away.
  package enum CalendarTitles: String, CaseIterable, Sendable {
    /// Nothing about health: lock screens are public.
    case discreet
    case full
  }

  /// The plan as an iCalendar file (RFC 5545).
  ///
  /// Times float, so that nine in the morning stays nine in the morning. An event's UID follows from the plan's id and the
  /// action alone: importing a file twice moves events and doubles none.
  package func calendar(_ catalog: Catalog, id: PlanID, titles: CalendarTitles = .discreet)
    -> String
  {
    var lines = CalendarLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Flora//Plan \(Self.jsonVersion)//EN")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("METHOD", "PUBLISH")
    lines.add("X-WR-CALNAME", text: catalog.say("calendar.name"))
    for (index, item) in items.enumerated() {
      for event in events(item, index + 1, titles, catalog) { write(event, id, &lines) }
    }
    lines.add("END", "VCALENDAR")
    return lines.text
  }

  /// One entry of the calendar.
  private struct Event {
    let action: ID<PlanAction>
    let kind: String
    let day: CivilDate
    let hour: String
    /// The last day of a weekly event.
    let until: CivilDate?
    let title: String
    let details: String
  }

  private func events(
    _ item: Item,
    _ number: Int,
    _ titles: CalendarTitles,
    _ catalog: Catalog
  ) -> [Event] {
    let (action, isFull) = (item.action, titles == .full)
    func event(
      _ kind: String,
      _ day: CivilDate,
      hour: String,
      until: CivilDate? = nil,
      full: (title: String, details: String)
    ) -> Event {
      Event(
        action: action.id,
        kind: kind,
        day: day,
        hour: hour,
        until: until,
        title: isFull
          ? full.title : catalog.say("calendar.\(kind)", ["number": String(number)]),
        details: isFull ? full.details : catalog.say("calendar.open")
      )
    }
    let details = [
      catalog.say("plan.when", ["cue": action.cue.lowercasedFirst]),
      catalog.say("plan.usual", ["text": action.usual]),
      catalog.say("plan.smallest", ["text": action.smallest]),
      catalog.say("plan.stop", ["text": action.stop]),
    ]
    let title = ["title": action.title]
    var events = [
      event(
        "step",
        item.starts,
        hour: "09",
        until: isOnce(action) ? nil : item.review.adding(days: -1),
        full: (action.title, details.joined(separator: "\n"))
      ),
      event(
        "review",
        item.review,
        hour: "18",
        full: (catalog.say("calendar.full-review", title), action.look)
      ),
    ]
    if let bringBack = item.bringBack, let restriction = action.restriction {
      let words = (catalog.say("calendar.full-back", title), restriction.back)
      events.append(event("back", bringBack, hour: "09", full: words))
    }
    return events
  }

  /// Whether a step is done in one go, as a visit is.
  private func isOnce(_ action: PlanAction) -> Bool { action.pillar == .medical }

  private func write(_ event: Event, _ id: PlanID, _ lines: inout CalendarLines) {
    let uid = TextHash.hex("\(id.rawValue)/\(event.action.rawValue)/\(event.kind)")
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", "\(id.rawValue)-\(uid)@flora.invalid")
    lines.add("DTSTAMP", "\(made.compact)T000000Z")
    lines.add("DTSTART", "\(event.day.compact)T\(event.hour)0000")
    lines.add("DURATION", "PT15M")
    if let until = event.until {
      lines.add("RRULE", "FREQ=WEEKLY;UNTIL=\(until.compact)T\(event.hour)0000")
    }
    lines.add("SUMMARY", text: event.title)
    lines.add("DESCRIPTION", text: event.details)
    lines.add("CLASS", "PRIVATE")
    lines.add("TRANSP", "TRANSPARENT")
    lines.add("END", "VEVENT")
  }
}

/// Lines of an iCalendar file: ended with CRLF, and folded at 75 octets, never inside a letter.
struct CalendarLines {
  /// Octets of a line without its end.
  static let width = 75

  private(set) var text = ""

  /// Adds a property whose value stands as it is.
  mutating func add(_ name: String, _ value: String) { fold("\(name):\(value)") }

  /// Adds a property whose value is prose.
  mutating func add(_ name: String, text: String) { fold("\(name):\(Self.escaped(text))") }

  private mutating func fold(_ line: String) {
    var octets = 0
    for letter in line.unicodeScalars {
      let width = UTF8.width(letter)
      if octets + width > Self.width {
        text += "\r\n "
        octets = 1
      }
      text.unicodeScalars.append(letter)
      octets += width
    }
    text += "\r\n"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for letter in text.unicodeScalars {
      switch letter {
      case "\\": result += "\\\\"
      case ";": result += "\\;"
      case ",": result += "\\,"
      case "\n": result += "\\n"
      case _ where letter.value < 0x20 || letter.value == 0x7F: continue
      default: result.unicodeScalars.append(letter)
      }
    }
    return result
  }
}
