"""A talk at a real terminal: keys, completion, signals, width, colours, and what must never reach the screen.

usage: /usr/bin/python3 Tests/Programs/terminal.py path/to/flora

Each check waits for what the terminal shows; nothing waits for a time to pass.
"""

import os
import pathlib
import re
import signal
import sys
import tempfile
import traceback

import pexpect

ROOT = pathlib.Path(__file__).resolve().parents[2]
FLORA = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/debug/flora").resolve())

PROMPT = b"you> "
ENTER, TAB, CTRL_C, CTRL_D, CTRL_Z, UP = b"\r", b"\t", b"\x03", b"\x04", b"\x1a", b"\x1b[A"
# What an editor and bold may send: cursor moves, erasing, inserting, styles and the bracketed-paste pair.
OWN = re.compile(rb"\x1b\[\?2004[hl]|\x1b\[[0-9]*[ABCDGJKPLM@]|\x1b\[(?:0|1|7|27)?m|\x1b\[H|\x1b\(B|\x1b\[\?1h|\x1b\[\?1l|\x1b[=>]")
DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


class Failed(Exception):
    """A check that does not hold."""


def expect(name, holds, told=""):
    if not holds:
        raise Failed(f"{name}: {str(told)[-600:]}")


class Talk:
    """Flora in a terminal of its own, with a home that is empty and thrown away."""

    def __init__(self, *arguments, columns=80, **variables):
        self.folder = tempfile.TemporaryDirectory()
        self.home = pathlib.Path(self.folder.name) / "home"
        self.home.mkdir()
        self.environment = {
            "HOME": str(self.home),
            "PATH": "/usr/bin:/bin",
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
            "SWIFT_BACKTRACE": "enable=no",
        }
        self.environment.update(variables)
        self.shown = b""
        self.child = pexpect.spawn(
            FLORA, list(arguments), env=self.environment, cwd=str(self.home), dimensions=(40, columns), timeout=30
        )
        self.child.delaybeforesend = None
        self.welcome = self.until(PROMPT)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.child.close(force=True)
        self.folder.cleanup()

    def until(self, text):
        """Waits until the terminal shows the text; returns what came before it."""
        try:
            self.child.expect_exact(text)
        except (pexpect.EOF, pexpect.TIMEOUT) as error:
            self.shown += self.child.before or b""
            raise Failed(f"never saw {text!r} ({type(error).__name__}) after {self.shown[-600:]!r}") from None
        self.shown += self.child.before + self.child.after
        return self.child.before

    def press(self, keys):
        self.child.send(keys)

    def type(self, text):
        """Types and waits for the echo."""
        raw = text.encode()
        self.press(raw)
        self.until(raw)

    def say(self, text):
        """Says a line; returns the reply."""
        self.type(text)
        self.press(ENTER)
        return self.until(PROMPT).decode()

    def end(self):
        """Waits for the end of the program; returns its exit code, or minus the signal."""
        try:
            self.child.expect(pexpect.EOF)
        except pexpect.TIMEOUT:
            raise Failed(f"does not end after {self.shown[-300:]!r}") from None
        self.shown += self.child.before
        self.child.close()
        return self.child.exitstatus if self.child.signalstatus is None else -self.child.signalstatus


def plain(shown):
    """What was shown, without what the editor and bold may send."""
    text = shown if isinstance(shown, bytes) else shown.encode()
    return OWN.sub(b"", text).replace(b"\r", b"").decode()


def talks_and_says_goodbye():
    with Talk() as talk:
        expect("the welcome names the program", b"I'm Flora" in talk.welcome, talk.welcome)
        expect("the welcome says it is no doctor", b"not a doctor" in talk.welcome, talk.welcome)
        reply = talk.say("what is the gut-skin axis")
        expect("an answer comes", "Sources:" in reply, reply)
        talk.press(CTRL_D)
        expect("Ctrl-D ends with 0", talk.end() == 0, talk.shown)
        expect("Ctrl-D says goodbye", plain(talk.shown).rstrip().splitlines()[-1].strip() != "", talk.shown)
        expect("nothing is written under HOME", list(talk.home.rglob("*")) == [], list(talk.home.rglob("*")))


def says_goodbye_in_words_and_mid_form():
    with Talk() as talk:
        talk.type("bye")
        talk.press(ENTER)
        expect("bye ends with 0", talk.end() == 0, talk.shown)
    with Talk() as talk:
        talk.say("make me a plan")
        talk.press(CTRL_D)
        expect("Ctrl-D in the form ends with 0", talk.end() == 0, talk.shown)


