# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S44
# requires: 3.14.9 (before, a cancelled step of the iteration cost an awaitable)
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    tasks = [asyncio.create_task(child("A", 1.5)), asyncio.create_task(child("B", 3))]
    for first in asyncio.as_completed(tasks):
        try:
            async with asyncio.timeout(1):
                print("got", await first)
        except TimeoutError:
            print("not yet")
    print("no more")


asyncio.run(main())
