#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run an asyncio program unchanged and record what its event loop does.

    python3 juggler_shim.py [OPTIONS] PROGRAM.py|-m MODULE [OPTIONS] [-- ARGS]

The program runs in this interpreter, with its own asyncio: the scheduling that is
recorded is CPython's, nothing is simulated.  Only the standard library is needed,
CPython 3.11 to 3.14.

The file reads from top to bottom: clock, the feed (the file that is written), where each
thread stands, the program's output, what stands open outside, words for values, the order
where asyncio leaves it open, the observer (which turns what happens into events), what
runs often, chains of awaits, what futures are made for, locks and queues, the hooks
(every place where the shim reaches into asyncio and the standard library, and nowhere
else), and the command.
"""

import sys

BEFORE = frozenset(sys.modules)     # what Python itself has loaded when it starts

import asyncio
import asyncio.base_events
import asyncio.events
import asyncio.futures
import asyncio.selector_events
import asyncio.taskgroups
import asyncio.tasks
import asyncio.timeouts
import ast
import atexit
import collections
import concurrent.futures.thread
import enum
import errno
import fcntl
import functools
import gc
import importlib.machinery
import inspect
import io
import itertools
import linecache
import math
import mmap
import os
import queue
import re
import runpy
import socket
import stat
import struct
import subprocess
import threading
import time
import tokenize
import traceback
import types
import warnings
import weakref

# Not before asyncio, which would then find it half made and use its Python twins.
import _asyncio

# The modules above that nothing here uses (queue, subprocess) copy time.monotonic when
# they are imported; they measure real waiting, so they are imported before the hooks.
_ = queue, subprocess

SECOND = 1_000_000_000
EPOCH = 1_700_000_000 * SECOND      # time.time() at the start of a virtual run
LONGEST_SELECT = 24 * 3600 * SECOND  # asyncio never waits longer in one iteration
FOREVER = (1 << 62) - 1
SLICE = 0.02                        # seconds between two looks at what is outside
GRACE = 0.05                        # seconds that idle threads get before "deadlock"

USAGE = """usage: juggler_shim.py [OPTIONS] PROGRAM.py|-m MODULE [OPTIONS] [-- ARGS]

Runs PROGRAM.py as python3 would and records what its event loop does.

  -o FILE             where to write; without it, PROGRAM.jug in the current folder
  --feed-fd N         write into the open file number N instead
  --virtual-time      let waiting take no time
  --no-frames         do not record the chains of awaits
  --no-locals         do not record local variables
  --event-limit N     stop recording after N events (2000000)
  --text-limit BYTES  stop recording after so much text (67108864)
  --stop-at-limit     end the program when recording stops
  --program-name NAME what the recording calls the program
  -h, --help          show this
"""


def to_ns(seconds):
    """Seconds as whole nanoseconds, as both engines round them."""
    return round(seconds * SECOND)


def to_deadline(when, start):
    """A loop's time as nanoseconds from @start, for ever if it is no number."""
    try:
        return max(-FOREVER, min(to_ns(when) - start, FOREVER))
    except (OverflowError, ValueError, TypeError):
        return FOREVER


# --- Clock ---------------------------------------------------------------------------

class RealClock:
    """Time as it passes."""

    virtual = False

    def __init__(self):
        monotonic_ns = time.monotonic_ns
        self._start = start = monotonic_ns()
        self.now = lambda: monotonic_ns() - start   # nanoseconds since the run began

    def to_trace(self, when):
        """A loop's time as nanoseconds since the run began."""
        return to_deadline(when, self._start)


class VirtualClock:
    """Time that passes only where the program waits: by jumps of whole nanoseconds."""

    virtual = True

    def __init__(self):
        self._real = time.monotonic_ns
        self._ns = 0
        self._waiting_since = None

    def now(self):
        """Nanoseconds since the run began."""
        since = self._waiting_since
        return self._ns if since is None else self._ns + self._real() - since

    def to_trace(self, when):
        """A loop's time as nanoseconds since the run began."""
        return to_deadline(when, 0)

    def advance(self, ns):
        """Let @ns nanoseconds pass at once."""
        self._ns += ns

    def begin_waiting(self):
        """From here on time passes as it really does, for something outside."""
        if self._waiting_since is None:
            self._waiting_since = self._real()

    def end_waiting(self):
        """Stop the clock again, where it stands now."""
        self._ns = self.now()
        self._waiting_since = None


# --- The feed ------------------------------------------------------------------------

NO_EVENT = 0xFFFFFFFF

# The kinds of events, and what their `detail` can be: as in app/trace/jug-event.h.
(TASK_CREATE, STEP, WAIT, DONE, CANCEL, PRINT, EXIT) = range(1, 8)
(LOOP_START, LOOP_STOP, ITERATION, POLL, RUN, SHUTDOWN) = range(16, 22)
(CALLBACK_QUEUE, CALLBACK_RUN, CALLBACK_END, CALLBACK_CANCEL,
 TIMER_ARM, TIMER_FIRE, TIMER_CANCEL) = range(24, 31)
(FUTURE_CREATE, FUTURE_DONE, UNCANCEL, TASK_NAME, FUTURE_CHILD, EXCEPTION,
 UNORDERED) = range(32, 39)
(SYNC_CREATE, SYNC) = range(40, 42)
(IO_START, IO_DONE, LINE, BLOCK, REPORT, LIMIT) = range(48, 54)
(FRAMES, LOCALS) = range(56, 58)

(WAIT_YIELD, WAIT_TASK, WAIT_FUTURE) = range(3)
(RESULT, RAISED, CANCELLED) = range(3)
(UNORDERED_GROUP, UNORDERED_SHUTDOWN, UNORDERED_AS_COMPLETED, UNORDERED_WAIT,
 UNORDERED_ALL_TASKS, UNORDERED_COMPLETED) = range(6)
(REPORT_NEVER_RETRIEVED, REPORT_DESTROYED_PENDING, REPORT_NEVER_AWAITED,
 REPORT_CALLBACK_ERROR, REPORT_SLOW_CALLBACK, REPORT_SHUTDOWN_ERROR) = range(6)


