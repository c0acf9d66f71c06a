# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S53
import asyncio


async def party(name, barrier):
    for lap in [1, 2]:
        index = await barrier.wait()
        print(name, "lap", lap, "index", index)


async def main():
    barrier = asyncio.Barrier(2)
    await asyncio.gather(party("A", barrier), party("B", barrier))


asyncio.run(main())
