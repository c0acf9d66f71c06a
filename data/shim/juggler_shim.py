#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run an asyncio program unchanged and record what its event loop does.

    python3 juggler_shim.py [OPTIONS] PROGRAM.py|-m MODULE [OPTIONS] [-- ARGS]

The program runs in this interpreter, with its own asyncio: the scheduling that is
recorded is CPython's, nothing is simulated.  Only the standard library is needed,
CPython 3.11 to 3.14.

The file reads from top to bottom: clock, the feed (the file that is written), where each
thread stands, the program's output, what stands open outside, the order where asyncio
leaves it open, the observer (which turns what happens into events), the hooks (every
place where the shim reaches into asyncio and the standard library, and nowhere else),
and the command.
"""

import asyncio
import asyncio.base_events
import asyncio.events
import asyncio.futures
import asyncio.selector_events
import asyncio.taskgroups
import asyncio.tasks
import asyncio.timeouts
import atexit
import concurrent.futures.thread
import errno
import fcntl
import gc
import importlib.machinery
import io
import itertools
import math
import mmap
import os
import platform
import queue
import runpy
import signal
import stat
import struct
import subprocess
import sys
import threading
import time
import tokenize
import types
import weakref

# Not before asyncio, which would then find it half made and use its Python twins.
import _asyncio

# The modules above that nothing here uses (queue, subprocess) copy time.monotonic when
# they are imported; they measure real waiting, so they are imported before the hooks.
_ = queue, subprocess

SECOND = 1_000_000_000
EPOCH = 1_700_000_000 * SECOND      # time.time() at the start of a virtual run
LONGEST_SELECT = 24 * 3600 * SECOND  # asyncio never waits longer in one iteration
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


# --- Clock ---------------------------------------------------------------------------

class RealClock:
    """Time as it passes."""

    virtual = False

    def __init__(self):
        self._start = time.monotonic_ns()

    def now(self):
        """Nanoseconds since the run began."""
        return time.monotonic_ns() - self._start


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
        self._owner = os.getpid()
        self._text = self.EVENTS + event_limit * self.EVENT.size
        self._text_used = self._text
        self._text_end = self._text + text_limit
        self._allocated = self._text_allocated = None
        self._lock = threading.RLock()
        self._strings = {"": 0}
        self._next = itertools.count().__next__
        self._limit = event_limit - self.ROOM
        self._bound = self._limit   # from this slot on there is something to do first
        self._n_events = None       # once recording has stopped
        self.at_limit = None        # what else to do then
        self._descriptor = move_out_of_the_way(descriptor)
        if path is not None:
            os.ftruncate(self._descriptor, self._text_end)
        self.memory = map_out_of_the_way(self._descriptor, self._text_end)
        if path is not None:
            self._allocated = self.EVENTS
            self._text_allocated = self._text
            self._bound = 0
        self.HEADER.pack_into(self.memory, 0, self.MAGIC, 1, event_limit, self.EVENTS,
                              self._text, 0, 0, 0)

    # Events

    def write(self, time, iteration, kind, task, object, a, b):
        """Put an event into the next slot and return its number."""
        index = self._next()
        if index >= self._bound and not self._make_room(index):
            return NO_EVENT
        self.EVENT.pack_into(self.memory, self.EVENTS + 32 * index,
                             time, iteration, kind, task, object, a, b)
        return index

    def _make_room(self, index):
        """Whether slot @index may be written after all."""
        with self._lock:
            if self._n_events is not None:
                return index < self._n_events
            if index >= self._limit:
                if index == self._limit:
                    self._stop("events", index)
                return False
            while self._allocated is not None and index >= self._bound:
                if not self._allocate(self._allocated):
                    self._stop("disk", index)
                    return False
                self._allocated += self.STRIDE
                self._bound = min(self._limit, (self._allocated - self.EVENTS) // 32)
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
        self._bound = -1
        if self.at_limit is not None:
            self.at_limit()

    def _last_time(self, index):
        return 0 if index == 0 else struct.unpack_from(
            "<q", self.memory, self.EVENTS + 32 * (index - 1))[0]

    @property
    def is_recording(self):
        """Whether what is written is kept."""
        return self._n_events is None

    # Text

    def intern(self, text):
        """The number of the string @text."""
        number = self._strings.get(text)
        return self._add(text) if number is None else number

    def _add(self, text):
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
        # Type and length last: whoever reads along sees an entry only when it is whole.
        self.memory[begin + self.ENTRY.size:begin + self.ENTRY.size + len(data)] = data
        self.ENTRY.pack_into(self.memory, begin, kind, len(data))
        self._text_used = end
        return len(self._strings)

    # Ends

    def forget(self):
        """Leave the feed to another process (the parent of a fork)."""
        self._n_events = 0
        self._bound = -1
        self._owner = None

    def finish(self):
        """Close the feed; whatever is written later is dropped."""
        with self._lock:
            if self._owner != os.getpid():
                return
            self._owner = None
            if self._n_events is None:
                self._n_events = self._next()
            self._bound = -1
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

    __slots__ = ("thread", "line", "word", "activity")

    def __init__(self, thread, line):
        self.thread = min(thread, 255)
        self.activity = NO_EVENT    # the step or callback that runs
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

    def __init__(self, line):
        self._line = line
        self._held = []
        self._length = 0
        self._lock = threading.RLock()

    def feed(self, data):
        """Take @data; every line that it completes is handed on."""
        with self._lock:
            *lines, rest = data.split(b"\n")
            for line in lines:
                if self._held:
                    line = b"".join(self._held) + line
                    self._held.clear()
                    self._length = 0
                self._line(line)
            if rest and self._length < self.LONGEST:
                self._held.append(rest)
                self._length += len(rest)

    def finish(self):
        """The program is over: hand on the line that it left without an end."""
        with self._lock:
            if self._held:
                line = b"".join(self._held)
                self._held.clear()
                self._line(line)


def observe_stream(old, lines):
    """A stream that behaves as @old, whose place it takes, and tells @lines."""
    inside = []                     # threads in which text goes down to the buffer

    class Buffer(type(old.buffer)):
        __module__ = type(old.buffer).__module__
        __qualname__ = type(old.buffer).__qualname__

        def write(self, data, /):
            written = super().write(data)
            if threading.get_ident() not in inside and written:
                lines.feed(bytes(memoryview(data).cast("B")[:written]))
            return written

    class Text(io.TextIOWrapper):
        __module__ = io.TextIOWrapper.__module__
        __qualname__ = io.TextIOWrapper.__qualname__

        def write(self, text, /):
            me = threading.get_ident()
            inside.append(me)
            try:
                written = super().write(text)
            finally:
                inside.remove(me)
            lines.feed(text.encode("utf-8", "backslashreplace"))
            return written

    def quietly(name):
        method = getattr(io.TextIOWrapper, name)

        def call(self, /, *args, **kwargs):
            me = threading.get_ident()
            inside.append(me)
            try:
                return method(self, *args, **kwargs)
            finally:
                inside.remove(me)

        call.__name__, call.__qualname__ = name, f"TextIOWrapper.{name}"
        setattr(Text, name, call)

    for name in ("flush", "close", "detach", "reconfigure", "seek", "tell", "truncate"):
        quietly(name)
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


# --- Order where asyncio leaves it open ----------------------------------------------

_creation = itertools.count(1).__next__


def mark_creation(future):
    """Give @future its place in the order of creation."""
    future._jug_seq = _creation()


def creation_of(future):
    """The place of @future in the order of creation; others stand behind, as given."""
    return getattr(future, "_jug_seq", math.inf)


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
    items = dict.fromkeys(items)
    for item in items:
        if not asyncio.isfuture(item):
            return items.keys()     # coroutines for as_completed(): as they were given
        if not hasattr(item, "_jug_seq"):
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

class Observer:
    """Turns what the hooks report into events."""

    def __init__(self, clock, feed):
        self.clock = clock
        self.feed = feed
        self.places = Places()
        self.outside = Outside()
        self.output = OutputLines(lambda line: self.line_printed(line, 0))
        self.errors = OutputLines(lambda line: self.line_printed(line, 1))
        self.ended_by = None        # the name of the exception that ended the program
        self.interrupted = False
        self._tasks = itertools.count(1).__next__
        self._objects = itertools.count(1).__next__
        self._creating = threading.RLock()
        self._started = False
        base = asyncio.base_events.BaseEventLoop
        self._quiet = {base.shutdown_asyncgens.__code__,
                       base.shutdown_default_executor.__code__}

    def record(self, kind, detail=0, task=0, object=0, a=0, b=NO_EVENT):
        """Write an event that happens now in this thread."""
        place = self.places.here
        return self.feed.write(self.clock.now(), place.line.iteration,
                               kind | detail << 8 | place.word, task, object, a, b)

    # Who

    def current_task(self):
        """The task that runs in this thread, or None."""
        loop = asyncio._get_running_loop()
        return None if loop is None else asyncio.tasks.current_task(loop)

    def current_number(self):
        """The number of the task that runs in this thread, 0 for none."""
        return getattr(self.current_task(), "_jug_number", 0)

    # What happens

    def iteration_begins(self, loop):
        place = self.places.here
        place.line.iteration += 1

    def loop_begins(self, loop):
        if not self._started:
            self._started = True
            self.feed.set_property("started", "yes")
        if not isinstance(loop, asyncio.base_events.BaseEventLoop):
            self.feed.set_property("unobserved", full_name(type(loop)))
        self.places.run_loop()

    def task_created(self, task, coro, eager):
        """Number @task, but not the two with which a run shuts down."""
        mark_creation(task)
        task._jug_suspended = False
        task._jug_error = None
        if (getattr(coro, "cr_code", None) in self._quiet
                and self.current_task() is None):
            task._jug_number = 0
            return
        name = self.feed.intern(getattr(coro, "__name__", None) or type(coro).__name__)
        with self._creating:
            task._jug_number = self._tasks()
            self.record(TASK_CREATE, eager, task._jug_number, self.current_number(), name,
                        self.places.here.activity)

    def step_begins(self, task, thrown):
        """@task is resumed; @thrown is the name of the exception that it sees."""
        task._jug_suspended = False
        if task._jug_number:
            place = self.places.here
            place.activity = self.record(STEP, 0, task._jug_number, 0,
                                         self.feed.intern(thrown or ""))

    def task_suspends(self, task):
        """@task has yielded: say what it waits for."""
        if task._jug_suspended or not task._jug_number:
            return
        task._jug_suspended = True
        waiter = task._fut_waiter
        if waiter is None:
            kind, object = waits_without_future(task)
        elif getattr(waiter, "_jug_number", 0):
            kind, object = WAIT_TASK, waiter._jug_number
        else:
            kind, object = WAIT_FUTURE, 0
        self.record(WAIT, kind, task._jug_number, object, 0, self.places.here.activity)

    def step_ends(self, task):
        if not task.done():
            self.task_suspends(task)
        elif task._jug_number:
            text = 0
            if task.cancelled():
                end = CANCELLED
            elif task._exception is not None:
                end = RAISED
                text = self.feed.intern(type(task._exception).__name__)
            else:
                end = RESULT
            self.record(DONE, end, task._jug_number, 0, text, self.places.here.activity)

    def cancel_called(self, task):
        # A task with a pending cancel passes it on when it suspends, still inside its
        # step: it has suspended by then, so that event comes first.
        running = self.current_task()
        if getattr(running, "_fut_waiter", None) is not None:
            if hasattr(running, "_jug_number"):
                self.task_suspends(running)
        if task._jug_number:
            self.record(CANCEL, 0, task._jug_number, self.current_number(), 0,
                        self.places.here.activity)

    def line_printed(self, line, stream):
        text = self.feed.intern(line.decode("utf-8", "backslashreplace"))
        self.record(PRINT, stream, self.current_number(), 0, text,
                    self.places.here.activity)

    def program_failed(self, error):
        """The program ends with @error."""
        self.ended_by = type(error).__name__

    def stop_at_limit(self):
        """Recording has stopped, and the program is to stop with it."""
        flush_output()
        self.feed.finish()
        real_os_exit(124)

    def deadlock(self):
        """Nothing can ever happen again: the recording ends here, and the process."""
        self.ended_by = "deadlock"
        print("juggler_shim: the program waits for something that can never happen: "
              "nothing is ready, no timer is armed", file=sys.stderr)
        self.finish()
        sys.stderr.flush()
        real_os_exit(1)

    def finish(self):
        """The program is over, with its threads and its exit functions."""
        flush_output()
        self.output.finish()
        self.errors.finish()
        if self.ended_by is not None:
            self.record(EXIT, a=self.feed.intern(self.ended_by))
        self.feed.finish()
        if self.interrupted:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGINT)


def full_name(kind):
    """The name of a class with that of its module."""
    return f"{kind.__module__}.{kind.__qualname__}"


def flush_output():
    """Let go of what the program has printed and Python still holds."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            pass                    # the program closed or replaced it


