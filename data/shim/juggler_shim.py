#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run an asyncio program unchanged and write down what its event loop did.

    python3 juggler_shim.py --events [-o FILE] [--virtual-time] PROGRAM.py [ARGS]

The program runs in this interpreter, with its own asyncio: the scheduling that is
written down is CPython's, nothing is simulated.  Only the standard library is needed,
CPython 3.11 to 3.14.

The file reads from top to bottom: clock, the log, the program's output, what stands
open outside, the order where asyncio leaves it open, the observer (which turns what
happens into log lines), the hooks (every place where the shim reaches into asyncio
and the standard library, and nowhere else), and the command.
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
import gc
import importlib.machinery
import io
import itertools
import math
import os
import queue
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
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

USAGE = "usage: juggler_shim.py --events [-o FILE] [--virtual-time] PROGRAM.py [ARGS]"


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


# --- The log -------------------------------------------------------------------------

class EventLog:
    """The event log: one line per event, `TIME ITERATION EVENT TASK [DETAIL]`."""

    def __init__(self, file, clock, finish):
        self._file = file
        self._finish = finish
        self._clock = clock
        self.iteration = 0

    def write(self, text):
        """Add an event that happens now."""
        self.write_bytes(text.encode("utf-8", "backslashreplace"))

    def write_bytes(self, text):
        """Like write(), for text that already is bytes (a line of output)."""
        if self._file is None:
            return
        micro = (self._clock.now() + 500) // 1000
        stamp = "%d.%06d %d " % (*divmod(micro, 1_000_000), self.iteration)
        self._file.write(stamp.encode() + text + b"\n")

    def flush(self):
        """Hand over what is buffered, for those who follow a run."""
        if self._file is not None:
            self._file.flush()

    def close(self):
        """Finish the log; whatever is written later is dropped."""
        if self._file is not None:
            self._file.close()
            self._file = None
            self._finish()

    def forget(self):
        """Leave the log to another process (the parent of a fork)."""
        self._file = None


def open_log(path):
    """The file of the log and the function that gives it its name in the end."""
    if path is None:
        return os.fdopen(os.dup(1), "wb"), lambda: None
    try:
        regular = stat.S_ISREG(os.stat(path).st_mode)
    except FileNotFoundError:
        regular = True
    if not regular:
        return open(path, "wb"), lambda: None
    # A log is written whole or not at all, so it gets its name when it is complete.
    folder, name = os.path.split(os.path.abspath(path))
    handle, part = tempfile.mkstemp(prefix="." + name + ".", dir=folder)
    umask = os.umask(0)
    os.umask(umask)
    os.fchmod(handle, 0o666 & ~umask)
    return os.fdopen(handle, "wb"), lambda: os.replace(part, os.path.join(folder, name))


# --- The program's output ------------------------------------------------------------

class OutputLines:
    """Cuts the program's standard output into lines and hands each to @line."""

    def __init__(self, line):
        self._line = line
        self._held = b""
        self._lock = threading.RLock()

    def feed(self, data):
        """Take @data; every line that it completes is handed on."""
        with self._lock:
            *lines, self._held = (self._held + data).split(b"\n")
            for line in lines:
                self._line(line)

    def finish(self):
        """The program is over: hand on the line that it left without an end."""
        with self._lock:
            if self._held:
                held, self._held = self._held, b""
                self._line(held)


