# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S53
import asyncio


async def party(name, seconds, barrier):
    await asyncio.sleep(seconds)
    print(name, "arrives")
    index = await barrier.wait()
    print(name, "goes on with", index)


async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(party("A", 2, barrier), party("B", 1, barrier),
                         party("C", 3, barrier))
    print(barrier.parties, barrier.n_waiting, barrier.broken)


asyncio.run(main())
