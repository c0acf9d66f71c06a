#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Read what the shim writes, and print it.

    feed.py FEED            the event log
    feed.py --all FEED      every event, one a line
    feed.py --properties FEED

Independent of the application: it knows the feed from its description alone, and says
what is wrong with one that does not keep to it.
"""

import collections
import os
import struct
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SHIM = os.path.join(HERE, "..", "..", "data", "shim", "juggler_shim.py")

MAGIC = b"\x89JUF\r\n\n\0"
HEADER = struct.Struct("<8sIIQQQII")
EVENT = struct.Struct("<qIIIIII")
DEADLINE = struct.Struct("<q")
NO_EVENT = 0xFFFFFFFF

KINDS = {
    1: "task-create", 2: "step", 3: "wait", 4: "done", 5: "cancel", 6: "print", 7: "exit",
    16: "loop-start", 17: "loop-stop", 18: "iteration", 19: "poll", 20: "run",
    21: "shutdown", 24: "callback-queue", 25: "callback-run", 26: "callback-end",
    27: "callback-cancel", 28: "timer-arm", 29: "timer-fire", 30: "timer-cancel",
    32: "future-create", 33: "future-done", 34: "uncancel", 35: "task-name",
    36: "future-child", 37: "exception", 38: "unordered", 40: "sync-create", 41: "sync",
    48: "io-start", 49: "io-done", 50: "line", 51: "block", 52: "report", 53: "limit",
    54: "intervention", 55: "io-data", 56: "frames", 57: "locals",
}

# What the two last fields mean; a kind that stands in none has neither.
TEXT = {"task-create", "step", "done", "cancel", "print", "exit", "callback-queue",
        "callback-run", "future-create", "future-done", "task-name", "exception",
        "sync-create", "io-start", "io-done", "report", "limit", "frames", "locals"}
VALUE = {"iteration", "run", "shutdown", "uncancel", "future-child", "unordered", "sync",
         "io-data"}
CAUSE = {"task-create", "step", "wait", "done", "cancel", "print", "callback-queue",
         "callback-run", "callback-cancel", "timer-fire", "timer-cancel", "future-done",
         "uncancel", "task-name", "exception", "unordered", "sync", "io-start", "io-done",
         "report", "io-data", "frames", "locals"}
EXTRA = {"future-create", "sync-create", "line"}
WITH_DEADLINE = {"poll", "timer-arm", "block"}

# Kinds whose task may not be the loop.
OF_TASKS = {"task-create", "step", "wait", "done", "cancel", "uncancel", "task-name"}
# Kinds whose object is a task, and those where it is a line or a frame.
PARENTS = {"task-create", "cancel"}
NO_OBJECT = {"line", "locals", "intervention"}

DETAILS = {
    "task-create": ["scheduled", "eager"], "wait": ["yield", "task", "future"],
    "done": ["result", "exception", "cancelled"], "print": ["stdout", "stderr"],
    "timer-arm": ["wakes", "cancels"], "timer-fire": ["alone", "tie"],
    "future-create": ["plain", "sleep", "gather", "wait", "as-completed", "shield",
                      "task-group", "lock", "event", "condition", "semaphore", "barrier",
                      "queue-get", "queue-put", "queue-join", "io", "executor"],
    "future-done": ["result", "exception", "cancelled"],
    "unordered": ["task-group", "shutdown", "as-completed", "wait", "all-tasks",
                  "completed"],
    "sync-create": ["lock", "event", "condition", "semaphore", "barrier", "queue"],
    "sync": ["acquire", "release", "set", "clear", "notify", "put", "get", "task-done",
             "shutdown", "abort", "reset"],
    "io-done": ["result", "exception", "cancelled"],
    "report": ["never-retrieved", "destroyed-pending", "never-awaited", "callback-error",
               "slow-callback", "shutdown-error"],
}

Event = collections.namedtuple(
    "Event", "index time iteration kind detail loop thread task object text value cause "
             "extra deadline")


class FeedError(Exception):
    """A feed is not as it should be."""


class Feed:
    """A feed, as bytes that were read at one moment, finished or not."""

    def __init__(self, data):
        if len(data) < HEADER.size:
            raise FeedError("shorter than its header")
        (magic, version, self.capacity, self.events_offset, self.text_offset, text_size,
         self.n_events, finished) = HEADER.unpack_from(data)
        if magic != MAGIC or version != 1:
            raise FeedError("not a feed of version 1")
        if self.events_offset != 4096 or data[HEADER.size:4096].strip(b"\0"):
            raise FeedError("its header is wrong")
        self.is_finished = bool(finished)
        self._data = data
        self.strings = [""]
        self.properties = {}
        self.said = []              # every property that was ever set, in order
        self._read_text(self.text_offset + text_size if finished else len(data))
        self._tasks = [("loop", 0)]
        self._names = collections.Counter()

    def _read_text(self, end):
        offset = self.text_offset
        while offset + 8 <= end:
            kind, length = struct.unpack_from("<II", self._data, offset)
            if kind == 0:
                break
            entry = self._data[offset + 8:offset + 8 + length]
            if len(entry) < length or b"\0" in entry.replace(b"\0", b"", kind == 2):
                raise FeedError(f"bad text at {offset}")
            text = entry.decode("utf-8")
            if kind == 1:
                self.strings.append(text)
            elif kind == 2:
                key, _, value = text.partition("\0")
                self.properties[key] = value
                self.said.append((key, value))
            else:
                raise FeedError(f"unknown entry {kind} in the text")
            offset += 8 + (length + 3) // 4 * 4
        if self.is_finished and offset != end:
            raise FeedError("the text does not end where it should")

    def __iter__(self):
        """Its events, each checked."""
        n_slots = (min(self.text_offset, len(self._data)) - 4096) // 32
        time, iterations, ended = 0, collections.Counter(), set()
        n_tasks = 0
        for index in range(self.n_events if self.is_finished else n_slots):
            fields = EVENT.unpack_from(self._data, 4096 + 32 * index)
            time_ns, iteration, word, task, object, a, b = fields
            if word & 0xFF == 0 and not self.is_finished:
                return
            kind = KINDS.get(word & 0xFF)
            if kind is None:
                raise FeedError(f"event {index}: unknown kind {word & 0xFF}")
            loop = word >> 16 & 0xFF
            # Threads write at once, so neither needs to grow from slot to slot.
            time = max(time, time_ns)
            iterations[loop] = max(iterations[loop], iteration)
            event = self._event(index, (time, iterations[loop], kind, word >> 8 & 0xFF,
                                        loop, word >> 24, task, object), a, b)
            if kind == "task-create":
                n_tasks += 1
                self._check(event, task == n_tasks, "number of a new task")
                name = self.strings[event.text]
                self._names[name] += 1
                self._tasks.append((name, self._names[name]))
            self._check(event, task <= n_tasks, "task")
            self._check(event, task > 0 or kind not in OF_TASKS, "task")
            if kind in PARENTS or event.kind == "wait" and event.detail == "task":
                self._check(event, object <= n_tasks, "task as object")
            elif kind not in NO_OBJECT:
                self._check(event, object <= 8 * (index + 1), "object")
            if kind == "done":
                self._check(event, task not in ended, "second end of task")
                ended.add(task)
            yield event

    def _event(self, index, head, a, b):
        time, iteration, kind, detail, loop, thread, task, object = head
        names = DETAILS.get(kind, [""])
        if detail >= len(names):
            raise FeedError(f"event {index} ({kind}): detail {detail}")
        text = value = extra = 0
        cause, deadline = NO_EVENT, None
        if kind in WITH_DEADLINE:
            deadline, = DEADLINE.unpack_from(self._data, 4096 + 32 * index + 24)
        else:
            if kind in TEXT:
                text = a
            elif kind in VALUE:
                value = a
            elif a != 0:
                raise FeedError(f"event {index} ({kind}): text or value {a}")
            if kind in CAUSE:
                cause = b
            elif kind in EXTRA:
                extra = b
            elif b != NO_EVENT:
                raise FeedError(f"event {index} ({kind}): cause or extra {b}")
        event = Event(index, time, iteration, kind, names[detail], loop, thread, task,
                      object, text, value, cause, extra, deadline)
        self._check(event, text < len(self.strings), "text")
        self._check(event, cause == NO_EVENT or cause < index, "cause")
        return event

    @staticmethod
    def _check(event, is_right, what):
        if not is_right:
            raise FeedError(f"event {event.index} ({event.kind}): wrong {what}: {event}")

    def text(self, event):
        """The text of @event."""
        return self.strings[event.text]

    def label(self, task):
        """NAME-N of the task with that number, or `loop`."""
        name, ordinal = self._tasks[task]
        return f"{name}-{ordinal}" if task else name

    def log(self):
        """The lines of the event log."""
        for event in self:
            line = self._log_line(event)
            if line is not None:
                micro = (event.time + 500) // 1000
                yield "%d.%06d %d %s" % (*divmod(micro, 1_000_000), event.iteration, line)

    def _log_line(self, event):
        text = self.text(event)
        who = self.label(event.task)
        if event.kind == "task-create":
            return f"create {who} by {self.label(event.object)}"
        if event.kind == "cancel":
            return f"cancel {who} by {self.label(event.object)}"
        if event.kind == "step":
            return f"step {who}" + (f" throw {text}" if text else "")
        if event.kind == "wait":
            what = f" {self.label(event.object)}" if event.detail == "task" else ""
            return f"wait {who} {event.detail}{what}"
        if event.kind == "done":
            name = f" {text}" if event.detail == "exception" else ""
            return f"done {who} {event.detail}{name}"
        if event.kind == "print" and event.detail == "stdout":
            return f"print {who}" + (f" {text}" if text else "")
        if event.kind == "exit":
            return f"exit program {text}"
        return None

    def describe(self, event):
        """One line about @event, for people."""
        parts = [f"{event.index:6} {event.time / 1e9:.6f} {event.iteration}",
                 f"L{event.loop}T{event.thread}", event.kind, event.detail]
        if event.task or event.kind in OF_TASKS:
            parts.append(self.label(event.task))
        if event.object:
            is_task = event.kind in PARENTS or event.detail == "task"
            parts.append(self.label(event.object) if is_task else f"#{event.object}")
        if event.text:
            parts.append(repr(self.text(event)))
        if event.kind in VALUE:
            parts.append(f"value={event.value}")
        if event.extra:
            parts.append(f"extra={event.extra}")
        if event.deadline is not None:
            parts.append(f"until {event.deadline / 1e9:.6f}")
        if event.cause != NO_EVENT:
            parts.append(f"because of {event.cause}")
        return " ".join(part for part in parts if part)


def size(event_limit, text_limit):
    """How long the file of a feed is that has room for so much."""
    return 4096 + 32 * event_limit + text_limit


def read(path):
    """The feed in the file at @path."""
    with open(path, "rb") as file:
        return Feed(file.read())


def record(words, python=sys.executable, options=("--virtual-time",), **more):
    """Run the program @words (and its arguments) with @python under the shim.

    Gives the feed, None if there is none, and the process that has ended.
    """
    program, *args = map(str, words)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "feed")
        process = subprocess.run(
            [python, "-B", SHIM, *options, "-o", path, program, "--", *args],
            **{"stdin": subprocess.DEVNULL, "capture_output": True, "timeout": 120, **more})
        if not os.path.exists(path):
            return None, process
        return read(path), process


def log_of(words, python=sys.executable, **more):
    """The event log of the program @words in virtual time, as bytes."""
    feed, process = record(words, python, **more)
    if feed is None:
        raise RuntimeError(process.stderr.decode())
    return "".join(line + "\n" for line in feed.log()).encode()


def main():
    *words, path = sys.argv[1:]
    feed = read(path)
    out = open(1, "w", encoding="utf-8", closefd=False)
    if words == ["--properties"]:
        for key, value in feed.properties.items():
            print(key, value, sep="=", file=out)
    elif words == ["--all"]:
        for event in feed:
            print(feed.describe(event), file=out)
    else:
        for line in feed.log():
            print(line, file=out)


if __name__ == "__main__":
    main()
