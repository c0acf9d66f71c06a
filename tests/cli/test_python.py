#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""juggler run, of what Python runs."""
import json
import os
import shutil
import signal
import subprocess
import sys
import unittest

from command import JUGGLER, Case, environment, expected_events, main

GATHER = b"""\
import asyncio
async def hello(n):
    await asyncio.sleep(n)
    print("hello", n)
async def main():
    await asyncio.gather(hello(2), hello(1))
asyncio.run(main())
"""
GATHER_LOG = """\
0.000000 0 create main-1 by loop
0.000000 1 step main-1
0.000000 1 create hello-1 by main-1
0.000000 1 create hello-2 by main-1
0.000000 1 wait main-1 future
0.000000 2 step hello-1
0.000000 2 wait hello-1 future
0.000000 2 step hello-2
0.000000 2 wait hello-2 future
1.000000 4 step hello-2
1.000000 4 print hello-2 hello 1
1.000000 4 done hello-2 result
2.000000 7 step hello-1
2.000000 7 print hello-1 hello 2
2.000000 7 done hello-1 result
2.000000 9 step main-1
2.000000 9 done main-1 result
"""


class Programs(Case):
    def test_program_in_virtual_time(self):
        self.write("gather.py", GATHER)
        self.assertEqual(self.output("run", "gather.py", "--virtual-time", "--format", "events"), GATHER_LOG)

    def test_program_by_any_name(self):
        self.write("gather", GATHER)
        self.assertEqual(self.output("run", "gather", "--virtual-time", "-f", "events"), GATHER_LOG)

    def test_timeline_with_output(self):
        self.write("gather.py", GATHER)
        text = self.output("run", "gather.py", "--virtual-time")
        for word in ("main-1", "hello-2", "Output", "hello 1"):
            self.assertIn(word, text)

    def test_every_format(self):
        self.write("gather.py", GATHER)
        for name, head in (("json", b"{"), ("png", b"\x89PNG"), ("svg", b"<?xml"), ("trace", b"\x89JUG")):
            done = self.call("run", "gather.py", "--virtual-time", "-f", name, "-o", "out")
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""))
            self.assertTrue(self.read("out").startswith(head), name)

    def test_saved_trace_is_read_again(self):
        self.write("gather.py", GATHER)
        self.output("run", "gather.py", "--virtual-time", "-f", "trace", "-o", "out.jug")
        self.assertEqual(self.output("run", "out.jug", "--format", "events"), GATHER_LOG)

    def test_arguments_input_and_status(self):
        self.write("ask.py", b"import asyncio, sys\n"
                             b"async def main():\n"
                             b"    print(sys.argv[1:], input())\n"
                             b"    sys.exit(7)\n"
                             b"asyncio.run(main())\n")
        done = self.call("run", "ask.py", "--format", "events", "--", "-x", "two words", input=b"typed\n")
        self.assertEqual(done.returncode, 7)
        self.assertIn(b"print main-1 ['-x', 'two words'] typed\n", done.stdout)

    def test_killed_by_a_signal(self):
        self.write("dies.py", b"import asyncio, os\n"
                              b"async def main():\n"
                              b"    print('alive', flush=True)\n"
                              b"    os.kill(os.getpid(), 9)\n"
                              b"asyncio.run(main())\n")
        done = self.call("run", "dies.py", "--format", "events")
        self.assertEqual(done.returncode, 128 + 9)
        self.assertIn(b"print main-1 alive\n", done.stdout)

    def test_module(self):
        os.mkdir(self.path("package"))
        self.write("package/__init__.py", b"")
        self.write("package/__main__.py", b"from . import other\n")
        self.write("package/other.py", GATHER)
        self.assertEqual(self.output("run", "-m", "package", "--virtual-time", "-f", "events"), GATHER_LOG)

    def test_interpreter(self):
        self.write("gather.py", GATHER)
        self.assertEqual(self.output("run", "gather.py", "--python", sys.executable, "--virtual-time", "-f", "events"),
                         GATHER_LOG)
        self.assert_fails(1, "There is no Python interpreter “nopython”; install Python 3.11",
                          "run", "gather.py", "--python", "nopython")

    def test_failing_program(self):
        self.write("fails.py", b"import asyncio\n"
                               b"async def main():\n"
                               b"    raise ValueError('no luck')\n"
                               b"asyncio.run(main())\n")
        done = self.call("run", "fails.py", "--format", "events")
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stdout.endswith(b"exit program ValueError\n"))
        self.assertEqual(done.stderr.decode(), "juggler: the program ended with ValueError: no luck\n")

    def test_program_without_a_loop(self):
        self.write("plain.py", b"print('hello')\n")
        done = self.call("run", "plain.py", "--format", "events")
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.endswith(b" 0 print loop hello\n"))
        self.assertIn("never started an event loop", done.stderr.decode())

    def test_interrupt_keeps_what_was_recorded(self):
        self.write("spins.py", b"import asyncio\n"
                               b"async def main():\n"
                               b"    open('started', 'w').close()\n"
                               b"    while True: pass\n"
                               b"asyncio.run(main())\n")
        process = subprocess.Popen([JUGGLER, "run", "spins.py", "--format", "events"], cwd=self.folder,
                                   env=environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        while not os.path.exists(self.path("started")):
            self.assertIsNone(process.poll())
        # The first only asks the task to be cancelled, which never awaits.
        while process.poll() is None:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(0.1)
            except subprocess.TimeoutExpired:
                pass
        out, _ = process.communicate(timeout=60)
        self.assertIn(b"step main-1\n", out)
        self.assertTrue(out.endswith(b"exit program KeyboardInterrupt\n"), out)
        self.assertEqual(process.returncode, 128 + signal.SIGINT)

    def test_isolated(self):
        if not shutil.which("bwrap") or subprocess.run(
                ["bwrap", "--unshare-all", "--ro-bind", "/", "/", "true"], capture_output=True).returncode:
            self.skipTest("bubblewrap does not work here")
        secret = self.write("secret", b"secret")
        os.mkdir(self.path("own"))
        self.write("own/reads.py", b"import asyncio, os\n"
                                   b"async def main():\n"
                                   b"    print(os.path.exists(%r), os.listdir('.'))\n"
                                   b"asyncio.run(main())\n" % secret)
        out = self.output("run", "own/reads.py", "--isolated", "--format", "events")
        self.assertIn("print main-1 False ['reads.py']\n", out)


class Lessons(Case):
    def test_lessons_in_python(self):
        """Both engines make the same of every lesson in virtual time."""
        lessons = json.loads(self.output("lessons", "--json"))
        virtual = [each for each in lessons if each["clock"] == "virtual"]
        self.assertGreaterEqual(len(virtual), 5)
        for each in virtual:
            done = self.call("run", each["id"], "--engine", "python", "--format", "events")
            self.assertEqual(done.stdout.decode(), expected_events(each["id"]), each["id"])

    def test_lesson_with_values(self):
        native = self.output("run", "coroutines/together", "--set", "ada=3", "-f", "events")
        python = self.output("run", "coroutines/together", "--set", "ada=3", "-f", "events", "-e", "python")
        self.assertEqual(python, native)
        self.assertNotEqual(native, expected_events("coroutines/together"))


class Wrong(Case):
    def test_what_does_not_go_together(self):
        self.write("gather.py", GATHER)
        self.assert_fails(2, "only lessons have parameters", "run", "gather.py", "--set", "a=1")
        self.assert_fails(2, "only Python can run a Python program", "run", "gather.py", "--engine", "native")

    def test_what_is_no_program(self):
        self.write("binary", b"\x7fELF\x00\x01")
        self.assert_fails(1, "is not a trace saved by Juggler", "run", "binary")


if __name__ == "__main__":
    sys.exit(main(sys.modules[__name__]))
