#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""That a program does not notice the shim: each of `programs` runs both ways.

    test_transparency.py [--shim SHIM] [--jobs N] [--plain] [NAME...]

What is written to standard output and to standard error, the exit status and the names
of the files that are left must be the same to the byte.  --plain compares two runs
without the shim instead, which shows whether the programs themselves are steady.
Speaks TAP.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import sys
import tempfile

import both_ways
import feed

# Programs that are known to notice, and why nothing is done about it.
KNOWN = {
    "limit_descriptors": "what is recorded into is an open file, with a high number",
    "limit_frames": "the shim's own frames stand below the program's first",
    "limit_functions": "functions that are watched are functions of Python",
    "limit_recursion": "the shim's own frames count for the limit of recursion",
    "limit_task_class": "tasks that are watched are of a subclass by the same name",
    "named_queue": "executors have the library's queue, though the program has one of that name",
}

# What a shim must not do, as text that a false one does; and where it is told.
FALSE = {
    "nothing": ("", ""),
    "a byte of output": ("print()", "standard output"),
    "a blank at the end": ("sys.stdout.write(' ')", "standard output"),
    "a warning": ("print('slow', file=sys.stderr)", "standard error"),
    "a status": ("sys.exit(3)", "exit status"),
    "a death": ("sys.stdout.flush(); os.kill(os.getpid(), 9)", "exit status"),
    "a file": ("open('left', 'w').close()", "files"),
    "no feed": ("os.unlink(path)", "feed"),
    "half a feed": ("os.truncate(path, 30)", "feed"),
    "a line where somebody reads along": ("is_read_along and print()", "standard output"),
}

FALSE_SHIM = """
import os
import runpy
import sys
is_read_along = sys.argv[1] == "--feed-fd"
if is_read_along:
    sys.argv[1:4] = ["-o", "/proc/self/fd/" + sys.argv[2]]
path, target, sys.argv[:] = sys.argv[2], sys.argv[3], sys.argv[3:4] + sys.argv[5:]
with open(path, "wb") as file:
    file.write({header!r}.ljust(4096, bytes(1)))
runpy.run_path(target, run_name="__main__")
{deed}
"""
HEADER = feed.HEADER.pack(feed.MAGIC, 1, 0, 4096, 4096, 0, 0, 1)

HELLO = """# licence
# args: a b
# loop: {loop}
import sys
print("hello", sys.argv[1:])
print("oh", file=sys.stderr)
"""


def check_itself(report, folder):
    """That differences are told, and only they."""
    def compare_hello(what, deed="", loop="none"):
        place = folder / what
        place.mkdir()
        program, shim = place / "hello.py", place / "false_shim.py"
        program.write_text(HELLO.format(loop=loop))
        shim.write_text(FALSE_SHIM.format(header=HEADER, deed=deed))
        lines = both_ways.compare(both_ways.Program(program), place, shim)
        return [line[:-1] for line in lines if re.fullmatch("[a-z ]+:", line)], lines

    for what, (deed, part) in FALSE.items():
        told, lines = compare_hello(what, deed)
        report(told == ([part] if part else []), f"a shim that adds {what} is told", lines)
    told, lines = compare_hello("no loop", loop="one")
    report(told == ["feed"], "a shim that sees no loop is told", lines)
    made = both_ways.normal(b"<X at 0x7f00aa11bb22> pid=17 ('127.0.0.1', 40000) 0x1f 42")
    report(made == b"<X at 0x...> pid=... ('127.0.0.1', ...) 0x1f 42",
           "only addresses, process numbers and ports are left out", [made.decode()])


def check_heads(report, programs):
    """That each program says what it shows, and how it is run, in words that count."""
    wrong = []
    for program in programs:
        files = [program.path]
        if program.path.is_dir():
            files = sorted(program.path.rglob("*.py"))[:1]
        text = files[0].read_bytes().decode("latin-1")
        if text and not re.search(r'^(rb?|)"""[^\n]+\."""$', text, re.MULTILINE):
            wrong.append(f"{program.name}: no line that says what it shows")
        for key in re.findall(r"^# (\w+): ", text, re.MULTILINE):
            if key not in both_ways.KEYS:
                wrong.append(f"{program.name}: what does {key} mean?")
    report(not wrong, "each program says what it shows", wrong)
    report(len(programs) >= 66, "there are 66 programs or more", [str(len(programs))])


class Report:
    """Writes TAP."""

    def __init__(self, count):
        self._number = 0
        print(f"1..{count}")

    def __call__(self, good, name, lines=(), directive=""):
        self._number += 1
        print("ok" if good else "not ok", self._number, "-", name, directive)
        if not good:
            for line in lines[:60]:
                print("#  ", line)
        sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shim", default=both_ways.SHIM, type=pathlib.Path)
    parser.add_argument("--jobs", default=2 * (os.cpu_count() or 1), type=int)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    programs = both_ways.all_programs()
    chosen = [program for program in programs
              if not options.names or program.name in options.names]
    report = Report(len(chosen) + (0 if options.names else len(FALSE) + 4))
    with tempfile.TemporaryDirectory() as name:
        top = pathlib.Path(name)
        if not options.names:
            (top / "itself").mkdir()
            check_itself(report, top / "itself")
            check_heads(report, programs)
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            shim = None if options.plain else options.shim.resolve()

            def examine(program):
                folder = top / program.name
                folder.mkdir()
                return both_ways.compare(program, folder, shim)

            lacks = {program: program.lacks() for program in chosen}
            futures = {program: pool.submit(examine, program) for program in chosen
                       if lacks[program] is None}
            for program in chosen:
                if lacks[program] is not None:
                    report(True, program.name, (), f"# SKIP {lacks[program]}")
                    continue
                lines = futures[program].result()
                known = KNOWN.get(program.name)
                report(not lines, program.name, lines, "# TODO" + " " + known if known else "")


if __name__ == "__main__":
    main()
