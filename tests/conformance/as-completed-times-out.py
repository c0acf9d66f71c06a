# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S44
# order: not promised
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "finished")
    return name


async def main():
    children = [child("A", 1), child("B", 3), child("C", 5)]
    for first in asyncio.as_completed(children, timeout=2):
        try:
            print("got", await first)
        except TimeoutError:
            print("timed out")
    await asyncio.sleep(2)


asyncio.run(main())
