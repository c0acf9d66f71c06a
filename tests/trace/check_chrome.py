#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check files of Chrome's trace events as strictly as their viewers do, and more.

    check_chrome.py FILE...

A file holds what Juggler writes: one process, a thread for the event loop and one for each
task.  Whatever is wrong is printed, and the exit status is 1.
"""
import collections
import decimal
import json
import sys

KEYS = {
    "M": {"ph", "name", "pid", "tid", "args"},
    "X": {"ph", "name", "pid", "tid", "args", "cat", "ts", "dur"},
    "i": {"ph", "name", "pid", "tid", "args", "cat", "ts", "s"},
    "s": {"ph", "name", "pid", "tid", "cat", "ts", "id"},
    "f": {"ph", "name", "pid", "tid", "cat", "ts", "id", "bp"},
}
LOOP_CATEGORIES = {"iteration", "step", "callback", "idle"}
TASK_CATEGORIES = {"running", "ready", "waiting"}
INSTANT_CATEGORIES = {"print", "exception", "cancelled", "cancel", "done", "report", "limit"}


class Broken(Exception):
    """What is wrong with a file."""


def check(condition, words, *things):
    if not condition:
        raise Broken(": ".join(map(str, (words, *things))))


def make_object(pairs):
    made = dict(pairs)
    check(len(made) == len(pairs), "a name stands twice in one object", pairs)
    return made


def refuse(name):
    raise Broken(f"{name} is no JSON")


def parse(data):
    """Read a file's bytes; times stay what they are to the last digit."""
    return json.loads(data.decode("utf-8"), parse_float=decimal.Decimal,
                      object_pairs_hook=make_object, parse_constant=refuse)


def is_time(value):
    return type(value) in (int, decimal.Decimal) and value >= 0


def check_event(event):
    """Look at one event by itself."""
    phase = event.get("ph")
    check(phase in KEYS, "a phase that is none", event)
    check(KEYS[phase] <= set(event) <= KEYS[phase] | {"cname"}, "members", event)
    check(event["pid"] == 1 and type(event["tid"]) is int and event["tid"] > 0, "thread", event)
    check(type(event["name"]) is str and event["name"], "name", event)
    check(len(event["name"].encode()) <= 90, "a name that fills the screen", event)
    check(phase == "M" or is_time(event["ts"]), "time", event)
    check(phase != "X" or is_time(event["dur"]), "duration", event)
    check(phase != "i" or event["s"] == "t", "scope", event)
    check(phase != "f" or event["bp"] == "e", "binding point", event)
    check(phase != "i" or event["cat"] in INSTANT_CATEGORIES, "category", event)
    check("cname" not in event or phase == "X", "colour", event)
    if phase in "Xi":
        check({"event", "time", "iteration"} <= set(event["args"]), "arguments", event)


def check_threads(events):
    """The threads are named, the loop is the first, and they stay in this order."""
    named = [e for e in events if e["name"] == "thread_name"]
    order = [e for e in events if e["name"] == "thread_sort_index"]
    check(sum(e["name"] == "process_name" for e in events) == 1, "one process has one name")
    check(len(named) + len(order) + 1 == len(events), "metadata that nobody knows")
    check([e["tid"] for e in named] == list(range(1, len(named) + 1)), "threads", named)
    check([(e["tid"], e["args"]["sort_index"]) for e in order] ==
          [(tid, tid - 1) for tid in range(1, len(named) + 1)], "order of threads", order)
    check(all(type(e["args"]["name"]) is str and e["args"]["name"] for e in named), "names", named)
    check(named[0]["args"]["name"] == "event loop", "the loop comes first", named[0])
    return len(named)


def end(piece):
    return piece["ts"] + piece["dur"]


def check_slices(tid, slices):
    """Slices of a thread nest; a task's follow each other without a gap."""
    stack = []
    for piece in slices:
        check(piece["cat"] in (LOOP_CATEGORIES if tid == 1 else TASK_CATEGORIES), "category", piece)
        while stack and end(stack[-1]) <= piece["ts"]:
            stack.pop()
        check(not stack or end(piece) <= end(stack[-1]), "a slice leaves another", piece, stack)
        check(tid == 1 or not stack, "a task is in two states", piece, stack)
        stack.append(piece)
        check(len(stack) <= 2, "too deep", stack)
    if tid != 1:
        for before, after in zip(slices, slices[1:]):
            check(end(before) == after["ts"], "a task is in no state", before, after)


def lies_within(time, piece):
    return piece["ts"] <= time < end(piece) or time == piece["ts"] == end(piece)


def check_flows(events, slices):
    """Each flow has its start, then its end, both of them inside a slice."""
    flows = collections.defaultdict(list)
    for event in events:
        if event["ph"] in "sf":
            flows[event["id"]].append(event)
            check(any(lies_within(event["ts"], piece) for piece in slices[event["tid"]]),
                  "a flow outside of any slice", event)
    for pair in flows.values():
        check([e["ph"] for e in pair] == ["s", "f"], "a flow without its other end", pair)
        start, stop = pair
        check((start["cat"], start["name"]) == (stop["cat"], stop["name"]), "two flows", pair)
        check(start["tid"] != stop["tid"], "a flow from a thread to itself", pair)
        check(start["name"] in ("creates", "wakes", "cancels"), "kind of flow", pair)


def check_file(data):
    """Check a file's bytes; returns its content, or raises Broken."""
    content = parse(data)
    check(list(content) == ["displayTimeUnit", "otherData", "traceEvents"], "members", list(content))
    check(content["displayTimeUnit"] in ("ms", "ns"), "unit", content["displayTimeUnit"])
    events = content["traceEvents"]
    for event in events:
        check_event(event)
    n_threads = check_threads([e for e in events if e["ph"] == "M"])
    events = [e for e in events if e["ph"] != "M"]
    check(all(e["tid"] <= n_threads for e in events), "a thread without a name")
    for before, after in zip(events, events[1:]):
        check(before["ts"] <= after["ts"], "times are not in order", before, after)
    slices = collections.defaultdict(list)
    for event in events:
        if event["ph"] == "X":
            slices[event["tid"]].append(event)
    for tid, pieces in slices.items():
        check_slices(tid, pieces)
    check_flows(events, slices)
    return content


def main():
    wrong = 0
    for path in sys.argv[1:]:
        try:
            with open(path, "rb") as file:
                check_file(file.read())
        except (Broken, ValueError) as error:
            print(f"{path}: {error}")
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