class Stdout(io.RawIOBase):
    """Standard output's lowest layer: shows each write to the log before it goes on."""

    mode = "wb"
    name = "<stdout>"

    def __init__(self, lines, passes_on):
        self._lines = lines
        self._passes_on = passes_on

    def writable(self):
        return True

    def fileno(self):
        return 1

    def isatty(self):
        return os.isatty(1)

    def write(self, data):
        data = bytes(data)
        self._lines.feed(data)
        if self._passes_on:
            rest = memoryview(data)
            while rest:
                rest = rest[real_os_write(1, rest):]
        return len(data)


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
    """Turns what the hooks report into the lines of the event log."""

    def __init__(self, clock, log):
        self.clock = clock
        self.log = log
        self.outside = Outside()
        self.output = OutputLines(self.line_printed)
        self.ended_by = None        # the name of the exception that ended the program
        self.interrupted = False
        self._counts = {}
        base = asyncio.base_events.BaseEventLoop
        self._quiet = {base.shutdown_asyncgens.__code__,
                       base.shutdown_default_executor.__code__}

    # Who

    def current_task(self):
        """The task that runs in this thread, or None."""
        loop = asyncio._get_running_loop()
        return None if loop is None else asyncio.tasks.current_task(loop)

    def current_label(self):
        """The label of the task that runs in this thread, or `loop`."""
        return getattr(self.current_task(), "_jug_label", None) or "loop"

    def label_task(self, task, coro):
        """Name @task `NAME-N`, but not the two with which a run shuts down."""
        mark_creation(task)
        task._jug_suspended = False
        if (getattr(coro, "cr_code", None) in self._quiet
                and self.current_task() is None):
            task._jug_label = None
            return
        name = getattr(coro, "__name__", None) or type(coro).__name__
        count = self._counts[name] = self._counts.get(name, 0) + 1
        task._jug_label = f"{name}-{count}"

    # What happens

    def iteration_begins(self):
        self.log.iteration += 1

    def task_created(self, task):
        if task._jug_label is not None:
            self.log.write(f"create {task._jug_label} by {self.current_label()}")

    def step_begins(self, task, thrown):
        """@task is resumed; @thrown is the name of the exception that it sees."""
        task._jug_suspended = False
        if task._jug_label is not None:
            throw = "" if thrown is None else f" throw {thrown}"
            self.log.write(f"step {task._jug_label}{throw}")

    def task_suspends(self, task):
        """@task has yielded: say what it waits for."""
        if task._jug_suspended or task._jug_label is None:
            return
        task._jug_suspended = True
        waiter = task._fut_waiter
        if waiter is None:
            cause = waits_without_future(task)
        elif getattr(waiter, "_jug_label", None) is not None:
            cause = f"task {waiter._jug_label}"
        else:
            cause = "future"
        self.log.write(f"wait {task._jug_label} {cause}")

    def step_ends(self, task):
        if not task.done():
            self.task_suspends(task)
        elif task._jug_label is not None:
            if task.cancelled():
                end = "cancelled"
            elif task._exception is not None:
                end = f"exception {type(task._exception).__name__}"
            else:
                end = "result"
            self.log.write(f"done {task._jug_label} {end}")

    def cancel_called(self, task):
        # A task with a pending cancel passes it on when it suspends, still inside its
        # step: it has suspended by then, so that line comes first.
        running = self.current_task()
        if getattr(running, "_fut_waiter", None) is not None:
            if hasattr(running, "_jug_label"):
                self.task_suspends(running)
        if task._jug_label is not None:
            self.log.write(f"cancel {task._jug_label} by {self.current_label()}")

    def line_printed(self, line):
        text = b"print " + self.current_label().encode()
        self.log.write_bytes(text + b" " + line if line else text)

    def deadlock(self):
        """Nothing can ever happen again: the log ends here, and the process."""
        self.ended_by = "deadlock"
        print("juggler_shim: the program waits for something that can never happen: "
              "nothing is ready, no timer is armed", file=sys.stderr)
        self.finish()
        sys.stderr.flush()
        real_os_exit(1)

    def finish(self):
        """The program is over, with its threads and its exit functions."""
        try:
            sys.stdout.flush()
        except (AttributeError, OSError, ValueError):
            pass                    # the program closed or replaced it
        self.output.finish()
        if self.ended_by is not None:
            self.log.write(f"exit program {self.ended_by}")
        self.log.close()
        if self.interrupted:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGINT)


