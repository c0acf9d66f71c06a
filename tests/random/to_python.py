# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a description as a Python program that anybody can read and run."""

import re

from description import CLAUSES, Statement

# Tasks, futures, those of gather and shield, handles, groups, timeouts: None until set.
VARIABLES = "tfohgm"

THINGS = {
    "lock": "asyncio.Lock()",
    "event": "asyncio.Event()",
    "condition": "asyncio.Condition()",
    "semaphore": "asyncio.Semaphore({0})",
    "bounded": "asyncio.BoundedSemaphore({0})",
    "barrier": "asyncio.Barrier({0})",
    "queue": "asyncio.Queue({0})",
    "lifo": "asyncio.LifoQueue({0})",
    "priority": "asyncio.PriorityQueue({0})",
}

WHEN = {"all": "ALL_COMPLETED", "first": "FIRST_COMPLETED",
        "exception": "FIRST_EXCEPTION"}

SHOWS = {
    "t": "{0}.done(), {0}.cancelled(), {0}.cancelling()",
    "f": "{0}.done(), {0}.cancelled()",
    "o": "{0}.done(), {0}.cancelled()",
    "l": "{0}.locked()",
    "c": "{0}.locked()",
    "s": "{0}.locked()",
    "e": "{0}.is_set()",
    "q": "{0}.qsize(), {0}.empty(), {0}.full()",
    "r": "{0}.n_waiting, {0}.broken",
}

# What is one line of Python, with the words of the statement in it.
LINES = {
    "sleep": "await asyncio.sleep({0})",
    "block": "time.sleep({0})",
    "print": 'print("at {0}")',
    "task": "{0} = keep(asyncio.create_task({1}()))",
    "eager": "{0} = keep(asyncio.Task({1}(), eager_start=True,"
             " loop=asyncio.get_running_loop()))",
    "child": "{1} = keep({0}.create_task({2}()))",
    "cancel": "{0}.cancel()",
    "self-cancel": "asyncio.current_task().cancel()",
    "uncancel": "asyncio.current_task().uncancel()",
    "cancelling": 'print("cancelling", asyncio.current_task().cancelling())',
    "reschedule": "{0}.reschedule(asyncio.get_running_loop().time() + {1})",
    "acquire": 'print("acquire", await {0}.acquire())',
    "release": "{0}.release()",
    "set": "{0}.set()",
    "clear": "{0}.clear()",
    "wait-on": 'print("wait-on", await {0}.wait())',
    "wait-until": 'print("wait-until", await {0}.wait_for(lambda: count >= {1}))',
    "notify": "{0}.notify({1})",
    "notify-all": "{0}.notify_all()",
    "count": "count += 1",
    "put": "await {0}.put({1})",
    "get": 'print("get", await {0}.get())',
    "put-now": "{0}.put_nowait({1})",
    "get-now": 'print("get-now", {0}.get_nowait())',
    "task-done": "{0}.task_done()",
    "join": "await {0}.join()",
    "shutdown": "{0}.shutdown()",
    "shutdown-now": "{0}.shutdown(immediate=True)",
    "result": "{0}.set_result({1})",
    "fail": '{0}.set_exception({1}("at {2}"))',
    "all-tasks": 'print("all-tasks", len(asyncio.all_tasks()))',
    "on-done": "{0}.add_done_callback(announce)",
    "raise": 'raise {0}("at {1}")',
    "again": "raise",
    "return": "return {number}",
}

# What `soon` and `later` pass on: a function and its arguments.
CALLS = {
    "print": 'print, "at {0}"',
    "count": "count_one",
    "start": "start, {0}",
    "result": "{0}.set_result, {1}",
    "fail": '{0}.set_exception, {1}("at {2}")',
    "cancel": "{0}.cancel",
    "set": "{0}.set",
    "clear": "{0}.clear",
    "release": "{0}.release",
    "notify": "{0}.notify, {1}",
    "notify-all": "{0}.notify_all",
    "put-now": "{0}.put_nowait, {1}",
    "task-done": "{0}.task_done",
    "shutdown": "{0}.shutdown",
    "shutdown-now": "{0}.shutdown, True",
}

