# SPDX-License-Identifier: GPL-3.0-or-later
"""Data classes, enums and named tuples of __main__, with annotations as text."""
from __future__ import annotations

import asyncio
import collections
import dataclasses
import enum
import typing


@dataclasses.dataclass(order=True)
class Job:
    priority: int
    name: str = dataclasses.field(compare=False)
    tags: typing.ClassVar[list] = []
    done: asyncio.Event = dataclasses.field(default_factory=asyncio.Event, compare=False,
                                            repr=False)


class Colour(enum.Enum):
    RED = enum.auto()


Pair = collections.namedtuple("Pair", "left right")


async def main():
    queue = asyncio.PriorityQueue()
    for priority, name in ((2, "b"), (1, "a")):
        await queue.put(Job(priority, name))
    print(await queue.get(), Colour.RED, Pair(1, 2), Pair.__module__)
    print(typing.get_type_hints(Job), [field.name for field in dataclasses.fields(Job)])
    print(dataclasses.replace(Job(3, "c"), name="d"), Job.__qualname__)


def annotated(x: NotDefined) -> int:
    return x


print(annotated.__annotations__)
exec(compile("def plain(x: int): pass\nprint(plain.__annotations__)", "<text>", "exec",
             dont_inherit=True))
asyncio.run(main())
