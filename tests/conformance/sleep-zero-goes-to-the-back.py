# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S15
import asyncio


async def player(name, turns):
    for turn in range(turns):
        print(name, turn)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(player("A", 3), player("B", 2), player("C", 1))
    await asyncio.sleep(-1)
    print("a negative sleep is a zero sleep")


asyncio.run(main())
