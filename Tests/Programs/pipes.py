"""What other programs may rely on: streams, JSON shapes, exit codes, hostile bytes, and that nothing is written.

usage: /usr/bin/python3 Tests/Programs/pipes.py path/to/flora
"""

import json
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOOD = ROOT / "Tests/Content/good"
FLORA = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/debug/flora").resolve())

THREE = "what is the gut microbiome\nhow does it affect my skin\nmake me a plan\n"
DANGER = "my throat is closing up and I cannot breathe"
FLAGS = {
    "pregnant", "breastfeeding", "trying_to_conceive", "immunocompromised", "on_antibiotics", "on_isotretinoin",
    "smoker", "probiotic_now", "eating_disorder",
}
NUMBERS = {
    "age", "sleep_hours", "exercise_days", "fermented_weekly", "alcohol_weekly", "dairy_daily", "duration_weeks",
}
LISTS = {"concern", "conditions", "medicines", "allergies", "gut_symptoms"}
CHOICES = {"diet", "stress", "fiber", "sugar", "budget", "severity", "skincare", "region"}
KINDS = {"answer", "question", "clarify", "fallback", "safety", "plan", "notice"}
DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

failures = []
checks = 0


def expect(name, holds, told=""):
    global checks
    checks += 1
    if not holds:
        failures.append(f"{name}: {str(told)[:400]}")


class Place:
    """An empty home and an empty working folder, thrown away at the end."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.home = pathlib.Path(self.folder.name) / "home"
        self.work = pathlib.Path(self.folder.name) / "work"
        self.home.mkdir()
        self.work.mkdir()
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def environment(self, **more):
        base = {"HOME": str(self.home), "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"}
        return base | more

    def files(self):
        return sorted(str(p) for p in pathlib.Path(self.folder.name).rglob("*") if p.is_file())


def run(*arguments, given=b"", cwd=None, env=None, out=subprocess.PIPE, program=FLORA, **more):
    if isinstance(given, str):
        given = given.encode()
    with Place() as place:
        done = subprocess.run(
            [program, *map(str, arguments)],
            input=given,
            stdout=out,
            stderr=subprocess.PIPE,
            cwd=cwd or place.work,
            env=place.environment(**(env or {})),
            timeout=120,
            **more,
        )
        left = place.files()
    expect(f"flora {' '.join(map(str, arguments))[:60]} leaves no file", left == [], left)
    return done


def rows(done):
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def is_clean(name, data):
    """Output is valid UTF-8 that can drive no terminal."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return expect(f"{name}: output is UTF-8", False, error)
    bad = sorted({hex(ord(c)) for c in text if (ord(c) < 0x20 and c not in "\n\t") or 0x7F <= ord(c) <= 0x9F or c in DIRECTION})
    expect(f"{name}: output is clean", not bad, bad)


def three_questions():
    done = run(given=THREE)
    text = done.stdout.decode()
    expect("three questions end with 0", done.returncode == 0 and done.stderr == b"", done)
    first, second = text.find("The gut microbiome is"), text.find("The gut may reach the skin")
    third = text.find("Question 1 of")
    expect("three fitting replies, in order", 0 <= first < second < third, text)
    expect("no prompt and no echo", "you>" not in text and "make me a plan" not in text, text)
    expect("two answers with sources", text.count("Sources:") == 2, text)
    expect("no escape on a pipe", b"\x1b" not in done.stdout)
    expect("the same with CR LF", run(given=THREE.replace("\n", "\r\n")).stdout == done.stdout)
    expect("the same without a last line end", run(given=THREE[:-1]).stdout == done.stdout)
    expect("the same after a byte-order mark", run(given=b"\xef\xbb\xbf" + THREE.encode()).stdout == done.stdout)
    expect("chat says the same", run("chat", given=THREE).stdout == done.stdout)
    expect("--plain says the same", run("chat", "--plain", given=THREE).stdout == done.stdout)


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def fits_slot(name, value):
    if name in FLAGS:
        return isinstance(value, bool)
    if name in NUMBERS:
        return is_number(value)
    if name in LISTS:
        return isinstance(value, list) and all(isinstance(x, str) for x in value)
    return name in CHOICES and isinstance(value, str)