def waits_without_future(task):
    """Why a suspended task has no future: a bare yield, or a yield that is an error."""
    message = str(task._jug_error) if task._jug_error is not None else ""
    task._jug_error = None
    if message.startswith("Task cannot await on itself"):
        return WAIT_TASK, task._jug_number
    if " attached to a different loop" in message:
        return WAIT_FUTURE, 0
    return WAIT_YIELD, 0


# --- The hooks -----------------------------------------------------------------------

WAKE_UPS = ("task_wakeup", "TaskWakeup")    # as the versions of CPython call it


def step_task(callback):
    """The task whose step or wake-up @callback is, or None."""
    if isinstance(callback, types.BuiltinFunctionType):
        return callback.__self__ if callback.__name__ in WAKE_UPS else None
    if type(callback).__name__ == "TaskStepMethWrapper":
        return callback.__self__
    return None


def step_error(callback):
    """The exception that a scheduled step carries (asyncio's own RuntimeErrors)."""
    if type(callback).__name__ == "TaskStepMethWrapper":
        for referent in gc.get_referents(callback):
            if isinstance(referent, BaseException):
                return referent
    return None


def thrown_name(task, handle):
    """The name of the exception with which the step in @handle enters, or None."""
    if task._must_cancel:
        return "CancelledError"
    if not handle._args:
        error = step_error(handle._callback)
        return None if error is None else type(error).__name__
    future = handle._args[0]
    if future.cancelled():
        return "CancelledError"
    error = getattr(future, "_exception", None)
    return None if error is None else type(error).__name__


