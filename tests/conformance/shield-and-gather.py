# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S39 S42
import asyncio


async def child(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "finished")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def shields(first, second):
    await asyncio.gather(asyncio.shield(first), asyncio.shield(second))


async def shielded(first, second):
    await asyncio.shield(asyncio.gather(first, second))


async def main():
    for function in [shields, shielded]:
        first = asyncio.create_task(child("A", 2))
        second = asyncio.create_task(child("B", 3))
        task = asyncio.create_task(function(first, second))
        await asyncio.sleep(1)
        task.cancel()
        await asyncio.wait([task])
        print(task.cancelled(), first.done(), second.done())
        await asyncio.wait([first, second])


asyncio.run(main())