def fits_turn(name, row):
    """The documented keys, no other, each of its type."""
    expect(
        f"{name}: keys",
        set(row) == {"turn", "text", "intents", "safety", "replies", "slots", "asking", "suggestions"},
        sorted(row),
    )
    expect(f"{name}: turn", type(row["turn"]) is int and row["turn"] >= 1, row["turn"])
    expect(f"{name}: text", isinstance(row["text"], str))
    for intent in row["intents"]:
        expect(f"{name}: an intent", set(intent) == {"id", "confidence"} and isinstance(intent["id"], str), intent)
        expect(f"{name}: confidence", is_number(intent["confidence"]) and 0 <= intent["confidence"] <= 1, intent)
    if row["safety"] is not None:
        expect(f"{name}: safety keys", set(row["safety"]) == {"id", "category", "level"}, row["safety"])
        expect(f"{name}: level", row["safety"]["level"] in {"emergency", "urgent", "soon"}, row["safety"])
        expect(f"{name}: category", row["safety"]["category"] in categories(), row["safety"])
    expect(f"{name}: something is said", row["replies"], row)
    for reply in row["replies"]:
        expect(f"{name}: reply keys", set(reply) == {"kind", "id", "text", "sources"}, sorted(reply))
        expect(f"{name}: kind", reply["kind"] in KINDS, reply["kind"])
        expect(f"{name}: words", isinstance(reply["text"], str) and reply["text"].strip(), reply)
        expect(f"{name}: sources", all(isinstance(x, str) for x in reply["sources"]), reply["sources"])
    for slot, value in row["slots"].items():
        expect(f"{name}: slot {slot}", fits_slot(slot, value), value)
    expect(f"{name}: asking", row["asking"] is None or isinstance(row["asking"], str), row["asking"])
    expect(f"{name}: suggestions", all(isinstance(x, str) for x in row["suggestions"]), row["suggestions"])


def categories():
    found = set()
    for path in (ROOT / "seeds/safety/red-flags").glob("*.yml"):
        found |= set(re.findall(r"^category: *(\S+)", path.read_text(), re.M))
    return found


def chat_json():
    lines = [
        "what is the gut microbiome", "and how does it affect my skin", "sources", "more", "blorp the fnord",
        "does milk cause acne and is kefir good for eczema", "I'm vegan and sleep 5 hours", "make me a plan", "acne",
        "why", "31", "no", "/profile", "/help", "", "   ", "/nothing", DANGER, "/region GB", "I am safe", "thanks",
        "I sometimes see a little blood when I wipe", "yes", "bye", "never read",
    ]
    done = run("chat", "--json", given="\n".join(lines) + "\n")
    found = rows(done)
    expect("chat --json ends with 0", done.returncode == 0, done)
    expect("one object a line, until goodbye", [row["text"] for row in found] == lines[:-1], len(found))
    expect("turns are counted", [row["turn"] for row in found] == list(range(1, len(lines))), found[-1]["turn"])
    for row in found:
        fits_turn(repr(row["text"]), row)
    by_text = {row["text"]: row for row in found}
    expect("danger is raised", by_text[DANGER]["safety"]["level"] == "emergency", by_text[DANGER])
    expect("its category is its intent", by_text[DANGER]["intents"][0]["id"] == by_text[DANGER]["safety"]["category"])
    expect("a plain question raises nothing", found[0]["safety"] is None, found[0])
    expect("the form asks for a slot", by_text["make me a plan"]["asking"] == "concern", by_text["make me a plan"])
    expect("facts are kept", by_text["make me a plan"]["slots"] == {"diet": "vegan", "sleep_hours": 5}, by_text["31"])
    expect("sources are printed ones", found[0]["replies"][0]["sources"], found[0])
    text = run("chat", given="\n".join(lines) + "\n")
    expect("text and JSON end alike", text.returncode == 0 and text.stdout != b"", text)


