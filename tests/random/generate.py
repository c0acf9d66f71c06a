# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a description out of a number: always the same, and one that comes to an end.

How a program is kept from running for ever, or from growing without end: a function
starts and awaits only functions that stand behind it, and what a call of each costs is
known before anything calls it.  A variable holds tasks of one function only, and a
function awaits only variables with tasks of functions behind it: so no ring of tasks
that wait for each other comes to be, which CPython could not cancel (README.md).
"""

import random

from description import CLAUSES, Description, Statement

NAMES = "main", "a", "b", "c", "d", "e", "f"
LENGTHS = ["0"] * 4 + ["0.1"] * 5 + ["0.2"] * 4 + ["0.3"] * 2 + ["0.5"] + ["-1"]
BLOCKS = "0", "0.1", "0.2", "0.3"
RAISED = "ValueError", "KeyError", "RuntimeError", "OSError", "Exception"
CAUGHT = (["Exception"] * 5 + ["TimeoutError"] * 3 + ["CancelledError"] * 4 +
          ["BaseException"] * 2 + ["ExceptionGroup"] * 2 +
          ["ValueError", "RuntimeError", "OSError", "LookupError"])
QUITTING = "SystemExit", "KeyboardInterrupt"
CALL_COST = 400     # what `main` may cost: about as many statements are carried out
STATEMENTS = 50     # about; what is put around a statement counts when it stands


def size(statements):
    return sum(1 for each in statements for _ in each.walk())


class Chooser:
    """Chance that does not depend on the version of Python: only random() is promised."""

    def __init__(self, seed):
        self._random = random.Random(seed).random

    def below(self, n):
        return int(self._random() * n)

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def one(self, things):
        return things[self.below(len(things))]

    def chance(self, probability):
        return self._random() < probability

    def weighted(self, pairs):
        """One of (weight, thing)."""
        at = self._random() * sum(weight for weight, _ in pairs)
        for weight, thing in pairs:
            at -= weight
            if at < 0:
                return thing
        return pairs[-1][1]


class Context:
    """Where a statement stands."""

    def __init__(self, function, budget, depth=0, times=1, in_finally=False,
                 in_quiet_group=False, in_timeout=False):
        self.function = function    # number of the function
        self.budget = budget        # [what it may still cost], shared within a function
        self.depth = depth
        self.times = times          # how often it is carried out in one call
        self.in_finally = in_finally
        self.in_quiet_group = in_quiet_group    # one that nothing cancels
        self.in_timeout = in_timeout

    def inner(self, times=1, **where):
        """The same, one block deeper, and what else is true there."""
        return Context(self.function, self.budget, self.depth + 1, self.times * times,
                       **{name: where.get(name) or getattr(self, name)
                          for name in ("in_finally", "in_quiet_group", "in_timeout")})

    def pay(self, cost):
        """Whether something of that cost can still be afforded; it is paid then."""
        if cost * self.times > self.budget[0]:
            return False
        self.budget[0] -= cost * self.times
        return True


class Generator:
    """Makes one description."""

    def __init__(self, seed, rules):
        self.choose = Chooser(seed)
        self.rules = rules
        self.left = 0
        self.numbers = 0
        self.costs = {}
        self.groups = []            # names of the groups around the statement
        self.timeouts = []
        self.n_groups = self.n_timeouts = self.n_handles = 0
        self.all_eager = self.quits = False
        self.things = {}            # kind: names
        self.n_functions = 0
        self.task_functions = []    # of the tasks that each variable holds
        self.outer = []             # (variable, function that made it)

    # What there is

    def number(self):
        self.numbers += 1
        return self.numbers

    def add_things(self):
        choose = self.choose
        self.n_functions = choose.between(2, 6)
        self.task_functions = [choose.between(1, self.n_functions - 1)
                               for _ in range(choose.between(2, 5))]
        statements = []
        self.quits = choose.chance(0.1)
        # Whoever makes an eager task gets what that quits with.
        self.all_eager = "eager" in self.rules and choose.chance(0.4 if self.quits else 0.08)
        if self.all_eager:
            statements.append(Statement("eager-by-default"))
        for letter, verbs, limit in (
                ("l", ["lock"], None), ("e", ["event"], None),
                ("c", ["condition"], None), ("s", ["semaphore", "bounded"], 2),
                ("q", ["queue", "queue", "lifo", "priority"], 2),
                ("r", ["barrier"], 2), ("f", ["future"], None)):
            names = []
            number = choose.weighted([(4, 0), (4, 1), (1, 2)])
            if letter == "s" and "semaphores" not in self.rules:
                number = 0
            for at in range(number):
                words = [choose.one(verbs), f"{letter}{at}"]
                if letter == "q":
                    words.append(choose.between(0, limit))
                elif limit:
                    words.append(choose.between(1, limit))
                statements.append(Statement(*words))
                names.append(f"{letter}{at}")
            self.things[letter] = names
        return statements

    def tasks(self, above=0):
        """The variables with tasks of functions behind the one with that number."""
        return [f"t{at}" for at, function in enumerate(self.task_functions)
                if function > above]

    def length(self):
        return self.choose.one(LENGTHS)

    def limit(self):
        return "never" if self.choose.chance(0.2) else self.length()

    def callee(self, context):
        """A function that can be called once more, or None."""
        if context.function + 1 >= self.n_functions:
            return None
        callee = self.choose.between(context.function + 1, self.n_functions - 1)
        if not context.pay(self.costs[callee] + 1):
            return None
        return NAMES[callee]

    def task_to_start(self, context):
        """A variable and a function, as of `task`; or None."""
        tasks = self.tasks(context.function)
        if not tasks:
            return None
        task = self.choose.one(tasks)
        callee = self.task_functions[int(task[1:])]
        if not context.pay(self.costs[callee] + 1):
            return None
        return task, NAMES[callee]

    def awaitable(self, context, any_task=False, coroutines=True):
        """Something to await; or None."""
        kinds = []
        if coroutines and context.function + 1 < self.n_functions:
            kinds.append((3, "call"))
        tasks = self.tasks(-1 if any_task else context.function)
        if tasks:
            kinds.append((6, "task"))
        if self.things["f"]:
            kinds.append((2, "future"))
        outer = [name for name, function in self.outer
                 if any_task or function >= context.function]
        if outer:
            kinds.append((3, "outer"))
        if not kinds:
            return None
        kind = self.choose.weighted(kinds)
        if kind == "call":
            return self.callee(context)
        return self.choose.one({"task": tasks, "outer": outer,
                                "future": self.things["f"]}[kind])

    def awaitables(self, context, **which):
        some = [self.awaitable(context, **which)
                for _ in range(self.choose.between(1, 3))]
        return [each for each in some if each]

    # Statements: each method gives a list of them, an empty one if it cannot

    def make_sleep(self, context):
        return [Statement("sleep", self.length())]

    def make_print(self, context):
        return [Statement("print", self.number())]

    def make_block(self, context):
        return [Statement("block", self.choose.one(BLOCKS))]

    def make_task(self, context):
        started = self.task_to_start(context)
        if started is None:
            return []
        verb = "task"
        if "eager" in self.rules and self.choose.chance(0.1):
            verb = "eager"
        return [Statement(verb, *started)]

    def make_await(self, context):
        one = self.awaitable(context)
        return one and self.tried([Statement("await", one)], context)

    def make_gather(self, context):
        verb = self.choose.one(["gather", "gather-exceptions"])
        words = self.awaitables(context)
        if "gather-done" not in self.rules:
            words = [word for word in words if word in NAMES]
        return words and self.tried([Statement(verb, *words)], context)

    def make_keep(self, context):
        """A gather or shield that others can wait for."""
        name = f"o{len(self.outer)}"
        verb = self.choose.one(["keep-gather", "keep-gather-exceptions", "keep-shield"])
        words = self.awaitables(context)
        if "gather-done" not in self.rules:
            words = [word for word in words if word in NAMES]
        if not words:
            return []
        if verb == "keep-shield":
            words = words[:1]
        self.outer.append((name, context.function))
        return [Statement(verb, name, *words)]

    def make_wait(self, context):
        words = self.awaitables(context, any_task=True, coroutines=False)
        when = self.choose.one(["all", "first", "exception"])
        return words and self.tried([Statement("wait", when, self.limit(), *words)],
                                    context, 0.3)

    def make_wait_for(self, context):
        if "wait-for" not in self.rules or context.in_quiet_group:
            return []
        if self.choose.chance(0.25):
            one = self.awaitable(context, any_task=True)
            return one and self.tried([Statement("wait-for-shield", self.limit(), one)],
                                      context)
        one = self.awaitable(context)
        return one and self.tried([Statement("wait-for", self.limit(), one)], context)

    def make_shield(self, context):
        one = self.awaitable(context, any_task=True)
        return one and self.tried([Statement("shield", one)], context)

    def make_as_completed(self, context):
        words = self.awaitables(context, any_task=True)
        inner = context.inner(times=max(1, len(words)))
        body = self.block(inner, self.choose.between(0, 2))
        verb = "as-completed"
        if "as-completed-futures" in self.rules and self.choose.chance(0.3):
            verb = "as-completed-futures"
        return words and self.tried(
            [Statement(verb, self.limit(), *words, body=body)], context)

    def one_future(self):
        """A variable with a task or future."""
        return self.choose.one(self.tasks() * 2 + self.things["f"] +
                               [name for name, _ in self.outer])

    def make_cancel(self, context):
        return [Statement("cancel", self.one_future())]

    def make_self_cancel(self, context):
        if "cancelled-groups" not in self.rules and not context.function:
            return []
        return [Statement("self-cancel")]

    def make_uncancel(self, context):
        verb = self.choose.one(["uncancel", "cancelling"])
        if verb == "uncancel" and "uncancel" not in self.rules:
            return []
        if "cancelled-groups" not in self.rules and not context.function:
            return []
        return [Statement(verb)]

    def make_show(self, context):
        names = [name for name, _ in self.outer] + self.tasks()
        names += [name for some in self.things.values() for name in some]
        return [Statement("show", self.choose.one(names))]

    def can_time_out(self, context, body=()):
        if context.in_quiet_group or "timeouts" not in self.rules:
            return False
        inside = {each.verb for statement in body for each in statement.walk()}
        if "cancelled-groups" not in self.rules and "group" in inside:
            return False
        return "counted-timeouts" in self.rules or not (
            context.in_timeout or context.in_finally or "timeout" in inside)

    def make_timeout(self, context):
        if not self.can_time_out(context):
            return []
        name = f"m{self.n_timeouts}"
        self.n_timeouts += 1
        self.timeouts.append(name)
        body = self.block(context.inner(in_timeout=True), self.choose.between(1, 4))
        self.timeouts.pop()
        return self.tried([Statement("timeout", name, self.limit(), body=body)], context)

    def make_reschedule(self, context):
        if not self.timeouts:
            return []
        return [Statement("reschedule", self.choose.one(self.timeouts), self.length())]

    def can_have_groups(self, context):
        if self.all_eager and "eager-groups" not in self.rules:
            return False
        if "cancelled-groups" in self.rules:
            return True
        # Nothing cancels `main` but what stands around the group, and the loop once a task
        # has quit.
        return not (self.quits or context.function or context.in_timeout or
                    context.in_quiet_group)

    def make_group(self, context):
        if not self.can_have_groups(context):
            return []
        quiet = "cancelled-groups" not in self.rules
        inner = context.inner(in_quiet_group=quiet)
        name = f"g{self.n_groups}"
        self.n_groups += 1
        self.groups.append(name)
        body = []
        for _ in range(self.choose.between(1, 3)):
            body += self.make_child(inner)
        body += self.block(inner, self.choose.between(0, 3))
        self.groups.pop()
        return self.tried([Statement("group", name, body=body)], context)

    def make_child(self, context):
        started = self.task_to_start(context)
        if started is None or not self.groups:
            return []
        return [Statement("child", self.choose.one(self.groups), *started)]

    def one_of(self, letters):
        names = [name for letter in letters for name in self.things[letter]]
        return names and self.choose.one(names)

    def make_with(self, context):
        conditions = "cancelled-conditions" in self.rules
        name = self.one_of("llccssr" if conditions else "llccss")
        if not name:
            return []
        body = self.block(context.inner(), self.choose.between(1, 3))
        if name[0] == "c" and self.choose.chance(0.7):
            places = [at for at in range(len(body) + 1)
                      if at == len(body) or body[at].verb not in CLAUSES]
            body.insert(self.choose.one(places), self.condition(name))
        return self.limited([Statement("with", name, body=body)], context)

    def condition(self, name):
        verbs = ["notify", "notify-all"]
        if "cancelled-conditions" in self.rules:
            verbs += ["wait-on", "wait-on", "wait-until"]
        verb = self.choose.one(verbs)
        more = {"wait-until": [self.choose.between(1, 2)],
                "notify": [self.choose.between(1, 2)]}.get(verb, [])
        return Statement(verb, name, *more)

    def make_acquire(self, context):
        name = self.one_of("lcs")
        if not name:
            return []
        between = self.block(context.inner(), self.choose.between(0, 2))
        if self.choose.chance(0.5):
            between = [Statement("try", body=between or [Statement("sleep", 0)]),
                       Statement("finally", body=[Statement("release", name)])]
        else:
            between.append(Statement("release", name))
        return self.limited([Statement("acquire", name)], context) + between

    def make_release(self, context):
        name = self.one_of("lcs")
        return name and self.tried([Statement("release", name)], context)

    def make_event(self, context):
        name = self.one_of("e")
        if not name:
            return []
        verb = self.choose.one(["set", "set", "clear", "wait-on", "wait-on"])
        made = [Statement(verb, name)]
        return self.limited(made, context) if verb == "wait-on" else made

    def make_condition(self, context):
        name = self.one_of("c")
        return name and self.tried([self.condition(name)], context)

    def make_barrier(self, context):
        name = self.one_of("r")
        if "cancelled-conditions" not in self.rules:
            return []
        return name and self.limited([Statement("wait-on", name)], context)

    def make_count(self, context):
        return self.things["c"] and [Statement("count")]

    def make_queue(self, context):
        name = self.one_of("q")
        if not name:
            return []
        verb = self.choose.one(["put"] * 4 + ["get"] * 4 + ["put-now", "get-now"] * 2 +
                               ["task-done"] * 3 + ["join"])
        if "shutdown" in self.rules and self.choose.chance(0.05):
            verb = self.choose.one(["shutdown", "shutdown-now"])
        more = [self.number()] if verb in ("put", "put-now") else []
        made = [Statement(verb, name, *more)]
        if verb in ("put", "get", "join"):
            return self.limited(made, context)
        return self.tried(made, context)

    def make_future(self, context):
        name = self.one_of("f")
        if not name:
            return []
        if self.choose.chance(0.6):
            made = [Statement("result", name, self.number())]
        else:
            made = [Statement("fail", name, self.choose.one(RAISED), self.number())]
        return self.tried(made, context)

    def make_call(self, context):
        """Something for the loop to call."""
        handle = f"h{self.n_handles}"
        self.n_handles += 1
        words = self.called(context)
        if self.choose.chance(0.3):
            return [Statement("soon", handle, *words)]
        return [Statement("later", handle, self.length(), *words)]

    def called(self, context):
        choices = [(2, ["print"]), (4, ["cancel", self.one_future()])]
        for letter, verbs in (("f", ["result", "result", "fail", "cancel"]),
                              ("e", ["set", "set", "clear"]),
                              ("l", ["release"]), ("s", ["release"]),
                              ("c", ["notify", "notify-all", "release"]),
                              ("q", ["put-now", "put-now", "task-done"])):
            if self.things[letter]:
                choices.append((3, [self.choose.one(verbs),
                                    self.choose.one(self.things[letter])]))
        if self.things["c"]:
            choices.append((2, ["count"]))
        words = self.choose.weighted(choices)
        if self.choose.chance(0.1):
            callee = self.callee(context)
            if callee:
                return ["start", callee]
        if words[0] == "fail":
            words.append(self.choose.one(RAISED))
        if words[0] == "notify":
            words.append(self.choose.between(1, 2))
        if words[0] in ("print", "result", "fail", "put-now"):
            words.append(self.number())
        return words

    def make_cancel_call(self, context):
        if not self.n_handles:
            return []
        return [Statement("cancel", f"h{self.choose.below(self.n_handles)}")]

    def make_on_done(self, context):
        return [Statement("on-done", self.one_future())]

    def make_try(self, context):
        body = self.block(context.inner(), self.choose.between(1, 4))
        return self.with_clauses(body, context)

    def with_clauses(self, body, context):
        made = [Statement("try", body=body)]
        kind = self.choose.below(4)
        if kind < 3:
            for _ in range(self.choose.weighted([(4, 1), (1, 2)])):
                handler = self.block(context.inner(), self.choose.between(0, 2))
                if self.choose.chance(0.2):
                    handler.append(Statement("again"))
                caught = self.choose.one(CAUGHT)
                if self.quits and self.choose.chance(0.2):
                    caught = self.choose.one(QUITTING + ("BaseException",))
                made.append(Statement("except", caught, body=handler))
        if kind > 1:
            last = self.block(context.inner(in_finally=True), self.choose.between(1, 2))
            made.append(Statement("finally", body=last))
        return made

    def make_all_tasks(self, context):
        return [Statement("all-tasks")]

    def make_raise(self, context):
        return [Statement("raise", self.choose.one(RAISED), self.number())]

    def make_quit(self, context):
        return [Statement("raise", self.choose.one(QUITTING), self.number())]

    def make_return(self, context):
        return [] if context.in_finally or not context.depth else [Statement("return")]

    def make_loop(self, context):
        times = self.choose.between(2, 3)
        body = self.block(context.inner(times=times), self.choose.between(1, 4))
        return [Statement("loop", times, body=body)]

    # What may be put around a statement

    def tried(self, made, context, probability=0.5):
        """Around something that may well raise."""
        if context.function == 0:
            probability = 1 - (1 - probability) / 8     # or most programs end at once
        if not self.choose.chance(probability):
            return made
        if self.choose.chance(0.3):
            return self.with_clauses(made, context)
        caught = "CancelledError" if self.choose.chance(0.15) else "Exception"
        if self.quits and self.choose.chance(0.4):
            caught = "BaseException"
        return [Statement("try", body=made), Statement("except", caught, body=[])]

    def limited(self, made, context):
        """Around something that may wait for ever."""
        if self.choose.chance(0.5) and self.can_time_out(context, made):
            name = f"m{self.n_timeouts}"
            self.n_timeouts += 1
            made = [Statement("timeout", name, self.length(), body=made)]
            return self.tried(made, context, 0.8)
        return self.tried(made, context, 0.3)

    MAKERS = [
        (12, make_sleep), (4, make_print), (1.5, make_block), (10, make_task),
        (6, make_await), (3, make_gather), (3, make_keep), (0.5, make_all_tasks), (3, make_wait), (4, make_wait_for),
        (2.5, make_shield), (2, make_as_completed), (4, make_cancel),
        (1, make_self_cancel), (1, make_uncancel), (2, make_show), (4, make_timeout),
        (1.5, make_reschedule), (4, make_group), (1.5, make_child), (4, make_with),
        (3, make_acquire), (0.4, make_release), (4, make_event), (0.7, make_condition),
        (2, make_barrier), (1, make_count), (8, make_queue), (3, make_future),
        (5, make_call), (0.5, make_cancel_call), (1, make_on_done), (4, make_try),
        (0.6, make_raise), (0.4, make_return), (2.5, make_loop),
    ]

    def block(self, context, n):
        """About @n statements."""
        made = []
        if context.depth > 4:
            n = min(n, 1)
        for _ in range(n):
            if self.left <= 0 or not context.pay(1):
                break
            maker = self.choose.weighted(self.MAKERS)
            if self.quits and context.function and self.choose.chance(0.1):
                maker = Generator.make_quit
            if context.depth > 3 and maker in (
                    Generator.make_group, Generator.make_loop, Generator.make_with,
                    Generator.make_try, Generator.make_timeout,
                    Generator.make_as_completed, Generator.make_acquire):
                maker = Generator.make_sleep
            left = self.left
            more = maker(self, context) or []
            self.left = left - size(more)
            made += more
        return made

    def first_tasks(self, context):
        """So that there is something to wait for, and something that wakes."""
        made = []
        for _ in range(self.choose.between(0 if context.function else 2, 3)):
            made += self.make_task(context)
        for letter, verb in (("e", "set"), ("f", "result")):
            for name in self.things[letter]:
                if context.function == 0 and self.choose.chance(0.5):
                    words = [verb, name] + [self.number()] * (letter == "f")
                    made.append(Statement("later", f"h{self.n_handles}",
                                          self.length(), *words))
                    self.n_handles += 1
        self.left -= len(made)
        return made

    def generate(self):
        things = self.add_things()
        functions = []
        size_of_all = self.choose.between(10, STATEMENTS)
        for at in reversed(range(self.n_functions)):
            cost = CALL_COST / 4 ** min(at, 2)
            budget = [cost]
            self.left = size_of_all // (self.n_functions + 1) * (1 if at else 2)
            context = Context(at, budget)
            body = self.first_tasks(context) if at < 2 else []
            body += self.block(context, max(2, self.left // 2))
            if not at and self.choose.chance(0.7):
                body.append(Statement("sleep", self.choose.one(["0.3", "0.5", "1"])))
            self.costs[at] = cost - budget[0]
            functions.insert(0, Statement("function", NAMES[at], body=body))
        return Description(things, functions)


def generate(seed, rules):
    """The description number @seed, made of what @rules allow."""
    return Generator(seed, frozenset(rules)).generate()
