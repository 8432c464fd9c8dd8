#!/usr/bin/env python3
"""Checks the machine reports of `flora test`: python3 reports.py path/to/flora

TAP 14 by a strict reader, JUnit XML by the schema beside this file, JSON lines by json; all three must count the same.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))

TALKS = """# Passes & <goes on>

```chat
you: does milk cause acne
bot: <dairy.short>
? intent dairy
```

# Fails #1 with a \\ sign

```chat
you: does milk cause acne
bot: Nothing like "it" & <so> on.
? intent probiotics
? lines <= 1
you: bye
bot: <chat.goodbye>
```

# Skipped

```chat
@skip waits for #2
you: hello
bot: [none]
```

# To do

```chat
@todo not written yet
you: hello
bot: [none]
```

# Done since

```chat
@todo is written by now
you: bye
bot: <chat.goodbye>
```
"""

EXPECTED = {"passed": 1, "failed": 1, "skipped": 1, "todo": 1, "fixed": 1}


class Wrong(Exception):
    pass


def demand(holds, problem):
    if not holds:
        raise Wrong(problem)


POINT = re.compile(r"^(not )?ok (\d+) - (.*?)(?: # (SKIP|TODO)(?: (.*))?)?$")


def read_tap(lines, indent, top):
    """Reads one level of TAP 14; returns its points and how many lines it took."""
    pad = " " * indent
    place = 0
    if top:
        demand(lines and lines[0] == "TAP version 14", "TAP: the first line is the version")
        place = 1
    demand(place < len(lines), "TAP: no plan")
    plan = re.fullmatch(r"1\.\.(\d+)", lines[place][indent:])
    demand(lines[place].startswith(pad) and plan, f"TAP: no plan at {lines[place]!r}")
    wanted = int(plan.group(1))
    place += 1
    points = []
    subtest = None
    while place < len(lines) and lines[place].startswith(pad):
        line = lines[place][indent:]
        if line.startswith("# Subtest: "):
            demand(subtest is None, "TAP: two subtests without a point between them")
            inner, used = read_tap(lines[place + 1:], indent + 4, False)
            subtest = (line[len("# Subtest: "):], inner)
            place += 1 + used
            continue
        if line == "  ---":
            demand(points, "TAP: diagnostics before a point")
            end = next((i for i in range(place, len(lines)) if lines[i] == pad + "  ..."), None)
            demand(end is not None, "TAP: diagnostics without an end")
            for text in lines[place + 1:end]:
                demand(text.startswith(pad + "  "), "TAP: diagnostics badly indented")
                read_yaml(text.strip())
            place = end + 1
            continue
        if line.startswith(" "):
            break
        point = POINT.match(line)
        demand(point, f"TAP: unknown line {line!r}")
        name = point.group(3)
        demand(not re.search(r"(?<!\\)(?:\\\\)*#", name), f"TAP: a bare # in {name!r}")
        demand(int(point.group(2)) == len(points) + 1, "TAP: numbers out of order")
        is_ok = point.group(1) is None
        if subtest is not None:
            demand(subtest[0] == name, "TAP: a subtest under another name than its point")
            inner_ok = all(ok or directive for ok, _, directive in subtest[1])
            if not point.group(4):
                # A point may fail though its turns passed: the conversation was expected to fail.
                demand(inner_ok or not is_ok, "TAP: a point passes though its subtest failed")
            subtest = None
        points.append((is_ok, name, point.group(4)))
        place += 1
    demand(len(points) == wanted, f"TAP: {wanted} planned, {len(points)} came")
    return points, place


YAML = re.compile(r'^(?:---|\.\.\.|failures:|(?:- )?[a-z]+: "(?:[^"\\]|\\.)*")$')


def read_yaml(line):
    demand(YAML.match(line), f"TAP: diagnostics that are no YAML: {line!r}")
    if '"' in line:
        text = re.sub(r"\\x([0-9a-f]{2})", r"\\u00\1", line[line.index('"'):])
        json.loads(text)


def read_schema():
    """The part of XML Schema that the file beside this one uses."""
    xs = "{http://www.w3.org/2001/XMLSchema}"
    schema = {}
    for element in ElementTree.parse(os.path.join(HERE, "junit.xsd")).getroot():
        kind = element[0]
        extension = kind.find(f"{xs}simpleContent/{xs}extension")
        group = kind.find(f"{xs}sequence")
        choice = kind.find(f"{xs}choice")
        refs = group if group is not None else choice
        schema[element.get("name")] = {
            "attributes": {
                a.get("name"): (a.get("type"), a.get("use") == "required")
                for a in (extension if extension is not None else kind).findall(f"{xs}attribute")
            },
            "children": [] if refs is None else [r.get("ref") for r in refs],
            "many": choice is None,
            "text": extension is not None,
        }
    return schema


TYPES = {
    "xs:string": r"[\s\S]*",
    "xs:nonNegativeInteger": r"\d+",
    "xs:positiveInteger": r"[1-9]\d*",
    "xs:decimal": r"-?\d+(\.\d+)?",
}


def validate(element, schema):
    rule = schema.get(element.tag)
    demand(rule, f"JUnit: no element <{element.tag}> in the schema")
    for name, value in element.attrib.items():
        demand(name in rule["attributes"], f"JUnit: <{element.tag}> has no attribute {name}")
        kind = rule["attributes"][name][0]
        demand(re.fullmatch(TYPES[kind], value), f"JUnit: {name}={value!r} is no {kind}")
    for name, (_, required) in rule["attributes"].items():
        demand(not required or name in element.attrib, f"JUnit: <{element.tag}> lacks {name}")
    demand(rule["text"] or not (element.text or "").strip(), f"JUnit: text in <{element.tag}>")
    demand(rule["many"] or len(element) <= 1, f"JUnit: too much in <{element.tag}>")
    for child in element:
        demand(child.tag in rule["children"], f"JUnit: <{child.tag}> in <{element.tag}>")
        demand(not (child.tail or "").strip(), f"JUnit: text in <{element.tag}>")
        validate(child, schema)


def report(flora, path, form):
    run = subprocess.run([flora, "test", path, "--format", form], capture_output=True, text=True)
    demand(run.returncode == 1, f"{form}: exit code {run.returncode}, not 1: {run.stderr}")
    return run.stdout


def check(flora, path):
    lines = report(flora, path, "tap").splitlines()
    points, used = read_tap(lines, 0, True)
    demand(used == len(lines), f"TAP: what follows is unread: {lines[used:][:1]}")
    tap = {
        "passed": sum(ok and not d for ok, _, d in points),
        "failed": sum(not ok and not d for ok, _, d in points),
        "skipped": sum(d == "SKIP" for _, _, d in points),
        "todo": sum(d == "TODO" for _, _, d in points),
    }
    root = ElementTree.fromstring(report(flora, path, "junit"))
    validate(root, read_schema())
    cases = list(root.iter("testcase"))
    demand(int(root.get("tests")) == len(cases), "JUnit: a wrong count of tests")
    junit_failed = sum(c.find("failure") is not None for c in cases)
    demand(int(root.get("failures")) == junit_failed, "JUnit: a wrong count of failures")
    objects = [json.loads(line) for line in report(flora, path, "json").splitlines()]
    status = {s: sum(o["status"] == s for o in objects) for s in EXPECTED}
    failed = status["failed"] + status["fixed"]
    demand(tap["failed"] == junit_failed == failed, "the reports count failures differently")
    demand(len(points) == len(cases) == len(objects), "the reports count conversations differently")
    skipped = sum(c.find("skipped") is not None for c in cases)
    demand(
        skipped == tap["skipped"] + tap["todo"] == status["skipped"] + status["todo"],
        "the reports count what is skipped or to do differently",
    )
    for one in objects:
        demand(
            set(one) == {"name", "file", "line", "status", "reason", "turns", "failures"},
            f"JSON: other keys than expected: {sorted(one)}",
        )
        for failure in one["failures"]:
            demand(failure["line"] > 0 and failure["file"] and failure["check"], "JSON: a failure without its place")
            if not one["name"].startswith("the file is written"):
                demand(failure["replay"].startswith("printf"), "JSON: a failure without a replay")
    return status


def main():
    if len(sys.argv) != 2:
        print("usage: reports.py path/to/flora", file=sys.stderr)
        return 64
    flora = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "talks.chat.md")
        with open(path, "w", encoding="utf-8") as file:
            file.write(TALKS)
        try:
            status = check(flora, path)
            demand(status == EXPECTED, f"counted {status}, not {EXPECTED}")
            bad = os.path.join(folder, "bad.chat.md")
            with open(bad, "w", encoding="utf-8") as file:
                file.write("```chat\nyou: hello\n? nonsense\n```\n")
            mistakes = check(flora, bad)
            demand(mistakes["failed"] == 1, "a file with mistakes is not reported")
        except Wrong as wrong:
            print(wrong, file=sys.stderr)
            return 1
    print("TAP 14, JUnit XML and JSON lines are as they should be.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
