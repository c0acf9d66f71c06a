# SPDX-License-Identifier: GPL-3.0-or-later
"""Exit functions, finalizers and __del__ at the end, in their order."""
import asyncio
import atexit
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("deleted", self.name)


def last():
    print("first registered, last called")
    asyncio.run(asyncio.sleep(0))
    print("with a run of its own")


atexit.register(last)


@atexit.register
def fails():
    raise ValueError("an exit function fails")


kept = Thing("global")


async def main():
    thing = Thing("local")
    weakref.finalize(thing, print, "finalizer of", thing.name)
    await asyncio.sleep(0)


asyncio.run(main())
print("end")