def ask():
    done = run("ask", "what is the gut-skin axis")
    text = done.stdout.decode()
    expect("ask answers", done.returncode == 0 and "Sources:" in text and done.stderr == b"", done)
    expect("ask takes words apart", run("ask", "what", "is", "the", "gut-skin", "axis").stdout == done.stdout)
    row = rows(run("ask", "--json", "what is the gut-skin axis"))
    expect("ask --json is one turn", len(row) == 1, row)
    fits_turn("ask --json", row[0])
    row = rows(run("ask", "--json", "--region", "gb", DANGER))[0]
    expect("a region is taken", row["slots"] == {"region": "GB"} and "999" in row["replies"][0]["text"], row)
    flipped = run("ask", "what is \u202ethe gut\u202c-skin axis\x1b[31m")
    is_clean("ask", flipped.stdout)
    expect("NO_COLOR or not, a pipe has no style", b"\x1b" not in done.stdout)


def classify():
    lines = ["does milk cause spots", "who won the match", DANGER, "", "how much water should I drnik"]
    done = run("classify", "--json", given="\n".join(lines) + "\n")
    found = rows(done)
    expect("classify --json ends with 0", done.returncode == 0, done)
    expect("one object a line", [row["text"] for row in found] == lines, found)
    for row in found:
        expect("classify keys", set(row) == {"text", "intent", "confidence", "alternatives", "matched"}, sorted(row))
        expect("classify confidence", is_number(row["confidence"]) and 0 <= row["confidence"] <= 1, row)
        expect("alternatives", all(set(x) == {"intent", "confidence"} for x in row["alternatives"]), row)
        expect("matched", all(set(x) == {"term", "weight"} and is_number(x["weight"]) for x in row["matched"]), row)
    expect("a topic", found[0]["intent"] == "dairy", found[0])
    expect("out of scope", found[1]["intent"] == "oos", found[1])
    expect("danger by its category", found[2]["intent"] == "emergency-allergy", found[2])
    plain = run("classify", given="does milk cause spots\n").stdout.decode()
    expect("plain classify", re.fullmatch(r"dairy\t0\.\d+\t.+\n", plain), plain)


def explain():
    done = run("explain", "--json", "does milk cause spotz")
    row = rows(done)[0]
    wanted = {"text", "outOfScope", "outOfScopeScore", "repairs", "safety", "intents"}
    expect("explain keys", set(row) == wanted, sorted(row))
    for intent in row["intents"]:
        expect("sum keys", set(intent) == {"intent", "margin", "confidence", "bias", "sum", "parts"}, sorted(intent))
        total = intent["bias"] + sum(part["weight"] for part in intent["parts"])
        expect("the sum is the sum of its parts", abs(total - intent["sum"]) < 1e-4, (total, intent["sum"]))
        expect("and the score", abs(intent["margin"] - intent["sum"]) < 1e-4, (intent["margin"], intent["sum"]))
        expect("part keys", all(set(p) == {"block", "term", "weight"} for p in intent["parts"]), intent["parts"][:1])
    expect("explain in words", b"score" in run("explain", "does milk cause spots").stdout)
    is_clean("explain", run("explain", "spelling \x1b[31mred\u202e does milk cause spotz\x9b").stdout)


def topics():
    found = json.loads(run("topics", "--json").stdout)
    expect("topics as JSON", len(found) >= 150, len(found))
    expect("topic keys", all(set(row) == {"id", "group", "title"} for row in found), found[:1])
    expect("topic values", all(isinstance(v, str) and v for row in found for v in row.values()))


