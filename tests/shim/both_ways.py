# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one program plainly and under the shim, and tells every difference.

A program is `programs/NAME.py`, or a folder `programs/NAME` that holds either a
`program.py`, or a `__main__.py` to be run by `python3 -m NAME`.  Comments behind the
licence say how it is run:

    # requires: 3.12            skipped, by name, on an older Python
    # requires: uvloop          ... or without a module
    # args: one 'two three'     its arguments
    # flags: -X dev             the interpreter's options
    # env: NAME=VALUE ...       more environment
    # shim: --virtual-time      the shim's options
    # as: relative              given by a relative path; or: symlink, module, folder
    # named: asyncio.py         the name that the program has where it runs
    # stdin: 'text\\n'           what stands on standard input (nothing); or: closed
    # stdout: broken            nobody reads it; or: closed, terminal (with stderr), file
    # stderr: stdout            both into one pipe; or: closed
    # signal: SIGINT            sent when the program prints `ready` and then waits; one
                                signal for each such line
    # loop: none                it never runs an event loop; or: other, one of its own
"""

import ast
import difflib
import functools
import os
import pathlib
import re
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time

import feed

HERE = pathlib.Path(__file__).resolve().parent
PROGRAMS = HERE / "programs"
SHIM = HERE.parent.parent / "data" / "shim" / "juggler_shim.py"
PATIENCE = 30       # seconds that one run may take

# Programs without a byte cannot say how they are run.
SILENT = {"empty": {"loop": "none"}}

KEYS = {"requires", "args", "flags", "env", "as", "named", "stdin", "stdout", "stderr",
        "shim", "signal", "loop"}


class Program:
    """One program and how it is run."""

    def __init__(self, path):
        self.path = path
        self.name = path.stem
        main = path
        if path.is_dir():
            main = path / "program.py"
            if not main.exists():
                main = path / "__main__.py"
        self.options = dict(SILENT.get(self.name, ()))
        for line in main.read_bytes().decode("latin-1").splitlines()[1:]:
            head = re.match(r"# (\w+): (.*)", line)
            if head is not None and head[1] in KEYS:
                self.options[head[1]] = head[2]
            elif not line.startswith("#"):
                break

    def lacks(self):
        """What this interpreter has not got that the program needs, or None."""
        need = self.options.get("requires", "3.11")
        if need[0].isdigit():
            version = tuple(map(int, need.split(".")))
            return None if sys.version_info >= version else f"needs Python {need}"
        try:
            __import__(need)
        except ImportError:
            return f"needs {need}, which is not installed"
        return None

    def words(self, key):
        return shlex.split(self.options.get(key, ""))

    def lay_out(self, folder):
        """Put the program into the new @folder; the words that name it to Python."""
        way = self.options.get("as", "")
        if self.path.is_dir():
            inner = folder / self.name
            shutil.copytree(self.path, inner,
                            ignore=shutil.ignore_patterns("__pycache__"))
            if (inner / "program.py").exists():
                return [str(inner / "program.py")]
            return [str(inner)] if way == "folder" else ["-m", self.name]
        file = folder / self.options.get("named", self.path.name)
        if way == "symlink":
            (folder / "real").mkdir()
            shutil.copyfile(self.path, folder / "real" / self.path.name)
            file.symlink_to(os.path.join("real", self.path.name))
            return [str(file)]
        shutil.copyfile(self.path, file)
        if way == "module":
            return ["-m", self.name]
        return [os.path.join(".", file.name) if way == "relative" else str(file)]


def all_programs():
    """Every program there is, by name."""
    paths = [path for path in PROGRAMS.iterdir()
             if path.suffix == ".py" or path.is_dir() and path.name != "__pycache__"]
    return sorted(map(Program, paths), key=lambda program: program.name)


def plain_command(program, target):
    """How Python runs the program."""
    return [sys.executable, *program.words("flags"), *target, *program.words("args")]


def watched_command(program, target, shim, into):
    """How the shim runs the same; the one place that knows its command line.

    @into is the path of a feed, or the number of an open one: then somebody reads along.
    """
    start = [sys.executable, *program.words("flags"), str(shim)]
    options = program.words("shim")
    feed = ["--feed-fd" if isinstance(into, int) else "-o", str(into)]
    if isinstance(into, int) and not any("limit" in option for option in options):
        feed.append("--stop-at-limit")  # which few programs are for
    return [*start, *feed, *options, *target, "--", *program.words("args")]


class Outcome:
    """What one run left: output, error output, exit status, names of files."""

    def __init__(self, stdout, stderr, status, files):
        self.parts = {"standard output": normal(stdout), "standard error": normal(stderr),
                      "exit status": str(status).encode(), "files": files}

    def differences(self, other):
        """Lines that say how @other differs from this; none if it does not."""
        lines = []
        for part, mine in self.parts.items():
            if mine != other.parts[part]:
                lines.append(f"{part}:")
                lines += difflib.unified_diff(
                    readable(mine), readable(other.parts[part]), "plain", "watched",
                    n=1, lineterm="")
        return lines


def normal(data):
    """@data without what differs between two runs of Python itself, and only that.

    Addresses of objects, the numbers of processes, and the ports that the kernel
    chose.  The temporary folder needs nothing: both runs have it under one name.
    """
    data = re.sub(rb"\b0x[0-9a-f]{6,}\b", b"0x...", data)
    data = re.sub(rb"(\bpid[ =]|<Process )\d+", rb"\1...", data)
    return re.sub(rb"(\('127\.0\.0\.1', )\d+", rb"\1...", data)


def readable(data):
    """@data as lines for a difference, not more of each than can be read."""
    lines = ["".join(c if c.isprintable() else ascii(c)[1:-1] for c in line)
             for line in data.decode("utf-8", "backslashreplace").split("\n")]
    return [line if len(line) < 300 else f"{line[:120]}... ({len(line)} characters)"
            for line in lines]


class Run:
    """One process: its streams as the program asks for them, its signals."""

    def __init__(self, program, command, folder, environment, inherited):
        self._program = program
        self._command = command
        self._folder = folder
        self._environment = environment
        self._inherited = inherited
        self._signals = program.words("signal")
        self._output = {"stdout": b"", "stderr": b""}
        self._process = None

    def finish(self):
        """Run it to its end: standard output, error output and exit status."""
        ask = self._program.options.get
        ends, close = {}, []
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE,
                   "stderr": subprocess.PIPE}
        command = list(self._command)
        shut = [redirection for name, redirection in
                (("stdin", "0<&-"), ("stdout", "1>&-"), ("stderr", "2>&-"))
                if ask(name) == "closed"]
        if shut:
            command = ["/bin/sh", "-c", f'exec "$@" {" ".join(shut)}', "sh", *command]
        if ask("stdin") not in (None, "closed"):
            options["stdin"] = subprocess.PIPE
        if ask("stderr") == "stdout":
            options["stderr"] = subprocess.STDOUT
        if ask("stdout") == "terminal":
            master, slave = os.openpty()
            options.update(stdin=slave, stdout=slave, stderr=slave)
            ends["stdout"] = master
            close = [slave]
        elif ask("stdout") == "broken":
            reading, writing = os.pipe()
            os.close(reading)
            options["stdout"] = writing
            close = [writing]
        elif ask("stdout") == "file":
            options["stdout"] = os.open(self._folder / "output", os.O_RDWR | os.O_CREAT)
            close = [options["stdout"]]
        self._process = process = subprocess.Popen(
            command, cwd=self._folder, env=self._environment, start_new_session=True,
            pass_fds=self._inherited, **options)
        for handle in close:
            os.close(handle)
        for name in ("stdout", "stderr"):
            if getattr(process, name) is not None:
                ends[name] = getattr(process, name).fileno()
        readers = [threading.Thread(target=self._read, args=pair)
                   for pair in ends.items()]
        for reader in readers:
            reader.start()
        if process.stdin is not None:
            self._feed(ast.literal_eval(ask("stdin")).encode())
        try:
            status = process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            status = f"none within {PATIENCE} seconds"
        for reader in readers:
            reader.join(1)          # unless a child of the program keeps it open
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        process.wait()
        for reader in readers:
            reader.join()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None and not stream.closed:
                stream.close()
        if ask("stdout") == "terminal":
            os.close(ends["stdout"])
        elif ask("stdout") == "file":
            self._output["stdout"] = (self._folder / "output").read_bytes()
        return self._output["stdout"], self._output["stderr"], status

    def _feed(self, data):
        try:
            self._process.stdin.write(data)
            self._process.stdin.close()
        except BrokenPipeError:
            pass

    def _read(self, name, handle):
        while True:
            try:
                data = os.read(handle, 1 << 16)
            except OSError:
                data = b""          # a terminal that nobody has open any more
            if not data:
                return
            self._output[name] += data
            if name == "stdout" and self._signals:
                count = self._output[name].count(b"ready\n")
                sent = len(self._program.words("signal")) - len(self._signals)
                if count > sent:
                    self._wait_for_sleep()
                    os.kill(self._process.pid,
                            getattr(signal, self._signals.pop(0)))

    def _wait_for_sleep(self):
        """Until the program really waits: whatever comes now finds it at that place."""
        asleep, end = 0, time.monotonic() + PATIENCE
        while asleep < 3 and time.monotonic() < end:
            time.sleep(0.01)
            try:
                stat = pathlib.Path(f"/proc/{self._process.pid}/stat").read_text()
            except OSError:
                return
            asleep = asleep + 1 if stat.rpartition(")")[2].split()[0] == "S" else 0


def run(program, folder, make_command, inherited=()):
    """Run @program in the new folder @folder, which is gone afterwards."""
    folder.mkdir()
    try:
        command = make_command(program.lay_out(folder))
        environment = {key: value for key, value in os.environ.items()
                       if not key.startswith("PYTHON")}
        environment.update(LC_ALL="C.UTF-8", PYTHONHASHSEED="0", TMPDIR=str(folder))
        if program.options.get("requires") == "uvloop":
            environment["PYTHONPATH"] = os.environ.get("PYTHONPATH", "")
        environment.update(word.split("=", 1) for word in program.words("env"))
        ends = Run(program, command, folder, environment, inherited).finish()
        files = sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))
        return Outcome(*ends, "\n".join(files).encode())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def examine_feed(program, path):
    """Lines that say what is wrong with what the shim wrote."""
    try:
        recorded = feed.read(path)
        kinds = {event.kind for event in recorded}
    except (OSError, feed.FeedError) as error:
        return ["feed:", str(error)]
    if program.options.get("loop") == "other":
        return []
    ran = program.options.get("loop") != "none"
    if (recorded.properties.get("started") == "yes") != ran:
        return ["feed:", "it says wrongly whether a loop ran"]
    if ran and not kinds & {"step", "callback-run"}:
        return ["feed:", "nothing that ran stands in it"]
    return []


def compare(program, folder, shim):
    """Run @program both ways under @folder: lines that say what differs.

    Under @shim it runs twice: once by itself, and once as by a window that reads along.
    Without a @shim it runs plainly twice.
    """
    place = folder / "here"
    plainly = functools.partial(plain_command, program)
    plain = run(program, place, plainly)
    if shim is None:
        return plain.differences(run(program, place, plainly))
    path = folder / "feed"
    watched = run(program, place, lambda target: watched_command(
        program, target, shim, path))
    lines = plain.differences(watched) + examine_feed(program, path)
    if lines:
        return lines
    path = folder / "open-feed"
    with open(path, "wb+") as file:
        file.truncate(feed.size(2_000_000, 64 << 20))
        number = file.fileno()
        watched = run(program, place, lambda target: watched_command(
            program, target, shim, number), [number])
    lines = plain.differences(watched) + examine_feed(program, path)
    path.unlink()
    return lines and ["while somebody reads along", *lines]
