# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S48
# order: not promised
import asyncio


async def move(name, first, second):
    async with first:
        print(name, "has one lock")
        await asyncio.sleep(1)
        async with second:
            print("never")


async def main():
    red = asyncio.Lock()
    blue = asyncio.Lock()
    try:
        await asyncio.gather(move("A", red, blue), move("B", blue, red))
    finally:
        print("not even this")


asyncio.run(main())
