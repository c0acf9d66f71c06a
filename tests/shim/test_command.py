#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shim's command line, and that a program does not notice that it is watched."""

import fcntl
import os
import platform
import subprocess
import sys
import textwrap
import unittest

import feed
from shim_runner import ShimTestCase

HELLO = """
    import asyncio
    import sys

    async def main():
        print("hello", *sys.argv[1:])

    asyncio.run(main())
    """


class Command(ShimTestCase):

    def test_options_stand_before_the_program_or_behind_it(self):
        program = self.write("program.py", HELLO)
        for words in (["-o", "log", "--virtual-time", program],
                      [program, "--virtual-time", "-o", "log"],
                      ["--virtual-time", program, "-o", "log"]):
            process = self.call(*words, "--", "a", "-o", "--")
            self.assertEqual((process.stdout, process.stderr), ("hello a -o --\n", ""))
            read = feed.read(self.path("log"))
            self.assertIn("0.000000 1 print main-1 hello a -o --", list(read.log()))
            self.assertEqual(read.properties["program"], program)
            self.assertTrue(read.is_finished)
            self.assertEqual(sorted(os.listdir(self.folder)), ["log", "program.py"])

    def test_without_a_name_it_has_that_of_the_program(self):
        self.write("program.py", HELLO)
        self.call("program.py")
        self.call("-m", "program")
        self.assertEqual(sorted(name for name in os.listdir(self.folder)
                                if "." in name), ["program.jug", "program.py"])
        self.assertEqual(feed.read(self.path("program.jug")).properties["program"],
                         "-m program")

    def test_it_says_what_was_run(self):
        program = self.write("program.py", HELLO)
        run = self.run_program(HELLO)
        self.assertEqual(run.feed.properties, {
            "engine": "python", "clock": "virtual", "program": program,
            "title": "program.py", "file": program, "source": textwrap.dedent(HELLO),
            "python": platform.python_version(), "implementation": "cpython",
            "started": "yes"})

    def test_it_writes_into_an_open_file(self):
        program = self.write("program.py", HELLO)
        memory = os.memfd_create("feed", os.MFD_ALLOW_SEALING)
        self.addCleanup(os.close, memory)
        os.ftruncate(memory, 4096 + 1000 * 32 + 65536)
        fcntl.fcntl(memory, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW)
        self.call("--feed-fd", str(memory), "--event-limit", "1000", "--text-limit",
                  "65536", "--virtual-time", program, pass_fds=[memory])
        read = feed.Feed(os.pread(memory, 1 << 20, 0))
        self.assertTrue(read.is_finished)
        self.assertIn("0.000000 1 print main-1 hello", list(read.log()))
        self.assertEqual(os.listdir(self.folder), ["program.py"])

    def test_a_killed_program_leaves_what_it_did(self):
        run = self.run_program("""
            import asyncio
            import os
            import signal

            async def main():
                print("here", flush=True)
                os.kill(os.getpid(), signal.SIGKILL)

            asyncio.run(main())
            """)
        self.assertEqual(run.status, -9)
        self.assertFalse(run.feed.is_finished)
        self.assertEqual(run.lines[-1], "0.000000 1 print main-1 here")

    def test_limits(self):
        endless = """
            import asyncio

            async def main():
                for number in range(5000):
                    print(number)
                    await asyncio.sleep(0)

            asyncio.run(main())
            """
        for option, what in (("--event-limit", "events"), ("--text-limit", "text")):
            run = self.run_program(endless, options=("--virtual-time", option, "4096"))
            self.assertEqual((run.status, run.stdout.count("\n")), (0, 5000))
            *_, last = run.feed
            self.assertEqual((last.kind, run.feed.text(last)), ("limit", what))
            run = self.run_program(endless, options=("--virtual-time", option, "4096",
                                                     "--stop-at-limit"))
            self.assertEqual((run.status, run.stderr), (124, ""))
            self.assertLess(run.stdout.count("\n"), 5000)
            self.assertTrue(run.feed.is_finished)

    def test_wrong_usage_says_what_is_wrong(self):
        program = self.write("program.py", HELLO)
        for words, reason in (
                ([], "no program given"), (["-o", "log"], "no program given"),
                (["--evnts", program], "--evnts"), ([program, "-o"], "-o needs"),
                ([program, "argument"], "more than one program"),
                (["none.py"], "cannot read none.py"),
                ([program, "--event-limit", "0"], "--event-limit needs a number"),
                (["--feed-fd", "77", program], "cannot write to file number 77"),
                (["-o", "/nowhere/log", program], "cannot write /nowhere/log"),
                (["-o", "/dev/null", program], "not a regular file")):
            process = self.call(*words)
            self.assertEqual(process.returncode, 2, words)
            self.assertEqual(process.stdout, "")
            self.assertIn(reason, process.stderr)
            self.assertEqual(process.stderr.count("\n"), 1)

    def test_help(self):
        process = self.call("--help")
        self.assertEqual((process.returncode, process.stderr), (0, ""))
        self.assertTrue(process.stdout.startswith("usage: juggler_shim.py"))

    def test_a_fork_writes_nothing_twice(self):
        run = self.run_program("""
            import os
            print("before")
            child = os.fork()
            if child == 0:
                print("child")
                raise SystemExit
            os.waitpid(child, 0)
            print("after")
            """)
        self.assertEqual(run.lines, ["0.000000 0 print loop before",
                                     "0.000000 0 print loop after"])


