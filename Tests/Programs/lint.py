"""The curators' commands as programs: exit codes, streams, and the files they write.

usage: /usr/bin/python3 Tests/Programs/lint.py path/to/flora
"""

import html.parser
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOOD = ROOT / "Tests/Content/good"
FLORA = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/debug/flora").resolve())

failures = []
checks = 0


def run(*arguments, cwd=None):
    return subprocess.run([FLORA, *map(str, arguments)], capture_output=True, text=True, cwd=cwd, timeout=300)


def expect(name, holds, told=""):
    global checks
    checks += 1
    if not holds:
        failures.append(f"{name}: {str(told)[:300]}")


def lint(folder):
    done = run("lint", GOOD, "--all")
    expect("good content is clean", done.returncode == 0 and done.stdout.endswith("nothing to mend.\n"), done)
    expect("the texts read are counted", "9 texts read for their grade" in done.stdout, done.stdout)
    path = folder / "intents/diet/dairy.yml"
    good = path.read_text()
    path.write_text(good.replace("weak:", "waek:").replace("~dairy", "~dary"))
    done = run("lint", folder)
    expect("a finding fails", done.returncode == 1, done)
    expect(
        "findings stand alone on standard output, in order",
        done.stdout
        == "intents/diet/dairy.yml:3:10: no concept is named 'dary'; did you mean 'dairy'? [unknown-concept]\n"
        "intents/diet/dairy.yml:4:1: no key is named 'waek' here; did you mean 'weak'? [unknown-key]\n",
        done.stdout,
    )
    done = run("lint", folder, "--json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    expect("JSON fails too", done.returncode == 1, done)
    expect(
        "JSON says the same",
        [(row["file"], row["line"], row["column"], row["rule"], row["kind"]) for row in rows]
        == [
            ("intents/diet/dairy.yml", 3, 10, "unknown-concept", "finding"),
            ("intents/diet/dairy.yml", 4, 1, "unknown-key", "finding"),
        ],
        rows,
    )
    path.write_text(good.replace("weak: [milk]", "weak: [milk, yak]"))
    done = run("lint", folder, "--examples")
    expect("a note is no failure", done.returncode == 0 and done.stdout.startswith("note: intents/"), done)
    path.write_text(good)
    expect("no folder", run("lint", folder / "nowhere").returncode == 66)
    expect("a wrong flag", run("lint", "--everything").returncode == 64)


def new_topic(folder):
    done = run("new", "topic", "rice-water", "--group", "diet", "--content", folder)
    expect("a topic is started", done.returncode == 0 and "intents/diet/rice-water.yml" in done.stdout, done)
    done = run("lint", folder, "--all")
    expect("a draft is clean", done.returncode == 0, done.stdout)
    text = (folder / "intents/diet/rice-water.yml").read_text()
    expect("a draft says so", "status: draft" in text, text)
    done = run("new", "topic", "rice-water", "--group", "diet", "--content", folder)
    expect("nothing is written over", done.returncode == 73, done)
    expect("no such group", run("new", "topic", "x", "--group", "y", "--content", folder).returncode == 1)
    expect("no id", run("new", "topic", "Rice_Water", "--content", folder).returncode == 64)


def try_file(folder):
    changed = folder.parent / "acne.yml"
    acne = (folder / "intents/skin-conditions/acne.yml").read_text()
    changed.write_text(acne.replace("asks:\n", "asks:\n  - cheese\n  - is cheese bad\n  - cheese and acne\n"))
    done = run("try", "--content", folder, changed, "cheese")
    expect("try works", done.returncode == 0, done)
    expect("the question moves", done.stdout.startswith('"cheese": dairy → acne\n'), done.stdout)
    expect("the count is told", "examples move, against intents/skin-conditions/acne.yml." in done.stdout, done.stdout)
    changed.write_text("title: [x]\n")
    expect("a broken file", run("try", "--content", folder, changed).returncode == 65)
    expect("a missing file", run("try", "--content", folder, folder / "no.yml").returncode == 66)


class Page(html.parser.HTMLParser):
    """Counts rows and looks for links that leave the page or lead nowhere."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links = [], set(), set()
        self.outside, self.crossed = [], []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag not in {"meta", "br"}:
            self.open.append(tag)
        if "id" in attributes:
            self.ids.add(attributes["id"])
        for name in ("href", "src"):
            target = attributes.get(name)
            if target and target.startswith("#"):
                self.links.add(target[1:])
            elif target:
                self.outside.append(target)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)


def content_map(folder):
    path = folder.parent / "map.html"
    done = run("topics", "--map", path, "--content", ROOT)
    expect("the map is written", done.returncode == 0 and path.exists(), done)
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    topics = {p.stem for p in (ROOT / "intents").glob("*/*.yml")}
    expect("every topic has a row", {f"topic-{t}" for t in topics} <= page.ids, topics)
    expect("the page needs nothing else", page.outside == [], page.outside)
    expect("links lead somewhere", page.links <= page.ids, page.links - page.ids)
    expect("everything is closed, in order", page.open == [] and page.crossed == [], page.crossed)
    expect("--map alone", run("topics", "diet", "--map", path).returncode == 64)


def browse():
    done = run("topics", "--json")
    rows = json.loads(done.stdout)
    expect("topics as JSON", len(rows) >= 150 and {"id", "group", "title"} <= set(rows[0]), rows[:1])
    expect("a group alone", all("diet" == row["group"] for row in json.loads(run("topics", "diet", "--json").stdout)))
    expect("show an answer", "Claims" in run("show", "dairy").stdout)
    expect("show nothing", run("show", "nothing-here").returncode == 1)
    expect("sources with DOIs", "doi:10." in run("sources", "dairy").stdout)
    expect("all sources", len(run("sources").stdout.splitlines()) > 200)


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary) / "content"
        shutil.copytree(GOOD, folder)
        lint(folder)
        try_file(folder)
        new_topic(folder)
        content_map(folder)
        browse()
    for failure in failures:
        print(failure)
    print(f"{checks} checks of the curators' commands, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