def exit_codes(folder):
    answers = folder / "me.json"
    answers.write_text('{"concern": "acne", "age": 30}')
    there = folder / "there.md"
    there.write_text("mine\n")
    content = folder / "content"
    shutil.copytree(GOOD, content)
    intent = content / "intents/diet/dairy.yml"
    good = intent.read_text()
    intent.write_text(good.replace("weak:", "waek:"))
    binary = folder / "noise"
    binary.write_bytes(b"\xff\xfe\x00noise\n")
    table = [
        (0, ["--version"]), (0, ["--help"]), (0, ["help", "ask"]), (0, ["ask", "--help"]), (0, ["ask", "hello"]),
        (1, ["show", "nothing-here"]), (1, ["topics", "no-such-group"]), (1, ["lint", content]),
        (64, ["bogus"]), (64, ["--bogus"]), (64, ["ask"]), (64, ["ask", "--region", "Mars", "x"]), (64, ["plan"]),
        (64, ["ask", "--today", "2026-02-30", "x"]), (64, ["test"]), (64, ["evaluate", "--train", "x.tsv"]),
        (65, ["ask", "--content", content, "hello"]), (65, ["classify", "--content", content]),
        (65, ["chat", "--content", content]), (65, ["plan", "--answers", binary]),
        (65, ["classify", "--train", binary]), (65, ["test", binary]),
        (66, ["ask", "--content", folder / "nowhere", "hello"]), (66, ["chat", "--content", folder / "nowhere"]),
        (66, ["lint", folder / "nowhere"]), (66, ["plan", "--answers", folder / "nowhere.json"]),
        (66, ["classify", "--train", folder / "nowhere.tsv"]), (66, ["test", folder / "nowhere.chat.md"]),
        (73, ["plan", "--answers", answers, "--output", there]), (73, ["record", there]),
        (74, ["plan", "--answers", answers, "--output", folder / "nowhere/plan.md"]),
    ]
    for code, arguments in table:
        done = run(*arguments)
        name = "flora " + " ".join(pathlib.Path(str(a)).name for a in arguments)
        expect(f"{name} ends with {code}", done.returncode == code, (done.returncode, done.stderr))
        if code == 0:
            expect(f"{name} is quiet on standard error", done.stderr == b"", done.stderr)
        elif arguments[0] != "lint":
            expect(f"{name} tells why on standard error", done.stderr != b"" and done.stdout == b"", done)
            is_clean(name, done.stderr)
    expect("what was there is still there", there.read_text() == "mine\n", there.read_text())
    done = run("ask", "--content", content, "hello")
    expect("broken content tells its place", b"intents/diet/dairy.yml:4:1: " in done.stderr, done.stderr)
    intent.write_text(good)
    done = run("ask", "--content", content, "does milk cause acne")
    expect("good content answers", done.returncode == 0 and done.stdout != b"", done)


def streams_that_fail():
    with open("/dev/full", "wb") as full:
        for arguments in (
            ["ask", "hello"], ["topics"], ["topics", "--json"], ["--help"], ["--version"], ["sources"],
            ["explain", "milk"],
        ):
            done = run(*arguments, out=full)
            expect(f"flora {' '.join(arguments)} > /dev/full ends with 74", done.returncode == 74, done)
            expect("and says so", b"cannot be written" in done.stderr, done.stderr)
        for arguments in ([], ["chat", "--json"], ["classify", "--json"]):
            done = run(*arguments, given=THREE, out=full)
            expect(f"flora {' '.join(arguments)} > /dev/full ends with 74", done.returncode == 74, done)
    done = subprocess.run(
        ["/bin/bash", "-c", f"'{FLORA}' sources | head -1; echo ${{PIPESTATUS[0]}}"], capture_output=True, timeout=60
    )
    expect("head -1 ends it quietly", done.stderr == b"" and done.stdout.split()[-1] in {b"0", b"141"}, done)
    for redirection, wanted in (("<&-", {66}), (">&-", {74}), ("2>&-", {0}), ("<&- >&- 2>&-", {66, 74})):
        done = subprocess.run(
            ["/bin/sh", "-c", f"echo 'what is fibre' | ( exec '{FLORA}' {redirection} )"],
            capture_output=True,
            timeout=60,
        )
        expect(f"flora {redirection} ends with {wanted}", done.returncode in wanted, done)
    with tempfile.TemporaryDirectory() as folder:
        answers = pathlib.Path(folder) / "me.json"
        answers.write_text('{"concern": "acne"}')
        plan = pathlib.Path(folder) / "plan.md"
        subprocess.run(
            ["/bin/sh", "-c", f"exec '{FLORA}' plan --answers {answers} --output {plan} --why >&- 2>&-"], timeout=60
        )
        alone = subprocess.run([FLORA, "plan", "--answers", answers], capture_output=True, timeout=60)
        expect("no stray text in a file", plan.read_bytes() == alone.stdout, plan.read_bytes()[:200])
    done = subprocess.run([FLORA], stdin=os.open("/", os.O_RDONLY), capture_output=True, timeout=60)
    expect("a folder as input ends with 66", done.returncode == 66, done)