def completes_commands_and_choices():
    with Talk() as talk:
        talk.type("/sourc")
        talk.press(TAB)
        talk.until(b"es")
        talk.press(CTRL_C)
        talk.until(PROMPT)
        talk.type("zzqx")
        talk.press(TAB)
        talk.type("k")
        expect("nothing fits, nothing is added", b"zzqxk" in talk.shown, talk.shown[-80:])
        talk.press(CTRL_C)
        talk.until(PROMPT)
        reply = talk.say("make me a plan")
        expect("the form is open", "Question 1" in reply, reply)
        talk.type("rosa")
        talk.press(TAB)
        talk.until(b"cea or flushing")
        talk.press(ENTER)
        reply = talk.until(PROMPT).decode()
        expect("the completed choice is taken", "Question 2" in reply, reply)


def completes_no_file_names():
    with Talk() as talk:
        (talk.home / "secret-file").write_text("x")
        talk.type("secret")
        talk.press(TAB + TAB)
        talk.type("!")
        expect("file names are never offered", b"secret-file" not in talk.shown, talk.shown[-200:])


def control_c_clears_the_line():
    with Talk() as talk:
        talk.type("does milk cause")
        talk.press(CTRL_C)
        talk.until(PROMPT)
        reply = talk.say("/topics diet")
        expect("the cleared line is not run", "Sources:" not in reply, reply)
        expect("the next line is", "dairy" in reply.lower(), reply)
        talk.say("make me a plan")
        talk.say("acne")
        talk.type("half an ans")
        talk.press(CTRL_C)
        talk.until(PROMPT)
        reply = talk.say("/profile")
        expect("answers survive Ctrl-C", "acne" in reply.lower(), reply)
        talk.press(CTRL_C)
        talk.until(PROMPT)
        talk.press(CTRL_C)
        expect("twice on an empty line leaves with 130", talk.end() == 130, talk.shown)


def a_paste_is_one_message():
    with Talk() as talk:
        talk.press(b"\x1b[200~does milk\ncause acne?\x1b[201~")
        talk.until(b"cause acne?")
        talk.press(ENTER)
        reply = plain(talk.until(PROMPT))
        expect("two lines are one message", reply.count("Sources:") == 1, reply)
        expect("and are read together", "milk" in reply.lower(), reply)
        talk.press(UP)
        talk.until(b"does milk cause acne?")


def history_is_kept_in_memory():
    with Talk() as talk:
        talk.say("what is fibre")
        talk.say("what is kefir")
        talk.press(UP)
        talk.until(b"what is kefir")
        talk.press(UP)
        talk.until(b"fibre")
        talk.press(ENTER)
        reply = talk.until(PROMPT).decode()
        expect("the recalled line is run", "fibre" in reply.lower(), reply)
        talk.press(CTRL_D)
        talk.end()
        expect("no history file", list(talk.home.rglob("*")) == [], list(talk.home.rglob("*")))
    with Talk() as talk:
        talk.press(UP)
        talk.type("x")
        expect("a new talk starts without a past", b"kefir" not in talk.shown, talk.shown)


