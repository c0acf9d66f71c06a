# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S53
import asyncio


async def party(name, barrier):
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        print(name, type(error).__name__, barrier.broken)


async def main():
    barrier = asyncio.Barrier(3)
    first = asyncio.create_task(party("A", barrier))
    second = asyncio.create_task(party("B", barrier))
    await asyncio.sleep(1)
    print(barrier.n_waiting)
    await barrier.abort()
    await asyncio.gather(first, second)
    await party("late", barrier)
    await barrier.reset()
    print(barrier.broken)


asyncio.run(main())