BLOCKS = {
    "loop": "for _ in range({0}):",
    "with": "async with {0}:",
    "timeout": "async with asyncio.timeout({1}) as {0}:",
    "group": "async with asyncio.TaskGroup() as {0}:",
    "try": "try:",
    "except": "except {0} as error:",
    "finally": "finally:",
}

HELPERS = {
    "keep": '''\
kept = []


def keep(task):
    kept.append(task)
    return task''',
    "known": '''\
def known(*awaitables):
    return [each for each in awaitables if each is not None]''',
    "start": '''\
def start(function):
    keep(asyncio.create_task(function()))''',
    "announce": '''\
def announce(future):
    print("announce", future.cancelled())''',
    "count_one": '''\
def count_one():
    global count
    count += 1''',
}


SETTING = ("task", "eager", "timeout", "group", "soon", "later", "keep-gather",
           "keep-gather-exceptions", "keep-shield")
WAITING = ("await", "shield", "wait-for", "wait-for-shield", "gather",
           "gather-exceptions")


def is_variable(word):
    return word[0] in VARIABLES and word[1:].isdigit()


def assigned(statement):
    """The variable that @statement sets, or None."""
    if statement.verb in SETTING:
        return statement.args[0]
    if statement.verb == "child":
        return statement.args[1]
    return "count" if statement.verb == "count" else None


class Writer:
    """Writes one function."""

    def __init__(self, names, number):
        self._names = names
        self._number = number
        self.lines = []

    def _add(self, depth, line):
        self.lines.append("    " * depth + line)

    def _awaitable(self, word):
        return f"{word}()" if word in self._names else word

    def _awaitables(self, words):
        return "known(" + ", ".join(map(self._awaitable, words)) + ")"

    def _expression(self, statement):
        """What a statement that waits for others awaits, and what it is about."""
        verb, args = statement.verb, statement.args
        if verb == "await":
            return self._awaitable(args[0]), args[0]
        if verb == "shield":
            return f"asyncio.shield({self._awaitable(args[0])})", args[0]
        if verb in ("wait-for", "wait-for-shield"):
            inner = self._awaitable(args[1])
            if verb == "wait-for-shield":
                inner = f"asyncio.shield({inner})"
            return f"asyncio.wait_for({inner}, {seconds(args[0])})", args[1]
        more = ", return_exceptions=True" if verb == "gather-exceptions" else ""
        return f"asyncio.gather(*{self._awaitables(args)}{more})", None

    def _write_wait(self, statement, depth):
        when, limit, *words = statement.args
        self._add(depth, f"done, pending = await asyncio.wait({self._awaitables(words)},"
                  f" timeout={seconds(limit)}, return_when=asyncio.{WHEN[when]})")
        self._add(depth, 'print("wait", len(done), len(pending))')

    def _guarded(self, about, line, depth):
        """@line, if the variable that it is about is set."""
        if about is not None and is_variable(about):
            self._add(depth, f"if {about}:")
            depth += 1
        self._add(depth, line)

    def _write(self, statement, depth):
        verb, args = statement.verb, statement.args
        about = args[0] if args else None
        if verb in WAITING:
            expression, about = self._expression(statement)
            label = verb.removesuffix("-exceptions").removesuffix("-shield")
            self._guarded(about, f'print("{label}", await {expression})', depth)
        elif verb.startswith("keep-"):
            inner = Statement(verb.removeprefix("keep-"), *args[1:])
            expression, about = self._expression(inner)
            self._guarded(about, f"{args[0]} = keep({expression})", depth)
        elif verb == "wait":
            self._write_wait(statement, depth)
        elif verb == "show":
            shown = SHOWS[about[0]].format(about)
            self._guarded(about, f'print("{about}", {shown})', depth)
        elif verb in ("soon", "later"):
            self._write_schedule(statement, depth)
        elif verb in ("as-completed", "as-completed-futures"):
            limit, *words = args
            is_async = verb == "as-completed-futures"
            self._add(depth, f"{'async ' * is_async}for step in asyncio.as_completed("
                      f"{self._awaitables(words)}, timeout={seconds(limit)}):")
            self._add(depth + 1, 'print("next", step.cancelled())' if is_async
                      else 'print("next", await step)')
            self.write(statement.body, depth + 1)
        elif verb in BLOCKS:
            limited = [exception(seconds(word)) for word in args]
            self._add(depth, BLOCKS[verb].format(*limited))
            if verb == "except":
                self._add(depth + 1, 'print("caught", repr(error))')
            elif not statement.body:
                self._add(depth + 1, "pass")
            self.write(statement.body, depth + 1)
        else:
            if verb in ("task", "eager"):
                about = None
            line = LINES[verb].format(*args, number=self._number)
            self._guarded(about, line, depth)

    def _write_schedule(self, statement, depth):
        handle, *words = statement.args
        arguments = ""
        if statement.verb == "later":
            arguments = words.pop(0) + ", "
        call = CALLS[words[0]].format(*words[1:])
        about = words[1] if len(words) > 1 else None
        method = "call_later" if statement.verb == "later" else "call_soon"
        self._guarded(about, f"{handle} = asyncio.get_running_loop()."
                      f"{method}({arguments}{call})", depth)

    def write(self, block, depth):
        """The statements of @block; an `except` without its `try` is none."""
        may_follow = False
        for statement in block:
            if statement.verb in CLAUSES and not may_follow:
                continue
            is_try = statement.verb == "try"
            at = block.index(statement)
            followed = at + 1 < len(block) and block[at + 1].verb in CLAUSES
            may_follow = is_try or statement.verb == "except"
            if is_try and not followed:
                self._add(depth, "pass")
                self.write(statement.body, depth)
            else:
                self._write(statement, depth)


