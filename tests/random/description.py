# SPDX-License-Identifier: GPL-3.0-or-later
"""A small asyncio program as text: what README.md calls a description."""

CLAUSES = ("except", "finally")


class Statement:
    """One line: its words, and the statements below it (None where none can be)."""

    def __init__(self, *words, body=None):
        self.words = [str(word) for word in words]
        self.body = body

    @property
    def verb(self):
        return self.words[0]

    @property
    def args(self):
        return self.words[1:]

    def copy(self):
        body = None if self.body is None else [each.copy() for each in self.body]
        return Statement(*self.words, body=body)

    def walk(self):
        """This statement and all below it."""
        yield self
        for each in self.body or ():
            yield from each.walk()

    def format(self, depth=0):
        """The lines of its text."""
        blanks = "  " * depth
        yield blanks + " ".join(self.words) + ("" if self.body is None else ":")
        for each in self.body or ():
            yield from each.format(depth + 1)


class Description:
    """A whole program: what its functions share, and the functions, `main` first."""

    def __init__(self, things, functions):
        self.things = things
        self.functions = functions

    def copy(self):
        return Description([each.copy() for each in self.things],
                           [each.copy() for each in self.functions])

    def walk(self):
        for function in self.functions:
            yield from function.walk()

    def __len__(self):
        """How many statements it has."""
        return sum(1 for _ in self.walk()) - len(self.functions)

    def __str__(self):
        return "".join(f"{line}\n" for each in self.things + self.functions
                       for line in each.format())


def parse(text):
    """The description that @text is."""
    top = []
    open_bodies = [top]
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        words = line.strip()
        depth = (len(line) - len(line.lstrip())) // 2
        body = [] if words.endswith(":") else None
        statement = Statement(*words.rstrip(":").split(), body=body)
        del open_bodies[depth + 1:]
        open_bodies[depth].append(statement)
        if body is not None:
            open_bodies.append(body)
    return Description([each for each in top if each.verb != "function"],
                       [each for each in top if each.verb == "function"])