def hostile_bytes():
    plain = "what is the gut microbiome\n"
    for name, line in {
        "invalid UTF-8": b"\xff\xfe what is fibre \xc3\x28 \xe2\x82 \xf0\x9f\n",
        "NUL": b"ye\0s\0 what is fibre\n",
        "control bytes": bytes(b for b in range(1, 32) if b not in (10, 13)) + b"\x7f what is fibre\n",
        "escapes": b"\x1b[31mwhat is \x1b]0;title\x07fibre\x1bP$q\x1b\\\n",
        "eight-bit controls": "what is \x9b31m fibre \x85 \x9d\n".encode(),
        "direction marks": f"what {DIRECTION} is fibre\n".encode(),
        "marks": ("what is fibre" + "\u0301\u0323" * 20_000 + "\n").encode(),
        "editing keys": b"what\x12 is\x17 fib\tre\x10\x16\x04\n",
        "a carriage return": b"what is\rfibre\n",
        "an unknown command": "/\x1b[31mred\u202e\n".encode(),
    }.items():
        for arguments in ([], ["chat", "--json"], ["classify"], ["classify", "--json"]):
            done = run(*arguments, given=line + plain.encode())
            told = f"{name}, flora {' '.join(arguments)}"
            expect(f"{told}: ends with 0", done.returncode == 0 and done.stderr == b"", done)
            is_clean(told, done.stdout)
            if arguments == []:
                expect(f"{told}: the next line is answered", b"The gut microbiome is" in done.stdout, done.stdout)
            if "--json" in arguments:
                expect(f"{told}: the line comes back", rows(done)[0]["text"] == line.decode(errors="replace").rstrip("\n"))
    for arguments, empty in (([], b""), (["chat", "--json"], b""), (["classify"], b"")):
        done = run(*arguments, given=empty)
        expect("empty input, no output", done.returncode == 0 and done.stdout == b"" and done.stderr == b"", done)
    done = run(given=b"\n\n")
    expect("empty lines get a word", done.returncode == 0 and done.stdout.strip() != b"", done)