class Feed:
    """The file that is written: memory that others see, so nothing is ever sent."""

    MAGIC = b"\x89JUF\r\n\n\0"
    HEADER = struct.Struct("<8sIIQQQII")
    EVENT = struct.Struct("<qIIIIII")
    ENTRY = struct.Struct("<II")
    EVENTS = 4096               # where the events begin
    ROOM = 8                    # events that are kept for what must still be said
    STRIDE = 1 << 20            # bytes of disk that are asked for at a time
    LONGEST = 1 << 20           # bytes of one string

    def __init__(self, descriptor, path, event_limit, text_limit):
        """@path is that of a file of its own, None for one that somebody passed on."""
        self._path = path
        self.is_read_along = path is None
        self._owner = os.getpid()
        self._text = self.EVENTS + event_limit * self.EVENT.size
        self._text_used = self._text
        self._text_end = self._text + text_limit
        self._allocated = self._text_allocated = None
        self._lock = threading.RLock()
        self._strings = {"": 0}
        self._limit = event_limit - self.ROOM
        self._n_events = None       # once recording has stopped
        self.at_limit = None        # what else to do then
        self._is_at_limit = False   # and whether it has to be done yet
        self._descriptor = move_out_of_the_way(descriptor)
        if path is not None:
            os.ftruncate(self._descriptor, self._text_end)
        self.memory = map_out_of_the_way(self._descriptor, self._text_end)
        if path is not None:
            self._allocated = self.EVENTS
            self._text_allocated = self._text
        self.write, self._next, self._set_bound = self._make_writer(
            self._limit if path is None else 0)
        self.HEADER.pack_into(self.memory, 0, self.MAGIC, 1, event_limit, self.EVENTS,
                              self._text, 0, 0, 0)

    # Events

    def _make_writer(self, bound):
        """What writes events, which must be quick: no look-ups of attributes in it."""
        pack, memory, make_room = self.EVENT.pack_into, self.memory, self._make_room
        first, size = self.EVENTS, self.EVENT.size
        next_slot = itertools.count().__next__

        def write(time, iteration, kind, task, object, a, b):
            """Put an event into the next slot and return its number."""
            index = next_slot()
            if index >= bound and not make_room(index):
                return NO_EVENT
            pack(memory, first + size * index, time, iteration, kind, task, object, a, b)
            return index

        def set_bound(index):
            """From this slot on there is something to do first."""
            nonlocal bound
            bound = index

        return write, next_slot, set_bound

    def _make_room(self, index):
        """Whether slot @index may be written after all."""
        is_there = self._find_room(index)
        self._pass_limit_on()
        return is_there

    def _find_room(self, index):
        with self._lock:
            if self._n_events is not None:
                return index < self._n_events
            if index >= self._limit:
                if index == self._limit:
                    self._stop("events", index)
                return False
            while self._allocated is not None and (
                    self.EVENTS + 32 * (index + 1) > self._allocated):
                if not self._allocate(self._allocated):
                    self._stop("disk", index)
                    return False
                self._allocated += self.STRIDE
            if self._allocated is not None:
                self._set_bound(min(self._limit, (self._allocated - self.EVENTS) // 32))
            return True

    def _allocate(self, offset, size=STRIDE):
        """Have disk for what comes at @offset: memory without it would kill us."""
        size = min(size, self._text_end - offset)
        try:
            there = os.fstat(self._descriptor)
            mine = os.stat(self._path)
            if (there.st_dev, there.st_ino) == (mine.st_dev, mine.st_ino) and size > 0:
                os.posix_fallocate(self._descriptor, offset, size)
        except OSError as error:
            return error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        return True

    def _stop(self, what, index):
        """Record nothing any more but that, in slot @index: @what was used up."""
        self._n_events = index + 1
        text = self._append(1, what.encode()) or self._strings.get(what, 0)
        self.EVENT.pack_into(self.memory, self.EVENTS + 32 * index, self._last_time(index),
                             0, LIMIT, 0, 0, text, NO_EVENT)
        self._set_bound(-1)
        self._is_at_limit = True

    def _pass_limit_on(self):
        """Do what else is to be done at the limit, without the lock: that takes others."""
        if self._is_at_limit:
            self._is_at_limit = False
            if self.at_limit is not None:
                self.at_limit()

    def _last_time(self, index):
        return 0 if index == 0 else struct.unpack_from(
            "<q", self.memory, self.EVENTS + 32 * (index - 1))[0]

    # Text

    def intern(self, text):
        """The number of the string @text."""
        number = self._strings.get(text)
        return self._add(text) if number is None else number

    def _add(self, text):
        number = self._find_or_add(text)
        self._pass_limit_on()
        return number

    def _find_or_add(self, text):
        with self._lock:
            number = self._strings.get(text)
            if number is None and self._n_events is None:
                data = text.encode("utf-8", "backslashreplace").replace(b"\0", b"\\x00")
                if len(data) > self.LONGEST:
                    data = data[:self.LONGEST].decode("utf-8", "ignore").encode()
                number = self._append(1, data)
                if number == 0:
                    self._stop("text", self._next())
                else:
                    self._strings[text] = number
            return number or 0

    def set_property(self, key, value):
        """Say something about the whole run."""
        data = value.encode("utf-8", "backslashreplace").replace(b"\0", b"\\x00")
        with self._lock:
            if self._n_events is None:
                self._append(2, key.encode() + b"\0" + data[:self.LONGEST])

    def _append(self, kind, data):
        """Add an entry; the next string's number, or 0 if there is no room."""
        begin = self._text_used
        end = begin + self.ENTRY.size + (len(data) + 3) // 4 * 4
        if end + 64 > self._text_end and self._n_events is None:
            return 0
        if end > self._text_end:
            return 0
        while self._text_allocated is not None and end > self._text_allocated:
            if not self._allocate(self._text_allocated):
                return 0
            self._text_allocated += self.STRIDE
        # Its kind last, which is one byte: whoever reads along sees an entry when it is
        # whole.
        self.memory[begin + self.ENTRY.size:begin + self.ENTRY.size + len(data)] = data
        self.memory[begin + 4:begin + 8] = len(data).to_bytes(4, "little")
        self.memory[begin] = kind
        self._text_used = end
        return len(self._strings)

    # Ends

    def forget(self):
        """Leave the feed to another process (the parent of a fork)."""
        self._lock = threading.RLock()  # perhaps a thread held it that is not here
        self._n_events = 0
        self._set_bound(-1)
        self._owner = None

    def finish(self):
        """Close the feed; whatever is written later is dropped."""
        with self._lock:
            if self._owner != os.getpid():
                return
            self._owner = None
            if self._n_events is None:
                self._n_events = self._next()
            self._set_bound(-1)
            text, size = self._text, self._text_used - self._text
            behind = self.EVENTS + 32 * self._n_events
            if self._path is not None and self._allocate(behind, size + 1):
                self.memory.move(behind, text, size)
                text = behind
            self.HEADER.pack_into(self.memory, 0, self.MAGIC, 1, self._capacity(),
                                  self.EVENTS, text, size, self._n_events, 0)
            self.HEADER.pack_into(self.memory, 0, self.MAGIC, 1, self._capacity(),
                                  self.EVENTS, text, size, self._n_events, 1)
            if self._path is not None:
                self._cut(text + size)

    def _capacity(self):
        return (self._text - self.EVENTS) // 32

    def _cut(self, size):
        """Cut the file, unless another has taken its name meanwhile."""
        try:
            with open(self._path, "r+b") as file:
                if os.fstat(file.fileno()).st_size == self._text_end:
                    file.truncate(size)
        except OSError:
            pass                    # it stays long, which readers do not mind


def move_out_of_the_way(descriptor):
    """Give a file a high number: the program's own begin where they always do."""
    high = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 200)
    os.close(descriptor)
    return high


def map_out_of_the_way(descriptor, size):
    """Map a file; mmap copies its descriptor to the lowest number that is free."""
    held = []
    try:
        while not held or held[-1] < 200:
            held.append(os.dup(descriptor))
        return mmap.mmap(descriptor, size)
    finally:
        for each in held:
            os.close(each)


# --- Where each thread stands --------------------------------------------------------

class LoopLine:
    """The loops that one thread runs, one after the other: a line of iterations."""

    __slots__ = ("number", "iteration")

    def __init__(self, number):
        self.number = number
        self.iteration = 0


class Place:
    """Where a thread stands: its number, its line of loops, what it is doing."""

    __slots__ = ("thread", "line", "word", "activity", "loop", "task", "number",
                 "suspended", "error")

    def __init__(self, thread, line):
        self.thread = min(thread, 255)
        self.activity = NO_EVENT    # the step or callback that runs
        self.loop = None            # the loop that runs
        self.task = None            # the task whose step runs
        self.number = 0             # its number
        self.suspended = False      # whether the end of the step has been told
        self.error = None           # what asyncio throws into the step it has just queued
        self.stand_in(line)

    def stand_in(self, line):
        """From now on the thread's events belong to @line."""
        self.line = line
        self.word = line.number << 16 | self.thread << 24


class Places(threading.local):
    """The place of the thread that asks."""

    threads = itertools.count()
    lines = [LoopLine(0)]
    taken = []                      # lines whose thread has run a loop

    def __init__(self):
        self.here = Place(next(self.threads), self.lines[0])

    def run_loop(self):
        """This thread runs a loop: it needs a line of its own."""
        if self.here in self.taken:
            return
        if self.taken:
            line = LoopLine(min(len(self.taken), 255))
            self.lines.append(line)
            self.here.stand_in(line)
        self.taken.append(self.here)


# --- The program's output ------------------------------------------------------------

class OutputLines:
    """Cuts what the program writes into lines and hands each to @line."""

    LONGEST = 1 << 20               # bytes of a line that are kept
    LONGEST_QUESTION = 200          # bytes of one that are told before it is complete
    MOST_QUESTIONS = 1000           # a bar of dots asks nothing, and is told that often

    def __init__(self, line, asks=None):
        self._line = line
        self._asks = asks           # is told the beginning of a line that waits
        self.can_ask = asks is not None
        self.forgets_to_ask = lambda: None
        self._asked = b""
        self._n_asked = 0
        self._held = []
        self._length = 0
        self.forget()

    def forget(self):
        """Go on in a fork, where the thread that held the lock perhaps is not."""
        self.lock = threading.RLock()

    def feed(self, data):
        """Take @data; every line that it completes is handed on."""
        with self.lock:
            *lines, rest = data.split(b"\n")
            for line in lines:
                if self._held:
                    line = b"".join(self._held) + line
                    self._held.clear()
                    self._length = 0
                self._line(line)
            if lines and self._asked:
                self._tell(b"")
            if rest and self._length < self.LONGEST:
                self._held.append(rest)
                self._length += len(rest)

    def _tell(self, text):
        if text != self._asked:
            self._asked = text
            self._n_asked += bool(text)
            self._asks(self._n_asked, text)

    def flushed(self):
        """What is held is to be seen now: perhaps somebody shall answer it."""
        with self.lock:
            if self._n_asked < self.MOST_QUESTIONS:
                self._tell(self._get_tail())

    def _get_tail(self):
        tail = b""
        for piece in reversed(self._held):
            tail = piece[-self.LONGEST_QUESTION:] + tail
            if len(tail) >= self.LONGEST_QUESTION:
                break
        return tail[-self.LONGEST_QUESTION:]

    def stop_asking(self):
        """From now on nothing that is flushed is a question."""
        forget, self.forgets_to_ask = self.forgets_to_ask, lambda: None
        forget()

    def finish(self):
        """The program is over: hand on the line that it left without an end."""
        with self.lock:
            if self._asked:
                self._tell(b"")
            self.stop_asking()
            if self._held:
                line = b"".join(self._held)
                self._held.clear()
                self._line(line)


def of_library(text):
    """What repr() says of a stream, with the name that its class has in Python."""
    return text if text.startswith("<_io.") else f"<_io.{text[1:]}"


KEPT_BACK = 1 << 16                # bytes that a stream of text may hold at the most


def observe_stream(old, lines):
    """A stream that behaves as @old, whose place it takes, and tells @lines."""
    pending = bytearray()           # text on its way down to the buffer

    class Buffer(type(old.buffer)):
        __module__ = type(old.buffer).__module__
        __qualname__ = type(old.buffer).__qualname__

        def __repr__(self):
            return of_library(super().__repr__())

        def write(self, data, /):
            written = super().write(data)
            if written:
                data = bytes(memoryview(data).cast("B")[:written])
                with lines.lock:
                    is_text = pending.startswith(data)
                    if is_text:
                        del pending[:written]
                if not is_text:
                    lines.feed(data)
            return written

    class Text(io.TextIOWrapper):
        __module__ = io.TextIOWrapper.__module__
        __qualname__ = io.TextIOWrapper.__qualname__

        def __repr__(self):
            return of_library(super().__repr__())

        def write(self, text, /):
            try:
                data = text.encode(self.encoding, self.errors)
            except (AttributeError, ValueError):
                data = b""          # writing it will fail
            with lines.lock:
                pending.extend(data)
            written = super().write(text)
            with lines.lock:
                del pending[:-KEPT_BACK]
            if self.encoding != "utf-8":
                data = text.encode("utf-8", "backslashreplace")
            lines.feed(data)
            return written

        if lines.can_ask:
            def flush(self):
                super().flush()
                lines.flushed()

    if lines.can_ask:               # what Python itself does at the end leaves no trace
        lines.forgets_to_ask = lambda: delattr(Text, "flush")
    Buffer.__name__ = type(old.buffer).__name__
    Text.__name__ = "TextIOWrapper"
    settings = {"encoding": old.encoding, "errors": old.errors, "newline": "\n",
                "line_buffering": old.line_buffering, "write_through": old.write_through}
    mode = old.mode
    buffer = old.detach()
    if isinstance(buffer, io.BufferedWriter):
        size = buffer.__sizeof__() - io.BufferedWriter.__basicsize__
        buffer = Buffer(buffer.detach(), size)
    else:                           # unbuffered: bytes go straight to the file
        name = buffer.name
        buffer = Buffer(buffer.fileno(), buffer.mode, closefd=False)
        buffer.name = name
    new = Text(buffer, **settings)
    new.mode = mode
    return new


SELF = __file__                     # the global itself is gone at the very end
real_os_write = os.write
real_os_exit = os._exit
real_sleep = time.sleep


# --- What stands open outside --------------------------------------------------------

class Outside:
    """Knows whether anything but a timer can still wake a loop up."""

    def __init__(self):
        self._executing = set()

    def watch(self, future):
        """Count the work of an executor until its result was handed to the loop."""
        self._executing.add(future)
        future.add_done_callback(self._executing.discard)

    def is_open(self, loop):
        """Whether a socket, a process or a thread may still wake @loop."""
        sources = loop._selector.get_map()
        if sources is not None and len(sources) > loop._internal_fds:
            return True
        return bool(self._executing) or self.has_busy_thread()

    @staticmethod
    def has_busy_thread():
        """Whether a thread runs that is not merely an executor's waiting worker."""
        workers = concurrent.futures.thread._threads_queues
        here = threading.current_thread()
        return any(thread is not here and thread not in workers
                   for thread in threading.enumerate())

    @staticmethod
    def has_any_thread():
        """Whether any other thread exists at all."""
        return threading.active_count() > 1


# --- Words for values ----------------------------------------------------------------

LONGEST_REPR = 120
ATOMIC = frozenset((int, float, complex, bool, str, bytes, type(None), type(Ellipsis)))
PLAIN_STR = (BaseException.__str__, OSError.__str__, KeyError.__str__,
             ImportError.__str__, SyntaxError.__str__, UnicodeEncodeError.__str__,
             UnicodeDecodeError.__str__, UnicodeTranslateError.__str__,
             BaseExceptionGroup.__str__)
LIBRARY = os.path.dirname(os.__file__) + os.sep


class Words:
    """Says what a value is without running any of the program's own code."""

    MOST = 8                        # items of one container
    DEEPEST = 3

    def __call__(self, value):
        text = self._say(value, 0)
        return text if len(text) <= LONGEST_REPR else text[:LONGEST_REPR - 1] + "…"

    def _say(self, value, depth):
        kind = type(value)
        if kind is int:
            return repr(value) if -1 << 400 < value < 1 << 400 else (
                f"<int of {value.bit_length()} bits>")
        if kind is str or kind is bytes or kind is bytearray:
            return repr(value if len(value) <= LONGEST_REPR else value[:LONGEST_REPR])
        if kind in ATOMIC or kind is range:
            return repr(value)
        if kind in self.BRACKETS:
            return self._say_items(value, kind, depth)
        if kind is dict:
            return self._say_pairs(value, depth)
        if isinstance(value, type):
            return f"<class {value.__name__}>"
        if isinstance(value, BaseException):
            return f"{kind.__name__}({', '.join(self._several(value.args, depth))})"
        if isinstance(value, asyncio.Task):
            return f"<Task {asyncio.Task.get_name(value)}>"
        if kind in self.NAMED:
            return f"<{kind.__name__} {value.__name__}>"
        if isinstance(value, enum.Enum):
            return f"{kind.__name__}.{value._name_}"
        return self._say_instance(value, kind, depth)

    BRACKETS = {list: "[]", tuple: "()", set: "{}", frozenset: "{}",
                collections.deque: "[]"}
    NAMED = {types.FunctionType, types.BuiltinFunctionType, types.ModuleType,
             types.CoroutineType, types.GeneratorType, types.AsyncGeneratorType}

    def _several(self, items, depth):
        if depth >= self.DEEPEST:
            return ["…"]
        words = [self._say(item, depth + 1)
                 for item in itertools.islice(items, self.MOST)]
        return words + ["…"] if len(items) > self.MOST else words

    def _say_items(self, value, kind, depth):
        try:
            words = self._several(value, depth)
        except RuntimeError:        # another thread changes it
            words = ["…"]
        begin, end = self.BRACKETS[kind]
        if kind is tuple and len(words) == 1:
            words.append("")
        if (kind is set or kind is frozenset) and not words:
            return f"{kind.__name__}()"
        text = begin + ", ".join(words).rstrip(" ") + end
        return f"deque({text})" if kind is collections.deque else text

    def _say_pairs(self, value, depth):
        if depth >= self.DEEPEST:
            return "{…}"
        try:
            pairs = list(itertools.islice(value.items(), self.MOST))
        except RuntimeError:
            return "{…}"
        words = [f"{self._say(key, depth + 1)}: {self._say(item, depth + 1)}"
                 for key, item in pairs]
        if len(value) > self.MOST:
            words.append("…")
        return "{" + ", ".join(words) + "}"

    def _say_instance(self, value, kind, depth):
        name = kind.__name__
        try:
            fields = object.__getattribute__(value, "__dict__")
        except AttributeError:
            return f"<{name}>"
        if type(fields) is not dict or depth >= self.DEEPEST:
            return f"<{name}>"
        try:
            pairs = list(itertools.islice(fields.items(), 16))
        except RuntimeError:
            return f"<{name}>"
        words = [f"{key}={self._say(item, depth + 1)}" for key, item in pairs
                 if type(key) is str and key[:1] != "_"][:4]
        return f"{name}({', '.join(words)})" if words else f"<{name}>"


say = Words()


def message_of(error):
    """What str(@error) says, where that runs none of the program's own code."""
    method = type(error).__str__
    code = getattr(method, "__code__", None)
    try:
        if code is not None and code.co_filename.startswith(LIBRARY):
            return str(error)
        if method in PLAIN_STR and all(type(each) in ATOMIC for each in error.args):
            return str(error)
    except Exception:
        pass
    return ", ".join(each if type(each) is str else say(each) for each in error.args)


def full_name(kind):
    """The name of a class with that of its module."""
    return f"{kind.__module__}.{kind.__qualname__}"


def name_of(function):
    """What a callback is, in few words."""
    while True:
        if isinstance(function, functools.partial):
            function = function.func
        elif isinstance(function, (types.MethodType, types.BuiltinMethodType)):
            owner = getattr(function, "__self__", None)
            if isinstance(owner, types.ModuleType) or owner is None:
                return function.__qualname__
            name = getattr(function, "__name__", "?")
            return f"{owner.__name__ if isinstance(owner, type) else type(owner).__name__}.{name}"
        else:
            return getattr(function, "__qualname__", None) or type(function).__name__


# --- Numbers for what has no room for one --------------------------------------------

class Known(weakref.ref):
    """What is known of a future or a primitive, for as long as it lives."""

    __slots__ = ("key", "number", "place_in_order", "done", "children", "first_getter",
                 "is_silent", "purpose")


class Registry:
    """Finds what is known of objects that must not be touched."""

    def __init__(self):
        self._known = {}
        self.get = self._known.get
        known = self._known

        def forget(reference):
            if known.get(reference.key) is reference:
                del known[reference.key]

        self._forget = forget

    def find(self, thing):
        """What is known of @thing, or None."""
        return self._known.get(id(thing))

    def add(self, thing, number):
        """Know @thing from now on."""
        known = Known(thing, self._forget)
        known.key = id(thing)
        known.number = number
        known.place_in_order = math.inf
        known.done = known.first_getter = known.children = None
        known.is_silent = False
        known.purpose = 0
        self._known[known.key] = known
        return known


known_futures = Registry()
known_primitives = Registry()


# --- Order where asyncio leaves it open ----------------------------------------------

_creation = itertools.count(1).__next__


def mark_creation(future):
    """Give @future its place in the order of creation, unless it has one."""
    if isinstance(future, _asyncio.Task):
        try:
            if not hasattr(future, "_jug_order"):
                future._jug_order = _creation()
        except AttributeError:
            pass                    # not of our class
    else:
        known = known_futures.find(future) or known_futures.add(future, 0)
        if known.place_in_order is math.inf:
            known.place_in_order = _creation()


def creation_of(future):
    """The place of @future in the order of creation; others stand behind, as given."""
    known = known_futures.find(future)
    if known is not None:
        return known.place_in_order
    return getattr(future, "_jug_order", math.inf)


class FutureSet(set):
    """A set of futures that is read in the order in which they were created."""

    def __iter__(self):
        return iter(sorted(super().__iter__(), key=creation_of))

    def __repr__(self):
        if not self:
            return "set()"
        return "{" + ", ".join(map(repr, self)) + "}"

    def __reduce__(self):
        return set, (list(self),)

    def pop(self):
        for future in self:
            self.remove(future)
            return future
        raise KeyError("pop from an empty set")


def _give_future_set(name):
    method = getattr(set, name)

    def giving(self, *others):
        result = method(self, *others)
        return result if result is NotImplemented else FutureSet(result)

    giving.__name__ = name
    setattr(FutureSet, name, giving)


for _name in ("__and__", "__or__", "__sub__", "__xor__", "__rand__", "__ror__",
              "__rsub__", "__rxor__", "copy", "difference", "intersection",
              "symmetric_difference", "union"):
    _give_future_set(_name)
FutureSet.__name__ = FutureSet.__qualname__ = "set"
FutureSet.__module__ = "builtins"


def ordered_set(items=()):
    """What asyncio's own modules get for set(): the same, with an order."""
    try:
        items = dict.fromkeys(items)
    except TypeError as error:
        # From 3.14 on it says for what it wants hashes.  Not so what the program's own
        # code raises, where items come from.
        if error.__traceback__.tb_next is None and type(error) is TypeError:
            error.args = tuple(text.replace(" as a dict key ", " as a set element ", 1)
                               for text in error.args)
        raise
    for item in items:
        if not asyncio.isfuture(item):
            return items.keys()     # coroutines for as_completed(): as they were given
        mark_creation(item)
    return FutureSet(items)


class AsyncGenerators:
    """A loop's weak set of its asynchronous generators, in the order of first use."""

    def __init__(self):
        self._generators = weakref.WeakValueDictionary()

    def add(self, generator):
        self._generators[id(generator)] = generator

    def discard(self, generator):
        self._generators.pop(id(generator), None)

    def clear(self):
        self._generators.clear()

    def __len__(self):
        return len(self._generators)

    def __iter__(self):
        return iter(list(self._generators.values()))


# --- The observer --------------------------------------------------------------------

MOST_LOCALS = 20
WAKE_UPS = ("task_wakeup", "TaskWakeup")    # as the versions of CPython call it


class Observer:
    """Turns what the hooks report into events."""

    def __init__(self, clock, feed, frames=True, locals=True):
        self.clock = clock
        self.feed = feed
        self.places = Places()
        self.outside = Outside()
        self.chains = Chains(self, frames, locals)
        self.output = OutputLines(lambda line: self.line_printed(line, 0),
                                  self.asks if feed.is_read_along else None)
        self.errors = OutputLines(lambda line: self.line_printed(line, 1))
        self.failure = None         # the exception that ended the program
        self.ended_by = None        # its name
        self.main_file = None       # where the program's lines are counted
        self.labels = {}            # how callbacks of asyncio's own code are called
        self.new_task = itertools.count(1).__next__
        self.new_object = itertools.count(1).__next__
        self.creating = threading.RLock()
        self.line_of_loop = {}      # of those that run, by id
        self._started = False
        self._last_lines = {}       # of threads outside any task
        base = asyncio.base_events.BaseEventLoop
        self.quiet = {base.shutdown_asyncgens.__code__,
                      base.shutdown_default_executor.__code__}

    def forget(self):
        """Go on in a fork: the recording stays the parent's."""
        self.feed.forget()
        self.output.forget()
        self.errors.forget()
        self.creating = threading.RLock()

    def record(self, kind, detail=0, task=0, object=0, a=0, b=NO_EVENT):
        """Write an event that happens now in this thread; gives its number."""
        place = self.places.here
        return self.feed.write(self.clock.now(), place.line.iteration,
                               kind | detail << 8 | place.word, task, object, a, b)

    def record_deadline(self, kind, detail, task, object, deadline):
        """Like record(), for the kinds that have a deadline."""
        deadline = max(-FOREVER - 1, min(deadline, FOREVER)) & (1 << 64) - 1
        return self.record(kind, detail, task, object, deadline & NO_EVENT, deadline >> 32)

    def record_line(self, place=None):
        """Say which line of the program runs, if that is not known."""
        if self.main_file is None:
            return
        place = place or self.places.here
        frame = sys._getframe(1)
        while frame is not None:
            code = frame.f_code
            if code.co_filename == self.main_file:
                line = frame.f_lineno or 0
                break
            if code is self.run_code:
                return              # a step or callback without a line of the program
            frame = frame.f_back
        else:
            return
        task = place.task
        if task is not None:
            if task._jug_line != line:
                task._jug_line = line
                self.record(LINE, 0, place.number, line, 0, 0)
        elif self._last_lines.get(place.thread) != line:
            self._last_lines[place.thread] = line
            self.record(LINE, 0, 0, line, 0, 0)

    run_code = None                 # of Handle._run, where every step begins

    # Loops

    def loop_begins(self, loop):
        if not self._started:
            self._started = True
            self.feed.set_property("started", "yes")
        if not isinstance(loop, asyncio.base_events.BaseEventLoop):
            self.feed.set_property("unobserved", full_name(type(loop)))
            return
        self.find_main_file()
        self.places.run_loop()
        place = self.places.here
        place.loop = loop
        self.line_of_loop[id(loop)] = place
        self.record(LOOP_START)

    def loop_ends(self):
        place = self.places.here
        if place.loop is None:
            return
        place.activity = self.record(LOOP_STOP)
        self.line_of_loop.pop(id(place.loop), None)
        place.loop = None

    def find_main_file(self):
        """Learn where the program's own lines are."""
        if self.main_file is None:
            main = sys.modules.get("__main__")
            self.main_file = getattr(main, "__file__", None)

    def polls(self, loop, timeout):
        deadline = -1
        if timeout is not None and loop._scheduled:
            deadline = getattr(loop._scheduled[0], "_jug_deadline", -1)
            deadline = min(deadline, self.clock.now() + LONGEST_SELECT)
        self.record_deadline(POLL, 0, 0, 0, deadline)

    def shuts_down(self, tasks):
        """The end of a run cancels what is left."""
        self.places.here.activity = self.record(SHUTDOWN, a=len(tasks))
        self.unordered(UNORDERED_SHUTDOWN, len(tasks))

    def unordered(self, what, count):
        """Asyncio promises no order for @count of what comes next."""
        if count > 1:
            place = self.places.here
            self.record(UNORDERED, what, place.number, 0, count, place.activity)

    # Tasks

    def task_created(self, task, coro, name, eager=False):
        """Number @task, but not the two with which a run shuts down."""
        mark_creation(task)
        place = self.places.here
        if place.loop is None:
            self.places.run_loop()  # it will, now that it has made a task for it
        task._jug_line = task._jug_await_line = 0
        task._jug_chain = task._jug_locals = None
        task._jug_cause = NO_EVENT
        if getattr(coro, "cr_code", None) in self.quiet and place.task is None:
            task._jug_number = task._jug_callback = 0
            return
        self.record_line(place)
        text = self.feed.intern(getattr(coro, "__name__", None) or type(coro).__name__)
        with self.creating:
            number = self.new_task()
            task._jug_number = number
            task._jug_cause = self.record(TASK_CREATE, eager, number, place.number, text,
                                          place.activity)
        task._jug_callback = self.new_object()
        if not re.fullmatch(r"Task-\d+", name):
            self.task_named(task, name)

    def eager_step_begins(self, task, coro, name, place):
        """@task is made and runs at once, inside whatever makes it."""
        name = "Task-0" if name is None else name if type(name) is str else say(name)
        self.task_created(task, coro, name, True)
        place.task, place.number, place.suspended = task, task._jug_number, False
        place.activity = self.record(STEP, 0, place.number, task._jug_callback, 0,
                                     task._jug_cause)

    def task_named(self, task, name):
        place = self.places.here
        self.record(TASK_NAME, 0, task._jug_number, 0, self.feed.intern(name),
                    place.activity)

    def task_ended(self, task, place):
        """The step that runs has ended @task."""
        place.suspended = True
        number = task._jug_number
        if not number:
            return
        text, end = 0, RESULT
        if task.cancelled():
            end = CANCELLED
        elif task._exception is not None:
            end = RAISED
            self.record_exception(task._exception, number, place.activity)
            text = self.feed.intern(type(task._exception).__name__)
        elif task._result is not None:
            text = self.feed.intern(say(task._result))
        task._jug_cause = self.record(DONE, end, number, 0, text, place.activity)

    def record_exception(self, error, task, cause):
        text = message_of(error)
        if text:
            self.record(EXCEPTION, 0, task, 0, self.feed.intern(text), cause)

    def cancel_called(self, task, message):
        # A task with a pending cancel passes it on when it suspends, still inside its
        # step: it has suspended by then, so that event comes first.
        place = self.places.here
        running = place.task
        if running is not None and not place.suspended:
            if running._fut_waiter is not None:
                self.task_suspends(running, running._fut_waiter, place)
            else:
                self.record_line(place)
        number = getattr(task, "_jug_number", 0)
        if number:
            text = "" if message is None else message if type(message) is str else say(
                message)
            self.record(CANCEL, 0, number, place.number, self.feed.intern(text),
                        place.activity)

    def uncancel_called(self, task, left):
        place = self.places.here
        if getattr(task, "_jug_number", 0):
            self.record(UNCANCEL, 0, task._jug_number, 0, left, place.activity)

    def task_suspends(self, task, waiter, place, step=None):
        """@task has yielded @waiter, or @step is queued at once: say what it waits for."""
        place.suspended = True
        number = task._jug_number
        if not number:
            return NO_EVENT
        is_bare = self.chains.record(task, number, place.activity)
        if is_bare and waiter is None:
            return self.record(WAIT, WAIT_YIELD, number, 0, 0, place.activity)
        place.error = error = None if step is None else error_of(step)
        kind, object = WAIT_FUTURE, 0
        if waiter is not None:
            object = getattr(waiter, "_jug_number", 0)
            if object:
                kind = WAIT_TASK
            else:
                object = self.number_of(waiter)
                known = known_futures.find(waiter)
                if known is not None and known.children is not None:
                    known.children = None
                    self.add_children(known, self.waited_for_by(task))
        elif error is None:
            kind = WAIT_YIELD
        else:
            message = str(error) if type(error) is RuntimeError else ""
            if message.startswith("Task cannot await on itself"):
                kind, object = WAIT_TASK, number
            elif " attached to a different loop" not in message:
                kind = WAIT_YIELD
        return self.record(WAIT, kind, number, object, 0, place.activity)

    # Futures

    def number_of(self, future):
        """The number of @future, which gets one now if it has none."""
        known = known_futures.find(future)
        if known is None:
            try:
                known = known_futures.add(future, 0)
            except TypeError:
                return 0
        if known.number == 0:
            self.future_created(future, known, 0, "", 0)
        return known.number

    def future_created(self, future, known, purpose, text, extra):
        known.number = self.new_object()
        known.purpose = purpose
        self.record(FUTURE_CREATE, purpose, self.places.here.number, known.number,
                    self.feed.intern(text), extra)

    def add_children(self, known, children):
        """The future @known is made for those of @children that are not done."""
        for child in sorted(dict.fromkeys(children), key=creation_of):
            if child.done():
                continue
            task = getattr(child, "_jug_number", 0)
            value = 0 if task else self.number_of(child)
            if task or value:
                self.record(FUTURE_CHILD, 0, task, known.number, value)

    def waited_for_by(self, task):
        """What @task is in wait_for() for, as that knows it until 3.11."""
        inner = task.get_coro()
        while isinstance(inner, types.CoroutineType):
            if inner.cr_code is self.wait_for_code:
                return [inner.cr_frame.f_locals["fut"]]
            inner = inner.cr_await
        return []

    wait_for_code = None

    def future_done(self, future):
        """@future is done and tells its callbacks: the event of that."""
        cause = getattr(future, "_jug_cause", None)
        if cause is not None:       # a task
            if future is self.places.here.task and not self.places.here.suspended:
                self.task_ended(future, self.places.here)
                return future._jug_cause
            return cause
        number = self.number_of(future)
        known = known_futures.find(future)
        if known is None:
            return NO_EVENT
        if known.done is None:
            place = self.places.here
            text, end = 0, RESULT
            if future.cancelled():
                end = CANCELLED
            else:
                error = getattr(future, "_exception", None)
                if error is not None:
                    end = RAISED
                    text = self.feed.intern(type(error).__name__)
                else:
                    result = getattr(future, "_result", None)
                    if result is not None:
                        text = self.feed.intern(say(result))
            known.done = self.record(FUTURE_DONE, end, place.number, number, text,
                                     place.activity)
        return known.done

    # Callbacks and timers

    def label_of(self, callback):
        """The number of the words for @callback."""
        function = callback
        while isinstance(function, functools.partial):
            function = function.func
        function = getattr(function, "__func__", function)
        label = self.labels.get(getattr(function, "__code__", None))
        return self.feed.intern(label or name_of(callback))

    def callback_queued(self, handle, task, text, cause, place):
        """@handle has become ready, because of event @cause."""
        owner = place
        if handle._loop is not place.loop:
            # From elsewhere: it is the other loop's, and its cause lies over there.
            owner = self.line_of_loop.get(id(handle._loop), place)
            if owner is not place and place.loop is None:
                place.activity = NO_EVENT   # it was the cause of this and no more
        handle._jug_text = text
        handle._jug_is_queued = True
        handle._jug_cause = self.feed.write(
            self.clock.now(), owner.line.iteration,
            CALLBACK_QUEUE | owner.line.number << 16 | place.thread << 24, task,
            handle._jug_callback, text, cause)

    def io_ready(self, handle):
        """Something outside has made @handle ready."""
        text = self.label_of(handle._callback)
        if not getattr(handle, "_jug_callback", 0):
            handle._jug_callback = self.new_object()
        self.callback_queued(handle, 0, text, NO_EVENT, self.places.here)

    def timer_armed(self, timer, callback, args):
        """@timer is set: whose wait does it end, and how?"""
        place = self.places.here
        task, effect = 0, 0
        owner = getattr(callback, "__self__", None)
        if isinstance(owner, asyncio.timeouts.Timeout):
            task, effect = getattr(owner._task, "_jug_number", 0), 1
        elif getattr(callback, "__code__", None) in self.waking:
            task = place.number
        timer._jug_callback = self.new_object()
        timer._jug_text = self.label_of(callback)
        timer._jug_waiter = task
        timer._jug_is_queued = False
        timer._jug_cause = self.record_deadline(TIMER_ARM, effect, task,
                                                timer._jug_callback, timer._jug_deadline)

    waking = ()                     # code of callbacks that end the wait of who armed them
    _last_fired = (0, 0)

    def timer_fired(self, loop, timer):
        """@timer is due, and its callback ready."""
        if timer._cancelled:
            return
        place = self.places.here
        due = timer._jug_deadline
        rest = loop._scheduled
        batch = place.line.number, place.line.iteration
        is_tie = (bool(rest) and rest[0]._jug_deadline == due and not rest[0]._cancelled
                  or self._last_fired == (batch, due))
        self._last_fired = batch, due
        fired = self.record(TIMER_FIRE, is_tie, timer._jug_waiter, timer._jug_callback, 0,
                            timer._jug_cause)
        self.callback_queued(timer, 0, timer._jug_text, fired, place)

    def handle_cancelled(self, handle):
        """@handle, queued or armed, will not run."""
        place = self.places.here
        if getattr(handle, "_scheduled", False):
            self.record(TIMER_CANCEL, 0, 0, handle._jug_callback, 0, place.activity)
        elif getattr(handle, "_jug_is_queued", False):
            self.record(CALLBACK_CANCEL, 0, 0, handle._jug_callback, 0, place.activity)

    # What happens inside steps

    def line_printed(self, line, stream):
        place = self.places.here
        self.record_line(place)
        self.record(PRINT, stream, place.number, 0,
                    self.feed.intern(line.decode("utf-8", "backslashreplace")),
                    place.activity)

    def asks(self, number, question):
        """The program has printed @question, or nothing, without the end of a line."""
        text = question.decode("utf-8", "replace")
        self.feed.set_property("question", f"{number} {text}" if text else "")

    def blocks(self, nanoseconds):
        """time.sleep is called."""
        place = self.places.here
        if place.thread == 0 or place.loop is not None:
            self.record_line(place)
            self.record_deadline(BLOCK, 0, place.number, 0,
                                 self.clock.now() + nanoseconds)

    def reports(self, kind, text, about=None):
        """Asyncio or Python complains."""
        place = self.places.here
        task = getattr(about, "_jug_number", 0)
        known = None if about is None or task else known_futures.find(about)
        self.record(REPORT, kind, task, known.number if known else 0,
                    self.feed.intern(text), place.activity)

    # Ends

    def program_failed(self, error):
        """The program ends with @error."""
        self.failure = error
        self.ended_by = type(error).__name__
        if self._started:
            return
        text = str(error.code) if isinstance(error, SystemExit) else message_of(error)
        if isinstance(error, ModuleNotFoundError) or (
                isinstance(error, SystemExit) and "No module named" in text):
            self.feed.set_property("failure", "missing-module")
            self.feed.set_property("failure-text", text)
            lines = [line for frame, line in traceback.walk_tb(error.__traceback__)
                     if frame.f_code.co_filename == self.main_file]
            self.feed.set_property("failure-line", str(lines[-1] if lines else 0))

    excepthook = None               # the default one

    def stop_at_limit(self):
        """Recording has stopped, and the program is to stop with it."""
        self.output.stop_asking()   # which would wait for whoever prints just now
        self.errors.stop_asking()
        flush_output()
        self.feed.finish()
        real_os_exit(124)

    def deadlock(self):
        """Nothing can ever happen again: the recording ends here, and the process."""
        self.ended_by = "deadlock"
        self.finish()
        real_os_write(2, b"juggler_shim: the program waits for something that can never "
                         b"happen: nothing is ready, no timer is armed\n")
        real_os_exit(1)

    def finish(self):
        """The program is over, with its threads and its exit functions."""
        flush_output()
        self.output.finish()
        self.errors.finish()
        if self.ended_by is not None:
            if self.failure is not None:
                self.record_exception(self.failure, 0, NO_EVENT)
            self.record(EXIT, a=self.feed.intern(self.ended_by))
        self.feed.finish()
        self.failure = None


def flush_output():
    """Let go of what the program has printed and Python still holds."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError, RuntimeError):
            pass                    # the program closed or replaced it, or is in it


# --- What runs often -----------------------------------------------------------------

def make_loop_hooks(observer):
    """The hooks that every iteration and every step pass through, which must be quick."""
    places = observer.places
    now = observer.clock.now
    write = observer.feed.write
    label_of = observer.label_of
    new_object = observer.new_object
    suspends = observer.task_suspends
    record_chain = observer.chains.record
    intern = observer.feed.intern
    Task = asyncio.Task
    BuiltinMethod = types.BuiltinMethodType
    is_future = asyncio.isfuture

    def iteration(loop):
        place = places.here
        line = place.line
        line.iteration = number = line.iteration + 1
        place.activity = write(now(), number, ITERATION | place.word, 0, 0,
                               len(loop._ready), NO_EVENT)

    def runs(count):
        place = places.here
        write(now(), place.line.iteration, RUN | place.word, 0, 0, count, NO_EVENT)

    def queued(handle, callback, args):
        place = places.here
        kind = type(callback)
        handle._jug_error = None
        if kind.__name__ == "TaskStepMethWrapper":
            task = callback.__self__
        elif kind is BuiltinMethod and callback.__name__ in WAKE_UPS:
            task = callback.__self__
        else:
            task = None
        if isinstance(task, Task):
            try:
                number = task._jug_number
            except AttributeError:
                observer.task_created(task, task.get_coro(), task.get_name())
                number = task._jug_number
            if number:
                handle._jug_callback = task._jug_callback
                text = 0
            else:
                handle._jug_callback = new_object()
                text = observer.feed.intern(task.get_coro().__name__)
            cause = task._jug_cause
            if task is place.task and not place.suspended:
                if args:
                    cause = suspends(task, args[0], place)
                elif number and record_chain(task, number, place.activity):
                    place.suspended = True
                    cause = write(now(), place.line.iteration, WAIT | place.word, number,
                                  0, 0, place.activity)
                else:
                    cause = suspends(task, None, place, callback)
                    handle._jug_error, place.error = place.error, None
            if args and args[0].done():
                cause = observer.future_done(args[0])
            elif number == 0:
                cause = place.activity
            task = number
        else:
            task = 0
            handle._jug_callback = new_object()
            text = label_of(callback)
            cause = place.activity
            if len(args) == 1 and is_future(args[0]) and args[0].done():
                done = observer.future_done(args[0])
                if done != NO_EVENT:
                    cause = done
        if handle._loop is place.loop:
            handle._jug_text = text
            handle._jug_is_queued = True
            handle._jug_cause = write(now(), place.line.iteration,
                                      CALLBACK_QUEUE | place.word, task,
                                      handle._jug_callback, text, cause)
        else:
            observer.callback_queued(handle, task, text, cause, place)

    def begins(handle):
        place = places.here
        try:
            number = handle._jug_callback
            cause = handle._jug_cause
        except AttributeError:      # a loop of another kind has queued it
            number, cause = new_object(), NO_EVENT
            handle._jug_callback = number
            handle._jug_text = 0
        handle._jug_is_queued = False
        task = getattr(handle._callback, "__self__", None)
        if isinstance(task, Task) and getattr(task, "_jug_number", 0) and (
                handle._jug_text == 0):
            args = handle._args
            if task._must_cancel:
                thrown = "CancelledError"
            elif args:
                future = args[0]
                thrown = ""
                if future.cancelled():
                    thrown = "CancelledError"
                else:
                    error = getattr(future, "_exception", None)
                    if error is not None:
                        thrown = type(error).__name__
            else:
                error = handle._jug_error
                thrown = "" if error is None else type(error).__name__
            place.task = task
            place.number = task._jug_number
            place.suspended = False
            task._jug_line = 0      # each step says anew where it comes to
            place.activity = write(now(), place.line.iteration, STEP | place.word,
                                   place.number, number,
                                   intern(thrown) if thrown else 0, cause)
        else:
            place.activity = write(now(), place.line.iteration, CALLBACK_RUN | place.word,
                                   0, number, handle._jug_text, cause)

    def ends(handle):
        place = places.here
        task = place.task
        if task is None:
            write(now(), place.line.iteration, CALLBACK_END | place.word, 0,
                  handle._jug_callback, 0, NO_EVENT)
        else:
            if not place.suspended:
                if task.done():
                    observer.task_ended(task, place)
                else:
                    observer.task_suspends(task, task._fut_waiter, place)
            place.task = None
            place.number = 0
        place.activity = NO_EVENT

    return iteration, runs, queued, begins, ends


def error_of(step):
    """The exception that a scheduled step carries (asyncio's own RuntimeErrors)."""
    for referent in gc.get_referents(step):
        if isinstance(referent, BaseException):
            return referent
    return None


# --- Chains of awaits ----------------------------------------------------------------

Coroutine = types.CoroutineType
Generator = types.GeneratorType
AsyncGenerator = types.AsyncGeneratorType


class Chains:
    """Where a suspended task stands: its coroutines, their lines and local variables."""

    def __init__(self, observer, frames, locals):
        self._observer = observer
        self._feed = observer.feed
        self._frames = frames
        self._locals = locals
        self._words = {}            # by code, then by instruction: words and line
        self._watched = {}          # whether to record the locals of a code
        self._sleep = asyncio.sleep.__code__
        self._record = observer.record

    def record(self, task, number, cause):
        """Write what has changed of @task's chain since it was last written.

        Gives whether the task is in sleep(0): a bare yield, and not the program's own.
        """
        chain, frames, awaited = [], [], []
        inner = task.get_coro()
        is_bare = False
        while inner is not None:
            kind = type(inner)
            if kind is Coroutine:
                code, deeper = inner.cr_code, inner.cr_await
                if code is self._sleep:
                    # Made anew for each sleep: do without its frame, which costs.
                    is_bare = type(deeper) is Generator
                    chain += (code, -1 if is_bare else -2)
                    break
                frame = inner.cr_frame
            elif kind is Generator:
                frame, code, deeper = inner.gi_frame, inner.gi_code, inner.gi_yieldfrom
            elif kind is AsyncGenerator:
                frame, code, deeper = inner.ag_frame, inner.ag_code, inner.ag_await
            else:
                inner = hidden_in(inner)
                continue
            if frame is None:
                break
            chain += (code, frame.f_lasti)
            frames.append(frame)
            awaited.append(deeper)
            inner = deeper
        if chain != task._jug_chain:
            task._jug_chain = chain
            self._record_chain(task, number, chain, frames, inner, cause)
        elif task._jug_await_line != task._jug_line:
            task._jug_line = task._jug_await_line
            self._record(LINE, 0, number, task._jug_line, 0, 0)
        if self._locals:
            self._record_locals(task, number, frames, awaited, cause)
        return is_bare

    def _record_chain(self, task, number, chain, frames, inner, cause):
        line, lines = 0, []
        for depth in range(len(chain) // 2):
            key = chain[2 * depth], chain[2 * depth + 1]
            words = self._words.get(key)
            if words is None:
                frame = frames[depth] if depth < len(frames) else inner.cr_frame
                words = self._words[key] = self._describe(frame, key[0])
            line = words[1] or line
            lines.append(words[0])
        line = line or task._jug_line
        task._jug_await_line = line
        if line != task._jug_line:
            task._jug_line = line
            self._record(LINE, 0, number, line, 0, 0)
        if self._frames:
            self._record(FRAMES, 0, number, 0, self._feed.intern("\n".join(lines)), cause)

    def _describe(self, frame, code):
        line = frame.f_lineno or 0
        is_main = code.co_filename == self._observer.main_file
        return f"{code.co_qualname}\t{line}\t{code.co_filename}", line if is_main else 0

    def _record_locals(self, task, number, frames, awaited, cause):
        known = task._jug_locals
        if known is None:
            known = task._jug_locals = {}
        for depth, frame in enumerate(frames):
            last = known.get(depth)
            inner = awaited[depth]
            if last is not None and last[2] is not None and last[2]() is inner:
                continue            # it has not run since, and its values cannot change
            code = frame.f_code
            watched = self._watched.get(code)
            if watched is None:
                watched = self._watched[code] = is_watched(code)
            if not watched:
                known.pop(depth, None)
                continue
            text, is_constant = self._say_locals(frame)
            reference = weakref.ref(inner) if is_constant and (
                type(inner) is Coroutine) else None
            if last is None or last[0] is not code or last[1] != text:
                if text or last is not None:
                    self._record(LOCALS, 0, number, depth, self._feed.intern(text), cause)
            known[depth] = code, text, reference

    @staticmethod
    def _say_locals(frame):
        """The lines for a frame's variables; whether no value of them can change."""
        variables = frame.f_locals
        lines = []
        is_constant = True
        for name in list(variables):
            if name[:2] == "__" or name[:1] == ".":
                continue
            try:
                value = variables[name]
            except KeyError:
                continue
            if type(value) not in ATOMIC:
                is_constant = False
            text = say(value)
            if "\n" in text:
                text = text.replace("\n", "\\n")
            lines.append(f"{name}\t{text}")
            if len(lines) >= MOST_LOCALS:
                break
        if type(variables) is dict:
            # Until 3.12 it is kept with the frame, and would keep the values alive.
            value = None
            variables.clear()
        return "\n".join(lines), is_constant


def is_watched(code):
    """Whether the locals of @code can be read without anybody noticing."""
    if code.co_filename.startswith(LIBRARY) or not code.co_flags & inspect.CO_OPTIMIZED:
        return False
    if not (code.co_varnames or code.co_cellvars or code.co_freevars):
        return False
    # Until 3.12 locals() gives the very dictionary that reading would refresh.
    return sys.version_info >= (3, 13) or SNAPSHOTS.isdisjoint(code.co_names)


SNAPSHOTS = {"locals", "vars", "dir", "eval", "exec", "_getframe", "currentframe"}
HIDING = {"async_generator_asend", "async_generator_athrow", "coroutine_wrapper",
          "anext_awaitable"}


def hidden_in(awaitable):
    """The coroutine or generator in an awaitable that does not show it, or None."""
    if type(awaitable).__name__ in HIDING:
        for referent in gc.get_referents(awaitable):
            if isinstance(referent, (types.CoroutineType, types.AsyncGeneratorType,
                                     types.GeneratorType)) or (
                                         type(referent).__name__ in HIDING):
                return referent
    return None


# --- What futures are made for -------------------------------------------------------

ASYNCIO = os.path.dirname(asyncio.__file__) + os.sep

(PLAIN, SLEEP, GATHER, WAIT_FOR, AS_COMPLETED, SHIELD, TASK_GROUP, LOCK, EVENT, CONDITION,
 SEMAPHORE, BARRIER, QUEUE_GET, QUEUE_PUT, QUEUE_JOIN, IO, EXECUTOR) = range(17)


class Purposes:
    """Tells from the code that makes a future what it is for."""

    def __init__(self, observer):
        self._observer = observer
        self._by_code = {}

    def learn(self):
        """Look up the code of asyncio's functions, as it now is."""
        tasks, locks, queues = asyncio.tasks, asyncio.locks, asyncio.queues
        group = asyncio.taskgroups.TaskGroup
        for function, tell in (
                (tasks.sleep, self._sleep), (tasks.gather, self._empty_gather),
                (tasks._wait, self._wait), (tasks._cancel_and_wait, self._one),
                (tasks.wait_for, self._late_one), (tasks.shield, self._shield),
                (getattr(group, "_aexit", group.__aexit__), self._group),
                (locks.Lock.acquire, self._at(LOCK)), (locks.Event.wait, self._at(EVENT)),
                (locks.Condition.wait, self._at(CONDITION)),
                (locks.Semaphore.acquire, self._at(SEMAPHORE)),
                (queues.Queue.put, self._at(QUEUE_PUT)), (queues.Queue.get, self._get),
                (asyncio.futures.wrap_future, self._executor),
                (asyncio.StreamReader._wait_for_data, self._stream),
                (asyncio.base_subprocess.BaseSubprocessTransport._wait, self._process)):
            self._by_code[function.__code__] = tell
        self._observer.labels = {
            tasks.gather.__code__: "gather", tasks.shield.__code__: "shield",
            asyncio.futures._set_result_unless_cancelled.__code__: "end of sleep",
            tasks._release_waiter.__code__: "wait's timeout",
            asyncio.timeouts.Timeout._on_timeout.__code__: "timeout",
            group._on_task_done.__code__: "TaskGroup",
            asyncio.base_events._run_until_complete_cb.__code__: "run_until_complete",
            **inner_labels(tasks.gather, "gather"), **inner_labels(tasks.shield, "shield"),
            **inner_labels(tasks._wait, "wait"),
            **inner_labels(tasks.as_completed, "as_completed"),
        }
        iterator = getattr(tasks, "_AsCompletedIterator", None)
        if iterator is not None:
            for method in (iterator._handle_completion, iterator._handle_timeout):
                self._observer.labels[method.__code__] = "as_completed"
        self._observer.waking = {
            asyncio.futures._set_result_unless_cancelled.__code__,
            tasks._release_waiter.__code__}
        self._observer.wait_for_code = tasks.wait_for.__code__

    # What the hooks call

    def future_created(self, future):
        """loop.create_future() gives @future."""
        frame = sys._getframe(2)
        known = known_futures.add(future, 0)
        known.place_in_order = _creation()
        self._observer.record_line()
        tell = self._by_code.get(frame.f_code)
        if tell is not None:
            tell(frame, future, known)
        elif frame.f_code.co_filename.startswith(ASYNCIO):
            self._other_io(frame, future, known)
        else:
            self._observer.future_created(future, known, PLAIN, "", 0)
        return future

    def gathering(self, future, children):
        """gather() gives @future for @children."""
        known = known_futures.add(future, 0)
        known.place_in_order = _creation()
        self._create(future, known, GATHER, str(len(set(map(id, children)))), children)

    def joined_group(self, group, task):
        """@task is one more for which the end of @group waits, if it does already."""
        waiter = group._on_completed_fut
        if waiter is not None and not waiter.done():
            known = known_futures.find(waiter)
            if known is not None and known.number:
                self._observer.add_children(known, [task])

    def completing(self, queue, futures):
        """as_completed() watches @futures and puts those that are done into @queue."""
        known = known_primitives.find(queue) or known_primitives.add(queue, 0)
        known.children = futures
        known.first_getter = 0

    def wrapped(self, work, future):
        """@future stands for @work of a thread or a process."""
        observer = self._observer
        observer.outside.watch(work)
        place = observer.places.here
        number = observer.new_object()
        words = observer.feed.intern(job_of(sys._getframe(2)))
        start = observer.record(IO_START, 0, place.number, number, words, place.activity)

        def finished(work):
            text, end = 0, RESULT
            if work.cancelled():
                end = CANCELLED
            elif work._exception is not None:
                end = RAISED
                text = observer.feed.intern(type(work._exception).__name__)
            elif work._result is not None:
                text = observer.feed.intern(say(work._result))
            done = observer.record(IO_DONE, end, 0, number, text, start)
            place = observer.places.here
            if place.loop is None:
                place.activity = done   # what the thread does next is because of that

        work.add_done_callback(finished)

    # One for each kind

    def _create(self, future, known, purpose, text="", children=()):
        self._observer.future_created(future, known, purpose, text, 0)
        self._observer.add_children(known, children)

    def _sleep(self, frame, future, known):
        delay = frame.f_locals.get("delay")
        text = "%g" % delay if type(delay) in (int, float) else say(delay)
        self._create(future, known, SLEEP, text)

    def _empty_gather(self, frame, future, known):
        self._create(future, known, GATHER, "0")

    def _wait(self, frame, future, known):
        self._create(future, known, WAIT_FOR, frame.f_locals.get("return_when", ""),
                     frame.f_locals.get("fs", ()))

    def _one(self, frame, future, known):
        self._create(future, known, WAIT_FOR, "", [frame.f_locals["fut"]])

    def _late_one(self, frame, future, known):
        # Until 3.11: what is waited for becomes a task only later.
        self._create(future, known, WAIT_FOR)
        known.children = ()

    def _shield(self, frame, future, known):
        self._create(future, known, SHIELD, "", [frame.f_locals["inner"]])

    def _group(self, frame, future, known):
        self._create(future, known, TASK_GROUP, "", frame.f_locals["self"]._tasks)

    def _at(self, purpose):
        def tell(frame, future, known):
            owner = known_primitives.find(frame.f_locals["self"])
            self._observer.future_created(
                future, known, owner.purpose or purpose if owner else purpose, "",
                owner.number if owner else 0)
        return tell

    def _get(self, frame, future, known):
        owner = known_primitives.find(frame.f_locals["self"])
        if owner is None or owner.children is None:
            self._at(QUEUE_GET)(frame, future, known)
            return
        self._observer.future_created(future, known, AS_COMPLETED, "", owner.first_getter)
        if not owner.first_getter:
            owner.first_getter = known.number
            self._observer.add_children(known, owner.children)

    def _executor(self, frame, future, known):
        self._create(future, known, EXECUTOR, job_of(frame.f_back))

    def _stream(self, frame, future, known):
        self._create(future, known, IO, "data from " + peer_of(
            getattr(frame.f_locals["self"], "_transport", None)))

    def _process(self, frame, future, known):
        self._create(future, known, IO, f"process {frame.f_locals['self']._pid}")

    def _other_io(self, frame, future, known):
        names = frame.f_locals
        sock = names.get("sock")
        owner = names.get("self")
        if isinstance(sock, socket.socket):
            text = f"socket {sock.fileno()}"
        elif frame.f_code.co_name == "_drain_helper":
            text = "room to write"
        elif isinstance(owner, asyncio.StreamReaderProtocol):
            text = "end of a connection"
        elif isinstance(owner, asyncio.base_events.Server):
            text = "server"
        else:
            text = frame.f_code.co_name.strip("_").replace("_", " ")
        self._create(future, known, IO, text)


def inner_labels(function, label):
    """@label for each function inside @function."""
    found = {}
    for constant in function.__code__.co_consts:
        if isinstance(constant, types.CodeType):
            found[constant] = label
    return found


def job_of(frame):
    """What is given to an executor: the name of the function, as @frame knows it."""
    function = frame.f_locals.get("func") if (
        frame is not None and frame.f_code.co_filename.startswith(ASYNCIO)) else None
    if isinstance(function, functools.partial) and function.args and (
            getattr(function.func, "__name__", "") == "run"):
        function = function.args[0]     # to_thread() runs it in its context
    return "" if function is None else name_of(function)


def peer_of(transport):
    """Who is at the other end of @transport."""
    try:
        peer = transport.get_extra_info("peername")
        pipe = transport.get_extra_info("pipe")
    except Exception:
        return "a stream"
    if isinstance(peer, tuple) and len(peer) >= 2:
        return f"{peer[0]}:{peer[1]}"
    if isinstance(peer, str) and peer:
        return peer
    try:
        return "a stream" if pipe is None else f"pipe {pipe.fileno()}"
    except Exception:
        return "a stream"


# --- Locks, queues and their like ----------------------------------------------------

(SYNC_LOCK, SYNC_EVENT, SYNC_CONDITION, SYNC_SEMAPHORE, SYNC_BARRIER,
 SYNC_QUEUE) = range(6)
(ACQUIRE, RELEASE, SET, CLEAR, NOTIFY, PUT, GET, TASK_DONE, SHUT_DOWN, ABORT,
 RESET) = range(11)


class Primitives:
    """Follows the levels of asyncio's primitives."""

    def __init__(self, observer):
        self._observer = observer

    def created(self, thing, kind, capacity):
        """@thing is new; what is inside another of asyncio's own is not told."""
        frame = sys._getframe(2)
        while frame is not None and frame.f_code.co_name == "__init__" and (
                frame.f_locals.get("self") is thing):
            frame = frame.f_back
        if frame is None or frame.f_code.co_filename.startswith(ASYNCIO):
            return None
        observer = self._observer
        known = known_primitives.add(thing, observer.new_object())
        observer.record_line()
        observer.record(SYNC_CREATE, kind, observer.places.here.number, known.number,
                        observer.feed.intern(self._name_given(frame)), capacity)
        return known

    def lock_created(self, lock):
        self.created(lock, SYNC_LOCK, 1)

    def event_created(self, event):
        self.created(event, SYNC_EVENT, 0)

    def condition_created(self, condition):
        # A lock that is not known was made just now, for this condition alone.
        is_own = known_primitives.find(condition._lock) is None
        known = self.created(condition, SYNC_CONDITION, int(is_own))
        if known is not None and is_own:
            known_primitives.add(condition._lock, known.number)

    def semaphore_created(self, semaphore):
        self.created(semaphore, SYNC_SEMAPHORE, semaphore._value)

    def barrier_created(self, barrier):
        known = self.created(barrier, SYNC_BARRIER, barrier._parties)
        if known is not None:
            self._put_inside(barrier._cond, known, BARRIER)

    def queue_created(self, queue):
        size = queue._maxsize
        known = self.created(queue, SYNC_QUEUE, size if type(size) is int and size > 0
                             else 0)
        if known is not None:
            self._put_inside(queue._finished, known, QUEUE_JOIN)

    @staticmethod
    def _put_inside(part, whole, purpose):
        inner = known_primitives.add(part, whole.number)
        inner.is_silent = True
        inner.purpose = purpose

    def did(self, thing, what, level):
        """@what was done to @thing, whose level is now @level."""
        known = known_primitives.find(thing)
        if known is not None and known.number and not known.is_silent:
            place = self._observer.places.here
            self._observer.record(SYNC, what, place.number, known.number,
                                  max(0, min(level, NO_EVENT)), place.activity)

    def semaphore_released(self, semaphore):
        level = semaphore._value
        if level > 0 and any(not each.done() for each in semaphore._waiters or ()):
            level -= 1              # handed on at once
        self.did(semaphore, RELEASE, level)

    def notified(self, condition):
        known = known_primitives.find(condition)
        lock = known_primitives.find(condition._lock)
        is_own = known is not None and lock is not None and known.number == lock.number
        self.did(condition, NOTIFY, int(is_own))

    def queue_did(self, queue, what):
        self.did(queue, what, len(getattr(queue, "_queue", ())))

    @staticmethod
    def _name_given(frame):
        """What the program calls what @frame makes, where that is plain."""
        line = linecache.getline(frame.f_code.co_filename, frame.f_lineno or 0)
        match = re.match(r"\s*(?:\w+\.)*(\w+)\s*(?::[^=]+)?=[^=]", line)
        return match.group(1) if match else ""


# --- The hooks -----------------------------------------------------------------------

class Graft:
    """Puts calls of ours into functions of asyncio, by making their code again.

    The functions stay what they are, with their own lines; no frame of ours stands
    between the program and asyncio, so none can be in a traceback.
    """

    def __init__(self, function):
        self.function = function
        self._old = function.__code__
        self._calls = []
        first, last = self._old.co_firstlineno, last_line(self._old)
        self._lines = linecache.getlines(self._old.co_filename)[first - 1:last]
        self._shift = first - 1
        if not self._lines:
            raise LookupError(f"no source of {self._old.co_filename}")
        if self._lines[0][0].isspace():     # a method: names are mangled as in its class
            self._lines.insert(0, f"class {self._old.co_qualname.split('.')[-2]}:\n")
            self._shift -= 1
        self._tree = ast.parse("".join(self._lines))
        self.body = self._find(self._tree).body

    def _find(self, tree):
        for node in ast.walk(tree):
            if (isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
                    and node.name == self._old.co_name):
                node.decorator_list = []
                return node
        raise LookupError(f"no source of {self._old.co_qualname}")

    def call(self, hook, *arguments):
        """A call of @hook as source text; @arguments are expressions of the function."""
        self._calls.append(hook)
        return f"'\\0juggler {len(self._calls) - 1}'({', '.join(arguments)})"

    def before(self, pattern, text):
        """Put @text before each statement that is @pattern."""
        self._insert(pattern, text, 0)

    def after(self, pattern, text):
        """Put @text behind each statement that is @pattern."""
        self._insert(pattern, text, 1)

    def _insert(self, pattern, text, offset):
        found = False
        for statements in list(self._blocks(self.body)):
            for place, statement in reversed(list(enumerate(statements))):
                if self._matches(statement, pattern):
                    statements[place + offset:place + offset] = self._parse(
                        text, statement)
                    found = True
        if not found:
            raise LookupError(f"no {pattern!r} in {self._old.co_qualname}")

    def _blocks(self, statements):
        """Every list of statements in @statements, and that itself."""
        yield statements
        for statement in statements:
            for field in ("body", "orelse", "finalbody", "handlers"):
                inner = getattr(statement, field, None)
                if isinstance(inner, list):
                    yield from self._blocks(inner)

    def _matches(self, statement, pattern):
        if hasattr(statement, "is_ours"):
            return False
        at = statement.lineno - 1
        text = "\n".join(map(str.strip, self._lines[at:at + 1 + pattern.count("\n")]))
        return text.startswith(pattern)

    def at_start(self, text):
        """Put @text before all of the function's statements."""
        first = self.body[0]
        place = int(isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant))
        self.body[place:place] = self._parse(text, first)

    def at_end(self, text):
        """Put @text behind all of them."""
        self.body.extend(self._parse(text, self.body[-1]))

    def finally_(self, pattern, text):
        """Have @text run whenever the `try` that begins with @pattern is left."""
        for statement in self.body:
            if isinstance(statement, ast.Try) and (
                    self._matches(statement.body[0], pattern)):
                statement.finalbody = self._parse(text, statement.body[0])
                return
        raise LookupError(f"no {pattern!r} in {self._old.co_qualname}")

    def wrap_returned(self, hook):
        """Return what @hook makes of each value that is returned."""
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Return) and node.value is not None:
                call = self._parse(self.call(hook, "0"), node)[0].value
                call.args[0] = node.value
                node.value = call

    def wrap_call(self, source, hook):
        """Use what @hook makes of the value of each call that reads @source."""
        graft = self

        class Wrapper(ast.NodeTransformer):
            found = False

            def visit_Call(self, node):
                self.generic_visit(node)
                if ast.unparse(node) != source:
                    return node
                self.found = True
                call = graft._parse(graft.call(hook, "0"), node)[0].value
                call.args[0] = node
                return call

        wrapper = Wrapper()
        wrapper.visit(self._tree)
        if not wrapper.found:
            raise LookupError(f"no {source!r} in {self._old.co_qualname}")

    def narrow_while(self, test, hook):
        """Leave loops over frames also when @hook says so."""
        for node in ast.walk(self._tree):
            if isinstance(node, ast.While) and test in ast.unparse(node.test):
                name = ast.unparse(node.test).split()[0]
                more = self._parse(f"not {self.call(hook, name)}", node.test)[0].value
                node.test = ast.copy_location(
                    ast.BoolOp(ast.And(), [node.test, more]), node.test)

    def at_loop_start(self, text):
        """Put @text before what each loop repeats."""
        for node in ast.walk(self._tree):
            if isinstance(node, (ast.While, ast.For)):
                node.body[:0] = self._parse(text, node.body[0])

    @staticmethod
    def _parse(text, near):
        statements = ast.parse(text).body
        for statement in statements:
            statement.is_ours = True
            for node in ast.walk(statement):
                ast.copy_location(node, near)
                if hasattr(node, "end_lineno"):
                    node.end_lineno, node.end_col_offset = node.lineno, node.col_offset
        return statements

    def apply(self):
        """Make the function's code again."""
        ast.increment_lineno(self._tree, self._shift)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            code = compile(self._tree, self._old.co_filename, "exec", dont_inherit=True)
        code = self._pick(code)
        self.function.__code__ = self._fill(code).replace(
            co_qualname=self._old.co_qualname, co_firstlineno=self._old.co_firstlineno)

    def _pick(self, code):
        for constant in code.co_consts:
            if isinstance(constant, types.CodeType):
                if constant.co_name == self._old.co_name:
                    return constant
                inner = self._pick(constant)
                if inner is not None:
                    return inner
        return None

    def _fill(self, code):
        constants = []
        for constant in code.co_consts:
            if isinstance(constant, str) and constant.startswith("\0juggler "):
                constant = self._calls[int(constant[9:])]
            elif isinstance(constant, types.CodeType):
                constant = self._fill(constant)
            constants.append(constant)
        return code.replace(co_consts=tuple(constants))


def last_line(code):
    """The last line of @code's source."""
    last = max(position[1] or 0 for position in code.co_positions())
    return max([last, *(last_line(constant) for constant in code.co_consts
                        if isinstance(constant, types.CodeType))])


def disguise(new, old):
    """Let the function @new look like @old, which it replaces."""
    # With its module as __self__, a builtin function's signature begins behind that.
    for name in ("__name__", "__qualname__", "__module__", "__doc__", "__text_signature__",
                 "__self__"):
        try:
            setattr(new, name, getattr(old, name))
        except (AttributeError, TypeError):
            pass
    new.__code__ = new.__code__.replace(co_name=new.__name__, co_qualname=new.__qualname__)
    return new


def made_again(kind, bases, slots):
    """The class @kind with other bases, and with @slots besides its own."""
    names = {name: value for name, value in vars(kind).items()
             if not isinstance(value, types.MemberDescriptorType)
             and name not in ("__dict__", "__weakref__")}
    names["__slots__"] = (*names["__slots__"], *slots)
    cell = types.CellType()
    for name, value in names.items():
        if isinstance(value, types.FunctionType) and (
                "__class__" in value.__code__.co_freevars):
            names[name] = again = types.FunctionType(
                value.__code__, value.__globals__, value.__name__, value.__defaults__,
                (cell,))
            again.__qualname__, again.__doc__ = value.__qualname__, value.__doc__
            again.__kwdefaults__ = value.__kwdefaults__
    cell.cell_contents = new = type(kind)(kind.__name__, bases, names)
    new.__slots__ = kind.__slots__
    return new


class Hooks:
    """Every place where the shim stands between the program and Python."""

    def __init__(self, observer):
        self.observer = observer
        self.clock = observer.clock
        self.purposes = Purposes(observer)

    def install(self):
        self.hook_tasks()
        try:
            self.hook_handles()
        except LookupError as error:
            fail(f"cannot observe the asyncio of this Python: {error.args[0]}")
        self.hook_loop()
        for hook in (self.hook_futures, self.hook_order, self.hook_reports,
                     self.hook_stacks):
            try:
                hook()
            except LookupError as error:    # another asyncio than those that are known
                self.observer.feed.set_property("unobserved", str(error.args[0]))
        self.purposes.learn()
        self.hook_sleep()
        if self.clock.virtual:
            self.hook_time()
        self.hook_output()
        self.hook_process()

    # Tasks: a subclass of the accelerated one under its name, so that it stays the one
    # that CPython schedules.  That a task is there is seen when it queues its first step.

    def hook_tasks(self):
        observer = self.observer
        accelerated = _asyncio.Task
        cancel_request = accelerated.cancel
        uncancel_request = accelerated.uncancel
        new_name = accelerated.set_name

        class Task(accelerated):
            __doc__ = accelerated.__doc__
            __module__ = accelerated.__module__
            __slots__ = ("_jug_number", "_jug_order", "_jug_cause", "_jug_callback",
                         "_jug_line", "_jug_chain", "_jug_await_line", "_jug_locals")

            def cancel(self, msg=None):
                observer.cancel_called(self, msg)
                return cancel_request(self, msg=msg)

            def uncancel(self):
                left = uncancel_request(self)
                observer.uncancel_called(self, left)
                return left

            def set_name(self, value, /):
                new_name(self, value)
                if getattr(self, "_jug_number", 0):
                    observer.task_named(self, self.get_name())

        Task.__qualname__ = accelerated.__qualname__
        for name in ("cancel", "uncancel", "set_name"):
            disguise(getattr(Task, name), getattr(accelerated, name))
        asyncio.tasks.Task = asyncio.Task = _asyncio.Task = Task
        if hasattr(asyncio.tasks, "create_eager_task_factory"):
            self.hook_eager_tasks(Task)
            factory = asyncio.tasks.create_eager_task_factory(Task)
            asyncio.tasks.eager_task_factory = asyncio.eager_task_factory = factory

    # An eager task runs its first step while it is made, so its class is for that long
    # one that is there before and after.

    def hook_eager_tasks(self, Task):
        observer = self.observer
        accelerated = Task.__base__
        eager_classes = weakref.WeakKeyDictionary()

        def new(cls, *args, **options):
            loop = options.get("loop")
            if options.get("eager_start") and (
                    asyncio._get_running_loop() is not None
                    if loop is None else loop.is_running()):
                eager = eager_classes.get(cls)
                if eager is None:
                    eager = eager_classes[cls] = eager_class(cls)
                return accelerated_new(eager, *args, **options)
            return accelerated_new(cls, *args, **options)

        def eager_class(cls):
            def __init__(self, coro, **options):
                self.__class__ = cls
                if not asyncio.iscoroutine(coro):
                    self.__init__(coro, **options)  # raises
                place = observer.places.here
                before = place.task, place.number, place.suspended, place.activity
                observer.eager_step_begins(self, coro, options.get("name"), place)
                try:
                    self.__init__(coro, **options)
                finally:
                    if not place.suspended:
                        if self.done():
                            observer.task_ended(self, place)
                        else:
                            observer.task_suspends(self, self._fut_waiter, place)
                    place.task, place.number, place.suspended, place.activity = before
                    del self, before    # or the traceback of what quits keeps the tasks

            return type(cls)(cls.__name__, (cls,), {
                "__init__": __init__, "__slots__": (), "__module__": cls.__module__,
                "__qualname__": cls.__qualname__})

        accelerated_new = accelerated.__new__
        Task.__new__ = staticmethod(new)
        signature = inspect.signature(accelerated)
        new.__signature__ = signature.replace(parameters=[
            inspect.Parameter("cls", inspect.Parameter.POSITIONAL_OR_KEYWORD),
            *signature.parameters.values()])

    # Handles: what the ready queue holds, with room for what we must know of them.

    def hook_handles(self):
        observer = self.observer
        events = asyncio.events
        base = asyncio.base_events.BaseEventLoop
        virtual, clock = self.clock.virtual, self.clock
        iteration, runs, queued, begins, ends = make_loop_hooks(observer)

        graft = Graft(events.Handle._run)
        graft.at_start(graft.call(begins, "self"))
        graft.finally_("self._context.run", graft.call(ends, "self"))
        graft.apply()
        observer.run_code = events.Handle._run.__code__
        graft = Graft(events.Handle.cancel)
        graft.before("self._cancelled = True",
                     graft.call(observer.handle_cancelled, "self"))
        graft.apply()

        def is_before(timer, other):
            if isinstance(other, events.TimerHandle):
                return ((timer._jug_deadline, timer._jug_order)
                        < (other._jug_deadline, other._jug_order))
            return NotImplemented

        def arm(timer, when, callback, args):
            timer._jug_order = _creation()
            timer._jug_deadline = clock.to_trace(when)
            if virtual and math.isfinite(when):
                timer._when = timer._jug_deadline / SECOND
            observer.timer_armed(timer, callback, args)

        graft = Graft(events.TimerHandle.__init__)
        graft.at_end(graft.call(arm, "self", "when", "callback", "args"))
        graft.apply()
        Handle = made_again(events.Handle, (), (
            "_jug_callback", "_jug_cause", "_jug_text", "_jug_is_queued", "_jug_error"))
        TimerHandle = made_again(events.TimerHandle, (Handle,), (
            "_jug_deadline", "_jug_order", "_jug_waiter"))
        TimerHandle.__lt__ = disguise(is_before, TimerHandle.__lt__)
        events.Handle = asyncio.Handle = Handle
        events.TimerHandle = asyncio.TimerHandle = TimerHandle

        # It is told before it is there: what another thread has queued, the loop's own may
        # run at once.
        graft = Graft(base._call_soon)
        graft.before("self._ready.append", graft.call(queued, "handle", "callback", "args"))
        graft.apply()
        if hasattr(events, "_ThreadSafeHandle"):
            # From 3.14 on what other threads queue is of a class of its own.
            events._ThreadSafeHandle = made_again(events._ThreadSafeHandle, (Handle,), ())
            graft = Graft(base.call_soon_threadsafe)
            graft.before("self._ready.append",
                         graft.call(queued, "handle", "callback", "args"))
            graft.apply()
        graft = Graft(base._add_callback)
        graft.after("self._ready.append", graft.call(observer.io_ready, "handle"))
        graft.apply()
        self.hook_iterations(iteration, runs)

    # The loop: its iterations, and what it does when nothing is ready.

    def hook_iterations(self, iteration, runs):
        observer = self.observer

        def resolution(loop):
            # Half a nanosecond: a timer is due when its nanosecond has come, however
            # large the numbers are.
            return max(0.5e-9, math.ulp(loop.time()))

        graft = Graft(asyncio.base_events.BaseEventLoop._run_once)
        if self.clock.virtual:
            graft.at_start("self._clock_resolution = " + graft.call(resolution, "self"))
        graft.at_start(graft.call(iteration, "self"))
        graft.before("event_list = self._selector.select",
                     "if timeout is None or timeout > 0:\n    "
                     + graft.call(observer.polls, "self", "timeout"))
        graft.after("self._ready.append",
                    graft.call(observer.timer_fired, "self", "handle"))
        graft.after("ntodo = len(self._ready)", graft.call(runs, "ntodo"))

        def is_slow(loop, handle, duration):
            observer.reports(
                REPORT_SLOW_CALLBACK, "Executing %s took %.3f seconds" % (
                    asyncio.base_events._format_handle(handle), duration))

        graft.before("logger.warning('Executing", graft.call(is_slow, "self", "handle",
                                                             "dt"))
        graft.apply()

    def hook_loop(self):
        observer = self.observer
        set_running_loop = asyncio.events._set_running_loop

        def _set_running_loop(loop, /):
            if loop is None:
                observer.loop_ends()
            else:
                observer.loop_begins(loop)
            set_running_loop(loop)

        disguise(_set_running_loop, set_running_loop)
        asyncio.events._set_running_loop = asyncio._set_running_loop = _set_running_loop

    # Futures: what each is made for is told by who makes it.

    def hook_futures(self):
        purposes = self.purposes
        graft = Graft(asyncio.base_events.BaseEventLoop.create_future)
        graft.wrap_returned(purposes.future_created)
        graft.apply()
        gathering = asyncio.tasks._GatheringFuture.__init__
        graft = Graft(gathering)
        graft.at_end(graft.call(purposes.gathering, "self", "children"))
        graft.apply()
        graft = Graft(asyncio.futures.wrap_future)
        graft.before("_chain_future(", graft.call(purposes.wrapped, "future", "new_future"))
        graft.apply()
        graft = Graft(asyncio.taskgroups.TaskGroup.create_task)
        graft.before("return task", graft.call(purposes.joined_group, "self", "task"))
        graft.apply()
        self.hook_primitives()

    def hook_primitives(self):
        hooks = Primitives(self.observer)
        locks, Queue = asyncio.locks, asyncio.queues.Queue

        grafts = {}

        def graft(function, where, pattern, hook, *arguments):
            graft = grafts.get(function) or grafts.setdefault(function, Graft(function))
            getattr(graft, where)(*pattern, graft.call(hook, "self", *map(str, arguments)))

        for kind, hook in ((locks.Lock, hooks.lock_created),
                           (locks.Event, hooks.event_created),
                           (locks.Condition, hooks.condition_created),
                           (locks.Semaphore, hooks.semaphore_created),
                           (locks.Barrier, hooks.barrier_created),
                           (Queue, hooks.queue_created)):
            graft(kind.__init__, "at_end", (), hook)
        did = hooks.did
        graft(locks.Lock.acquire, "after", ["self._locked = True"], did, ACQUIRE, 1)
        graft(locks.Lock.release, "after", ["self._locked = False"], did, RELEASE, 0)
        graft(locks.Event.set, "at_start", (), did, SET, 1)
        graft(locks.Event.clear, "at_end", (), did, CLEAR, 0)
        graft(locks.Condition.notify, "after", ["if not self.locked()"], hooks.notified)
        graft(locks.Semaphore.acquire, "after", ["self._value -= 1"], did, ACQUIRE,
              "self._value")
        graft(locks.Semaphore.acquire, "after", ["self._value += 1"],
              hooks.semaphore_released)
        graft(locks.Semaphore.release, "after", ["self._value += 1"],
              hooks.semaphore_released)
        graft(locks.Barrier.wait, "after", ["self._count += 1"], did, ACQUIRE,
              "self._count")
        graft(locks.Barrier.wait, "after", ["self._count -= 1"], did, RELEASE,
              "self._count")
        graft(locks.Barrier.reset, "before", ["self._cond.notify_all"], did, RESET,
              "self._count")
        graft(locks.Barrier.abort, "before", ["self._cond.notify_all"], did, ABORT,
              "self._count")
        did = hooks.queue_did
        graft(Queue.put_nowait, "before", ["self._wakeup_next(self._getters)"], did, PUT)
        graft(Queue.get_nowait, "before", ["self._wakeup_next(self._putters)"], did, GET)
        graft(Queue.task_done, "after", ["self._unfinished_tasks -= 1"], did, TASK_DONE)
        if hasattr(Queue, "shutdown"):
            graft(Queue.shutdown, "before", ["while self._getters"], did, SHUT_DOWN)
        for each in grafts.values():
            each.apply()

    # Order: creation order wherever asyncio promises none.

    def hook_order(self):
        observer = self.observer
        base = asyncio.base_events.BaseEventLoop
        all_tasks = asyncio.tasks.all_tasks

        graft = Graft(base.__init__)
        graft.after("self._asyncgens = ", "self._asyncgens = "
                    + graft.call(AsyncGenerators))
        graft.apply()

        def ordered_all_tasks(loop=None):
            found = FutureSet(all_tasks(loop))
            caller = sys._getframe(1).f_code.co_filename
            if caller != asyncio.runners.__file__:
                observer.unordered(UNORDERED_ALL_TASKS, len(found))
            return found

        disguise(ordered_all_tasks, all_tasks)
        asyncio.tasks.all_tasks = asyncio.all_tasks = ordered_all_tasks
        if hasattr(_asyncio, "all_tasks"):      # from 3.14 on
            _asyncio.all_tasks = asyncio.tasks._c_all_tasks = ordered_all_tasks
        asyncio.tasks.set = asyncio.taskgroups.set = ordered_set

        graft = Graft(asyncio.runners._cancel_all_tasks)
        graft.before("for task in to_cancel:\ntask.cancel",
                     graft.call(observer.shuts_down, "to_cancel"))
        graft.apply()

        def aborts(group):
            left = sum(not task.done() for task in group._tasks)
            observer.unordered(UNORDERED_GROUP, left)

        def waited(done, pending):
            observer.unordered(UNORDERED_WAIT, max(len(done), len(pending)))

        def begins_completing(awaitables):
            observer.unordered(UNORDERED_AS_COMPLETED,
                               sum(map(asyncio.iscoroutine, awaitables)))
            return awaitables

        def watches(queue, futures):
            self.purposes.completing(queue, futures)
            observer.unordered(UNORDERED_COMPLETED, sum(
                getattr(future, "_state", "PENDING") != "PENDING" for future in futures))

        graft = Graft(asyncio.taskgroups.TaskGroup._abort)
        graft.before("for t in self._tasks", graft.call(aborts, "self"))
        graft.apply()
        graft = Graft(asyncio.tasks._wait)
        graft.before("return done, pending", graft.call(waited, "done", "pending"))
        graft.apply()
        iterator = getattr(asyncio.tasks, "_AsCompletedIterator", None)
        if iterator is None:
            graft = Graft(asyncio.tasks.as_completed)
            graft.wrap_call("set(fs)", begins_completing)
            queue = "done"
        else:
            graft = Graft(iterator.__init__)
            graft.wrap_call("set(aws)", begins_completing)
            queue = "self._done"
        graft.after("todo = ", graft.call(watches, queue, "todo"))
        # Those that are done already are told in the order of this set.
        graft.after("todo = ", "todo = " + graft.call(ordered_set, "todo"))
        graft.apply()

    # Time: the clock of the run in place of the machine's.

    def hook_sleep(self):
        clock, observer = self.clock, self.observer

        def sleep(*args):
            if len(args) != 1 or not isinstance(args[0], (int, float)) or not (
                    0 <= args[0] < 1e9):
                return real_sleep(*args)
            seconds, = args
            observer.blocks(to_ns(seconds))
            if not clock.virtual:
                return real_sleep(seconds)
            if (threading.current_thread() is not threading.main_thread()
                    or Outside.has_busy_thread()):
                real_sleep(seconds)
            if threading.current_thread() is threading.main_thread():
                clock.advance(to_ns(seconds))

        time.sleep = disguise(sleep, real_sleep)

    def hook_time(self):
        clock = self.clock
        hooks = self
        base = asyncio.base_events.BaseEventLoop
        selecting = asyncio.selector_events.BaseSelectorEventLoop
        timeout = asyncio.timeouts.Timeout
        timeout_init = timeout.__init__
        reschedule = timeout.reschedule

        def loop_time(self):
            return clock.now() / SECOND

        def rounded(when):
            if when is None or not math.isfinite(when):
                return when
            return to_ns(when) / SECOND

        def rounding_init(self, when):
            timeout_init(self, rounded(when))

        def rounding_reschedule(self, when):
            reschedule(self, rounded(when))

        base.time = disguise(loop_time, base.time)
        graft = Graft(selecting.__init__)
        graft.at_end(graft.call(hooks.hook_selector, "self"))
        graft.apply()
        timeout.__init__ = disguise(rounding_init, timeout_init)
        timeout.reschedule = disguise(rounding_reschedule, reschedule)

        def monotonic():
            return clock.now() / SECOND

        def monotonic_ns():
            return clock.now()

        def perf_counter():
            return clock.now() / SECOND

        def perf_counter_ns():
            return clock.now()

        def wall():
            return (EPOCH + clock.now()) / SECOND

        def wall_ns():
            return EPOCH + clock.now()

        time.monotonic = disguise(monotonic, time.monotonic)
        time.monotonic_ns = disguise(monotonic_ns, time.monotonic_ns)
        time.perf_counter = disguise(perf_counter, time.perf_counter)
        time.perf_counter_ns = disguise(perf_counter_ns, time.perf_counter_ns)
        time.time = disguise(wall, time.time)
        time.time_ns = disguise(wall_ns, time.time_ns)

    def hook_selector(self, loop):
        """Let @loop, when it would wait, move the clock instead."""
        loop_ref = weakref.ref(loop)
        select = loop._selector.select
        clock = self.clock
        observer = self.observer

        def wait_outside(loop, timeout):
            # In slices: what was outstanding may end without waking the loop up.
            end = math.inf if timeout is None else time.monotonic() + timeout
            clock.begin_waiting()
            try:
                while True:
                    left = end - time.monotonic()
                    ready = select(max(0, min(left, SLICE)))
                    if ready or left <= 0 or not observer.outside.is_open(loop):
                        return ready
            finally:
                clock.end_waiting()

        def virtual_select(timeout=None):
            loop = loop_ref()
            if loop is None or (timeout is not None and timeout <= 0):
                return select(timeout)
            if observer.outside.is_open(loop):
                return wait_outside(loop, timeout)
            next_timer = loop._scheduled[0]._jug_deadline if loop._scheduled else FOREVER
            if next_timer < FOREVER:
                wait = next_timer - clock.now()
                clock.advance(max(0, min(wait, LONGEST_SELECT)))
                return select(0)
            if loop._signal_handlers:
                return select(timeout)
            ready = select(GRACE if Outside.has_any_thread() else 0)
            if ready or loop._ready:
                return ready
            return observer.deadlock()

        loop._selector.select = virtual_select

    # Complaints: of asyncio to its exception handler, of Python about coroutines.

    def hook_reports(self):
        observer = self.observer
        kinds = (("exception was never retrieved", REPORT_NEVER_RETRIEVED),
                 ("was destroyed but it is pending", REPORT_DESTROYED_PENDING),
                 ("during asyncio.run() shutdown", REPORT_SHUTDOWN_ERROR))

        def complains(context):
            if type(context) is not dict:
                return
            text = context.get("message")
            text = text if type(text) is str else "Unhandled exception in event loop"
            about = context.get("task", context.get("future"))
            error = context.get("exception")
            kind = next((kind for words, kind in kinds if words in text),
                        REPORT_CALLBACK_ERROR)
            if isinstance(error, BaseException) and kind != REPORT_SHUTDOWN_ERROR:
                text = f"{text}: {type(error).__name__}: {message_of(error)}"
            observer.reports(kind, text, about)

        def is_from_here(filename):
            return filename == SELF

        def never_awaited(coro):
            name = getattr(coro, "__qualname__", type(coro).__name__)
            observer.reports(REPORT_NEVER_AWAITED, f"coroutine '{name}' was never awaited")

        def is_ours(message):
            # Levels beyond the program's own frames: Python says "sys" there.
            if message.filename == SELF:
                message.filename, message.lineno = (
                    ("<sys>", 0) if sys.version_info >= (3, 13) else ("sys", 1))

        graft = Graft(asyncio.base_events.BaseEventLoop.call_exception_handler)
        graft.at_start(graft.call(complains, "context"))
        graft.apply()
        graft = Graft(warnings._warn_unawaited_coroutine)
        graft.at_start(graft.call(never_awaited, "coro"))
        graft.at_loop_start(f"if {graft.call(is_from_here, 'filename')}:\n    continue")
        graft.apply()
        graft = Graft(warnings._showwarnmsg)
        graft.at_start(graft.call(is_ours, "msg"))
        graft.apply()

    # Stacks and tracebacks that Python code looks at: without the shim's own frames.

    def hook_stacks(self):
        bottom = {Program._run_file.__code__, Program._run_module.__code__}

        def is_bottom(frame):
            return frame.f_code in bottom

        def own(trace):
            while trace is not None and trace.tb_frame.f_code.co_filename == SELF:
                trace = trace.tb_next
            return trace

        graft = Graft(traceback.walk_stack)
        graft.narrow_while("is not None", is_bottom)
        graft.apply()
        graft = Graft(inspect.getouterframes)
        graft.narrow_while("frame", is_bottom)
        graft.apply()
        graft = Graft(asyncio.base_tasks._task_get_stack)
        graft.narrow_while("f is not None", is_bottom)
        graft.apply()
        excepthook = sys.excepthook

        def hook(kind, error, trace):
            error.__traceback__ = strip_traceback(trace)
            excepthook(kind, error, error.__traceback__)

        sys.excepthook = sys.__excepthook__ = disguise(hook, excepthook)
        self.observer.excepthook = hook
        for walk in (traceback.walk_tb, traceback._walk_tb_with_full_positions):
            graft = Graft(walk)
            graft.at_loop_start(f"tb = {graft.call(own, 'tb')}\nif tb is None:\n    break")
            graft.apply()

    # Output: both streams by lines, whoever writes them.

    def hook_output(self):
        observer = self.observer
        for name, lines in (("stdout", observer.output), ("stderr", observer.errors)):
            old = getattr(sys, name)
            if isinstance(old, io.TextIOWrapper):
                new = observe_stream(old, lines)
                setattr(sys, name, new)
                setattr(sys, f"__{name}__", new)

        def write(*args):
            written = real_os_write(*args)
            if args[0] == 1 or args[0] == 2:
                lines = observer.output if args[0] == 1 else observer.errors
                lines.feed(bytes(memoryview(args[1]).cast("B")[:written]))
            return written

        os.write = disguise(write, real_os_write)

    # The process: ends and forks that bypass Python's own end.

    def hook_process(self):
        observer = self.observer

        def _exit(*args, **kwargs):
            if len(args) + len(kwargs) == 1:
                observer.feed.finish()
            real_os_exit(*args, **kwargs)

        os._exit = disguise(_exit, real_os_exit)
        os.register_at_fork(after_in_child=observer.forget)


# --- The command ---------------------------------------------------------------------

def strip_traceback(trace):
    """@trace without the shim's own frames."""
    def is_own(entry):
        return entry.tb_frame.f_code.co_filename == SELF

    while trace is not None and is_own(trace):
        trace = trace.tb_next
    entry = trace
    while entry is not None:
        while entry.tb_next is not None and is_own(entry.tb_next):
            entry.tb_next = entry.tb_next.tb_next
        entry = entry.tb_next
    return trace


def new_main_module():
    """Make `__main__` what it is when Python starts."""
    main = types.ModuleType("__main__")
    main.__builtins__ = sys.modules["builtins"]
    if sys.version_info < (3, 14):
        main.__annotations__ = {}
    sys.modules["__main__"] = main
    return main


class Program:
    """What is to be run: a file, a folder (or archive) with one, or a module."""

    def __init__(self, path=None, module=None):
        self.path = path
        self.module = module
        self.name = path if module is None else f"-m {module}"
        self.title = os.path.basename(path) if module is None else module
        self.file = self.source = self.code = self.error = None
        self.is_folder = module is None and os.path.isdir(path)
        if module is None and not self.is_folder:
            self.file = os.path.join(os.getcwd(), path)
            with open(path, "rb") as file:
                self.source = file.read()
            self.is_folder = self.source.startswith(b"PK\3\4")

    def describe(self, feed):
        """Write down what it is."""
        feed.set_property("program", self.name)
        feed.set_property("title", self.title)
        if self.file is not None and not self.is_folder:
            feed.set_property("file", self.file)
            feed.set_property("source", decode_source(self.source))

    def compile(self, feed):
        """See that it can run, or let Python itself say why it can't."""
        if self.path is not None and os.path.basename(self.path) == "asyncio.py":
            feed.set_property("unobserved", "asyncio.py")
            self._leave_to_python(feed)
        if self.module is not None or self.is_folder:
            return
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                compile(self.source, self.file, "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            feed.set_property("failure", "syntax")
            feed.set_property("failure-line", str(getattr(error, "lineno", None) or 0))
            feed.set_property("failure-text", getattr(error, "msg", None) or str(error))
            self._leave_to_python(feed)

    def _leave_to_python(self, feed):
        # Nothing of it has run yet, so this is as if we had never been there.
        feed.finish()
        count = len(sys.orig_argv) - len(sys.argv)
        os.execv(sys.executable, [*sys.orig_argv[:count], self.path, *self.args])

    args = ()

    def run(self, observer):
        """Run it as Python would."""
        count = len(sys.orig_argv) - len(sys.argv)
        words = [self.path] if self.module is None else ["-m", self.module]
        sys.orig_argv[count:] = [*words, *self.args]
        sys.argv[:] = [words[0], *self.args]
        observer.main_file = self.file
        try:
            if self.module is not None or self.is_folder:
                self._run_module()
            else:
                self._run_file()
        except BaseException as error:
            observer.program_failed(error)
            trace = strip_traceback(error.__traceback__)
            if isinstance(error, SystemExit) and sys.version_info < (3, 12):
                # Nobody has put the entry of the module there when Python ends.
                trace = trace and trace.tb_next
            error.__traceback__ = trace
            if not isinstance(error, (SystemExit, KeyboardInterrupt)) and (
                    sys.excepthook is not observer.excepthook):
                show_by_own_hook(error, observer.excepthook)
                sys.exit(1)
            raise

    def _run_file(self):
        self._begin(os.path.dirname(os.path.realpath(self.path)))
        main = new_main_module()
        main.__file__ = self.file
        main.__cached__ = None
        main.__loader__ = importlib.machinery.SourceFileLoader("__main__", self.file)
        exec(compile(self.source, self.file, "exec", dont_inherit=True), main.__dict__)

    def _run_module(self):
        self._begin(self.path if self.is_folder else os.getcwd())
        new_main_module()
        if self.is_folder:
            sys.path[0] = self.path
            runpy._run_module_as_main("__main__", alter_argv=False)
        else:
            runpy._run_module_as_main(self.module)

    @staticmethod
    def _begin(folder):
        if not sys.flags.safe_path and sys.path:
            sys.path[0] = folder
            forget_modules_in(folder)


def forget_modules_in(folder):
    """Let the program import what it has under the name of a library's module."""
    try:
        names = {name.partition(".")[0] for name in os.listdir(folder or ".")}
    except OSError:
        return
    names &= {name.partition(".")[0] for name in set(sys.modules) - BEFORE}
    for name in list(sys.modules):
        if name.partition(".")[0] in names and name not in BEFORE:
            del sys.modules[name]


def show_by_own_hook(error, default):
    """Call the program's sys.excepthook, as Python does at the end."""
    sys.last_type, sys.last_value = type(error), error
    sys.last_traceback = error.__traceback__
    if sys.version_info >= (3, 12):
        sys.last_exc = error
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except SystemExit:
        raise
    except BaseException as another:
        another.__context__ = None
        another.__traceback__ = strip_traceback(another.__traceback__)
        print("Error in sys.excepthook:", file=sys.stderr)
        default(type(another), another, another.__traceback__)
        print("\nOriginal exception was:", file=sys.stderr)
        default(type(error), error, error.__traceback__)


def decode_source(source):
    """The text of a program, as Python reads it."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
        return source.decode(encoding)
    except (SyntaxError, UnicodeDecodeError, LookupError):
        return source.decode("utf-8", "backslashreplace")


def fail(text):
    """Say why nothing runs, and end as for wrong usage."""
    print(f"juggler_shim: {text}", file=sys.stderr)
    sys.exit(2)


class Options:
    """What the command line says."""

    def __init__(self, words):
        self.output = self.feed_fd = self.program_name = None
        self.virtual = self.stop_at_limit = False
        self.frames = self.locals = True
        self.event_limit = 2_000_000
        self.text_limit = 64 << 20
        self.path = self.module = None
        self.args = []
        self._parse(list(words))

    def _parse(self, words):
        while words:
            word = words.pop(0)
            if word == "--":
                self.args = words
                break
            if word in ("-h", "--help"):
                print(USAGE, end="")
                sys.exit(0)
            elif word == "-o":
                self.output = self._value(word, words)
            elif word == "-m":
                self._set_program(module=self._value(word, words))
            elif word in ("--feed-fd", "--event-limit", "--text-limit"):
                self._set_number(word, self._value(word, words))
            elif word == "--program-name":
                self.program_name = self._value(word, words)
            elif word == "--virtual-time":
                self.virtual = True
            elif word == "--stop-at-limit":
                self.stop_at_limit = True
            elif word == "--no-frames":
                self.frames = False
            elif word == "--no-locals":
                self.locals = False
            elif word.startswith("-"):
                fail(f"unknown option {word} (what is for the program stands after --); "
                     "try --help")
            else:
                self._set_program(path=word)
        if self.path is None and self.module is None:
            fail("no program given; try --help")

    @staticmethod
    def _value(option, words):
        if not words or words[0] == "--":
            fail(f"{option} needs a value; try --help")
        return words.pop(0)

    def _set_program(self, path=None, module=None):
        if self.path is not None or self.module is not None:
            fail(f"more than one program: {path or module} (what is for the program "
                 "stands after --); try --help")
        self.path, self.module = path, module

    def _set_number(self, option, value):
        try:
            number = int(value)
        except ValueError:
            number = -1
        least, most = {"--feed-fd": (0, 1 << 20), "--event-limit": (16, 1 << 30),
                       "--text-limit": (4096, 1 << 32)}[option]
        if not least <= number <= most:
            fail(f"{option} needs a number from {least} to {most}, not {value}")
        setattr(self, option[2:].replace("-", "_"), number)


def open_feed(options):
    """The feed that @options ask for."""
    if options.feed_fd is not None:
        try:
            descriptor = os.dup(options.feed_fd)
            os.close(options.feed_fd)
            return Feed(descriptor, None, options.event_limit, options.text_limit)
        except (OSError, ValueError) as error:
            fail(f"cannot write to file number {options.feed_fd}: {error}")
    path = options.output
    if path is None:
        name = options.module or os.path.basename(options.path)
        path = name.removesuffix(".py") + ".jug"
    path = os.path.abspath(path)
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            fail(f"cannot write {path}: not a regular file")
        os.ftruncate(descriptor, 0)
        return Feed(descriptor, path, options.event_limit, options.text_limit)
    except (OSError, ValueError) as error:
        fail(f"cannot write {path}: {getattr(error, 'strerror', None) or error}")


def main():
    if not (3, 11) <= sys.version_info[:2]:
        fail(f"Python 3.11 or later is needed, this is {sys.version.split()[0]}")
    options = Options(sys.argv[1:])
    try:
        program = Program(options.path, options.module)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        if options.feed_fd is not None:
            feed = open_feed(options)
            feed.set_property("failure", "cannot-read")
            feed.set_property("failure-text", reason)
            feed.finish()
        fail(f"cannot read {options.path}: {reason}")
    if options.program_name is not None:
        program.name = program.title = options.program_name
    feed = open_feed(options)
    clock = VirtualClock() if options.virtual else RealClock()
    feed.set_property("engine", "python")
    feed.set_property("clock", "virtual" if clock.virtual else "real")
    feed.set_property("python", sys.version.split()[0])
    feed.set_property("implementation", sys.implementation.name)
    program.args = options.args
    program.describe(feed)
    program.compile(feed)
    observer = Observer(clock, feed, options.frames, options.locals)
    if options.stop_at_limit:
        feed.at_limit = observer.stop_at_limit
    # Exit functions run last in, first out: this one after all of the program's.
    atexit.register(observer.finish)
    Hooks(observer).install()
    program.run(observer)


if __name__ == "__main__":
    main()