def follows_the_width():
    with Talk(columns=80) as talk:
        for columns in (80, 40, 24, 79):
            talk.child.setwinsize(40, columns)
            talk.press(b"what is fibre")
            talk.until(b"re")
            talk.press(ENTER)
            talk.until(b"\x1b[?2004l")
            lines = plain(talk.until(PROMPT)).splitlines()
            widest = max(len(line) for line in lines)
            expect(f"lines fit {columns} columns", widest <= columns, [x for x in lines if len(x) > columns])
            expect(f"and use {columns} columns", widest > columns // 2, lines)


def loses_no_letter_while_the_window_changes():
    with Talk() as talk:
        sent = "/" + "abcdefghij" * 6
        for place, letter in enumerate(sent):
            talk.child.setwinsize(40, 30 + (place * 37) % 90)
            talk.press(letter.encode())
        talk.child.setwinsize(40, 120)
        talk.press(ENTER)
        talk.until(b"I do not know the")
        reply = plain(talk.until(PROMPT))
        expect("each letter arrives once", sent in reply.replace("\n", ""), reply)


def respects_no_color_and_dumb_terminals():
    with Talk() as talk:
        reply = talk.say("what is fibre")
        expect("bold by default", "\x1b[1m" in reply, reply)
    with Talk(NO_COLOR="1") as talk:
        reply = talk.say("what is fibre")
        expect("NO_COLOR means no style", not re.search("\x1b\\[[0-9;]*m", reply), reply)
        expect("and the same words", "How sure" in reply, reply)
    with Talk(NO_COLOR="") as talk:
        expect("an empty NO_COLOR does not count", "\x1b[1m" in talk.say("what is fibre"), talk.shown)
    for term in ("dumb", ""):
        with Talk(TERM=term) as talk:
            talk.say("what is fibre")
            talk.type("make me a plan")
            talk.press(ENTER)
            talk.until(b"Question 1")
            talk.until(PROMPT)
            talk.press(CTRL_D)
            expect("a dumb terminal ends with 0", talk.end() == 0, talk.shown)
            expect(f"no escape with TERM={term!r}", b"\x1b" not in talk.shown, talk.shown)


def takes_utf8_in_every_locale():
    for locale in ("C", "POSIX", "C.UTF-8", "xx_NOT.HERE"):
        with Talk(LC_ALL=locale) as talk:
            talk.type("/café-中-é")
            talk.press(b"\x7f")
            talk.press(ENTER)
            talk.until(b"I do not know the command ")
            reply = plain(talk.until(PROMPT))
            expect(f"letters arrive whole under LC_ALL={locale}", "/café-中-." in reply, reply)


HOSTILE = {
    "a colour by hand": b"\x16\x1b[31mred",
    "a title in a paste": b"\x1b[200~a\x1b]0;title\x07b\x1b[201~",
    "a colour in a paste": b"\x1b[200~a\x1b[31mb\x1b[201~",
    "an eight-bit control": b"a\xc2\x9b31mb",
    "a lone byte 9b": b"a\x9b31mb",
    "a device query": b"\x1b[200~\x1bP$q\x1b\\\x1b[6n\x1b[201~",
    "a direction mark": "a\u202eb\u2066c".encode(),
    "half a letter": b"a\xe4\xb8z",
    "too long a letter": b"a\xf8\x88\x80\x80\x80b\xc0\x80c",
    "a carriage return in a paste": b"\x1b[200~good\rbad\x1b[201~",
}


def shows_nothing_raw():
    for name, keys in HOSTILE.items():
        with Talk() as talk:
            talk.press(keys)
            talk.type("~mark")
            talk.press(ENTER)
            talk.until(PROMPT)
            talk.press(UP)
            talk.until(b"~mark")
            talk.press(ENTER)
            talk.until(PROMPT)
            talk.press(CTRL_D)
            expect(f"{name}: ends with 0", talk.end() == 0, talk.shown)
            rest = OWN.sub(b"", talk.shown)
            expect(f"{name}: no escape", b"\x1b" not in rest, rest)
            text = rest.decode("utf-8", errors="surrogateescape")
            bad = [c for c in text if 0x7F <= ord(c) <= 0x9F or c in DIRECTION or 0xDC80 <= ord(c) <= 0xDCFF]
            expect(f"{name}: no control or direction mark", not bad, (bad, rest))


def stty(shell):
    """What `stty -a` says of the shell's terminal."""
    shell.sendline("echo from''here; stty -a; echo to''here")
    shell.expect_exact("fromhere\r\n")
    shell.expect_exact("tohere\r\n")
    told = shell.before
    shell.expect_exact("shell> ")
    return told


def leaves_the_terminal_as_it_was():
    endings = {
        "Ctrl-D": (None, CTRL_D),
        "bye": (None, b"bye\r"),
        "Ctrl-C twice": (None, CTRL_C + CTRL_C),
        "SIGTERM": (signal.SIGTERM, None),
        "SIGHUP": (signal.SIGHUP, None),
        "Ctrl-Z and SIGTERM": (signal.SIGTERM, CTRL_Z),
    }
    wanted = {"Ctrl-C twice": 130, "SIGTERM": 143, "SIGHUP": 129, "Ctrl-Z and SIGTERM": 143}
    for name, (number, keys) in endings.items():
        with tempfile.TemporaryDirectory() as home:
            environment = {"HOME": home, "PATH": "/usr/bin:/bin", "TERM": "xterm", "LC_ALL": "C.UTF-8", "PS1": "shell> "}
            shell = pexpect.spawn("/bin/sh", ["-i"], env=environment, cwd=home, dimensions=(40, 200), timeout=30)
            shell.delaybeforesend = None
            shell.expect_exact("shell> ")
            before = stty(shell)
            shell.sendline(f"sh -c 'echo pid $$; exec {FLORA}'")
            shell.expect(rb"pid (\d+)\r\n")
            pid = int(shell.match.group(1))
            shell.expect_exact(PROMPT)
            shell.send(b"half a li")
            shell.expect_exact(b"half a li")
            if name == "Ctrl-Z and SIGTERM":
                shell.send(CTRL_Z)
                shell.expect_exact("shell> ")
                expect(f"{name}: settings while stopped", stty(shell) == before, before)
                shell.sendline("fg")
                shell.expect_exact("half a li")
            elif keys == CTRL_D or keys == b"bye\r":
                shell.send(CTRL_C)
                shell.expect_exact(PROMPT)
                shell.send(keys)
            elif keys is not None:
                shell.send(CTRL_C)
                shell.expect_exact(PROMPT)
                shell.send(CTRL_C)
            if number is not None:
                os.kill(pid, number)
            shell.expect_exact("shell> ")
            shell.sendline("echo code''=$?=")
            shell.expect(rb"code=(\d+)=")
            code = int(shell.match.group(1))
            shell.expect_exact("shell> ")
            expect(f"{name}: exit code", code == wanted.get(name, 0), code)
            after = stty(shell)
            expect(f"{name}: stty -a before and after", before == after, (before, after))
            expect(f"{name}: nothing under HOME", os.listdir(home) == [], os.listdir(home))
            shell.close(force=True)


def honours_key_files():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "inputrc"
        path.write_text('$if flora\n"\\C-o": "what is kefir"\n$endif\nset editing-mode emacs\n')
        with Talk(INPUTRC=str(path)) as talk:
            expect("a good key file is taken in silence", b"key file" not in talk.welcome, talk.welcome)
            talk.press(b"\x0f")
            talk.until(b"what is kefir")
        path.write_text('set nothing-known on\n"\\C-o: x\n\x1b]0;title\x07\x1b[31m\n"\\C-t": "what is fibre"\n$if\n')
        with Talk(INPUTRC=str(path)) as talk:
            expect("a broken key file is told of once", talk.welcome.count(b"key file") == 1, talk.welcome)
            expect("its words are not shown", b"nothing-known" not in talk.welcome, talk.welcome)
            expect("nor its escapes", b"\x1b]" not in talk.welcome and b"\x1b[31m" not in talk.welcome, talk.welcome)
            talk.press(b"\x14")
            talk.until(b"what is fibre")
            talk.press(ENTER)
            expect("the talk goes on", "Sources:" in talk.until(PROMPT).decode(), talk.shown)
        path.write_text(f"$include {path}\n")
        pipe = pathlib.Path(folder) / "pipe"
        os.mkfifo(pipe)
        for bad in (path, pipe, pathlib.Path(folder), pathlib.Path("/dev/zero")):
            with Talk(INPUTRC=str(bad)) as talk:
                expect(f"{bad.name} is left out", b"left out" in talk.welcome, talk.welcome)
                expect("and the talk goes on", "Sources:" in talk.say("what is fibre"), talk.shown)
        for none in ("/dev/null", f"{folder}/not-here", ""):
            with Talk(INPUTRC=none) as talk:
                expect("no key file is no matter", b"key file" not in talk.welcome, talk.welcome)


def plain_needs_no_editor():
    with Talk.__new__(Talk) as talk:
        talk.folder = tempfile.TemporaryDirectory()
        talk.home = pathlib.Path(talk.folder.name)
        talk.shown = b""
        talk.child = pexpect.spawn(
            FLORA, ["chat", "--plain"], env={"HOME": str(talk.home), "TERM": "xterm", "LC_ALL": "C.UTF-8"}, timeout=30
        )
        talk.child.delaybeforesend = None
        talk.child.send(b"what is fibre\n")
        talk.until(b"You could ask:")
        talk.child.send(CTRL_D)
        talk.until(b"\r\n")
        expect("--plain ends with 0", talk.end() == 0, talk.shown)
        expect("--plain sends no escape", b"\x1b" not in talk.shown, talk.shown)


CHECKS = [
    talks_and_says_goodbye,
    says_goodbye_in_words_and_mid_form,
    completes_commands_and_choices,
    completes_no_file_names,
    control_c_clears_the_line,
    a_paste_is_one_message,
    history_is_kept_in_memory,
    follows_the_width,
    loses_no_letter_while_the_window_changes,
    respects_no_color_and_dumb_terminals,
    takes_utf8_in_every_locale,
    shows_nothing_raw,
    leaves_the_terminal_as_it_was,
    honours_key_files,
    plain_needs_no_editor,
]


def main():
    wanted = sys.argv[2:]
    failures = 0
    checks = [check for check in CHECKS if not wanted or check.__name__ in wanted]
    for check in checks:
        try:
            check()
        except Failed as failure:
            failures += 1
            print(f"{check.__name__}: {failure}")
        except (pexpect.EOF, pexpect.TIMEOUT):
            failures += 1
            print(f"{check.__name__}: {traceback.format_exc(limit=-3)[-1500:]}")
    print(f"{len(checks)} checks at a terminal, {failures} failed")
    return 1 if failures or not checks else 0


if __name__ == "__main__":
    sys.exit(main())