class Hooks:
    """Every place where the shim stands between the program and Python."""

    def __init__(self, observer):
        self.observer = observer
        self.clock = observer.clock

    def install(self):
        self.hook_tasks()
        self.hook_steps()
        self.hook_order()
        self.hook_loop()
        self.hook_output()
        self.hook_process()
        if self.clock.virtual:
            self.hook_time()

    # Tasks: a subclass of the accelerated one under its name, so that it stays the one
    # that CPython schedules.

    def hook_tasks(self):
        observer = self.observer
        accelerated = _asyncio.Task
        start = accelerated.__init__
        cancel_request = accelerated.cancel

        class Task(accelerated):
            __doc__ = accelerated.__doc__
            __module__ = accelerated.__module__
            __slots__ = ("_jug_number", "_jug_seq", "_jug_suspended", "_jug_error")

            def __init__(self, coro, **options):
                if not asyncio.iscoroutine(coro):
                    start(self, coro, **options)    # raises
                loop = options.get("loop")
                eager = options.get("eager_start") and (
                    asyncio._get_running_loop() is not None
                    if loop is None else loop.is_running())
                observer.task_created(self, coro, bool(eager))
                if not eager:
                    start(self, coro, **options)
                else:
                    observer.step_begins(self, None)
                    start(self, coro, **options)
                    observer.step_ends(self)
                if self._source_traceback:
                    del self._source_traceback[-1]

            def cancel(self, msg=None):
                observer.cancel_called(self)
                return cancel_request(self, msg=msg)

        Task.__qualname__ = accelerated.__qualname__
        Task.cancel.__doc__ = cancel_request.__doc__
        asyncio.tasks.Task = asyncio.Task = Task
        if hasattr(asyncio.tasks, "create_eager_task_factory"):
            factory = asyncio.tasks.create_eager_task_factory(Task)
            asyncio.tasks.eager_task_factory = asyncio.eager_task_factory = factory

    # Steps: a step is a callback of the ready queue like any other, so it begins and
    # ends where its handle is run.

    def hook_steps(self):
        observer = self.observer
        run = asyncio.events.Handle._run
        call_soon = asyncio.base_events.BaseEventLoop._call_soon

        def _run(self):
            task = step_task(self._callback)
            if not hasattr(task, "_jug_number"):
                return run(self)
            observer.step_begins(task, thrown_name(task, self))
            try:
                return run(self)
            finally:
                observer.step_ends(task)
                self = task = None

        def _call_soon(self, callback, args, context):
            error = step_error(callback)
            if error is not None:
                callback.__self__._jug_error = error
            return call_soon(self, callback, args, context)

        asyncio.events.Handle._run = _run
        asyncio.base_events.BaseEventLoop._call_soon = _call_soon

    # Order: creation order wherever asyncio promises none.

    def hook_order(self):
        base = asyncio.base_events.BaseEventLoop
        virtual = self.clock.virtual

        class TimerHandle(asyncio.events.TimerHandle):
            __slots__ = ("_jug_ns", "_jug_seq")
            __doc__ = asyncio.events.TimerHandle.__doc__
            __module__ = asyncio.events.TimerHandle.__module__

            def __init__(self, when, callback, args, loop, context=None):
                self._jug_seq = _creation()
                self._jug_ns = to_ns(when) if math.isfinite(when) else when
                if virtual and math.isfinite(when):
                    when = self._jug_ns / SECOND
                super().__init__(when, callback, args, loop, context)

            def __lt__(self, other):
                if isinstance(other, TimerHandle):
                    return ((self._jug_ns, self._jug_seq)
                            < (other._jug_ns, other._jug_seq))
                return NotImplemented

        asyncio.events.TimerHandle = asyncio.TimerHandle = TimerHandle

        create_future = base.create_future
        base_init = base.__init__
        gathering = asyncio.tasks._GatheringFuture
        gathering_init = gathering.__init__
        all_tasks = asyncio.tasks.all_tasks

        def marking_create_future(self):
            future = create_future(self)
            mark_creation(future)
            return future

        def marking_gathering_init(self, *args, **kwargs):
            gathering_init(self, *args, **kwargs)
            mark_creation(self)

        def ordering_init(self, *args, **kwargs):
            base_init(self, *args, **kwargs)
            self._asyncgens = AsyncGenerators()

        def ordered_all_tasks(loop=None):
            return FutureSet(all_tasks(loop))

        ordered_all_tasks.__doc__ = all_tasks.__doc__
        ordered_all_tasks.__name__ = ordered_all_tasks.__qualname__ = "all_tasks"
        base.create_future = marking_create_future
        base.__init__ = ordering_init
        gathering.__init__ = marking_gathering_init
        asyncio.tasks.all_tasks = asyncio.all_tasks = ordered_all_tasks
        asyncio.tasks.set = asyncio.taskgroups.set = ordered_set

    # The loop: its iterations, and what it does when nothing is ready.

    def hook_loop(self):
        observer = self.observer
        base = asyncio.base_events.BaseEventLoop
        run_once = base._run_once

        def _run_once(self):
            observer.iteration_begins(self)
            run_once(self)

        base._run_once = _run_once

        set_running_loop = asyncio.events._set_running_loop

        def _set_running_loop(loop, /):
            if loop is not None:
                observer.loop_begins(loop)
            set_running_loop(loop)

        asyncio.events._set_running_loop = asyncio._set_running_loop = _set_running_loop

        wrap_future = asyncio.futures.wrap_future

        def watching_wrap_future(future, *, loop=None):
            wrapped = wrap_future(future, loop=loop)
            if wrapped is not future:
                observer.outside.watch(future)
            return wrapped

        watching_wrap_future.__doc__ = wrap_future.__doc__
        watching_wrap_future.__name__ = "wrap_future"
        watching_wrap_future.__qualname__ = "wrap_future"
        asyncio.futures.wrap_future = asyncio.wrap_future = watching_wrap_future

    # Time: the clock of the run in place of the machine's.

    def hook_time(self):
        clock = self.clock
        hooks = self
        base = asyncio.base_events.BaseEventLoop
        selecting = asyncio.selector_events.BaseSelectorEventLoop
        selecting_init = selecting.__init__
        run_once = base._run_once
        timeout = asyncio.timeouts.Timeout
        timeout_init = timeout.__init__
        reschedule = timeout.reschedule

        def loop_time(self):
            return clock.now() / SECOND

        def timing_init(self, *args, **kwargs):
            selecting_init(self, *args, **kwargs)
            hooks.hook_selector(self)

        def timing_run_once(self):
            # Half a nanosecond: a timer is due when its nanosecond has come, however
            # large the numbers are.
            self._clock_resolution = max(0.5e-9, math.ulp(self.time()))
            run_once(self)

        def rounded(when):
            if when is None or not math.isfinite(when):
                return when
            return to_ns(when) / SECOND

        def rounding_init(self, when):
            timeout_init(self, rounded(when))

        def rounding_reschedule(self, when):
            reschedule(self, rounded(when))

        base.time = loop_time
        base._run_once = timing_run_once
        selecting.__init__ = timing_init
        timeout.__init__ = rounding_init
        timeout.reschedule = rounding_reschedule

        def sleep(seconds):
            if isinstance(seconds, float) and math.isnan(seconds):
                raise ValueError("Invalid value NaN (not a number)")
            if seconds < 0:
                raise ValueError("sleep length must be non-negative")
            if (threading.current_thread() is not threading.main_thread()
                    or Outside.has_busy_thread()):
                real_sleep(seconds)
            if threading.current_thread() is threading.main_thread():
                clock.advance(to_ns(seconds))

        sleep.__doc__ = time.sleep.__doc__
        time.sleep = sleep
        time.monotonic = lambda: clock.now() / SECOND
        time.monotonic_ns = clock.now
        time.perf_counter = lambda: clock.now() / SECOND
        time.perf_counter_ns = clock.now
        time.time = lambda: (EPOCH + clock.now()) / SECOND
        time.time_ns = lambda: EPOCH + clock.now()

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
            armed = loop._scheduled and math.isfinite(loop._scheduled[0]._jug_ns)
            if armed:
                wait = loop._scheduled[0]._jug_ns - clock.now()
                clock.advance(max(0, min(wait, LONGEST_SELECT)))
                return select(0)
            if loop._signal_handlers:
                return select(timeout)
            ready = select(GRACE if Outside.has_any_thread() else 0)
            if ready or loop._ready:
                return ready
            return observer.deadlock()

        loop._selector.select = virtual_select

    # Output: both streams by lines, whoever writes them.

    def hook_output(self):
        observer = self.observer
        for name, lines in (("stdout", observer.output), ("stderr", observer.errors)):
            old = getattr(sys, name)
            if isinstance(old, io.TextIOWrapper):
                new = observe_stream(old, lines)
                setattr(sys, name, new)
                setattr(sys, f"__{name}__", new)

        def write(fd, data, /):
            written = real_os_write(fd, data)
            if fd == 1 or fd == 2:
                lines = observer.output if fd == 1 else observer.errors
                lines.feed(bytes(memoryview(data).cast("B")[:written]))
            return written

        write.__doc__ = real_os_write.__doc__
        os.write = write

    # The process: ends and forks that bypass Python's own end.

    def hook_process(self):
        observer = self.observer

        def _exit(status):
            observer.feed.finish()
            real_os_exit(status)

        _exit.__doc__ = real_os_exit.__doc__
        os._exit = _exit
        os.register_at_fork(after_in_child=observer.feed.forget)


