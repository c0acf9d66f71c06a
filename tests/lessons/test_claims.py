#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the texts of the lessons say of a changed program, tried with this Python.

Each test quotes the sentence that it is about, so that neither changes without the other.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.join(HERE, "..", "..")
LESSONS = os.path.join(SOURCE, "lessons")
sys.path.insert(0, os.path.join(SOURCE, "tests", "shim"))
import feed                         # noqa: E402


class Claim(unittest.TestCase):
    lesson = ""
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = os.path.join(folder.name, "lesson")
        shutil.copytree(os.path.join(LESSONS, self.lesson), self.folder)

    def says(self, *phrases):
        """The lesson says so."""
        tree = ElementTree.parse(os.path.join(self.folder, "lesson.xml"))
        text = re.sub(r"\s+", " ", "".join(tree.getroot().itertext()))
        for phrase in phrases:
            self.assertIn(phrase, text)

    def change(self, *changes):
        """Replace what stands in the program exactly once, and write it."""
        path = os.path.join(self.folder, "program.py")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for old, new in changes:
            self.assertEqual(text.count(old), 1, old)
            text = text.replace(old, new)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def run_program(self, *words):
        return subprocess.run([sys.executable, "-B", *words, "program.py"], text=True, timeout=60,
                              capture_output=True, cwd=self.folder, check=False)

    def log(self, *changes):
        """The event log of the changed program, in virtual time."""
        self.change(*changes)
        return feed.log_of(["program.py"], cwd=self.folder).decode().splitlines()

    def prints(self, *changes):
        """Seconds and text of each line that the changed program prints."""
        lines = [line.split(" ", 4) for line in self.log(*changes) if " print " in line]
        return [(float(words[0]), words[4]) for words in lines]


class Together(Claim):
    lesson = "coroutines/together"

    def test_the_longest_wait_decides(self):
        self.says("2 seconds instead of 5", "let Grace wait for 5 seconds")
        self.assertEqual(self.prints(('    await hello("Grace", 1)', '    await hello("Grace", 5)'),
                                     ('hello("Grace", 1),', 'hello("Grace", 5),')),
                         [(0, "one after the other"), (2, "Hello, Ada!"), (7, "Hello, Grace!"),
                          (9, "Hello, Alan!"), (9, "together"), (11, "Hello, Ada!"),
                          (11, "Hello, Alan!"), (14, "Hello, Grace!"), (14, "everybody was greeted")])

    def test_work_does_not_overlap(self):
        self.says("three computations of 2 seconds would still take 6")
        printed = self.prints(("import asyncio\n", "import asyncio, time\n"),
                              ("await asyncio.sleep(seconds)", "time.sleep(2)"))
        times = dict((text, seconds) for seconds, text in printed)
        self.assertEqual(times["everybody was greeted"] - times["together"], 6)


class Calling(Claim):
    lesson = "coroutines/calling"

    def test_python_warns_of_what_nobody_awaits(self):
        self.says("`coroutine 'make_tea' was never awaited`")
        self.change(("    await tea\n", ""))
        self.assertIn("RuntimeWarning: coroutine 'make_tea' was never awaited",
                      self.run_program(feed.SHIM, "--virtual-time", "-o", "feed").stderr)

    def test_a_recipe_is_used_up(self):
        self.says("A second `await tea` would be a `RuntimeError`")
        self.assertEqual(self.log(("    await tea\n", "    await tea\n    await tea\n"))[-1].split(" ", 2)[2],
                         "exit program RuntimeError")

    def test_await_starts_nothing_beside_you(self):
        self.says("`await` alone starts nothing beside you", "make a task of it")
        self.assertEqual(self.prints(("tea = make_tea()", "tea = asyncio.create_task(make_tea())"))[-1],
                         (3, "now there is tea"))


class Turns(Claim):
    lesson = "tasks/turns"

    def test_fewer_turns_bow_first(self):
        self.says("let Ben throw five balls", "if both of them throw none")
        log = self.log(('juggle("Ben", 2)', 'juggle("Ben", 5)'))
        self.assertLess(log.index("0.000000 5 print juggle-1 Ada bows"),
                        log.index("0.000000 7 print juggle-2 Ben bows"))

    def test_a_step_is_never_interrupted(self):
        self.says("A step of a task is never interrupted")
        self.assertEqual([text for _, text in self.prints(('juggle("Ada", 3)', 'juggle("Ada", 0)'),
                                                          ('juggle("Ben", 2)', 'juggle("Ben", 0)'))],
                         ["two tasks, and nobody has thrown a ball", "Ada bows", "Ben bows",
                          "the show is over"])


