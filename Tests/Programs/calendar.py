#!/usr/bin/python3
"""Reads the calendars and the JSON of the sample people's plans back with programs that are not ours.

usage: calendar.py PATH/TO/flora
"""

import pathlib
import sys

# This file is called as Python's own calendar module is, which the readers below need: its folder must not be searched.
sys.path = [path for path in sys.path if pathlib.Path(path).resolve() != pathlib.Path(__file__).resolve().parent]

import datetime
import json
import subprocess
import tempfile

import dateutil.rrule
import icalendar
import jsonschema
import vobject

ROOT = pathlib.Path(__file__).resolve().parents[2]
TODAY = "2026-11-23"


def plan(flora, person, *options):
    command = [flora, "plan", "--answers", str(person), "--today", TODAY, *options]
    return subprocess.run(command, check=True, capture_output=True).stdout


def naive(value):
    return value is not None and value.tzinfo is None


def check_text(raw):
    """What RFC 5545 says of the octets."""
    assert raw.endswith(b"\r\n"), "the last line has no end"
    lines = raw.split(b"\r\n")[:-1]
    for line in lines:
        assert b"\n" not in line and b"\r" not in line, "a line end without its partner"
        assert len(line) <= 75, f"{len(line)} octets in a line"
        line.decode("utf-8")
    return raw.replace(b"\r\n ", b"").decode("utf-8")


def occurrences(rule, start):
    return list(dateutil.rrule.rrulestr(rule, dtstart=start)) if rule else [start]


def read_icalendar(raw):
    events = []
    for event in icalendar.Calendar.from_ical(raw).walk("VEVENT"):
        start = event["DTSTART"].dt
        assert naive(start), "a time with a zone"
        rule = event["RRULE"].to_ical().decode() if "RRULE" in event else None
        events.append((str(event["UID"]), start, rule, str(event["SUMMARY"]), str(event["DESCRIPTION"])))
    return sorted(events)


def read_vobject(raw):
    events = []
    for event in vobject.readOne(raw.decode("utf-8")).contents.get("vevent", []):
        start = event.dtstart.value
        assert naive(start), "a time with a zone"
        rule = event.rrule.value if hasattr(event, "rrule") else None
        events.append((event.uid.value, start, rule, event.summary.value, event.description.value))
    return sorted(events)


def check_calendar(flora, person, titles):
    options = ("--format", "ics", "--titles", titles)
    raw = plan(flora, person, *options)
    assert raw == plan(flora, person, *options), "two runs differ"
    check_text(raw)
    events = read_icalendar(raw)
    other = read_vobject(raw)
    for one, two in zip(events, other, strict=True):
        same = (one[0], one[1], one[3], one[4]) == (two[0], two[1], two[3], two[4])
        assert same, f"two readers differ: {one} {two}"
        assert occurrences(one[2], one[1]) == occurrences(two[2], two[1]), "two readers repeat it differently"
    uids = [event[0] for event in events]
    assert len(set(uids)) == len(uids), "two events with one UID"
    facts = json.loads(plan(flora, person, "--json"))
    starts = {step["starts"] for step in facts["steps"]}
    reviews = {step["review"] for step in facts["steps"]}
    days = {event[1].date().isoformat() for event in events}
    assert starts | reviews <= days, "a step or a review has no event"
    last = datetime.date.fromisoformat(facts["ends"])
    for _, start, rule, title, _ in events:
        assert all(day.date() <= last for day in occurrences(rule, start)), "an event after the plan"
        if titles == "discreet":
            assert title.startswith("My plan: "), title
            assert not any(step["title"] in title for step in facts["steps"])
    if titles == "full":
        said = "\n".join(event[3] + "\n" + event[4] for event in events)
        for step in facts["steps"]:
            assert step["title"] in said and step["usual"] in said, "an escape was not read back"
    return len(events)


def check_json(flora, person, validator):
    raw = plan(flora, person, "--format", "json")
    assert raw == plan(flora, person, "--json"), "--json is not --format json"
    value = json.loads(raw)
    validator.validate(value)
    known = {source["id"] for source in value["sources"]}
    for step in value["steps"]:
        assert set(step["sources"]) <= known, "a source without its text"


def check_ids(flora, person, folder):
    """A plan that is saved twice is two plans; one that is given an id keeps it."""
    uids = []
    for name, options in (("a", ()), ("b", ()), ("c", ("--id", "mine")), ("d", ("--id", "mine"))):
        path = folder / f"{name}.ics"
        plan(flora, person, "--format", "ics", "--output", str(path), *options)
        assert path.stat().st_mode & 0o777 == 0o600, "others can read the plan"
        uids.append([event[0] for event in read_icalendar(path.read_bytes())])
    assert not set(uids[0]) & set(uids[1]), "two saved plans share a UID"
    assert uids[2] == uids[3], "one id, two sets of UIDs"


def check_refusals(flora, person, folder):
    taken = folder / "taken.md"
    taken.write_text("mine")
    link = folder / "link.md"
    link.symlink_to(folder / "elsewhere.md")
    bad = folder / "bad.json"
    bad.write_text('{"conditions": ["lupus"], "age": "secret"}')
    cases = [
        (("--answers", str(person), "--output", str(taken)), 73),
        (("--answers", str(person), "--output", str(link), "--force"), 74),
        (("--answers", str(person), "--output", str(folder / "none" / "x.md")), 74),
        (("--answers", str(bad)), 65),
        (("--answers", str(folder / "missing.json")), 66),
        (("--answers", str(person), "--id", "NO"), 64),
        ((), 64),
    ]
    for options, code in cases:
        done = subprocess.run([flora, "plan", *options], capture_output=True, text=True)
        assert done.returncode == code, f"{options}: {done.returncode}, not {code}"
        assert done.stderr and not done.stdout, f"{options}: said on the wrong stream"
        assert "lupus" not in done.stderr and "secret" not in done.stderr, "a value was repeated"
    assert taken.read_text() == "mine" and not (folder / "elsewhere.md").exists()
    plan(flora, person, "--output", str(taken), "--force")
    assert taken.read_bytes() == plan(flora, person)


def main(flora):
    people = sorted((ROOT / "seeds/plan/people").glob("*.json"))
    assert people, "no sample people"
    schema = json.loads((ROOT / "docs/plan.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    events = 0
    for person in people:
        for titles in ("discreet", "full"):
            events += check_calendar(flora, person, titles)
        check_json(flora, person, validator)
        lines = plan(flora, person, "--format", "print").decode().split("\n")
        assert all(len(line) <= 72 for line in lines), "a printed line over 72 columns"
    with tempfile.TemporaryDirectory() as folder:
        check_ids(flora, people[0], pathlib.Path(folder))
        check_refusals(flora, people[0], pathlib.Path(folder))
    print(f"{len(people)} plans, {events} events: read back")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__.strip())
    main(str(pathlib.Path(sys.argv[1]).resolve()))
