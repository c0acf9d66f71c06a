# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a description as small as it can be while something holds of it."""

import re

from description import CLAUSES

SIMPLER = {"0.1": ["0"], "0.2": ["0", "0.1"], "0.3": ["0", "0.1"], "0.5": ["0", "0.1"],
           "1": ["0", "0.1"], "-1": ["0"], "3": ["2", "1"], "2": ["1"],
           "never": ["0.1"]}
MANY = ("gather", "gather-exceptions", "keep-gather", "keep-gather-exceptions", "wait",
        "as-completed", "as-completed-futures")


def blocks(description):
    """All lists of statements, outer before inner."""
    yield description.functions
    for statement in description.walk():
        if statement.body:
            yield statement.body
    yield description.things


def end_of(block, at):
    """Where the statement at @at ends, clauses of a `try` included."""
    end = at + 1
    if block[at].verb == "try":
        while end < len(block) and block[end].verb in CLAUSES:
            end += 1
    return end


def without_parts(description):
    """Without some statements of one block, many at once first."""
    count = len(list(blocks(description)))
    for number in range(count):
        length = len(list(blocks(description))[number])
        size = length
        while size:
            for at in range(0, length, size):
                smaller = description.copy()
                block = list(blocks(smaller))[number]
                del block[at:at + size]
                if smaller.functions and smaller.functions[0].args == ["main"]:
                    yield smaller
            size //= 2


def unwrapped(description):
    """With the body of one statement in place of the statement."""
    count = len(list(blocks(description)))
    for number in range(1, count):
        block = list(blocks(description))[number]
        for at, statement in enumerate(block):
            if not statement.body or statement.verb == "function":
                continue
            smaller = description.copy()
            block_there = list(blocks(smaller))[number]
            block_there[at:end_of(block_there, at)] = block_there[at].body
            yield smaller


def simplified(description):
    """With a simpler number or fewer things to wait for."""
    for number, statement in enumerate(description.walk()):
        for at in range(1, len(statement.words)):
            for simpler in SIMPLER.get(statement.words[at], ()):
                smaller = description.copy()
                list(smaller.walk())[number].words[at] = simpler
                yield smaller
        if statement.verb in MANY:
            for at in range(2 if statement.verb.startswith("keep") else 1,
                            len(statement.words)):
                if re.fullmatch(r"[tfo]\d+|[a-f]", statement.words[at]):
                    smaller = description.copy()
                    del list(smaller.walk())[number].words[at]
                    yield smaller


def reductions(description):
    yield from without_parts(description)
    yield from unwrapped(description)
    yield from simplified(description)


def is_sound(description):
    """Whether every name that it uses is there, and every clause has its `try`."""
    things = {each.args[0] for each in description.things if each.args}
    functions = {each.args[0] for each in description.functions}
    for statement in description.walk():
        previous = None
        for each in statement.body or ():
            if each.verb in CLAUSES and previous not in ("try", "except"):
                return False
            previous = each.verb
        for word in statement.args:
            if word[0] in "lecsrqf" and word[1:].isdigit() and word not in things:
                return False
            if len(word) == 1 and word.isalpha() and word not in functions:
                return False
    return True


def shrink(description, holds):
    """The smallest description found of which @holds is true, as it is of @description."""
    while True:
        for smaller in reductions(description):
            if is_sound(smaller) and holds(smaller):
                description = smaller
                break
        else:
            return description
