# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that the comparison of random programs can fail, and what its parts promise.

    test_comparison.py PLAY-DESCRIPTIONS
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import textwrap
import unittest

sys.dont_write_bytecode = True

from description import parse
from engines import CPython, Engines, first_difference, side_by_side
from generate import CALL_COST, generate
from rules import RULES, allowed, left_out
from shrink import is_sound, shrink
from to_python import to_python

HERE = pathlib.Path(__file__).resolve().parent
SEEDS = range(300)
EVERYTHING = frozenset(RULES)

# A play-descriptions that says `wait` where the true one says `step` for the third time.
LIAR = """\
#!{python}
import subprocess
import sys
true = subprocess.Popen([{program!r}], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                        text=True)
for line in sys.stdin:
    true.stdin.write(line)
    if line != "end\\n":
        continue
    true.stdin.flush()
    steps = 0
    for line in true.stdout:
        steps += " step " in line
        print(line.replace(" step ", " wait ") if steps == 3 else line, end="")
        if line == "end\\n":
            break
    sys.stdout.flush()
"""


class Comparison(unittest.TestCase):
    """A wrong log is told."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_command(self, *words):
        return subprocess.run(
            [sys.executable, str(HERE / "run"), "--keep", str(self.folder / "kept"),
             "--jobs", "1", *words], capture_output=True, text=True, timeout=300)

    def write_liar(self):
        path = self.folder / "liar"
        path.write_text(LIAR.format(python=sys.executable, program=PROGRAM))
        path.chmod(0o755)
        return str(path)

    def test_equal_logs_are_no_difference(self):
        self.assertIsNone(first_difference("a\nb\n", "a\nb\n"))

    def test_first_difference_is_found(self):
        self.assertEqual(first_difference("a\nb\nc\n", "a\nx\nc\n"), 1)
        self.assertEqual(first_difference("a\n", "a\nb\n"), 1)
        self.assertEqual(first_difference("a\nb\n", "a\n"), 1)

    def test_logs_stand_side_by_side(self):
        self.assertEqual(side_by_side("a\nb\n", "a\n"),
                         ["  CPython  native", "  a        a", "> b        (the end)"])

    def test_true_engine_passes(self):
        process = self.run_command("--program", PROGRAM, "--seeds", "0-9", "--tap")
        self.assertEqual(process.returncode, 0, process.stdout + process.stderr)
        self.assertIn("\nok 1 /juggler/random/agreement/seeds-0-9\n", process.stdout)
        self.assertIn("# 10 of 10 programs agreed with CPython ", process.stdout)

    def test_wrong_log_is_told_made_small_and_kept(self):
        process = self.run_command("--program", self.write_liar(), "--seeds", "4-4",
                                   "--tap")
        self.assertEqual(process.returncode, 1, process.stdout + process.stderr)
        self.assertIn("\nnot ok 1 /juggler/random/agreement/seeds-4-4\n", process.stdout)
        self.assertIn("# 0 of 1 programs agreed", process.stdout)
        kept = (self.folder / "kept" / "4.txt").read_text()
        self.assertIn("asyncio.run(main())", kept)
        self.assertRegex(kept, r"(?m)^> .* step main-1 .* wait main-1")
        self.assertLessEqual(len(parse(kept.split("\nimport ")[0])), 2)

    def test_kept_file_can_be_shown(self):
        liar = self.write_liar()
        self.run_command("--program", liar, "--seeds", "4-4")
        process = self.run_command("--program", liar, "--show",
                                   str(self.folder / "kept" / "4.txt"))
        self.assertEqual(process.returncode, 1, process.stderr)
        self.assertIn("CPython", process.stdout)

    def test_crash_is_told(self):
        process = self.run_command("--program", "/bin/false", "--seeds", "4-4")
        self.assertEqual(process.returncode, 1)
        self.assertIn("! the native engine ended with status 1", process.stdout)

    def test_interpreter_that_ends_is_told(self):
        python = self.folder / "python"
        python.write_text(f'#!/bin/sh\n[ "$1" != -B ] && exec {sys.executable} "$@"\n')
        python.chmod(0o755)
        process = self.run_command("--program", PROGRAM, "--python", str(python),
                                   "--seeds", "0-9", "--tap")
        self.assertEqual(process.returncode, 1, process.stderr)
        self.assertIn("\nnot ok 1 ", process.stdout)
        self.assertIn("# 0 of 10 programs agreed", process.stdout)

    def test_different_programs_have_different_logs(self):
        engines = Engines(PROGRAM)
        self.addCleanup(engines.close)
        one = parse("function main:\n  sleep 0.1\n")
        other = parse("function main:\n  sleep 0.2\n")
        self.assertFalse(engines.disagree(one))
        self.assertNotEqual(engines.cpython.play(one), engines.native.play(other))


class Servant(unittest.TestCase):
    """An interpreter that is forked does what a new one does."""

    def test_fork_writes_the_log_of_a_new_interpreter(self):
        cpython = CPython(sys.executable)
        self.addCleanup(cpython.close)
        for seed in range(6):
            with self.subTest(seed=seed):
                description = generate(seed, allowed(sys.version_info[:3]))
                self.assertEqual(cpython.play(description),
                                 cpython.play_alone(description))


class Generator(unittest.TestCase):
    """Descriptions are what generate.py promises."""

    def test_seed_makes_the_same_program_again(self):
        for seed in SEEDS:
            self.assertEqual(str(generate(seed, EVERYTHING)),
                             str(generate(seed, EVERYTHING)))

    def test_description_is_read_back(self):
        for seed in SEEDS:
            text = str(generate(seed, EVERYTHING))
            self.assertEqual(str(parse(text)), text)

    def test_description_is_sound_and_python(self):
        for seed in SEEDS:
            description = generate(seed, EVERYTHING)
            self.assertTrue(is_sound(description), seed)
            compile(to_python(description), f"seed {seed}", "exec")

    def test_program_is_bounded(self):
        sizes = [len(generate(seed, EVERYTHING)) for seed in SEEDS]
        self.assertLessEqual(max(sizes), 120)
        self.assertGreater(sum(sizes) / len(sizes), 20)
        self.assertLessEqual(CALL_COST, 1000)

    def test_every_kind_of_statement_is_made(self):
        made = {statement.verb for seed in range(2000)
                for statement in generate(seed, EVERYTHING).walk()}
        self.assertLessEqual({
            "sleep", "block", "print", "task", "eager", "await", "gather",
            "gather-exceptions", "wait", "wait-for", "shield", "as-completed",
            "as-completed-futures", "wait-for-shield", "keep-gather",
            "keep-gather-exceptions", "keep-shield", "all-tasks", "cancel",
            "self-cancel", "uncancel", "cancelling", "show", "timeout", "reschedule",
            "group", "child", "with", "acquire", "release", "set", "clear", "wait-on",
            "wait-until", "notify", "notify-all", "count", "put", "get", "put-now",
            "get-now", "task-done", "join", "shutdown", "shutdown-now", "result", "fail",
            "soon", "later", "on-done", "try", "except", "finally", "raise", "again",
            "return", "loop"}, made)

    def test_what_a_python_lacks_is_left_out_by_name(self):
        self.assertEqual(left_out((3, 14, 0)), [])
        self.assertEqual(len(left_out((3, 11, 0))), len(RULES))
        verbs = {statement.verb for seed in SEEDS
                 for statement in generate(seed, allowed((3, 11, 0))).walk()}
        self.assertFalse(verbs & {"eager", "wait-for", "shutdown", "uncancel"})


class Reducer(unittest.TestCase):
    """What is made small keeps what makes it interesting."""

    def test_only_what_matters_is_left(self):
        def cancels_itself(one):
            return any(each.verb == "self-cancel" for each in one.walk())

        description = next(filter(cancels_itself, (generate(seed, EVERYTHING)
                                                   for seed in range(2000))))
        self.assertGreater(len(description), 10)
        small = shrink(description, cancels_itself)
        self.assertEqual(len(small), 1)
        self.assertEqual(small.things, [])

    def test_body_takes_the_place_of_its_block(self):
        description = parse(textwrap.dedent("""\
            function main:
              timeout m0 0.1:
                try:
                  print 1
                finally:
                  print 2
            """))
        small = shrink(description, lambda one: "print 2" in str(one))
        self.assertEqual(str(small), "function main:\n  print 2\n")


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(testRunner=unittest.TextTestRunner(verbosity=0))