def seconds(word):
    return "None" if word == "never" else word


def exception(word):
    return "asyncio.CancelledError" if word == "CancelledError" else word


def write_function(function, names, things):
    """The lines of one coroutine function."""
    name = function.args[0]
    is_main = name == "main"
    number = names.index(name)
    futures = [each.args[0] for each in things if each.verb == "future"] if is_main else []
    globals_ = sorted({assigned(each) for each in function.walk()} - {None} | set(futures))
    writer = Writer(names, number)
    head = [f"async def {name}():"]
    if globals_:
        head.append(f"    global {', '.join(globals_)}")
    if is_main and any(each.verb == "eager-by-default" for each in things):
        head.append("    asyncio.get_running_loop()"
                    ".set_task_factory(asyncio.eager_task_factory)")
    head += [f"    {future} = asyncio.get_running_loop().create_future()"
             for future in futures]
    writer.write(function.body, 1)
    return head + writer.lines + [f"    return {number}"]


def to_python(description):
    """The program that @description describes."""
    names = [each.args[0] for each in description.functions]
    functions = ["\n".join(write_function(each, names, description.things))
                 for each in description.functions]
    text = "\n".join(functions)
    head = ["import asyncio"] + ["import time"] * ("time.sleep" in text) + [""]
    variables = {assigned(each) for each in description.walk()} - {None, "count"}
    for each in description.walk():
        variables |= {word for word in each.args if is_variable(word)}
    head += [f"{name} = None" for name in sorted(variables)]
    if "count" in text:
        head.append("count = 0")
    head += [f"{each.args[0]} = {THINGS[each.verb].format(*each.args[1:])}"
             for each in description.things if each.verb in THINGS]
    helpers = [helper for name, helper in HELPERS.items()
               if re.search(rf"\b{name}\b(?!\.)", text)
               or name == "keep" and "start, " in text]
    return "\n\n\n".join(["\n".join(head), *helpers, *functions, "asyncio.run(main())\n"])