# --- The command ---------------------------------------------------------------------

def strip_traceback(trace):
    """@trace without the shim's own frames."""
    def is_own(entry):
        return entry.tb_frame.f_code.co_filename == __file__

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
    """What is to be run: a file, or a module."""

    def __init__(self, path=None, module=None):
        self.path = path
        self.module = module
        self.words = [path] if module is None else ["-m", module]
        self.name = path if module is None else f"-m {module}"
        self.title = os.path.basename(path) if module is None else module
        self.file = self.source = None
        if module is None:
            self.file = os.path.abspath(path)
            with open(path, "rb") as file:
                self.source = file.read()

    def describe(self, feed):
        """Write down what it is."""
        feed.set_property("program", self.name)
        feed.set_property("title", self.title)
        if self.file is not None:
            feed.set_property("file", self.file)
            feed.set_property("source", decode_source(self.source))

    def run(self, args, observer):
        """Run it as Python would; does not return if that fails."""
        sys.argv[:] = ["-m" if self.module is not None else self.path, *args]
        count = len(sys.argv) if self.module is None else len(sys.argv) + 1
        before = [word for word in sys.orig_argv[:1]]
        sys.orig_argv[:] = [*before, *self.words, *args][:count + 1]
        try:
            if self.module is not None:
                self._run_module()
            else:
                self._run_file()
        except BaseException as error:
            observer.program_failed(error)
            error.__traceback__ = strip_traceback(error.__traceback__)
            if isinstance(error, SystemExit):
                raise
            observer.interrupted = isinstance(error, KeyboardInterrupt)
            sys.excepthook(type(error), error, error.__traceback__)
            sys.exit(1)

    def _run_file(self):
        if not sys.flags.safe_path and sys.path:
            sys.path[0] = os.path.dirname(os.path.realpath(self.path))
        main = new_main_module()
        main.__file__ = self.file
        main.__cached__ = None
        main.__loader__ = importlib.machinery.SourceFileLoader("__main__", self.file)
        exec(compile(self.source, self.file, "exec", dont_inherit=True), main.__dict__)

    def _run_module(self):
        if not sys.flags.safe_path and sys.path:
            sys.path[0] = os.getcwd()
        new_main_module()
        runpy._run_module_as_main(self.module)


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
        fail(f"cannot read {options.path}: {(error.strerror or str(error)).lower()}")
    if options.program_name is not None:
        program.name = program.title = options.program_name
    feed = open_feed(options)
    clock = VirtualClock() if options.virtual else RealClock()
    feed.set_property("engine", "python")
    feed.set_property("clock", "virtual" if clock.virtual else "real")
    feed.set_property("python", platform.python_version())
    feed.set_property("implementation", sys.implementation.name)
    program.describe(feed)
    observer = Observer(clock, feed)
    if options.stop_at_limit:
        feed.at_limit = observer.stop_at_limit
    # Exit functions run last in, first out: this one after all of the program's.
    atexit.register(observer.finish)
    Hooks(observer).install()
    sys.modules["juggler_shim"] = sys.modules["__main__"]
    program.run(options.args, observer)


if __name__ == "__main__":
    main()