class Blocking(Claim):
    lesson = "tasks/blocking"

    def test_a_beat_prints_and_sets_a_timer(self):
        self.says("it prints its line and sets the next timer")
        self.assertEqual([line for line in self.log() if line.startswith("2.0")],
                         ["2.000000 8 step heart-1", "2.000000 8 print heart-1 beat 3",
                          "2.000000 8 wait heart-1 future"])

    def test_half_a_second_is_not_noticed(self):
        self.says("let main block for half a second only", "for 0.6 seconds?")
        for block, beat in ((0.5, 4), (0.6, 4.1)):
            self.setUp()
            self.assertIn((beat, "beat 5"), self.prints(("time.sleep(2)", f"time.sleep({block})")))

    def test_a_thread_waits_beside_the_loop(self):
        self.says("`await asyncio.to_thread(time.sleep, 2)`")
        self.change(("range(1, 7)", "range(1, 4)"), ("sleep(1.5)", "sleep(0)"), ("sleep(1)", "sleep(0.1)"),
                    ("await asyncio.sleep(2)", "pass"),
                    ("    time.sleep(2)", "    await asyncio.to_thread(time.sleep, 2)"))
        lines = self.run_program().stdout.splitlines()
        self.assertLess(lines.index("beat 3"), lines.index("main lets the others run again"))


class Timeout(Claim):
    lesson = "cancellation/timeout"

    def test_time_for_all_of_it(self):
        self.says("give it 7 seconds")
        self.assertEqual(self.prints(("timeout(2)", "timeout(7)"))[-3:],
                         [(5, "the page is here"), (5, "closing the connection"), (6, "closed")])

    def test_a_page_in_time(self):
        self.says("let the page take half a second")
        self.assertEqual(self.prints(("sleep(5)", "sleep(0.5)"))[-1], (1.5, "closed"))

    def test_it_asks_and_does_not_stop(self):
        self.says("All that it does then is to ask the block to stop")
        printed = self.prints(("import asyncio\n", "import asyncio, time\n"),
                              ("await asyncio.sleep(1)", "time.sleep(10)"))
        self.assertEqual(printed[-1], (12, "that took too long"))

    def test_swallowed_it_becomes_no_error(self):
        self.says("It works only if the `CancelledError` gets that far")
        self.assertNotIn("that took too long", [text for _, text in self.prints(
            ("    finally:\n", "    except asyncio.CancelledError:\n"))])


class Pages(Claim):
    lesson = "web/pages"

    # Without the except in line 11.
    BARE = (("    try:\n        page =", "    page ="),
            ("    except website.PageError as error:\n        print(f\"{path} failed: {error}\")\n"
             "        return 0\n", ""))

    def test_the_first_failure_ends_the_program(self):
        self.says("the first `/lost`, after 1.9 seconds, would raise its error through line 22")
        self.change(*self.BARE)
        done = self.run_program()
        self.assertEqual(done.stdout.splitlines(),
                         ["/news has 2500 bytes", "/weather has 800 bytes", "/map has 48000 bytes"])
        self.assertIn("in main\n    total += await download(server, path)", done.stderr)
        self.assertTrue(done.stderr.endswith("PageError: 404 Not Found\n"), done.stderr)

    def test_gather_does_not_wait_and_run_cancels(self):
        self.says("It would raise the error in line 25", "would *cancel* them")
        self.change(("    for path in PATHS:\n        total += await download(server, path)\n", ""),
                    ("    except website.PageError as error:\n"
                     "        print(f\"{path} failed: {error}\")\n        return 0\n",
                     "    except asyncio.CancelledError:\n        print(path, 'cancelled')\n        raise\n"))
        done = self.run_program()
        self.assertEqual(sorted(done.stdout.splitlines()[1:]),
                         ["/map cancelled", "/news cancelled", "/weather cancelled"])
        self.assertIn("in main\n    sizes = await asyncio.gather", done.stderr)

    def test_a_tenth_of_a_second(self):
        self.says("a tenth of a second after the call", "to find that out takes 0.1 seconds")
        self.change(("import website\n", "import website\nassert website.MISSING[0] == 0.1\n"),
                    ('["/news", "/weather", "/map", "/lost"]', '["/lost"]'))
        self.assertIn("/lost failed: 404 Not Found", self.run_program().stdout)


if __name__ == "__main__":
    unittest.main()
