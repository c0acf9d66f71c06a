# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S53
import asyncio


async def visit(name, barrier):
    try:
        async with barrier:
            print(name, "is through")
            if name == "B":
                raise ValueError(name)
    except asyncio.BrokenBarrierError:
        print(name, "finds it broken")
    except ValueError:
        await barrier.abort()
        print(name, "broke it")


async def main():
    barrier = asyncio.Barrier(2)
    tasks = []
    for name in ["A", "B", "C", "D", "E"]:
        tasks.append(asyncio.create_task(visit(name, barrier)))
    await asyncio.gather(*tasks)
    print(barrier.broken, barrier.n_waiting)
    await barrier.reset()
    print(barrier.broken)
    await asyncio.gather(visit("F", barrier), visit("G", barrier))


asyncio.run(main())
