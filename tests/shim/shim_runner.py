# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs programs under the Python shim for its tests."""

import os
import subprocess
import sys
import tempfile
import textwrap
import unittest

import feed


class Run:
    """What came of one run: feed, its log's lines, output, error output, exit status."""

    def __init__(self, path, process):
        self.feed = feed.read(path)
        self.lines = list(self.feed.log())
        self.stdout = process.stdout
        self.stderr = process.stderr
        self.status = process.returncode


class ShimTestCase(unittest.TestCase):
    """A test that runs programs, written as text, under the shim."""

    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(textwrap.dedent(text))
        return self.path(name)

    def call(self, *words, **options):
        """Start the shim with @words."""
        return subprocess.run([sys.executable, feed.SHIM, *words], capture_output=True,
                              text=True, encoding="utf-8", timeout=60,
                              cwd=self.folder, **options)

    def run_program(self, text, *args, options=("--virtual-time",), **more):
        """Run the program @text and read what was recorded."""
        program = self.write("program.py", text)
        process = self.call("-o", self.path("feed"), *options, program, "--", *args,
                            **more)
        return Run(self.path("feed"), process)

    def assert_log(self, text, log, status=0, **more):
        """Check that the program @text has the event log @log."""
        run = self.run_program(text, **more)
        expected = textwrap.dedent(log).strip("\n").splitlines()
        self.assertEqual(run.lines, expected, run.stderr)
        self.assertEqual(run.status, status, run.stderr)
        return run


def needs(*version):
    """Skip a test, by name, on an older Python."""
    return unittest.skipIf(sys.version_info < version,
                           "needs Python " + ".".join(map(str, version)))