def long_lines():
    filler = "Does milk cause spots, and what about cheese? I read that fibre is good for the gut. "
    for size in (1_000, 16_000, 200_000, 1_000_000):
        line = filler * (size // len(filler)) + DANGER + "."
        row = rows(run("chat", "--json", given=line + "\n" + "what is fibre\n"))
        told = f"danger at the end of {size} bytes"
        expect(told, row[0]["safety"] and row[0]["safety"]["level"] == "emergency", row[0]["safety"])
        expect(f"{told}, and nothing else", [x["kind"] for x in row[0]["replies"]] == ["safety"], row[0]["replies"])
    for name, line in {
        "words": filler * 12_000,
        "one word": "a" * 1_000_000,
        "one word of letters outside ASCII": "é" * 500_000,
        "invalid bytes": b"\xff" * 1_000_000,
        "20 MB": filler * 240_000,
    }.items():
        data = line if isinstance(line, bytes) else line.encode()
        done = run(given=data + b"\nwhat is fibre\n")
        expect(f"1 MB of {name} is refused politely", done.returncode == 0 and b"16 KiB" in done.stdout, done.stdout[:300])
        expect(f"1 MB of {name}: the next line is answered", b"fibre" in done.stdout[-3000:], done.stdout[-300:])
        is_clean(name, done.stdout)
    row = rows(run("chat", "--json", given="x" * 20_000_000 + ". " + DANGER + "\n"))[0]
    expect("danger at the end of 20 MB", row["safety"], row["safety"])
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    expect("memory stays bounded", peak < 200_000, f"{peak} KiB")


def signals():
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        for arguments in ([], ["chat", "--json"], ["classify"]):
            with Place() as place:
                child = subprocess.Popen(
                    [FLORA, *arguments],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    env=place.environment(),
                    cwd=place.work,
                )
                child.stdin.write(b"what is fibre\n")
                child.stdin.flush()
                child.stdout.readline()
                child.send_signal(number)
                _, told = child.communicate(timeout=30)
                name = f"{signal.Signals(number).name} in flora {' '.join(arguments)}"
                expect(f"{name}: ends by the signal", child.returncode in (-number, 128 + number), child.returncode)
                expect(f"{name}: in silence", told == b"", told)
                expect(f"{name}: leaves no file", place.files() == [], place.files())


def same_input_same_bytes():
    lines = THREE + "acne\n31\nno\nwhy\nskip\nI am vegan\nblorp\nblorp\nmore\nsources\nbye\n"
    day = ["--today", "2026-11-23"]
    for arguments in (["chat", *day], ["chat", "--json", *day]):
        first = run(*arguments, given=lines).stdout
        for more in ({}, {"LC_ALL": "C"}, {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, {"TZ": "Pacific/Apia"}):
            expect(f"the same bytes with {more}", run(*arguments, given=lines, env=more).stdout == first)
    with Place() as place:
        answers = pathlib.Path(place.folder.name) / "me.json"
        answers.write_text('{"concern": "acne", "age": 30}')
        for form in ("md", "json", "ics", "print"):
            texts = {run("plan", "--answers", answers, "--format", form, *day).stdout for _ in range(2)}
            expect(f"the same plan as {form}", len(texts) == 1)


OPENS = re.compile(r'open(?:at|at2)?\((?:[^,]+, )?"((?:[^"\\]|\\.)*)", ([^)]*)')


def opens_nothing_to_write():
    strace = shutil.which("strace")
    with Place() as place:
        log = pathlib.Path(place.folder.name) / "log"
        if strace:
            works = subprocess.run([strace, "-o", "/dev/null", "/bin/true"], capture_output=True, timeout=30)
        if not strace or works.returncode != 0:
            return print("strace cannot be used here; that nothing is written was seen from the folders alone")
        lines = THREE + "acne\n31\n/forget\nbye\n"
        for arguments in (["chat"], ["chat", "--json"], ["classify"], ["ask", "hello"]):
            done = subprocess.run(
                [strace, "-f", "-qq", "-e", "trace=open,openat,openat2,creat,socket,mkdir,rename,unlink", "-o", log, FLORA]
                + arguments,
                input=lines.encode(),
                capture_output=True,
                env=place.environment(),
                cwd=place.work,
                timeout=120,
            )
            expect("a traced run ends with 0", done.returncode == 0, done.stderr)
            calls = log.read_text(errors="replace").splitlines()
            expect("something was traced", any("open" in call for call in calls), calls[:3])
            opened = [found.groups() for call in calls for found in OPENS.finditer(call)]
            written = [p for p, mode in opened if re.search("WRONLY|RDWR|CREAT", mode) and not p.startswith("/dev/")]
            other = [call for call in calls if re.search(r"\b(creat|socket|mkdir|rename|unlink)\(", call)]
            expect(f"flora {arguments[0]} opens no file for writing", written == [], written)
            expect(f"flora {arguments[0]} makes no file and opens no socket", other == [], other[:3])


def moves():
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "elsewhere"
        shutil.copy2(FLORA, copy)
        done = run("ask", "what is the gut-skin axis", cwd="/", program=str(copy))
        expect("a copy answers from /", done.returncode == 0 and b"Sources:" in done.stdout, done)


def main():
    three_questions()
    chat_json()
    ask()
    classify()
    explain()
    topics()
    with tempfile.TemporaryDirectory() as folder:
        exit_codes(pathlib.Path(folder))
    streams_that_fail()
    hostile_bytes()
    long_lines()
    signals()
    same_input_same_bytes()
    opens_nothing_to_write()
    moves()
    for failure in failures:
        print(failure)
    print(f"{checks} checks of streams, shapes and exit codes, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
