# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S56
# requires: 3.13
import asyncio


async def getter(queue):
    try:
        await queue.get()
    except asyncio.QueueShutDown:
        print("the getter is told")


async def putter(queue):
    try:
        await queue.put("c")
    except asyncio.QueueShutDown:
        print("the putter is told")


async def main():
    empty = asyncio.Queue()
    full = asyncio.Queue(maxsize=1)
    full.put_nowait("b")
    first = asyncio.create_task(getter(empty))
    second = asyncio.create_task(putter(full))
    await asyncio.sleep(1)
    empty.shutdown(immediate=True)
    full.shutdown(immediate=True)
    await asyncio.gather(first, second)
    await full.join()
    print(full.qsize())


asyncio.run(main())
