"""What the documents show works: every command in a `sh` block is run, every option named exists, every link leads somewhere.

usage: /usr/bin/python3 Tests/Programs/docs.py path/to/flora

Each document gets a copy of the repository of its own. `scripts/chat` is the built program there. `scripts/test`, Swift's own
commands, and whatever needs a network are not run. A comment that says "exit code N" is taken at its word.
"""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FLORA = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/debug/flora").resolve())

RUN = ["README.md", "CONTRIBUTING.md", "SAFETY.md", *sorted(str(p.relative_to(ROOT)) for p in (ROOT / "docs").glob("*.md"))]
READ = [*RUN, "ARCHITECTURE.md", "CHANGELOG.md", "intents/README.md", "seeds/README.md"]
COPIED = ["intents", "seeds", "docs", "Tests/Fixtures", "Tests/Transcripts", "Tests/Content"]
RUNNABLE = re.compile(r"^(flora|scripts/chat|printf '[^']*' \| flora)( |$)")
NOT_RUN = re.compile(r"^(scripts/test|swift|git|sudo|apt|apt-get|brew|curl)\b")

failures = []
counts = {"commands": 0, "options": 0, "links": 0, "left out": 0}


def expect(name, holds, told=""):
    if not holds:
        failures.append(f"{name}: {str(told)[:500]}")


def blocks(text, language):
    """The fenced blocks of a language, each with the number of its first line."""
    found, lines, start, fence = [], [], 0, None
    for number, line in enumerate(text.splitlines(), 1):
        mark = re.match(r"^(`{3,})\s*(\S*)", line)
        if fence is None and mark:
            fence, language_here, lines, start = mark.group(1), mark.group(2), [], number + 1
        elif fence is not None and line.strip() == fence:
            if language_here == language:
                found.append((start, lines))
            fence = None
        elif fence is not None:
            lines.append(line)
    return found


def commands(text):
    """The commands of the `sh` blocks, each with its line; a line that ends in a backslash goes on."""
    for start, lines in blocks(text, "sh"):
        whole, first = "", start
        for number, line in enumerate(lines, start):
            if not whole:
                first = number
            if line.endswith("\\"):
                whole += line[:-1]
                continue
            whole += line
            if whole.strip() and not whole.lstrip().startswith("#"):
                yield first, whole.strip()
            whole = ""


def repository(folder):
    """A copy to run in, with the program under both of its names."""
    copy = pathlib.Path(folder) / "flora"
    for name in COPIED:
        shutil.copytree(ROOT / name, copy / name)
    for path in ROOT.glob("*.md"):
        shutil.copy(path, copy)
    (copy / "scripts").mkdir()
    (copy / "scripts/chat").write_text(f'#!/bin/sh\nexec "{FLORA}" "$@"\n')
    (copy / "scripts/chat").chmod(0o755)
    tools = pathlib.Path(folder) / "bin"
    tools.mkdir()
    (tools / "flora").symlink_to(FLORA)
    (pathlib.Path(folder) / "home").mkdir()
    example = blocks((ROOT / "docs/plan.md").read_text(), "json")[0][1]
    (copy / "me.json").write_text("\n".join(example))
    return copy


def run_document(name):
    text = (ROOT / name).read_text()
    with tempfile.TemporaryDirectory() as folder:
        copy = repository(folder)
        environment = {"HOME": f"{folder}/home", "PATH": f"{folder}/bin:/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"}
        for line, command in commands(text):
            if NOT_RUN.match(command):
                counts["left out"] += 1
                continue
            if not RUNNABLE.match(command):
                expect(f"{name}:{line}", False, f"'{command}' is no command that this test would run")
                continue
            counts["commands"] += 1
            done = subprocess.run(
                ["/bin/sh", "-c", command],
                cwd=copy,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=600,
            )
            said = re.search(r"#.*exit code (\d+)", command)
            wanted = int(said.group(1)) if said else 0
            place = f"{name}:{line}: {command}"
            expect(f"{place}: ends with {wanted}", done.returncode == wanted, (done.returncode, done.stdout[-300:], done.stderr[-300:]))
            if not command.split("#")[0].strip() == "scripts/chat":
                expect(f"{place}: says something", done.stdout or "--output" in command, done.stderr)
        expect(f"{name}: nothing is written under HOME", os.listdir(f"{folder}/home") == [])