def waits_without_future(task):
    """Why a suspended task has no future: a bare yield, or a yield that is an error."""
    message = str(task._jug_error) if task._jug_error is not None else ""
    task._jug_error = None
    if message.startswith("Task cannot await on itself"):
        return f"task {task._jug_label}"
    if " attached to a different loop" in message:
        return "future"
    return "yield"


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

    def install(self, passes_output_on):
        self.hook_tasks()
        self.hook_steps()
        self.hook_order()
        self.hook_loop()
        self.hook_output(passes_output_on)
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
            _jug_error = None

            def __init__(self, coro, **options):
                if not asyncio.iscoroutine(coro):
                    start(self, coro, **options)    # raises
                observer.label_task(self, coro)
                loop = options.get("loop")
                eager = options.get("eager_start") and (
                    asyncio._get_running_loop() is not None
                    if loop is None else loop.is_running())
                if not eager:
                    start(self, coro, **options)
                    observer.task_created(self)
                else:
                    observer.task_created(self)
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
            if not hasattr(task, "_jug_label"):
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
            observer.iteration_begins()
            run_once(self)

        base._run_once = _run_once

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
            observer.log.flush()
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

    # Output: standard output by lines, whoever writes it.

    def hook_output(self, passes_on):
        lines = self.observer.output
        old = sys.stdout
        if not passes_on:
            # The log has its own descriptor; what programs and libraries write to
            # number 1 past Python must not get into it.
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.close(nowhere)
        new = io.TextIOWrapper(Stdout(lines, passes_on), encoding=old.encoding,
                               errors=old.errors, line_buffering=old.line_buffering,
                               write_through=True)
        new.mode = "w"
        sys.stdout = sys.__stdout__ = new

        def write(fd, data, /):
            if fd != 1:
                return real_os_write(fd, data)
            written = real_os_write(1, data)
            lines.feed(bytes(data)[:written])
            return written

        os.write = write

    # The process: ends and forks that bypass Python's own end.

    def hook_process(self):
        observer = self.observer

        def _exit(status):
            observer.log.close()
            real_os_exit(status)

        os._exit = _exit
        os.register_at_fork(before=observer.log.flush,
                            after_in_child=observer.log.forget)


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


def run_program(path, args, observer):
    """Run the program at @path as `python3 PATH ARGS` would."""
    sys.argv[:] = [path, *args]
    full = os.path.abspath(path)
    if not sys.flags.safe_path and sys.path:
        sys.path[0] = os.path.dirname(os.path.realpath(path))
    main = types.ModuleType("__main__")
    main.__file__ = full
    main.__builtins__ = sys.modules["builtins"]
    main.__loader__ = importlib.machinery.SourceFileLoader("__main__", full)
    main.__annotations__ = {}
    main.__cached__ = None
    sys.modules["__main__"] = main
    with open(path, "rb") as file:
        source = file.read()
    try:
        exec(compile(source, full, "exec", dont_inherit=True), main.__dict__)
    except BaseException as error:
        observer.ended_by = type(error).__name__
        error.__traceback__ = strip_traceback(error.__traceback__)
        if isinstance(error, SystemExit):
            raise
        observer.interrupted = isinstance(error, KeyboardInterrupt)
        sys.excepthook(type(error), error, error.__traceback__)
        sys.exit(1)


def fail(text):
    """Say why nothing runs, and end as for wrong usage."""
    print(f"juggler_shim: {text}", file=sys.stderr)
    sys.exit(2)


def parse(words):
    """The options, the program and its arguments."""
    events, log, virtual = False, None, False
    words = list(words)
    while words and words[0].startswith("-"):
        word = words.pop(0)
        if word == "--events":
            events = True
        elif word == "--virtual-time":
            virtual = True
        elif word == "-o":
            if not words:
                fail(f"-o needs the name of a file; {USAGE}")
            log = words.pop(0)
        elif word in ("-h", "--help"):
            print(USAGE)
            sys.exit(0)
        elif word == "--":
            break
        else:
            fail(f"unknown option {word}; {USAGE}")
    if not events:
        fail(f"say what to write; {USAGE}")
    if not words:
        fail(f"no program given; {USAGE}")
    return log, virtual, words[0], words[1:]


def main():
    if not (3, 11) <= sys.version_info[:2]:
        fail(f"Python 3.11 or later is needed, this is {sys.version.split()[0]}")
    path, virtual, program, args = parse(sys.argv[1:])
    if not os.path.isfile(program):
        fail(f"cannot read {program}: no such file")
    clock = VirtualClock() if virtual else RealClock()
    try:
        file, finish = open_log(path)
    except OSError as error:
        fail(f"cannot write {path}: {error.strerror}")
    observer = Observer(clock, EventLog(file, clock, finish))
    # Exit functions run last in, first out: this one after all of the program's.
    atexit.register(observer.finish)
    Hooks(observer).install(passes_output_on=path is not None)
    sys.modules["juggler_shim"] = sys.modules["__main__"]
    run_program(program, args, observer)


if __name__ == "__main__":
    main()
