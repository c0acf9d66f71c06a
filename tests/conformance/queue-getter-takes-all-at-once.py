# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S54 S55
import asyncio


async def putter(queue, number):
    await queue.put(number)
    print("put", number)


async def getter(queue):
    await asyncio.sleep(0)
    for _ in range(queue.qsize()):
        print("got", queue.get_nowait())
    await asyncio.sleep(1)
    print("left:", queue.qsize())


async def main():
    queue = asyncio.Queue(2)
    async with asyncio.TaskGroup() as group:
        group.create_task(getter(queue))
        for number in range(4):
            group.create_task(putter(queue, number))


asyncio.run(main())
