#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The conformance programs are complete, and this Python still gives their logs."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import feed

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "conformance"
SHIM = FOLDER.parent.parent / "data" / "shim" / "juggler_shim.py"
DECODER = FOLDER.parent / "shim" / "feed.py"

# Rules without a program here, and why.
WITHOUT_PROGRAM = {
    "S19": "weak references: a matter of Python's memory, not of order",
    "S25": "Ctrl+C comes from outside",
    "S57": "streams", "S58": "streams", "S59": "threads",
    "S60": "asynchronous generators left behind",
}


class Programs(unittest.TestCase):

    def programs(self):
        return sorted(path for path in FOLDER.glob("*.py") if "_" not in path.stem)

    def head(self, path):
        lines = path.read_text(encoding="utf-8").splitlines()
        self.assertEqual(lines[0], "# SPDX-License-Identifier: GPL-3.0-or-later")
        pairs = []
        for line in lines[1:]:
            match = re.fullmatch(r"# (\w+): (.+)", line)
            if match is None:
                break
            pairs.append(match.groups())
        return pairs

    def test_each_says_what_it_shows(self):
        for path in self.programs():
            with self.subTest(path.name):
                self.assertRegex(path.stem, r"\A[a-z]+(-[a-z]+)*\Z")
                pairs = self.head(path)
                self.assertEqual(pairs[0][0], "rules")
                self.assertEqual(len(dict(pairs)), len(pairs))
                for key, value in pairs:
                    allowed = {"rules": r"S\d+( S\d+)*",
                               # What changed within a series is not widely known.
                               "requires": r"3\.1[23]|3\.\d+(\.\d+)? \(.+\)",
                               "order": "not promised"}
                    self.assertRegex(value, rf"\A({allowed[key]})\Z")

    def test_each_has_its_log(self):
        programs = {path.stem for path in self.programs()}
        logs = {path.stem for path in FOLDER.glob("*.events")}
        self.assertEqual(programs, logs)

    def test_every_rule_is_shown_or_listed(self):
        shown = set()
        for path in self.programs():
            shown.update(dict(self.head(path))["rules"].split())
        every = {f"S{number}" for number in range(1, 62)}
        self.assertEqual(shown | set(WITHOUT_PROGRAM), every)
        self.assertFalse(shown & set(WITHOUT_PROGRAM))

    def test_this_python_gives_these_logs(self):
        process = subprocess.run([sys.executable, FOLDER / "regenerate", "--check"],
                                 capture_output=True, text=True, timeout=600)
        print(process.stdout, end="", file=sys.stderr)
        self.assertEqual(process.returncode, 0, process.stdout + process.stderr)


class Regenerate(unittest.TestCase):
    """The script itself, in a copy of the tree with a log that is wrong."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        root = pathlib.Path(folder.name)
        self.folder = root / "tests" / "conformance"
        self.folder.mkdir(parents=True)
        (root / "data" / "shim").mkdir(parents=True)
        shutil.copy(SHIM, root / "data" / "shim")
        (root / "tests" / "shim").mkdir()
        shutil.copy(DECODER, root / "tests" / "shim")
        for name in ("regenerate", "create-task-starts-later.py",
                     "calling-runs-nothing.py", "calling-runs-nothing.events"):
            shutil.copy(FOLDER / name, self.folder)
        self.right = (self.folder / "calling-runs-nothing.events").read_text()
        (self.folder / "calling-runs-nothing.events").write_text(
            self.right.replace("3.000000 5 step", "3.000000 4 step"))

    def call(self, *words):
        return subprocess.run([sys.executable, self.folder / "regenerate", *words],
                              capture_output=True, text=True, timeout=60)

    def test_check_shows_differences_and_changes_nothing(self):
        process = self.call("--check")
        self.assertEqual(process.returncode, 1)
        self.assertIn("-3.000000 4 step main-1\n+3.000000 5 step main-1\n",
                      process.stdout)
        self.assertIn("create-task-starts-later.events is missing", process.stdout)
        self.assertIn("2 programs, 2 differ, 0 skipped", process.stdout)
        self.assertFalse((self.folder / "create-task-starts-later.events").exists())

    def test_without_check_it_writes(self):
        self.assertEqual(self.call("calling-runs-nothing").returncode, 0)
        self.assertEqual((self.folder / "calling-runs-nothing.events").read_text(),
                         self.right)
        self.assertEqual(self.call("--check", "calling-runs-nothing").returncode, 0)

    def test_newer_programs_are_skipped_by_name(self):
        future = self.folder / "far-away.py"
        future.write_text("# first line\n# rules: S1\n# requires: 3.99\n")
        process = self.call("--check", "far-away")
        self.assertEqual(process.returncode, 0)
        self.assertIn("skipped far-away: needs Python 3.99", process.stdout)

    def test_patch_versions_count(self):
        major, minor, patch = sys.version_info[:3]
        path = self.folder / "near-by.py"
        newer = f"{major}.{minor}.{patch + 1} (before, it was otherwise)"
        path.write_text(f"# first line\n# rules: S1\n# requires: {newer}\n")
        process = self.call("--check", "near-by")
        self.assertIn(f"skipped near-by: needs Python {newer}\n", process.stdout)
        path.write_text(path.read_text().replace(
            newer, f"{major}.{minor}.{patch} (from here on)"))
        self.assertIn("near-by.events is missing", self.call("--check", "near-by").stdout)

    def test_unknown_programs_and_interpreters_are_refused(self):
        process = self.call("no-such-program")
        self.assertEqual(process.returncode, 2)
        self.assertIn("no such program: no-such-program", process.stderr)
        process = self.call("--python", "/nowhere/python3")
        self.assertEqual(process.returncode, 2)
        self.assertIn("cannot run /nowhere/python3", process.stderr)


class Lessons(unittest.TestCase):

    def test_each_virtual_lesson_gives_its_log(self):
        logs = sorted((FOLDER.parent.parent / "lessons").glob("*/*/expected.events"))
        self.assertGreaterEqual(len(logs), 5)
        for log in logs:
            with self.subTest(str(log.parent)):
                self.assertEqual(feed.log_of([log.with_name("program.py")]),
                                 log.read_bytes())


if __name__ == "__main__":
    unittest.main()
