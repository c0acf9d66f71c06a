# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S44
# order: not promised
import asyncio


async def child(name, seconds):
    print("start", name)
    await asyncio.sleep(seconds)
    if name == "bad":
        raise ValueError(name)
    return name


async def main():
    children = [child("A", 3), child("bad", 2), child("B", 1)]
    for first in asyncio.as_completed(children):
        try:
            print("got", await first)
        except ValueError:
            print("got an error")


asyncio.run(main())
