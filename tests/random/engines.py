# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs descriptions with both engines and compares their event logs."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

from to_python import to_python

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "shim"))
import feed  # noqa: E402

SHIM = HERE.parent.parent / "data" / "shim" / "juggler_shim.py"


def shim_words(program, recording):
    """How the shim is told to run @program under virtual time and to record it."""
    return [str(SHIM), "--virtual-time", "--no-frames", "--no-locals", "--event-limit", "100000",
            "-o", recording, program]


def read_log(path):
    """The event log of what the shim recorded, which is deleted."""
    try:
        log = "".join(line + "\n" for line in feed.read(path).log())
    except FileNotFoundError:
        return ""
    except feed.FeedError as error:     # of a program that did not come to its end
        log = f"! what it recorded is no log: {error}\n"
    os.unlink(path)
    return log


class CPython:
    """An interpreter that runs descriptions as Python programs under the shim."""

    def __init__(self, python):
        self._python = python
        self._folder = tempfile.TemporaryDirectory(prefix="juggler-random-")
        self._program = os.path.join(self._folder.name, "program.py")
        self._log = os.path.join(self._folder.name, "log")
        self._process = subprocess.Popen(
            [python, "-B", str(HERE / "fork_server.py"), str(SHIM)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def _write(self, description):
        with open(self._program, "w", encoding="utf-8") as file:
            file.write(to_python(description))

    def play(self, description):
        """The event log of @description."""
        self._write(description)
        words = shim_words(self._program, self._log)
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()
        status = self._process.stdout.readline().strip()
        if not status:
            raise RuntimeError("the interpreter that is forked ended with status "
                               f"{self._process.wait()}")
        log = read_log(self._log)
        if not log or status == "late" or status.startswith("-"):
            log += f"! CPython ended with status {status}\n"
        return log

    def play_alone(self, description):
        """The same from a new interpreter, which takes longer."""
        self._write(description)
        subprocess.run([self._python, *shim_words(self._program, self._log)],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
        return read_log(self._log)

    def close(self):
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()
        self._folder.cleanup()


class Native:
    """The native engine, as the program `play-descriptions`."""

    def __init__(self, program):
        self._program = program
        self._start()

    def _start(self):
        self._process = subprocess.Popen(
            [self._program], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, encoding="utf-8")

    def play(self, description):
        """The event log of @description."""
        lines = []
        try:
            self._process.stdin.write(f"{description}end\n")
            self._process.stdin.flush()
            for line in self._process.stdout:
                if line == "end\n":
                    return "".join(lines)
                lines.append(line)
        except BrokenPipeError:
            pass
        said = self._process.stderr.read().strip().splitlines()
        status = self._process.wait()
        self.close()
        self._start()
        why = said[0] if said else ""
        return "".join(lines) + f"! the native engine ended with status {status} {why}\n"

    def close(self):
        """End it; what it says then, if it ends badly (a leak, in some builds)."""
        try:
            _, said = self._process.communicate()
        except (BrokenPipeError, ValueError):
            return ""
        return said if self._process.returncode else ""


class Engines:
    """Both of them."""

    def __init__(self, program, python=sys.executable):
        self.cpython = CPython(python)
        self.native = Native(program)

    def play(self, description):
        """The logs of CPython and of the native engine."""
        return self.cpython.play(description), self.native.play(description)

    def disagree(self, description):
        cpython, native = self.play(description)
        return cpython != native

    def close(self):
        """End them; what the native engine says if it ends badly."""
        self.cpython.close()
        return self.native.close()


def first_difference(cpython, native):
    """The number of the first line, from 0, in which two logs differ; None if none."""
    left, right = cpython.splitlines(), native.splitlines()
    for at in range(max(len(left), len(right))):
        if left[at:at + 1] != right[at:at + 1]:
            return at
    return None


def side_by_side(cpython, native):
    """Both logs, up to a few lines behind the first difference; or the one log."""
    left, right = cpython.splitlines(), native.splitlines()
    at = first_difference(cpython, native)
    if at is None:
        return ["  Both engines", *(f"  {line}" for line in left)]
    width = max([len("CPython")] + [len(line) for line in left[:at + 6]])
    lines = [f"  {'CPython':{width}}  native"]
    for number in range(min(at + 6, max(len(left), len(right)))):
        one = left[number] if number < len(left) else "(the end)"
        other = right[number] if number < len(right) else "(the end)"
        mark = ">" if number == at else " "
        lines.append(f"{mark} {one:{width}}  {other}")
    return lines
