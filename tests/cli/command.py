# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: PROGRAM JUGGLER SOURCE-FOLDER; they speak TAP."""
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import unittest

JUGGLER, SOURCE = map(os.path.abspath, sys.argv[1:3])


def environment(**more):
    kept = {name: value for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "NO_COLOR", "LANGUAGE", "TERM")}
    return {**kept, "LC_ALL": "C.UTF-8", "TERM": "xterm", **more}


def expected_events(lesson):
    with open(os.path.join(SOURCE, "lessons", lesson, "expected.events"), encoding="utf-8") as file:
        return file.read()


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        with open(self.path(name), "wb") as file:
            file.write(content)
        return self.path(name)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def call(self, *words, env=None, **more):
        return subprocess.run([JUGGLER, *words], capture_output=True, env=env or environment(),
                              cwd=self.folder, timeout=60, **more)

    def output(self, *words, **more):
        """Standard output, as text, of a command that must go well."""
        done = self.call(*words, **more)
        self.assertEqual(done.stderr.decode(), "")
        self.assertEqual(done.returncode, 0)
        return done.stdout.decode()

    def assert_fails(self, status, message, *words, **more):
        """It ends with @status, and says one line, with @message in it."""
        done = self.call(*words, **more)
        error = done.stderr.decode()
        self.assertEqual(done.stdout, b"")
        self.assertTrue(error.startswith("juggler: "), error)
        self.assertEqual(error.count("\n"), 1, error)
        self.assertIn(message, error)
        self.assertEqual(done.returncode, status)

    def on_terminal(self, *words, width=80, env=None):
        """What a person sees, and the exit status."""
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
        process = subprocess.Popen([JUGGLER, *words], stdout=slave, stderr=slave,
                                   env=env or environment(), cwd=self.folder)
        os.close(slave)
        seen = b""
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            seen += piece
        os.close(master)
        return seen.decode(), process.wait(60)


def main(module):
    """Runs the cases of a module."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    cases = [case for group in suite for case in group if type(case) is not Case]
    print(f"1..{len(cases)}", flush=True)
    failed = False
    for number, case in enumerate(cases, 1):
        result = unittest.TestResult()
        case.run(result)
        group, function = case.id().split(".")[1:]
        group = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", group).lower()
        name = f"/juggler/cli/{group}/{function[len('test_'):].replace('_', '-')}"
        for _, trace in result.failures + result.errors:
            print("\n".join(f"# {line}" for line in trace.splitlines()))
        skipped = "".join(f" # SKIP {reason}" for _, reason in result.skipped)
        print(f"{'ok' if result.wasSuccessful() else 'not ok'} {number} {name}{skipped}", flush=True)
        failed = failed or not result.wasSuccessful()
    return 1 if failed else 0