class Transparency(ShimTestCase):
    """The same program with and without the shim."""

    def assert_unseen(self, text, *args, status=0):
        program = self.write("program.py", text)
        plain = subprocess.run([sys.executable, program, *args], capture_output=True,
                               text=True, cwd=self.folder, timeout=60)
        watched = self.call("-o", self.path("log"), program, "--", *args)
        self.assertEqual(plain.returncode, status, plain.stderr)
        self.assertEqual(watched.returncode, plain.returncode)
        self.assertEqual(watched.stdout, plain.stdout)
        self.assertEqual(watched.stderr, plain.stderr)

    def test_the_program_sees_itself_as_main(self):
        self.write("helper.py", "NAME = __name__\n")
        self.assert_unseen("""
            import sys
            import helper
            print(__name__, __file__, helper.NAME, sys.argv[1:], __spec__)
            print(sys.path[0], sorted(vars()), sys.modules["__main__"] is not None)
            print(type(sys.stdout).__name__, sys.stdout.encoding, sys.stdout.fileno(),
                  sys.stdout.isatty(), sys.stdout.name)
            """, "x", "--virtual-time")

    def test_asyncio_has_its_own_names(self):
        self.assert_unseen("""
            import asyncio

            async def child():
                await asyncio.sleep(0.001)
                return 7

            async def main():
                task = asyncio.create_task(child(), name="c")
                print(task.get_name(), asyncio.current_task().get_name())
                print(isinstance(task, asyncio.Task), isinstance(task, asyncio.Future))
                print(type(task), asyncio.Task.__name__, asyncio.Task.__doc__)
                print(task.get_coro().__name__, repr(task)[:40])
                print(sorted(vars(asyncio)))
                print(await task, asyncio.all_tasks() == {asyncio.current_task()})
                print(asyncio.all_tasks.__name__)
                done, pending = await asyncio.wait([task])
                print(pending, done == {task}, list(done)[0] is task)

            asyncio.run(main())
            """)

    def test_tracebacks_are_the_same(self):
        self.assert_unseen("""
            import asyncio

            async def deep():
                await asyncio.sleep(0)
                raise ValueError("deep")

            async def main():
                task = asyncio.create_task(deep())
                try:
                    await task
                except ValueError as error:
                    raise RuntimeError("outer") from error

            asyncio.run(main())
            """, status=1)

    def test_tracebacks_of_groups_are_the_same(self):
        self.assert_unseen("""
            import asyncio

            async def fails(number):
                raise ValueError(number)

            async def main():
                async with asyncio.TaskGroup() as group:
                    group.create_task(fails(1))
                    group.create_task(fails(2))

            asyncio.run(main())
            """, status=1)

    def test_statuses_and_syntax_errors(self):
        self.assert_unseen("import sys\nsys.exit(9)\n", status=9)
        self.assert_unseen("import sys\nsys.exit('no')\n", status=1)
        self.assert_unseen("raise SystemExit\n")
        self.assert_unseen("print('x'\n", status=1)
        self.assert_unseen("import asyncio\nasync def f():\n    raise KeyboardInterrupt\n"
                           "asyncio.run(f())\n", status=-2)

    def test_debug_mode_tells_the_same(self):
        self.assert_unseen("""
            import asyncio

            async def child():
                await asyncio.sleep(0)

            async def main():
                task = asyncio.create_task(child())
                print(task._source_traceback[-1].line)
                await task

            asyncio.run(main(), debug=True)
            """)

    def test_exit_functions_and_threads_come_before_the_end(self):
        run = self.run_program("""
            import atexit
            import threading
            atexit.register(print, "atexit")
            threading.Timer(0.05, print, ("thread",)).start()
            raise KeyError
            """, options=())
        events = [line.split(" ", 2)[2] for line in run.lines]
        self.assertEqual(events, ["print loop thread", "print loop atexit",
                                  "exit program KeyError"])


if __name__ == "__main__":
    unittest.main()