def helps():
    """What each command says of its options."""

    def told(*words):
        done = subprocess.run([FLORA, "help", *words], capture_output=True, text=True, timeout=60)
        expect(f"flora help {' '.join(words)}", done.returncode == 0, done.stderr)
        return done.stdout

    names = re.findall(r"^  ([a-z-]+) (?:\(default\))? +\S", told().split("SUBCOMMANDS:")[1], re.M)
    return {name: told(name) for name in names} | {"new topic": told("new", "topic")}


def named(text):
    """Commands named in a sentence or a table, and those of the blocks: their words."""
    spans = re.findall(r"`(flora [^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.S))
    shown = [part for _, command in commands(text) for part in re.split(r"[|;]|&&", command.split(" #")[0])]
    for span in spans + [part.strip() for part in shown]:
        words = re.sub(r'"[^"]*"', '""', span).split()
        if words and words[0] in ("flora", "scripts/chat"):
            yield words[1:]


def options_exist(name, told):
    for words in named((ROOT / name).read_text()):
        if not words or words[0].startswith("-") or words[0] in ("help", '""'):
            continue
        key = "new topic" if words[0] == "new" else words[0]
        counts["options"] += 1
        expect(f"{name}: 'flora {' '.join(words)}' is a command", key in told, sorted(told))
        for option in (w.split("=")[0] for w in words if w.startswith("--") and key in told):
            expect(f"{name}: flora {key} has {option}", re.search(re.escape(option) + r"\b", told[key]))


def links_lead_somewhere(name):
    text = re.sub(r"```.*?```", "", (ROOT / name).read_text(), flags=re.S)
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if "://" in target:
            continue
        counts["links"] += 1
        expect(f"{name}: the link to {target}", ((ROOT / name).parent / target).exists(), "nothing is there")


def every_target_is_described():
    named = re.findall(r'\.(?:target|executableTarget|plugin)\(\s*name: "([^"]+)"', (ROOT / "Package.swift").read_text())
    text = (ROOT / "ARCHITECTURE.md").read_text()
    for name in named:
        expect(f"ARCHITECTURE.md describes {name}", f"**{name}**" in text)
    for target, file in re.findall(r"`([A-Z]\w+|flora)/([\w.]+)`", text):
        found = [p for p in (ROOT / "Sources" / target).rglob("*") if p.stem == file or p.name == file]
        expect(f"ARCHITECTURE.md: there is {target}/{file}", found)


def every_command_is_documented(told):
    text = (ROOT / "docs/commands.md").read_text()
    for key, words in told.items():
        expect(f"docs/commands.md shows flora {key}", re.search(rf"flora {key}\b", text))
        for option in re.findall(r"^  (--[a-z-]+)", words, re.M):
            if key in ("plan", "test", "record", "evaluate") or option in ("--version", "--help"):
                continue
            expect(f"docs/commands.md has {option} of {key}", option in text)


def main():
    told = helps()
    every_command_is_documented(told)
    every_target_is_described()
    for name in READ:
        options_exist(name, told)
        links_lead_somewhere(name)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
        list(threads.map(run_document, RUN))
    for failure in failures:
        print(failure)
    print(
        f"{counts['commands']} commands run, {counts['left out']} left out, {counts['options']} looked up, "
        f"{counts['links']} links followed; {len(failures)} failed"
    )
    return 1 if failures or not counts["commands"] else 0


if __name__ == "__main__":
    sys.exit(main())
