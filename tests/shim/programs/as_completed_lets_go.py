# SPDX-License-Identifier: GPL-3.0-or-later
"""as_completed() keeps no task that it was given by an iterator, and no argument that is wrong."""
import asyncio
import weakref

references = []


async def child(number):
    await asyncio.sleep(number / 100)
    return number


def tasks():
    for number in range(3):
        task = asyncio.create_task(child(number))
        references.append(weakref.ref(task))
        yield task


async def main():
    for each in asyncio.as_completed(tasks()):
        number = await each
        alive = sum(reference() is not None for reference in references)
        # A variable of its own may hold one, which depends on the order of a set.
        print(number, alive - (2 - number) < 2)
    print(next(iter(asyncio.as_completed([[]]))))


asyncio.run(main())
