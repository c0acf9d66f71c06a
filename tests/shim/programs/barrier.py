# SPDX-License-Identifier: GPL-3.0-or-later
"""Barriers: indices, abort, reset, what is told to those who wait."""
import asyncio


async def arrive(barrier, name):
    try:
        async with barrier as index:
            return name, index
    except asyncio.BrokenBarrierError as error:
        return name, repr(error)


async def main():
    barrier = asyncio.Barrier(3)
    print(*await asyncio.gather(*(arrive(barrier, n) for n in "abc")))
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    waiting = asyncio.gather(arrive(barrier, "d"), arrive(barrier, "e"))
    await asyncio.sleep(0)
    print(barrier.n_waiting, repr(barrier)[-42:])
    await barrier.abort()
    print(await waiting, barrier.broken)
    print(await arrive(barrier, "f"))
    await barrier.reset()
    print(barrier.broken, sorted(vars(barrier)))


asyncio.run(main())
