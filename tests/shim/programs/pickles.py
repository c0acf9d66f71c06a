# SPDX-License-Identifier: GPL-3.0-or-later
"""Objects and classes of __main__ that are pickled, copied, found again."""
import asyncio
import copy
import pickle
import sys


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return type(self) is type(other) and self.x == other.x


def function():
    return "function"


class Worker:
    def __init__(self):
        self.queue = asyncio.Queue()


async def main():
    data = pickle.dumps([Point(1), function, Point])
    print(pickle.loads(data) == [Point(1), function, Point], b"__main__" in data)
    print(copy.deepcopy(Point(2)) == Point(2), copy.copy(Point(3)).x)
    for thing in (asyncio.current_task(), asyncio.Lock(), asyncio.Event(), Worker(),
                  asyncio.get_running_loop().create_future(), sys.stdout):
        for act in (pickle.dumps, copy.copy):
            try:
                print(type(act(thing)).__name__)
            except Exception as error:
                print(type(error).__name__, str(error).split("'")[0])
    print(pickle.loads(pickle.dumps((asyncio.sleep, asyncio.Task, print, asyncio.gather)))
          == (asyncio.sleep, asyncio.Task, print, asyncio.gather))
    error = pickle.loads(pickle.dumps(asyncio.IncompleteReadError(b"x", 3)))
    print(repr(error), Point.__module__, function.__module__)


asyncio.run(main())
